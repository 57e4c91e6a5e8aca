//! A story's mentions, quotations and frames as W3C Web Annotations: an adapter between the model, whose offsets are
//! bytes of a block, and selectors of text. JSON, because the page parses it faster than any binding builds it.

use framing_reader_page::words::together;
use framing_reader_story::{Story, model::*};

/// How many characters of context a quote selector carries on each side.
const CONTEXT: usize = 32;

/// Every annotation, as one JSON array; positions are Unicode code points of the block's text, half-open.
pub fn json(story: &Story) -> String {
    let mut all = String::from("[");
    for document in &story.documents {
        mentions(story, document, &mut all);
        quotations(story, document, &mut all);
        for block in &document.blocks {
            frames(story, document, block, &mut all);
        }
    }
    if all.ends_with(',') {
        all.pop();
    }
    all.push(']');
    all
}

fn mentions(story: &Story, document: &Document, all: &mut String) {
    for (at, block) in document.blocks.iter().enumerate() {
        let (mut start, mut pieces) = (0, block.pieces.iter().peekable());
        while let Some(piece) = pieces.next() {
            let mut end = piece.end;
            while let Some(more) = pieces.next_if(|more| more.mention.is_some() && more.mention == piece.mention) {
                end = more.end;
            }
            let mention = piece.mention.and_then(|index| document.mentions.get(usize::from(index)));
            let actor = mention.filter(|mention| usize::from(mention.block) == at);
            if let Some(actor) = actor.and_then(|mention| story.actors.get(usize::from(mention.actor))) {
                open("identifying", "Mention", all);
                member("value", &actor.id, all);
                member("name", &actor.name, all);
                target(document, block, (start, end), all);
            }
            start = end;
        }
    }
}

fn quotations(story: &Story, document: &Document, all: &mut String) {
    for quotation in &document.quotations {
        let Some(block) = document.blocks.get(usize::from(quotation.block)) else { continue };
        open("describing", "Quotation", all);
        match &quotation.source {
            Speaker::Actor(index) => {
                member("value", story.actors.get(usize::from(*index)).map_or("", |actor| &actor.id), all);
            }
            Speaker::Other(who) => member("value", who, all),
            Speaker::Unknown => all.push_str(",\"value\":null"),
        }
        let certainty = match quotation.certainty {
            Certainty::Certain => "certain",
            Certainty::Likely => "likely",
            Certainty::Unknown => "unknown",
        };
        member("certainty", certainty, all);
        target(document, block, (quotation.start, quotation.end), all);
    }
}

/// The hand's codes of a paragraph, with the words that decided.
fn frames(story: &Story, document: &Document, block: &Block, all: &mut String) {
    let Some(code) = &block.code else { return };
    for (index, framing) in story.framings.iter().enumerate().filter(|(index, _)| code.frames.has(*index)) {
        open("classifying", "Frame", all);
        member("value", &framing.id, all);
        all.push_str(",\"evidence\":[");
        let mut start = 0;
        for piece in &block.pieces {
            if piece.evidence.has(index) {
                position(block, (start, piece.end), all);
                all.push(',');
            }
            start = piece.end;
        }
        if all.ends_with(',') {
            all.pop();
        }
        all.push(']');
        target(document, block, (0, block.text.len() as u32), all);
    }
}

fn open(motivation: &str, kind: &str, all: &mut String) {
    all.push_str("{\"type\":\"Annotation\"");
    member("motivation", motivation, all);
    all.push_str(",\"body\":{\"type\":");
    quoted(kind, all);
}

/// Ends the body and says where: document, line, and the span by its words and by its place.
fn target(document: &Document, block: &Block, span: (u32, u32), all: &mut String) {
    all.push_str("},\"target\":{\"source\":");
    quoted(&together(&[&document.id, "#", &block.line.to_string()]), all);
    all.push_str(",\"selector\":[{\"type\":\"TextQuoteSelector\"");
    let (start, end) = (span.0 as usize, span.1 as usize);
    let part = |from, to| block.text.get(from..to).unwrap_or("");
    member("exact", part(start, end), all);
    let before = part(0, start);
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(from, _)| from);
    member("prefix", part(from, start), all);
    let after = part(end, block.text.len());
    let to = after.char_indices().nth(CONTEXT).map_or(block.text.len(), |(to, _)| end + to);
    member("suffix", part(end, to), all);
    all.push_str("},");
    position(block, span, all);
    all.push_str("]}},");
}

fn position(block: &Block, (start, end): (u32, u32), all: &mut String) {
    let points = |byte: u32| block.text.get(..byte as usize).map_or(0, |text| text.chars().count()).to_string();
    all.push_str("{\"type\":\"TextPositionSelector\",\"start\":");
    all.push_str(&points(start));
    all.push_str(",\"end\":");
    all.push_str(&points(end));
    all.push('}');
}

fn member(name: &str, value: &str, all: &mut String) {
    all.push_str(",\"");
    all.push_str(name);
    all.push_str("\":");
    quoted(value, all);
}

/// A string as JSON writes it.
fn quoted(text: &str, all: &mut String) {
    all.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                all.push('\\');
                all.push(c);
            }
            // Control characters do not occur in a story's words; one that does becomes a space.
            c if c < ' ' => all.push(' '),
            c => all.push(c),
        }
    }
    all.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use framing_reader_page::fixture::story;

    #[test]
    fn positions_are_code_points_and_quotes_keep_their_marks() {
        let json = json(&story());
        let quotation = "{\"type\":\"Annotation\",\"motivation\":\"describing\",\"body\":{\"type\":\"Quotation\",\
                         \"value\":\"ana-ruiz\",\"certainty\":\"certain\"},\"target\":{\"source\":\"100#3\",\"selector\":\
                         [{\"type\":\"TextQuoteSelector\",\"exact\":\"“No toll, no ferry,”\",\"prefix\":\"\",\
                         \"suffix\":\" Ruiz said.\"},{\"type\":\"TextPositionSelector\",\"start\":0,\"end\":20}]}}";
        assert!(json.contains(quotation), "{json}");
        assert!(json.starts_with("[{") && json.ends_with("}]"), "{json}");
    }

    #[test]
    fn what_json_would_misread_is_escaped() {
        let mut text = String::new();
        quoted("a \"b\" \\ c\nd", &mut text);
        assert_eq!(text, r#""a \"b\" \\ c d""#);
    }
}
