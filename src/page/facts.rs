//! What the page says about a story beyond its model: who is quoted where, who is named how often, where hand and
//! engine differ.

use framing_reader_story::{Story, model::*};

use crate::words::{ENGLISH as WORDS, fill, together};

/// Words an actor is quoted saying.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said<'a> {
    /// Line of the document's saved file.
    pub line: u32,
    /// The words with their marks.
    pub words: &'a str,
    /// How surely they are this actor's.
    pub certainty: Certainty,
}

/// What an actor is quoted saying in a document, in order of place.
pub fn said(document: &Document, actor: u16) -> impl Iterator<Item = Said<'_>> {
    document.quotations.iter().filter(move |quotation| quotation.source == Speaker::Actor(actor)).filter_map(
        |quotation| {
            let block = document.blocks.get(usize::from(quotation.block))?;
            let words = block.text.get(quotation.start as usize..quotation.end as usize)?;
            Some(Said { line: block.line, words, certainty: quotation.certainty })
        },
    )
}

/// How often a document names an actor.
pub fn named(document: &Document, actor: u16) -> usize {
    document.mentions.iter().filter(|mention| mention.actor == actor).count()
}

/// Whose words and codes a story is.
pub fn colophon(story: &Story) -> String {
    let coding = &story.coding;
    let words = if coding.coder.is_empty() { WORDS.colophon_uncoded } else { WORDS.colophon };
    fill(words, &[&story.title, &story.text, &coding.coder, &coding.date, &coding.version])
}

/// What the engine says of a paragraph where it does not say the same as the hand; nothing where nobody coded it.
pub fn differs(code: &Code, framing: usize) -> Option<Verdict> {
    let verdict = code.engine[framing];
    let same = if code.frames.has(framing) { Verdict::Present } else { Verdict::Absent };
    (verdict != same && code.is_by_hand()).then_some(verdict)
}

/// Every place where hand and engine differ on a framing: document, index of the block and the engine's verdict.
pub fn differences(story: &Story, framing: usize) -> impl Iterator<Item = (usize, &Block, &Code, Verdict)> {
    story.documents.iter().enumerate().flat_map(move |(index, document)| {
        document.blocks.iter().filter_map(move |block| {
            let code = block.code.as_ref()?;
            differs(code, framing).map(|verdict| (index, block, code, verdict))
        })
    })
}

/// The actors of a document in order of first mention: the numbers they have in print.
pub fn cast(document: &Document) -> Vec<u16> {
    let mut cast = Vec::new();
    for mention in &document.mentions {
        if !cast.contains(&mention.actor) {
            cast.push(mention.actor);
        }
    }
    cast
}

/// How many paragraphs of a document each framing is in, as a sentence.
pub fn counts(story: &Story, document: &Document) -> String {
    let all = document.paragraph_count().to_string();
    let [first, second] = [0, 1].map(|framing| document.framed_count(framing).to_string());
    fill(WORDS.strip, &[&story.framings[0].name, &first, &all, &story.framings[1].name, &second, &all])
}

/// The documents with the versions of one article together: an article, then its editions and summaries.
pub fn families(story: &Story) -> Vec<usize> {
    let documents = &story.documents;
    // A story from elsewhere may call two documents each other's edition; as many steps as documents are enough.
    let root = |index: usize| {
        documents.iter().fold(index, |at, _| {
            let kin = documents[at].edition_of.or(documents[at].summary_of).map(usize::from);
            kin.filter(|kin| *kin < documents.len()).unwrap_or(at)
        })
    };
    let places: Vec<_> = documents
        .iter()
        .enumerate()
        .map(|(index, document)| {
            let root = root(index);
            (root, if root == index { 0 } else { 1 + usize::from(document.summary_of.is_some()) })
        })
        .collect();
    // Not sorted: that alone would be 5,000 bytes of code.
    let mut order = Vec::new();
    for place in (0..documents.len()).flat_map(|root| [0, 1, 2].map(|rank| (root, rank))) {
        order.extend((0..documents.len()).filter(|index| places[*index] == place));
    }
    order
}

/// A number of thousandths as a decimal with two places.
pub fn thousandths(value: i16) -> String {
    let hundredths = (value.unsigned_abs() + 5) / 10;
    let sign = if value < 0 { "-" } else { "" };
    let zero = if hundredths % 100 < 10 { ".0" } else { "." };
    together(&[sign, &(hundredths / 100).to_string(), zero, &(hundredths % 100).to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::story;

    #[test]
    fn an_actor_is_quoted_with_line_and_certainty() {
        let story = story();
        let found: Vec<_> = said(&story.documents[0], 0).collect();
        assert_eq!(found, [Said { line: 3, words: "“No toll, no ferry,”", certainty: Certainty::Certain }][..]);
        assert_eq!(said(&story.documents[0], 1).count(), 0);
    }

    #[test]
    fn versions_of_one_article_stand_together() {
        let mut story = story();
        for _ in 0..3 {
            story.documents.push(story.documents[0].clone());
        }
        (story.documents[1].summary_of, story.documents[4].edition_of) = (Some(4), Some(2));
        assert_eq!(families(&story), [0, 2, 4, 1, 3]);
        // In a circle: any order, but each once.
        story.documents[2].edition_of = Some(4);
        let mut all = families(&story);
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn names_are_counted_for_each_actor() {
        let story = story();
        assert_eq!((named(&story.documents[0], 0), named(&story.documents[0], 1)), (2, 1));
        assert_eq!(cast(&story.documents[0]), [0, 1]);
    }

    #[test]
    fn hand_and_engine_differ_where_the_engine_abstains_or_says_otherwise() {
        let story = story();
        let lines = |framing| {
            differences(&story, framing).map(|(at, block, _, verdict)| (at, block.line, verdict)).collect::<Vec<_>>()
        };
        assert_eq!(lines(0), [(0, 3, Verdict::Unsure), (1, 3, Verdict::Unsure)]);
        assert_eq!(lines(1), [(0, 3, Verdict::Present), (1, 3, Verdict::Present)]);
    }

    #[test]
    fn thousandths_are_shown_with_two_places() {
        let shown = [(0, "0.00"), (917, "0.92"), (1000, "1.00"), (-45, "-0.05"), (54, "0.05"), (i16::MIN, "-32.77")];
        for (value, text) in shown {
            assert_eq!(thousandths(value), text);
        }
    }
}
