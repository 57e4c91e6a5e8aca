//! `oembed.json`: how another site shows this one in a frame. Static, so it answers every request alike.

use framing_reader_page::fallback::escape;
use framing_reader_story::Story;
use serde_json::json;

use super::{Base, picture};

/// The size a site gets that cannot make the frame follow its content, in CSS pixels: a text column with its margin.
const SIZE: [u32; 2] = [800, 1000];

/// The answer, version 1.0 of oEmbed.
pub(super) fn json(story: &Story, base: Option<&Base>) -> String {
    let [width, height] = SIZE;
    let address = escape(&Base::address(base, "frame.html"));
    let title = escape(&story.title);
    let frame = format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" style=\"width:100%;border:0\"></iframe>"
    );
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": story.title,
        "author_name": story.coding.coder,
        "provider_name": "framing-reader",
        "html": frame,
        "width": width,
        "height": height,
    });
    if base.is_some() {
        answer["provider_url"] = Base::address(base, "").into();
        answer["thumbnail_url"] = Base::address(base, picture::NAME).into();
        answer["thumbnail_width"] = picture::WIDTH.into();
        answer["thumbnail_height"] = picture::HEIGHT.into();
    }
    format!("{answer:#}\n")
}
