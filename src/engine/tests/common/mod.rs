//! What every test of the whole engine shares: a gazetteer of made-up actors, and what must hold on any text.

use framing_reader_engine::{ActorKind, ActorNames, BlockKind, Certainty, Document, Gazetteer, read, text};

/// Actors with every kind of name: words, surnames, capitals, hyphens, non-Latin letters.
pub(crate) fn gazetteer() -> Gazetteer {
    let actor = |name: &str, kind, aliases: &[&str]| ActorNames {
        id: name.to_lowercase().replace(' ', "-"),
        name: name.into(),
        kind,
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
    };
    Gazetteer::new(vec![
        actor("Ada Berg", ActorKind::Person, &["Berg"]),
        actor("Nils Berg", ActorKind::Person, &[]),
        actor("He Wei", ActorKind::Person, &["He"]),
        actor("Norway", ActorKind::Government, &["Oslo", "Norwegian government"]),
        actor("United States", ActorKind::Government, &["US", "Washington"]),
        actor("Berg administration", ActorKind::Government, &[]),
        actor("Tern", ActorKind::Company, &["Tern Inc."]),
        actor("Swan-Hunter", ActorKind::Company, &[]),
        actor("Ministry of Harbors", ActorKind::Body, &[]),
        actor("The Daily Gull", ActorKind::Media, &["Gull"]),
        actor("Østlandet", ActorKind::Organisation, &["李偉", "ﷺ", "..", ""]),
    ])
}

/// Everything the engine promises of any text. Panics with what was broken.
pub(crate) fn hold(text: &str, gazetteer: &Gazetteer) {
    let document = Document::parse(text);
    let filled: Vec<(usize, text::Span)> = text::lines(text)
        .enumerate()
        .map(|(n, span)| (n + 1, span))
        .filter(|(_, span)| !span.of(text).trim_matches(|c: char| c.is_whitespace() || is_invisible(c)).is_empty())
        .collect();
    let blocks: Vec<(usize, text::Span)> = document.blocks.iter().map(|b| (b.line, b.span)).collect();
    assert_eq!(blocks, filled, "blocks cover exactly the lines that are not empty");
    assert!(document.blocks.iter().all(|b| !b.reason.is_empty()), "every block has a reason");

    let reading = read(document, gazetteer);
    let blocks = &reading.document.blocks;
    let inside = |span: text::Span, block: usize, what: &str| {
        let paragraph = &blocks[block];
        assert_eq!(paragraph.kind, BlockKind::Para, "{what} outside a paragraph");
        assert!(paragraph.span.contains(span), "{what} outside its block");
        assert!(!span.is_empty() && text.get(span.start..span.end).is_some(), "{what} off a character boundary");
    };
    let mut last = 0;
    for mention in &reading.mentions {
        inside(mention.span, mention.block, "mention");
        assert!(mention.actor < gazetteer.actors().len(), "mention of nobody");
        assert!(mention.span.start >= last, "mentions overlap or are out of order");
        last = mention.span.end;
    }
    let mut last = 0;
    for quotation in &reading.quotations {
        inside(quotation.span, quotation.block, "quotation");
        assert!(quotation.span.start >= last, "quotations overlap or are out of order");
        last = quotation.span.end;
        if let Some(cue) = quotation.cue {
            assert!(!cue.is_empty() && text.get(cue.start..cue.end).is_some(), "cue off a character boundary");
        }
    }
    let mut last = 0;
    for statement in &reading.statements {
        inside(statement.span, statement.block, "statement");
        assert!(statement.span.start >= last, "statements are out of order");
        last = statement.span.start;
        assert!(!statement.rule.is_empty(), "every statement has a reason");
        assert!(statement.cue.is_none_or(|cue| statement.span.contains(cue)), "cue outside its sentence");
        inside(statement.cue.unwrap_or(statement.span), statement.block, "cue");
        assert_eq!(statement.source.is_none(), statement.certainty == Certainty::Unknown, "sure of nobody");
    }
    for pair in reading.statements.windows(2) {
        assert!(pair[0].span != pair[1].span || pair[0].source != pair[1].source, "one source, two statements");
    }
    for verdict in &reading.frames {
        for evidence in &verdict.evidence {
            inside(evidence.span, verdict.block, "evidence");
        }
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{fe0f}')
}

/// Pieces that have broken parsers before: marks without partner, line ends, characters of every width, names cut in half.
#[rustfmt::skip]
pub(crate) const NASTY: &[&str] = &[
    "\"", "“", "”", "'", "‘", "’", "«", "»", "'s", "’s", "s'", ",\" ", ",” ", ".'", "?\"", "\n", "\r", "\r\n", "\n\n", "\u{a0}", "\u{2028}", "\u{85}",
    "\u{200b}", "\u{feff}", "\u{ad}", "\u{202e}", "\u{fe0f}", "e\u{301}", "\u{301}", "😀", "👩‍👩‍👧", "العربية", "עברית", "中文。", "ß", "İ", "ǆ", "ﬁ", "𝐀", "\0", "\u{7f}", " ", "  ", "\t",
    "Ada Berg", "Ada", " Berg", "Ber", "g", "He", "He Wei", "Norway", "Nor", "Oslo", "the US", "U.S.", "U.S", "US", ".S.", "Tern Inc.", "Tern", "Swan-", "Hunter", "Ministry of", " Harbors",
    " said", " said,", " denied ", " warns", ", saying that ", "Some ", "they ", " by ", " would ", " told ", "added:", "according to ", "a person familiar with the talks", "in ", "to ", "and ", "of ", "the ", "-based ", "–", "—", "-", "--", "...", "…", ".", "!", "?", ":", ";", ",", "(", ")", "|", "/", "@", "©",
    "By Ada Berg", "Also Read: ", "RELATED", "Comments", "Share", "2 hours ago", "May 3, 2019", "Photo: ", "(left)", "© 2019 Tern", "1", "12", "1. ", "• ",
    "The harbor will be leased for ten years. ", "“We will not sell it,” she said. ", "national security", "bargaining chip", "not ", "trade ",
];
