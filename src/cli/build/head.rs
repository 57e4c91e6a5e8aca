//! What stands in the head of a page for other programs: previews on social networks, the way to `oembed.json`, and the story
//! as linked data. Whatever needs a whole address is left out where nobody has said where the site will stand.

use framing_reader_page::fallback::escape;
use framing_reader_story::Story;
use serde_json::json;

use super::{Base, linked, picture};

/// Of the demo page.
pub(super) fn page(story: &Story, base: Option<&Base>) -> String {
    let mut head = String::new();
    let mut tag = |kind: &str, name: &str, content: &str| {
        head += &["<meta ", kind, "=\"", name, "\" content=\"", &escape(content), "\">\n"].concat();
    };
    tag("name", "description", &description(story));
    tag("property", "og:type", "article");
    tag("property", "og:title", &story.title);
    tag("property", "og:description", &description(story));
    if base.is_some() {
        tag("property", "og:url", &Base::address(base, ""));
        tag("property", "og:image", &Base::address(base, picture::NAME));
        tag("property", "og:image:type", "image/png");
        tag("property", "og:image:width", &picture::WIDTH.to_string());
        tag("property", "og:image:height", &picture::HEIGHT.to_string());
        tag("property", "og:image:alt", &picture::alternative(story));
    }
    tag("name", "twitter:card", if base.is_some() { "summary_large_image" } else { "summary" });
    if base.is_some() {
        let address = escape(&Base::address(base, "oembed.json"));
        let title = escape(&story.title);
        head += &format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">\n"
        );
    }
    head + &linked::script(story, base)
}

/// Of the page for frames: the demo page is where the story lives.
pub(super) fn frame(story: &Story, base: Option<&Base>) -> String {
    let home = if base.is_some() { Base::address(base, "") } else { "./".to_owned() };
    ["<link rel=\"canonical\" href=\"", &escape(&home), "\">\n", &linked::script(story, base)].concat()
}

/// Of the page that hands out the snippet: what there is to choose from, each value with its name.
pub(super) fn choices(story: &Story) -> String {
    let framings: Vec<_> = story.framings.iter().map(|framing| [&framing.id, &framing.name]).collect();
    let documents: Vec<_> = story.documents.iter().map(|document| [&document.id, &document.label]).collect();
    linked::data_script(
        "type=\"application/json\" id=\"story\"",
        &json!({ "framings": framings, "documents": documents }),
    )
}

/// One sentence that takes neither side.
fn description(story: &Story) -> String {
    let [one, other] = story.framings.each_ref().map(|framing| &framing.name);
    let articles = match story.documents.len() {
        1 => "one article".to_owned(),
        number => format!("{number} articles"),
    };
    format!("One news story, {articles}, two readings of the same words: {one} and {other}.")
}
