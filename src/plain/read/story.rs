//! What a page shows, documents apart.

use framing_reader_story::{Record, Story, model::*};

use super::{
    cursor::Cursor,
    document::{self, Read},
    names::{Names, kebab},
    record,
};
use crate::tables::ACTORS;

/// Reads a story and its record.
pub(super) fn story(cursor: &Cursor<'_>) -> Option<(Story, Record)> {
    cursor.has_only(&[
        "version",
        "id",
        "title",
        "language",
        "text",
        "coding",
        "framings",
        "actors",
        "documents",
        "rules",
        "events",
        "questions",
        "comparisons",
        "overruled",
    ]);
    let names = Names::read(cursor);
    let coding = cursor.get("coding");
    let framings: Vec<Framing> =
        cursor.get("framings").items().map(|framing| self::framing(&names, &framing)).collect();
    let count = framings.len();
    let framings = <[Framing; 2]>::try_from(framings);
    if framings.is_err() {
        cursor.get("framings").problem(format!("expected exactly two framings, found {count}"), None);
    }
    let list = cursor.get("documents");
    let read: Vec<Read> = list.items().map(|document| document::document(&names, &document)).collect();
    if read.is_empty() {
        list.problem("expected documents, found none".to_owned(), None);
    }
    let mut record = Record { method: record::method(&names, &coding), ..Record::default() };
    let mut documents = Vec::new();
    for read in read {
        documents.push(read.document);
        record.reasons.push(read.reasons);
        record.statements.push(read.statements);
        record.cues.push(read.cues);
        record.files.push(read.file);
    }
    record::record(&names, cursor, &documents, &mut record);
    let story = Story {
        id: cursor.get("id").id("an id", kebab),
        title: cursor.get("title").text(),
        language: cursor.get("language").text_or_empty(),
        text: cursor.get("text").text_or_empty(),
        coding: Coding {
            coder: coding.get("coder").text_or_empty(),
            date: coding.get("date").text_or_empty(),
            version: coding.get("version").text_or_empty(),
        },
        framings: framings.ok()?,
        documents,
        actors: cursor.get("actors").items().map(|cursor| actor(&names, &cursor)).collect(),
    };
    Some((story, record))
}

fn framing(names: &Names, cursor: &Cursor<'_>) -> Framing {
    cursor.has_only(&["id", "name", "asks", "standfirst", "sources"]);
    Framing {
        id: cursor.get("id").text_or_empty(),
        name: cursor.get("name").text(),
        asks: cursor.get("asks").text_or_empty(),
        standfirst: cursor.get("standfirst").text_or_empty(),
        sources: names.places(&cursor.get("sources")),
    }
}

fn actor(names: &Names, cursor: &Cursor<'_>) -> Actor {
    cursor.has_only(&["id", "name", "kind", "side", "role", "roleSources", "stances"]);
    let stance = |cursor: &Cursor<'_>| {
        cursor.has_only(&["quoted", "lead", "text", "saidBy", "sources"]);
        Stance {
            quoted: cursor.get("quoted").flag(),
            lead: cursor.get("lead").text_or_empty(),
            text: cursor.get("text").text(),
            said_by: names.actors.index_if_given(&cursor.get("saidBy")),
            sources: names.places(&cursor.get("sources")),
        }
    };
    Actor {
        id: cursor.get("id").text_or_empty(),
        name: cursor.get("name").text(),
        kind: cursor.get("kind").word("a kind of actor", ACTORS).unwrap_or(ActorKind::Organisation),
        side: cursor.get("side").word("a side", SIDES).unwrap_or(Side::Other),
        role: cursor.get("role").text_or_empty(),
        role_sources: names.places(&cursor.get("roleSources")),
        stances: names.of_each(&cursor.get("stances"), stance),
    }
}
