//! The plain article: what stands in the element before any script, and stays where scripts are refused. It says with elements
//! and words alone what the reader shows, so that feed readers and archives that drop styles and classes keep it:
//!
//! 1. [`into_page`] finds out what the page's element asks for, its addresses and the article if it is one alone;
//! 2. the story: its title, both standfirsts, what the marks mean, the articles;
//! 3. each article: what its file states, its blocks with the evidence marked, the margin notes behind it ([`article`]);
//! 4. the actors ([`actors`]), and who coded all this.

mod actors;
mod article;
mod markup;

use crate::{
    facts,
    parts::{framing_name, mark},
    pen::Pen,
    route::{self, OVERVIEW},
    words::ENGLISH as WORDS,
};
use framing_reader_story::model::{Document, Place, Story};

use markup::Markup;
pub use markup::escape;

/// Where it goes in a page.
const PLACEHOLDER: &str = "<!-- fallback -->";
/// What addresses begin with where the page's element has none of its own, so that notes and lines have one.
const PREFIX: &str = "framing-reader";
/// What the attribute `framing` says where neither is on.
const NONE: &str = "none";

/// The page with the plain article in its element: with addresses that begin as its attribute `hash` says, and only the article
/// that its attribute `document` asks for.
pub fn into_page(page: &str, story: &Story) -> String {
    let before = page.split(PLACEHOLDER).next().unwrap_or_default();
    let tag = before.rsplit_once("<framing-reader").map_or("", |(_, tag)| tag);
    let attribute = |name: &str| tag.split_once(&format!(" {name}=\""))?.1.split('"').next();
    let only = attribute("document").and_then(|id| story.documents.iter().position(|document| document.id == id));
    let on = attribute("framing").and_then(|id| story.framings.iter().position(|framing| framing.id == id));
    page.replace(PLACEHOLDER, &draw(story, attribute("hash").unwrap_or(PREFIX), only, on))
}

/// The plain article for a page that is made elsewhere: the whole story, for an element without addresses of its own.
pub fn alone(story: &Story) -> String {
    html(story, PREFIX, None)
}

/// The story as HTML, for an element whose addresses begin with `prefix`; `only`: the index of the one document it is to show.
pub fn html(story: &Story, prefix: &str, only: Option<usize>) -> String {
    draw(story, prefix, only, None)
}

/// The same, with a framing on.
fn draw(story: &Story, prefix: &str, only: Option<usize>, on: Option<usize>) -> String {
    let mut html = Markup::new(prefix);
    html.open("article.fr-plain");
    html.set("lang", WORDS.language);
    html.place(OVERVIEW);
    opening(&mut html, story, &[prefix, "/", &story.title].concat(), on);
    let shown: Vec<usize> = only.map_or_else(|| (0..story.documents.len()).collect(), |only| vec![only]);
    contents(&mut html, story, &shown);
    for index in &shown {
        html.line();
        article::draw(&mut html, story, *index);
    }
    html.line();
    actors::draw(&mut html, story, &shown);
    html.line();
    html.open("footer");
    html.leaf("p", &facts::colophon(story));
    html.into_html()
}

/// What the texts are, the title, and the story in two sentences under each framing.
fn opening(html: &mut Markup, story: &Story, group: &str, on: Option<usize>) {
    html.leaf("p.kicker", &story.text);
    html.open("h2");
    told(html, story);
    html.text(&story.title);
    html.close();
    switch(html, story, group, on);
    html.open("div.standfirsts");
    for (index, framing) in story.framings.iter().enumerate() {
        html.line();
        html.open("div");
        html.set("data-mark", mark(index));
        told(html, story);
        html.leaf("h3", &framing.name);
        html.leaf("p", &framing.asks);
        html.open("p");
        html.text(&framing.standfirst);
        sources(html, story, &framing.sources);
        html.close();
        html.close();
    }
    html.close();
}

/// The switch. What is chosen shows by styles alone (`www/plain.css`), so that it works before any script and without; where they are
/// not, it stays hidden, since it would do nothing there, and leaves no words behind where elements are dropped. `group`: a name
/// that the switches of other stories on the page do not have.
fn switch(html: &mut Markup, story: &Story, group: &str, on: Option<usize>) {
    html.line();
    html.open("div.switch");
    html.set("hidden", "");
    html.set("role", "radiogroup");
    html.set("aria-label", WORDS.read_as);
    let framings =
        story.framings.iter().enumerate().map(|(index, framing)| (Some(index), &*framing.id, &*framing.name));
    for (index, id, name) in framings.chain([(None, NONE, WORDS.fallback.neither)]) {
        html.open("input");
        html.set("type", "radio");
        html.set("name", group);
        html.set("value", id);
        if let Some(index) = index {
            html.set("data-mark", mark(index));
        }
        html.set("aria-label", name);
        // Browsers would choose again what was chosen before a page is loaded anew; its address says what is on.
        html.set("autocomplete", "off");
        if index == on {
            html.set("checked", "");
        }
        html.end();
    }
    html.close();
    html.line();
}

/// What marks, letters and numbers mean, and the articles in reading order.
fn contents(html: &mut Markup, story: &Story, shown: &[usize]) {
    html.line();
    html.open("p.key");
    html.text(WORDS.fallback.marks);
    for (framing, letter) in letters(story).iter().enumerate() {
        html.open("mark");
        html.set("data-frames", mark(framing));
        html.text(&framing_name(story, framing));
        html.close();
        html.leaf("sup", letter);
        html.text(if framing == 0 { ", " } else { ". " });
    }
    html.text(WORDS.fallback.notes_key);
    html.text(" ");
    html.text(WORDS.fallback.sources_key);
    html.close();
    if shown.len() < 2 {
        return;
    }
    html.open("nav");
    html.leaf("h3", WORDS.fallback.contents);
    html.open("ol");
    for document in shown.iter().filter_map(|index| story.documents.get(*index)) {
        html.line();
        html.open("li");
        html.link("", &document.id);
        called(html, document);
        html.close();
        html.text(" ");
        html.leaf("small", &facts::counts(story, document));
        html.close();
    }
    html.close();
    html.close();
}

/// A document's name, behind the number it has in sources.
fn called(html: &mut Markup, document: &Document) {
    html.leaf("small", &document.id);
    html.text(" ");
    html.text(&document.label);
}

/// Says of an element that its words are in the story's language, where that is another one than the interface's.
fn told(html: &mut Markup, story: &Story) {
    if story.language != WORDS.language {
        html.set("lang", &story.language);
    }
}

/// Words of the story among words of the interface: in an element of their own only where that has something to say.
fn story_words(html: &mut Markup, story: &Story, words: &str) {
    if story.language == WORDS.language {
        return html.text(words);
    }
    html.open("span");
    told(html, story);
    html.text(words);
    html.close();
}

/// The lines a statement rests on, behind it and smaller.
fn sources(html: &mut Markup, story: &Story, places: &[Place]) {
    if !places.is_empty() {
        html.open("small");
        cited(html, story, places);
        html.close();
    }
}

/// The lines a statement rests on, in brackets, each a link; nothing where there are none.
fn cited(html: &mut Markup, story: &Story, places: &[Place]) {
    if places.is_empty() {
        return;
    }
    let mut before = " (";
    for place in places {
        let document = usize::from(place.document);
        let Some(id) = story.documents.get(document).map(|document| &document.id) else { continue };
        html.text(before);
        html.link("", &route::line(story, document, place.line));
        html.text(&format!("{id}:{}", place.line));
        html.close();
        before = ", ";
    }
    html.text(")");
}

/// What stands behind marked words for each framing: its first letter, in brackets, so that it stays apart from the words where
/// nothing is raised.
fn letters(story: &Story) -> [String; 2] {
    let [first, second] = [0, 1].map(|framing| story.framings[framing].name.chars().next().unwrap_or('?'));
    let pair = if first == second { ['A', 'B'] } else { [first, second] };
    pair.map(|letter| format!("[{letter}]"))
}

#[cfg(test)]
mod tests {
    use crate::fixture;
    use framing_reader_story::model::{Frames, Note, Piece};

    use super::*;

    /// What follows each beginning in a text, up to the next quotation mark.
    fn after<'a>(html: &'a str, beginning: &str) -> Vec<&'a str> {
        html.split(beginning).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_link_leads_to_a_place_and_every_place_is_there_once() {
        let html = html(&fixture::story(), "fr", None);
        let mut ids = after(&html, " id=\"");
        for link in after(&html, " href=\"#") {
            assert!(ids.contains(&link), "{link}");
        }
        assert!(ids.contains(&"fr/100/3") && ids.contains(&"fr/200"), "{ids:?}");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn a_page_says_what_its_addresses_begin_with_and_which_document_it_asks_for() {
        let story = fixture::story();
        let page =
            |tag: &str| into_page(&format!("<framing-reader{tag}>\n<!-- fallback -->\n</framing-reader>"), &story);
        let both = page(" hash=\"r\"");
        assert!(both.contains("id=\"r/100/1\"") && both.contains("id=\"r/200/1\""), "{both}");
        let one = page(" document=\"200\"");
        assert!(one.contains("id=\"framing-reader/200/1\"") && !one.contains("/100/1\""), "{one}");
        assert!(page(" document=\"300\"").contains("data-document=\"100\""), "what is not there is not asked for");
    }

    #[test]
    fn the_switch_says_what_the_page_asks_for_and_is_of_its_story_alone() {
        let mut story = fixture::story();
        let page = |tag: &str, story: &Story| {
            into_page(&format!("<framing-reader{tag}>\n<!-- fallback -->\n</framing-reader>"), story)
        };
        let on = |html: &str| -> Option<String> {
            let (before, _) = html.split_once(" checked=\"\"")?;
            after(before, " value=\"").last().map(|value| (*value).to_owned())
        };
        let id = story.framings[1].id.clone();
        assert_eq!(on(&page(&format!(" framing=\"{id}\""), &story)), Some(id.clone()));
        assert_eq!(on(&page("", &story)).as_deref(), Some(NONE));
        assert_eq!(on(&page(" framing=\"weather\"", &story)).as_deref(), Some(NONE), "what is no framing is not on");
        let name = |html: &str| after(html, " name=\"")[0].to_owned();
        let first = [page(" hash=\"a\"", &story), page(" hash=\"b\"", &story)].map(|html| name(&html));
        story.title = "\"Another\"".into();
        assert_ne!(first[0], first[1]);
        assert_ne!(first[0], name(&page(" hash=\"a\"", &story)));
    }

    #[test]
    fn words_keep_their_marks_and_say_without_styles_what_for() {
        let mut story = fixture::story();
        let block = &mut story.documents[0].blocks[1];
        let [toll, ferry] = [Frames::default().with(0), Frames::default().with(0).with(1)];
        block.pieces = [(4, None, Frames::default()), (8, None, toll), (12, Some(0), toll), (18, None, ferry)]
            .map(|(end, mention, evidence)| Piece { end, mention, evidence })
            .to_vec();
        block.text = "One two six <&> 7.".into();
        let html = html(&story, "fr", Some(0));
        let marked = "One <mark data-frames=\"f0\" title=\"bargaining\">two six </mark><mark data-frames=\"f0 f1\" \
                      title=\"bargaining, security\">&lt;&amp;&gt; 7.</mark><sup>[b][s]</sup></p>";
        assert!(html.contains(marked), "{html}");
    }

    #[test]
    fn a_note_stands_behind_its_article_and_leads_back() {
        let mut story = fixture::story();
        let note = Note { text: "a toll is a price".into(), sources: vec![Place { document: 1, line: 3 }] };
        if let Some(code) = &mut story.documents[0].blocks[1].code {
            code.notes = [Some(note.clone()), Some(note)];
        }
        let html = html(&story, "fr", None);
        assert!(html.contains("<sup><a href=\"#fr/100/note-1\" id=\"fr/100/to-1\">[1]</a></sup>"), "{html}");
        let note = "<a href=\"#fr/100/to-2\">[2] Line 3, read as security</a>: a toll is a price (<a href=\"#fr/200/3\">200:3</a>)</li>";
        assert!(html.contains(note), "{html}");
        story.language = "fr".into();
        assert!(
            super::html(&story, "fr", None).contains("</a>: <span lang=\"fr\">a toll is a price</span> ("),
            "{html}"
        );
    }

    #[test]
    fn framings_that_begin_alike_have_letters_of_their_own() {
        let mut story = fixture::story();
        assert_eq!(letters(&story), ["[b]", "[s]"]);
        story.framings[1].name = "blame".into();
        assert_eq!(letters(&story), ["[A]", "[B]"]);
    }
}
