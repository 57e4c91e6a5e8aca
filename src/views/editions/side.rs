//! A passage of one of two texts, with the words marked that differ from the other's, and what the editors say of it.

use framing_reader_page::{parts, pen::Pen, sheet::Sheet, words::ENGLISH as WORDS};
use framing_reader_story::{
    Story,
    model::{Block, BlockKind},
    record::{Change, Run},
};

use super::Pair;

/// A change, as attributes say it.
pub(super) fn mark(change: Change) -> &'static str {
    ["spelling", "date", "wording", "caption", "added", "dropped", "merged", "meaning"][change as usize]
}

/// Writes a passage of the first text, or of the second.
pub(super) fn draw(sheet: &mut Sheet, pair: &Pair<'_>, second: bool, block: &Block, runs: &[Run]) {
    let document = if second { pair.comparison.second } else { pair.comparison.first };
    sheet.open("div.passage");
    parts::frames(sheet, |framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing)));
    sheet.open("p.sources");
    parts::jump(sheet, pair.story, usize::from(document), block.line);
    if block.kind != BlockKind::Para {
        sheet.leaf("i", WORDS.editions.kinds[block.kind as usize]);
    }
    sheet.close();
    sheet.open("p.text");
    sheet.set("lang", &pair.story.language);
    sheet.set("dir", "auto");
    words(sheet, second, &block.text, runs);
    sheet.close();
    sheet.close();
}

/// Writes what the editors say of a difference, with the lines it names to jump to; nothing where they say nothing.
pub(super) fn remark(sheet: &mut Sheet, story: &Story, note: &str) {
    if note.is_empty() {
        return;
    }
    sheet.open("p.remark");
    sheet.leaf("i", WORDS.editions.note);
    for part in note.split_inclusive([' ', '(', ',', ';']) {
        let named = part.trim_end_matches([' ', '(', ')', ',', ';', '.']);
        match place(story, named) {
            Some((document, line)) => {
                parts::jump(sheet, story, document, line);
                sheet.text(&part[named.len()..]);
            }
            None => sheet.text(part),
        }
    }
    sheet.close();
}

/// The place that a source names as editors write it: `100:3`.
fn place(story: &Story, source: &str) -> Option<(usize, u32)> {
    let (id, line) = source.split_once(':')?;
    let line = line.parse().ok()?;
    let document = story.documents.iter().position(|document| document.id == id)?;
    story.documents[document].block_at(line).map(|_| (document, line))
}

/// The words, marked where they differ; runs that do not fit the text mark nothing.
fn words(sheet: &mut Sheet, second: bool, text: &str, runs: &[Run]) {
    let mut start = 0;
    for run in runs {
        let end = if second { run.second_end } else { run.first_end } as usize;
        let Some(words) = text.get(start..end) else { break };
        start = end;
        match run.change {
            Some(change) if !words.is_empty() => {
                sheet.open(if second { "ins" } else { "del" });
                sheet.set("data-change", mark(change));
                sheet.leaf("span.unseen", WORDS.editions.spoken[change as usize]);
                sheet.text(words);
                sheet.close();
            }
            _ => sheet.text(words),
        }
    }
    sheet.text(text.get(start..).unwrap_or(""));
}
