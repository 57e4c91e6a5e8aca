//! The plain article: what stands in the element before any script, and stays where scripts are refused.

use std::fmt::Write;

use framing_reader_story::model::{Block, BlockKind, Document, Story};

/// The story as HTML: both standfirsts, then every document with its blocks. Ids are those of the reader's addresses.
pub(crate) fn html(story: &Story) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = story_html(story, &mut out);
    out
}

fn story_html(story: &Story, out: &mut String) -> std::fmt::Result {
    writeln!(out, "<article lang=\"{}\" class=\"fr-plain\">", escape(&story.language))?;
    writeln!(out, "<h2>{}</h2>", escape(&story.title))?;
    writeln!(out, "<p><small>{}</small></p>", escape(&story.text))?;
    for framing in &story.framings {
        writeln!(out, "<p><b>{}.</b> {}</p>", escape(&framing.name), escape(&framing.standfirst))?;
    }
    for document in &story.documents {
        document_html(document, out)?;
    }
    let coding = &story.coding;
    writeln!(out, "<p><small>Coded by {}, {}.</small></p>", escape(&coding.coder), escape(&coding.date))?;
    writeln!(out, "</article>")
}

fn document_html(document: &Document, out: &mut String) -> std::fmt::Result {
    writeln!(out, "<section id=\"plain-{}\">", escape(&document.id))?;
    writeln!(out, "<h3>{}</h3>", escape(&document.label))?;
    writeln!(out, "<p><small>{}</small></p>", escape(&document.about))?;
    for block in &document.blocks {
        block_html(block, out)?;
    }
    writeln!(out, "</section>")
}

fn block_html(block: &Block, out: &mut String) -> std::fmt::Result {
    let text = escape(&block.text);
    match block.kind {
        BlockKind::Para => writeln!(out, "<p>{text}</p>"),
        BlockKind::Title | BlockKind::Heading => writeln!(out, "<h4>{text}</h4>"),
        BlockKind::Caption | BlockKind::Credit | BlockKind::Byline | BlockKind::Copyright => {
            writeln!(out, "<p><small>{text}</small></p>")
        }
    }
}

/// Text made safe for HTML, in content and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_in_a_story_stays_text() {
        assert_eq!(escape("<b a=\"1\" c='2'>&"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
    }
}
