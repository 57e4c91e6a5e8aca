//! `NNN.txt`: a document's text as a reporter edits it. Bracketed source line, kind, words; remarks start with a hash.

use framing_reader_engine::text::lines;

use super::{
    diagnostic::{At, Origin, Problems},
    source::{self, Source},
};
use crate::{model::BlockKind, similar::did_you_mean};

/// One block as written.
#[derive(Clone, Debug)]
pub(crate) struct BlockEntry {
    pub(crate) line: At<u32>,
    pub(crate) kind: BlockKind,
    pub(crate) words: Words,
}

/// The words of a block, or where they stand.
#[derive(Clone, Debug)]
pub(crate) enum Words {
    /// They are written here.
    Here(At<String>),
    /// They are those of another document's block.
    Same(At<Source>),
}

const KINDS: [(&str, BlockKind); 7] = [
    ("title", BlockKind::Title),
    ("para", BlockKind::Para),
    ("heading", BlockKind::Heading),
    ("caption", BlockKind::Caption),
    ("credit", BlockKind::Credit),
    ("byline", BlockKind::Byline),
    ("copyright", BlockKind::Copyright),
];

/// Reads the file; what is no block is told, the rest is kept.
pub(crate) fn read(file: usize, problems: &mut Problems) -> Vec<BlockEntry> {
    let text = problems.text(file).to_string();
    let mut blocks: Vec<BlockEntry> = Vec::new();
    let mut open = false;
    for span in lines(&text) {
        let line = span.of(&text);
        let words = line.trim_start_matches('\u{feff}').trim();
        let at = |part: &str| Origin { file, at: part.as_ptr() as usize - text.as_ptr() as usize };
        if words.starts_with('#') {
            continue;
        }
        if words.is_empty() {
            open = false;
        } else if words.starts_with('[') {
            open = false;
            if let Some(block) = head(words, &at, problems) {
                if let Some(last) = blocks.last().filter(|last| last.line.value >= block.line.value) {
                    let message = format!("expected a line after {}, found {}", last.line.value, block.line.value);
                    problems.error(
                        block.line.origin,
                        message,
                        "keep the paragraphs in the order of the source".to_string(),
                    );
                }
                open = matches!(block.words, Words::Here(_));
                blocks.push(block);
            }
        } else {
            match blocks.last_mut().map(|block| &mut block.words) {
                Some(Words::Here(text)) if open => {
                    text.value.push(' ');
                    text.value.push_str(words);
                }
                _ => problems.error(
                    at(words),
                    "expected a source line in brackets, found text",
                    "start each paragraph with the line it stands for: `[12] …`".to_string(),
                ),
            }
        }
    }
    for block in &blocks {
        if let Words::Here(text) = &block.words {
            check_quotations(text, problems);
        }
    }
    blocks
}

fn head(words: &str, at: &dyn Fn(&str) -> Origin, problems: &mut Problems) -> Option<BlockEntry> {
    let hint = "write `[12]`, or `[12 heading]`".to_string();
    let Some((inside, rest)) = words.trim_start_matches('[').split_once(']') else {
        problems.error(at(words), "expected a closing bracket, found the end of the line", hint);
        return None;
    };
    let (number, kind) = inside.trim().split_once(' ').unwrap_or((inside.trim(), "para"));
    let Some(line) = number.parse().ok().filter(|line| *line > 0) else {
        problems.error(at(inside), format!("expected the number of a source line, found `{number}`"), hint);
        return None;
    };
    let kind = kind.trim();
    let Some((_, kind)) = KINDS.iter().find(|(word, _)| *word == kind) else {
        let hint = did_you_mean(kind, KINDS.iter().map(|(word, _)| *word))
            .unwrap_or_else(|| "the kinds are title, heading, caption, credit, byline, copyright".to_string());
        problems.error(at(inside), format!("unknown kind `{kind}`"), hint);
        return None;
    };
    let rest = rest.trim();
    let written = At { value: rest.to_string(), origin: at(rest) };
    let words = match rest.strip_prefix('=') {
        Some(same) => Words::Same(source::parse(written.map(|_| same.trim().to_string()), problems)?),
        None => Words::Here(written),
    };
    Some(BlockEntry { line: At { value: line, origin: at(inside) }, kind: *kind, words })
}

/// The longest quotation a retelling may hold, in words: enough for what was said, short of reprinting it.
const QUOTATION_WORDS: usize = 40;

fn check_quotations(text: &At<String>, problems: &mut Problems) {
    let mut open: Option<usize> = None;
    for (at, c) in text.value.char_indices() {
        // Text that runs over lines was joined by single blanks: places within it hold for its first line.
        let origin = Origin { file: text.origin.file, at: text.origin.at + at };
        match (c, open) {
            ('“', None) => open = Some(at),
            ('“', Some(_)) => {
                problems.error(origin, "expected a closing quotation mark, found another opening one", None)
            }
            ('”', Some(start)) => {
                let words = text.value.get(start..at).unwrap_or("").split_whitespace().count();
                if words > QUOTATION_WORDS {
                    let message = format!("expected a quotation of at most {QUOTATION_WORDS} words, found {words}");
                    problems.error(origin, message, "split it, or report part of it in words of your own".to_string());
                }
                open = None;
            }
            ('”', None) => {
                problems.error(origin, "expected an opening quotation mark before this closing one, found none", None)
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        let origin = Origin { file: text.origin.file, at: text.origin.at + start };
        problems.error(origin, "expected a closing quotation mark, found the end of the paragraph", None);
    }
}
