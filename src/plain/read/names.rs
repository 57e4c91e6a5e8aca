//! The ids that everything in a story refers to: of framings, documents and actors, and the numbers of rules.

use std::collections::BTreeMap;

use framing_reader_story::model::{Frames, Place, Speaker, is_reserved};

use super::cursor::Cursor;

/// Every id by what it names.
pub(super) struct Names {
    /// The two framings.
    pub(super) framings: Ids,
    pub(super) documents: Ids,
    pub(super) actors: Ids,
    pub(super) rules: Ids,
}

/// Ids of one kind.
pub(super) struct Ids {
    /// What one is: "the id of an actor".
    what: &'static str,
    indexes: BTreeMap<String, u16>,
}

impl Names {
    /// Reads the ids of a story; those that do not fit are told here, and nowhere else.
    pub(super) fn read(story: &Cursor<'_>) -> Names {
        Names {
            framings: Ids::read(&story.get("framings"), "id", "the id of a framing", kebab),
            documents: Ids::read(&story.get("documents"), "id", "the id of a document", document),
            actors: Ids::read(&story.get("actors"), "id", "the id of an actor", kebab),
            rules: Ids::read(&story.get("rules"), "number", "the number of a rule", filled),
        }
    }

    /// A source: `000:6`.
    fn place(&self, cursor: &Cursor<'_>) -> Option<Place> {
        let text = cursor.text();
        let parts = text.split_once(':').and_then(|(document, line)| {
            let line = line.parse().ok().filter(|line| *line > 0)?;
            Some((document, line))
        });
        let Some((document, line)) = parts else {
            cursor.problem(
                format!("expected a source like `000:6`, found `{:.40}`", text.escape_debug().to_string()),
                Some("write document, colon, line of the saved file".to_owned()),
            );
            return None;
        };
        let found = self.documents.indexes.get(document);
        if found.is_none() {
            cursor.expected_one_of("a source in a document of this story", self.documents.known());
        }
        found.map(|index| Place { document: *index, line })
    }

    /// A list of sources.
    pub(super) fn places(&self, cursor: &Cursor<'_>) -> Vec<Place> {
        cursor.items().filter_map(|source| self.place(&source)).collect()
    }

    /// A list of framings.
    pub(super) fn frames(&self, cursor: &Cursor<'_>) -> Frames {
        let framings = cursor.items().filter_map(|id| self.framings.index(&id));
        framings.filter(|index| *index < 2).fold(Frames::default(), |frames, index| frames.with(index.into()))
    }

    /// What is said of each framing: an object with members named by them.
    pub(super) fn of_each<T>(&self, cursor: &Cursor<'_>, read: impl Fn(&Cursor<'_>) -> T) -> [Option<T>; 2] {
        cursor.has_only(self.framings.known());
        [0, 1].map(|framing| {
            let (id, _) = self.framings.indexes.iter().find(|(_, index)| **index == framing)?;
            let member = cursor.get(id);
            member.is_given().then(|| read(&member))
        })
    }

    /// Who speaks: `actor`, an id, or `other`, words.
    pub(super) fn speaker(&self, cursor: &Cursor<'_>) -> Speaker {
        let (actor, other) = (cursor.get("actor"), cursor.get("other"));
        if actor.is_given() && other.is_given() {
            other.expected("`actor` or `other` and not both");
        }
        if actor.is_given() {
            return self.actors.index(&actor).map_or(Speaker::Unknown, Speaker::Actor);
        }
        other.text_if_given().map_or(Speaker::Unknown, Speaker::Other)
    }
}

impl Ids {
    /// Reads the ids of a list's items.
    pub(super) fn read(
        list: &Cursor<'_>,
        member: &str,
        what: &'static str,
        fits: fn(&str) -> Option<&'static str>,
    ) -> Ids {
        let mut indexes = BTreeMap::new();
        for (index, item) in list.items().enumerate() {
            let cursor = item.get(member);
            let id = cursor.id(what, fits);
            if indexes.contains_key(&id) && !id.is_empty() {
                cursor.expected("an id that nothing else has");
            }
            indexes.entry(id).or_insert(index as u16);
        }
        Ids { what, indexes }
    }

    fn known(&self) -> impl Iterator<Item = &str> + Clone {
        self.indexes.keys().map(String::as_str)
    }

    /// The index of what an id names.
    pub(super) fn index(&self, cursor: &Cursor<'_>) -> Option<u16> {
        if !cursor.is_given() {
            cursor.expected(self.what);
            return None;
        }
        let found = cursor.text_if_given().map(|id| self.indexes.get(&id).copied());
        if found == Some(None) {
            cursor.expected_one_of(self.what, self.known());
        }
        found.flatten()
    }

    /// The index of what an id names, where one is given.
    pub(super) fn index_if_given(&self, cursor: &Cursor<'_>) -> Option<u16> {
        if cursor.is_given() { self.index(cursor) } else { None }
    }
}

/// What should stand in place of an id that is not in kebab-case.
pub(super) fn kebab(id: &str) -> Option<&'static str> {
    let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
    (!id.split('-').all(word)).then_some("an id in kebab-case")
}

/// What should stand in place of a document's id that cannot stand in a source or an address.
fn document(id: &str) -> Option<&'static str> {
    if is_reserved(id) {
        return Some("an id that is not the name of a view");
    }
    let fits = id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    (!fits || id.is_empty()).then_some("an id of letters, digits, `-`, `_` and `.`")
}

fn filled(number: &str) -> Option<&'static str> {
    number.is_empty().then_some("the number of a rule")
}
