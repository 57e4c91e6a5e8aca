//! The ids that everything in a story refers to: of framings, documents and actors, and the numbers of rules.

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
    /// Sorted by the ids.
    indexes: Vec<(String, u16)>,
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
            if cursor.is_given() {
                cursor.expected("a source like `000:6`: document, colon, line of the saved file");
            }
            return None;
        };
        let found = self.documents.find(document);
        if found.is_none() {
            cursor.expected_one_of("a source in a document of this story", &self.documents.known());
        }
        found.map(|index| Place { document: index, line })
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
        cursor.has_only(&self.framings.known());
        [0, 1].map(|framing| {
            let (id, _) = self.framings.indexes.iter().find(|(_, index)| *index == framing)?;
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
        let ids = list.items().enumerate().map(|(index, item)| (item.get(member).id(what, fits), index as u16));
        let mut indexes: Vec<(String, u16)> = ids.collect();
        indexes.sort_unstable();
        for pair in indexes.windows(2).filter(|pair| pair[0].0 == pair[1].0 && !pair[0].0.is_empty()) {
            list.item(pair[1].1.into()).get(member).expected("an id that nothing else has");
        }
        Ids { what, indexes }
    }

    fn find(&self, id: &str) -> Option<u16> {
        let first = self.indexes.partition_point(|(known, _)| known.as_str() < id);
        self.indexes.get(first).filter(|(known, _)| known == id).map(|(_, index)| *index)
    }

    /// Some of the ids, for a guess at what was meant.
    fn known(&self) -> Vec<&str> {
        /// More would take longer than a guess is worth.
        const MOST: usize = 2000;
        self.indexes.iter().take(MOST).map(|(id, _)| id.as_str()).collect()
    }

    /// The index of what an id names.
    pub(super) fn index(&self, cursor: &Cursor<'_>) -> Option<u16> {
        if !cursor.is_given() {
            cursor.expected(self.what);
            return None;
        }
        let found = cursor.text_if_given().map(|id| self.find(&id));
        if found == Some(None) {
            cursor.expected_one_of(self.what, &self.known());
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
