//! A passage of one of two texts, with the words marked that differ from the other's.

use framing_reader_page::{parts, pen::Pen, sheet::Sheet, words::ENGLISH as WORDS};
use framing_reader_story::{
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
