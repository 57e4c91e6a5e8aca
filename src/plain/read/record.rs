//! What stands behind the pages, as far as it is not said of one document.

use framing_reader_story::{model::*, record::*};

use super::{
    cursor::Cursor,
    names::{Ids, Names, kebab},
};
use crate::{
    offset::Offsets,
    tables::{CHANGES, CORRECTED, PRECISIONS},
};

/// Reads events, questions, rules and comparisons into a record.
pub(super) fn record(names: &Names, story: &Cursor<'_>, documents: &[Document], record: &mut Record) {
    let list = |name, what| {
        let list = story.get(name);
        Ids::read(&list, "id", what, kebab);
        name
    };
    record.events = story.get(list("events", "an id")).items().map(|cursor| event(names, &cursor)).collect();
    record.questions = story.get(list("questions", "an id")).items().map(|cursor| question(names, &cursor)).collect();
    record.rules = story.get("rules").items().map(|cursor| rule(&cursor)).collect();
    let comparisons = story.get("comparisons");
    record.comparisons = comparisons.items().filter_map(|cursor| comparison(names, documents, &cursor)).collect();
    let corrections = story.get("overruled");
    record.overruled = corrections.items().filter_map(|cursor| overruled(names, documents, &cursor)).collect();
}

/// Something that a person corrected; what is said of words is said of a line that the page shows.
fn overruled(names: &Names, documents: &[Document], cursor: &Cursor<'_>) -> Option<Overruled> {
    cursor.has_only(&["document", "line", "what", "start", "end", "engine", "hand"]);
    let index = names.documents.index(&cursor.get("document"));
    let line = cursor.get("line").number(1);
    let what = cursor.get("what").word("what can be corrected", CORRECTED)?;
    let document = documents.get(usize::from(index?))?;
    let mut span = [0, 0];
    if what != Corrected::Block {
        let Some(block) = document.block_at(line) else {
            cursor.get("line").expected(&format!("the line of a block of `{}`", document.id));
            return None;
        };
        let offsets = Offsets::new(&document.blocks[block].text);
        for (byte, name) in span.iter_mut().zip(["start", "end"]) {
            let place = cursor.get(name);
            match place.number_within(0, offsets.end()).and_then(|unit| offsets.byte(unit)) {
                Some(found) => *byte = found,
                None => place.expected("a place in the text, in UTF-16 units"),
            }
        }
    }
    let [start, end] = span;
    let text = |name| cursor.get(name).text_or_empty();
    Some(Overruled { document: index?, line, start, end, what, engine: text("engine"), hand: text("hand") })
}

/// Reads how the story was coded.
pub(super) fn method(names: &Names, cursor: &Cursor<'_>) -> Method {
    cursor.has_only(&["coder", "date", "version", "codebook", "method", "contact", "corrections", "agreement"]);
    let correction = |cursor: Cursor<'_>| {
        cursor.has_only(&["date", "what", "sources"]);
        Correction {
            date: cursor.get("date").text_or_empty(),
            what: cursor.get("what").text(),
            sources: names.places(&cursor.get("sources")),
        }
    };
    let agreement = |cursor: &Cursor<'_>| {
        cursor.has_only(&["items", "agree", "abstained", "kappa"]);
        Agreement {
            items: cursor.get("items").number(0),
            agree: cursor.get("agree").number(0),
            abstained: cursor.get("abstained").number(0),
            kappa: cursor.get("kappa").thousandths(),
        }
    };
    Method {
        codebook: cursor.get("codebook").text_or_empty(),
        text: cursor.get("method").text_or_empty(),
        contact: cursor.get("contact").text_or_empty(),
        corrections: cursor.get("corrections").items().map(correction).collect(),
        agreement: names.of_each(&cursor.get("agreement"), agreement).map(Option::unwrap_or_default),
    }
}

fn rule(cursor: &Cursor<'_>) -> Rule {
    cursor.has_only(&["number", "name", "text"]);
    Rule {
        number: cursor.get("number").text_or_empty(),
        name: cursor.get("name").text_or_empty(),
        text: cursor.get("text").text_or_empty(),
    }
}

fn event(names: &Names, cursor: &Cursor<'_>) -> Event {
    cursor.has_only(&["id", "what", "who", "frames", "datings"]);
    let dating = |cursor: Cursor<'_>| {
        cursor.has_only(&["sources", "printed", "from", "to", "precision", "basis"]);
        let from = date(&cursor.get("from"));
        let to = cursor.get("to");
        Dating {
            sources: names.places(&cursor.get("sources")),
            printed: cursor.get("printed").text_or_empty(),
            to: if to.is_given() { date(&to) } else { from.clone() },
            from,
            precision: cursor.get("precision").word("a precision", PRECISIONS).unwrap_or(Precision::Day),
            basis: cursor.get("basis").text_or_empty(),
        }
    };
    Event {
        id: cursor.get("id").text_or_empty(),
        what: cursor.get("what").text(),
        who: cursor.get("who").items().filter_map(|id| names.actors.index(&id)).collect(),
        frames: names.frames(&cursor.get("frames")),
        datings: cursor.get("datings").items().map(dating).collect(),
    }
}

/// A date as exact as it is known: `2025`, `2025-07` or `2025-07-15`.
fn date(cursor: &Cursor<'_>) -> String {
    let date = cursor.text();
    let parts: Vec<&str> = date.split('-').collect();
    let number = |part: &str, length, most| {
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        digits && part.parse().is_ok_and(|number: u32| (1..=most).contains(&number))
    };
    let limits = [(4, 9999), (2, 12), (2, 31)];
    let fits = parts.len() <= 3 && parts.iter().zip(limits).all(|(part, (length, most))| number(part, length, most));
    if !fits && cursor.is_given() {
        cursor.expected("a date like `2025`, `2025-07` or `2025-07-15`");
    }
    date
}

fn question(names: &Names, cursor: &Cursor<'_>) -> Question {
    cursor.has_only(&["id", "asks", "frames", "positions"]);
    let position = |cursor: Cursor<'_>| {
        cursor.has_only(&[
            "holds",
            "actor",
            "other",
            "quoted",
            "text",
            "sources",
            "printedDate",
            "earlier",
            "earlierSources",
        ]);
        let who = match names.speaker(&cursor) {
            Speaker::Actor(index) => Holder::Actor(index),
            Speaker::Other(words) => Holder::Other(words),
            Speaker::Unknown => {
                if !cursor.get("actor").is_given() {
                    cursor.get("actor").expected("`actor` or `other`");
                }
                Holder::Other(String::new())
            }
        };
        Position {
            holds: cursor.get("holds").text(),
            who,
            quoted: cursor.get("quoted").flag(),
            text: cursor.get("text").text_or_empty(),
            sources: names.places(&cursor.get("sources")),
            printed_date: cursor.get("printedDate").text_if_given(),
            earlier: cursor.get("earlier").text_or_empty(),
            earlier_sources: names.places(&cursor.get("earlierSources")),
        }
    };
    Question {
        id: cursor.get("id").text_or_empty(),
        asks: cursor.get("asks").text(),
        frames: names.frames(&cursor.get("frames")),
        positions: cursor.get("positions").items().map(position).collect(),
    }
}

fn comparison(names: &Names, documents: &[Document], cursor: &Cursor<'_>) -> Option<Comparison> {
    cursor.has_only(&["first", "second", "summary", "rows"]);
    let index = |name| {
        let index = names.documents.index(&cursor.get(name))?;
        Some((index, documents.get(usize::from(index))?))
    };
    let (first, second) = (index("first"), index("second"));
    let ((first, article), (second, other)) = (first?, second?);
    Some(Comparison {
        first,
        second,
        summary: cursor.get("summary").flag(),
        rows: cursor.get("rows").items().map(|cursor| row(article, other, &cursor)).collect(),
    })
}

/// A row; its blocks are named by their lines.
fn row(first: &Document, second: &Document, cursor: &Cursor<'_>) -> Row {
    cursor.has_only(&["first", "second", "change", "runs", "note"]);
    let blocks = |name, document: &Document| -> Vec<u16> {
        let block = |cursor: Cursor<'_>| {
            let line = cursor.number(1);
            let found = document.blocks.binary_search_by_key(&line, |block| block.line);
            if found.is_err() {
                cursor.expected(&format!("the line of a block of `{}`", document.id));
            }
            found.ok().map(|index| index as u16)
        };
        cursor.get(name).items().filter_map(block).collect()
    };
    let sides = [blocks("first", first), blocks("second", second)];
    let texts = match (sides[0].as_slice(), sides[1].as_slice()) {
        ([one], [other]) => first.blocks.get(usize::from(*one)).zip(second.blocks.get(usize::from(*other))),
        _ => None,
    };
    let list = cursor.get("runs");
    if list.is_given() && texts.is_none() {
        list.expected("runs only where one block stands on each side");
    }
    let runs = texts.map(|(one, other)| runs([&one.text, &other.text], &list)).unwrap_or_default();
    let [first, second] = sides;
    let change = cursor.get("change").word("a kind of change", CHANGES);
    Row { first, second, change, runs, note: cursor.get("note").text_or_empty() }
}

fn runs(texts: [&str; 2], cursor: &Cursor<'_>) -> Vec<Run> {
    let offsets = texts.map(Offsets::new);
    let mut last = [0, 0];
    let run = |cursor: Cursor<'_>| {
        cursor.has_only(&["firstEnd", "secondEnd", "change"]);
        let mut ends = [0, 0];
        for (side, name) in ["firstEnd", "secondEnd"].into_iter().enumerate() {
            let cursor = cursor.get(name);
            let most = offsets[side].end();
            let unit = cursor.number_within(last[side], most);
            match unit.and_then(|unit| offsets[side].byte(unit)) {
                Some(byte) => ends[side] = byte,
                None => cursor.expected(&format!("a place in the text, from {} to {most} UTF-16 units", last[side])),
            }
            last[side] = unit.unwrap_or(last[side]);
        }
        Run { first_end: ends[0], second_end: ends[1], change: cursor.get("change").word("a kind of change", CHANGES) }
    };
    cursor.items().map(run).collect()
}
