//! Find: passages of all articles by their words, who is in them, who speaks in them, and how they are coded.
//!
//! 1. `fold`: how words are compared;
//! 2. `search`: what is asked, and which passages answer;
//! 3. here: the form with what was asked, and the passages by article; where nothing was asked, some beginnings; where nothing is
//!    found, what could be left out.
//!
//! Every answer is a sheet of its own, and the form is drawn the same way each time: the page puts the two over each other, and the
//! reader goes on typing.

mod fold;
mod search;

use core::ops::Range;

use framing_reader_page::{
    parts::{frames, framings},
    pen::Pen,
    route,
    sheet::Sheet,
    words::{self, ENGLISH, fill, find::Find},
};
use framing_reader_story::{
    Record, Story,
    model::{BlockKind, Speaker},
};

use search::{Asked, Coded, Hit, Searched};

const WORDS: &Find = &ENGLISH.find;

/// Passages shown at most: more take long to draw, and nobody reads them.
const SHOWN: usize = 200;
/// Characters of a passage shown at most, and of those how many before the words found. A line has about 66.
const EXCERPT: usize = 280;
const BEFORE: usize = 70;
/// How many of the most quoted actors are offered to start from.
const OFFERED: usize = 5;

/// The view.
pub fn draw(sheet: &mut Sheet, story: &Story, record: &Record, asked: &[(String, String)]) {
    let asked = Asked::read(story, asked);
    let searched = Searched::new(story, record);
    sheet.open("div.find");
    sheet.leaf("h2", WORDS.title);
    sheet.leaf("p.lead", WORDS.lead);
    form(sheet, story, &asked);
    let hits = if asked.is_nothing() { Vec::new() } else { searched.hits(&asked) };
    sheet.open("p.status");
    sheet.set("role", "status");
    sheet.text(&status(story, &asked, &hits));
    sheet.close();
    // One element, whatever is in it: were there more of them at times, the page would build the form anew while one types.
    sheet.open("div.answers");
    if asked.is_nothing() {
        beginnings(sheet, story, &searched);
    } else if hits.is_empty() {
        loosen(sheet, story, &searched, &asked);
    } else {
        results(sheet, story, &hits, !asked.terms.is_empty());
    }
    sheet.close();
    sheet.close();
}

/// The form; whatever is asked, its fields stand in one order.
fn form(sheet: &mut Sheet, story: &Story, asked: &Asked<'_>) {
    sheet.open("form.asked");
    sheet.set("role", "search");
    sheet.set("data-view", "find");
    sheet.set("aria-label", WORDS.title);
    field(sheet, "div.field words", "find-q", WORDS.words);
    sheet.open("input");
    sheet.set("id", "find-q");
    sheet.set("type", "search");
    sheet.set("name", "q");
    sheet.set("value", asked.query);
    sheet.set("aria-describedby", "find-words");
    for (name, value) in [("autocomplete", "off"), ("spellcheck", "false"), ("enterkeyhint", "search"), ("dir", "auto")]
    {
        sheet.set(name, value);
    }
    sheet.close();
    sheet.close();
    choice(sheet, ["actor", "find-actor", WORDS.actor, WORDS.any_actor], |option| {
        let mut actors: Vec<_> = story.actors.iter().enumerate().collect();
        actors.sort_by_cached_key(|(_, actor)| actor.name.to_lowercase());
        for (index, actor) in actors {
            option(&actor.id, &actor.name, asked.actor.is_some_and(|asked| usize::from(asked) == index));
        }
    });
    choice(sheet, ["side", "find-side", WORDS.side, WORDS.any_side], |option| {
        for (side, id) in search::SIDES {
            option(id, words::side(side), asked.side == Some(side));
        }
    });
    choice(sheet, ["frame", "find-frame", WORDS.framing, WORDS.any_framing], |option| {
        for (at, framing) in story.framings.iter().enumerate() {
            option(&framing.id, &framing.name, asked.coded == Some(Coded::As(at)));
        }
        option(search::BOTH, WORDS.both, asked.coded == Some(Coded::Both));
        option(search::NEITHER, WORDS.neither, asked.coded == Some(Coded::Neither));
    });
    choice(sheet, ["document", "find-document", WORDS.article, WORDS.any_article], |option| {
        for (at, document) in story.documents.iter().enumerate() {
            option(&document.id, &[&document.id, " ", &*document.label].concat(), asked.document == Some(at));
        }
    });
    sheet.open("label.check");
    sheet.open("input");
    sheet.set("type", "checkbox");
    sheet.set("name", "quoted");
    if asked.quoted {
        sheet.set("checked", "");
    }
    sheet.close();
    sheet.leaf("span", WORDS.quoted);
    sheet.close();
    sheet.link("jump clear", "find");
    sheet.text(WORDS.clear);
    sheet.close();
    sheet.open("details.how-to");
    sheet.leaf("summary", WORDS.how);
    hint(sheet, "find-words", WORDS.words_hint);
    hint(sheet, "find-filters", WORDS.filters_hint);
    sheet.close();
    sheet.close();
}

fn field(sheet: &mut Sheet, class: &'static str, id: &str, label: &str) {
    sheet.open(class);
    sheet.open("label");
    sheet.set("for", id);
    sheet.text(label);
    sheet.close();
}

fn hint(sheet: &mut Sheet, id: &str, words: &str) {
    sheet.open("p.hint");
    sheet.set("id", id);
    sheet.text(words);
    sheet.close();
}

/// A choice of one: its name, its id, its label and what stands for no choice.
fn choice(
    sheet: &mut Sheet,
    [name, id, label, any]: [&str; 4],
    options: impl FnOnce(&mut dyn FnMut(&str, &str, bool)),
) {
    field(sheet, "div.field", id, label);
    sheet.open("select");
    sheet.set("id", id);
    sheet.set("name", name);
    sheet.set("aria-describedby", "find-filters");
    let mut option = |value: &str, words: &str, chosen: bool| {
        sheet.open("option");
        sheet.set("value", value);
        if chosen {
            sheet.set("selected", "");
        }
        sheet.text(words);
        sheet.close();
    };
    option("", any, false);
    options(&mut option);
    sheet.close();
    sheet.close();
}

/// What came out, in one sentence.
fn status(story: &Story, asked: &Asked<'_>, hits: &[Hit]) -> String {
    if asked.is_nothing() {
        return WORDS.invite.to_owned();
    }
    let passages = passages(hits.len());
    match hits.chunk_by(|one, next| one.document == next.document).count() {
        0 => [&passages, "."].concat(),
        1 => [&fill(WORDS.in_article, &[&passages]), "."].concat(),
        articles => {
            let (articles, all) = (articles.to_string(), story.documents.len().to_string());
            [&fill(WORDS.in_articles, &[&passages, &articles, &all]), "."].concat()
        }
    }
}

fn passages(count: usize) -> String {
    let [one, several, none] = WORDS.count;
    fill([none, one].get(count).unwrap_or(&several), &[&count.to_string()])
}

/// Where to start from: who is quoted most, and the framings.
fn beginnings(sheet: &mut Sheet, story: &Story, searched: &Searched<'_>) {
    let quoted = |actor: usize| {
        let said = |source: &Speaker| *source == Speaker::Actor(actor as u16);
        let quotations = story.documents.iter().flat_map(|document| &document.quotations);
        quotations.filter(|quotation| said(&quotation.source)).count()
    };
    let mut counts: Vec<_> = (0..story.actors.len()).map(|actor| (quoted(actor), actor)).collect();
    counts.retain(|(count, _)| *count > 0);
    counts.sort_by_key(|(count, _)| core::cmp::Reverse(*count));
    sheet.open("dl.beginnings");
    if !counts.is_empty() {
        sheet.leaf("dt", WORDS.most_quoted);
        for (count, actor) in counts.into_iter().take(OFFERED) {
            let asked = Asked { actor: Some(actor as u16), ..Asked::default() };
            let quotations = fill(WORDS.quotations[usize::from(count > 1)], &[&count.to_string()]);
            beginning(sheet, story, &asked, &story.actors[actor].name, &quotations);
        }
    }
    sheet.leaf("dt", WORDS.by_framing);
    let framings = story.framings.iter().enumerate().map(|(at, framing)| (Coded::As(at), &*framing.name));
    for (coded, words) in framings.chain([(Coded::Both, WORDS.both)]) {
        let asked = Asked { coded: Some(coded), ..Asked::default() };
        beginning(sheet, story, &asked, words, &passages(searched.hits(&asked).len()));
    }
    sheet.close();
}

fn beginning(sheet: &mut Sheet, story: &Story, asked: &Asked<'_>, words: &str, count: &str) {
    sheet.open("dd");
    sheet.link("jump", &asked.path(story));
    sheet.text(words);
    sheet.close();
    sheet.text(" ");
    sheet.leaf("span.count", count);
    sheet.close();
}

/// What could be left out so that something is found.
fn loosen(sheet: &mut Sheet, story: &Story, searched: &Searched<'_>, asked: &Asked<'_>) {
    let looser: Vec<_> = asked
        .without_one()
        .into_iter()
        .map(|(condition, looser)| (condition, searched.hits(&looser).len(), looser))
        .filter(|(_, count, looser)| *count > 0 && !looser.is_nothing())
        .collect();
    if looser.is_empty() {
        return sheet.leaf("p", WORDS.nothing_helps);
    }
    sheet.leaf("p", WORDS.loosen);
    sheet.open("ul.loosen");
    for (condition, count, looser) in looser {
        sheet.open("li");
        sheet.link("jump", &looser.path(story));
        sheet.text(&fill(WORDS.without, &[WORDS.conditions[condition], &passages(count)]));
        sheet.close();
        sheet.close();
    }
    sheet.close();
}

/// The passages found, article by article; `worded`: found by words.
fn results(sheet: &mut Sheet, story: &Story, hits: &[Hit], worded: bool) {
    let mut room = SHOWN;
    for group in hits.chunk_by(|one, next| one.document == next.document) {
        let at = group[0].document;
        let document = &story.documents[at];
        sheet.open("section.group");
        sheet.open("h3");
        sheet.leaf("span.id", &document.id);
        sheet.text(" ");
        sheet.leaf("span.called", &document.label);
        sheet.text(" ");
        sheet.leaf("span.count", &passages(group.len()));
        sheet.close();
        let shown = group.len().min(room);
        room -= shown;
        if shown > 0 {
            sheet.open(if worded { "ol.results worded" } else { "ol.results" });
            for hit in &group[..shown] {
                result(sheet, story, hit);
            }
            sheet.close();
        }
        if shown < group.len() {
            sheet.leaf("p.more", &fill(WORDS.more_here, &[&(group.len() - shown).to_string()]));
        }
        sheet.close();
    }
    if hits.len() > SHOWN {
        sheet.leaf("p.more", &fill(WORDS.more, &[&SHOWN.to_string(), &(hits.len() - SHOWN).to_string()]));
    }
}

/// One passage: its line, its words around those found, how it is coded.
fn result(sheet: &mut Sheet, story: &Story, hit: &Hit) {
    let block = &story.documents[hit.document].blocks[hit.block];
    let coded = |framing| block.code.as_ref().is_some_and(|code| code.frames.has(framing));
    sheet.open("li");
    frames(sheet, coded);
    sheet.link("jump result", &route::line(story, hit.document, block.line));
    sheet.open("span.at");
    let line = block.line.to_string();
    sheet.leaf("span.unseen", &fill(ENGLISH.line, &[&line]));
    sheet.open("span");
    sheet.set("aria-hidden", "true");
    sheet.text(&line);
    sheet.close();
    sheet.close();
    sheet.text(" ");
    sheet.open("span.snippet");
    sheet.set("lang", &story.language);
    sheet.set("dir", "auto");
    snippet(sheet, &block.text, &hit.marks);
    sheet.close();
    sheet.close();
    sheet.open("span.coded");
    if block.kind != BlockKind::Para {
        sheet.leaf("span.kind", WORDS.kinds[block.kind as usize]);
    }
    framings(sheet, story, coded);
    sheet.close();
    sheet.close();
}

/// The words around those found, cut at spaces where there are any.
fn snippet(sheet: &mut Sheet, text: &str, marks: &[Range<usize>]) {
    let shown = excerpt(text, marks.first().map_or(0, |mark| mark.start));
    if shown.start > 0 {
        sheet.text("… ");
    }
    let mut at = shown.start;
    for mark in marks {
        let (start, end) = (mark.start.max(at), mark.end.min(shown.end));
        if start < end {
            sheet.text(&text[at..start]);
            sheet.leaf("mark", &text[start..end]);
            at = end;
        }
    }
    sheet.text(&text[at..shown.end]);
    if shown.end < text.len() {
        sheet.text(" …");
    }
}

/// Which part of a text is shown, where words at `first` were found.
fn excerpt(text: &str, first: usize) -> Range<usize> {
    let place =
        |from: usize, count: usize| text[from..].char_indices().nth(count).map_or(text.len(), |(at, _)| from + at);
    if place(0, EXCERPT) == text.len() {
        return 0..text.len();
    }
    let before = text[..first].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let space = |at: usize| text[before..at].find(' ').map_or(before, |space| before + space + 1);
    let start = if before == 0 { 0 } else { space(first) };
    let end = place(start, EXCERPT);
    if end == text.len() {
        return start..end;
    }
    let last = text[start..end].rfind(' ').map_or(end, |space| start + space);
    start..if last > first { last } else { end }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use framing_reader_page::{fixture, sheet::readable};
    use framing_reader_story::{
        model::{Certainty, Side},
        record::Statement,
    };

    use super::*;

    fn drawn(story: &Story, record: &Record, path: &str) -> String {
        let mut sheet = Sheet::new();
        draw(&mut sheet, story, record, &route::asked(path));
        readable(&sheet.into_bytes())
    }

    fn found(path: &str) -> String {
        drawn(&fixture::story(), &Record::default(), path)
    }

    /// The lines found, in order.
    fn lines(page: &str) -> Vec<&str> {
        let links = page.split("<a go=\"").skip(1).map(|rest| rest.split_once('"').unwrap());
        links.filter(|(_, rest)| rest.starts_with(" class=\"jump result\"")).map(|(path, _)| path).collect()
    }

    #[test]
    fn words_are_found_in_all_articles_with_their_places() {
        let page = found("find/q=ferry+TOLL");
        assert_eq!(lines(&page), ["100/3", "200/3"]);
        assert!(page.contains("2 passages in 2 of 2 articles."), "{page}");
        assert!(page.contains("“No <mark>toll</mark>, no <mark>ferry</mark>,” Ruiz said."), "{page}");
        assert!(page.contains("<li data-frames=\"f0\">") && page.contains("value=\"ferry TOLL\""), "{page}");
        assert_eq!(lines(&found("find/q=ferry&document=200")), ["200/3"]);
    }

    #[test]
    fn an_actor_is_found_where_it_is_named_quoted_or_reported() {
        assert_eq!(lines(&found("find/actor=harbor-board")), ["100/1", "200/1"]);
        assert!(found("find/actor=harbor-board").contains("selected=\"\">harbor-board</option>"));
        let mut story = fixture::story();
        story.documents[0].mentions.clear();
        assert_eq!(lines(&drawn(&story, &Record::default(), "find/actor=ana-ruiz&document=100")), ["100/3"]);
        let source = Speaker::Actor(1);
        let reported = Statement { block: 1, start: 0, end: 24, source, certainty: Certainty::Certain };
        let record = Record { statements: vec![vec![reported]], ..Record::default() };
        assert_eq!(lines(&drawn(&story, &record, "find/actor=harbor-board&document=100")), ["100/3"]);
        assert!(drawn(&story, &record, "find/actor=harbor-board&quoted&document=100").contains("No passage matches."));
    }

    #[test]
    fn a_side_is_found_where_it_speaks() {
        let mut story = fixture::story();
        story.actors[0].side = Side::Industry;
        let found = |path| drawn(&story, &Record::default(), path);
        assert_eq!(lines(&found("find/side=industry")), ["100/3", "200/3"]);
        assert_eq!(lines(&found("find/side=other")), [""; 0]);
    }

    #[test]
    fn a_framing_is_found_where_the_hand_found_it() {
        assert_eq!(lines(&found("find/frame=bargaining")), ["100/3", "200/3"]);
        assert_eq!(lines(&found("find/frame=neither")), ["100/1", "200/1"]);
        assert_eq!(lines(&found("find/frame=both")), [""; 0]);
    }

    #[test]
    fn quotations_only_leaves_out_what_stands_outside_the_marks() {
        assert_eq!(lines(&found("find/q=ruiz&quoted")), [""; 0]);
        assert_eq!(lines(&found("find/q=toll&quoted=on")), ["100/3", "200/3"]);
        let page = found("find/quoted");
        assert_eq!(lines(&page), ["100/3", "200/3"]);
        assert!(page.contains("<mark>“No toll, no ferry,”</mark>") && page.contains("checked=\"\""), "{page}");
    }

    #[test]
    fn nothing_asked_invites() {
        for nothing in ["find", "find/", "find/q=", "find/q=+&actor=nobody&side=&frame=x&document=300"] {
            let page = found(nothing);
            assert!(page.contains(WORDS.invite) && lines(&page).is_empty(), "{nothing}: {page}");
            assert!(page.contains("<a go=\"find/actor=ana-ruiz\""), "{page}");
            assert!(page.contains("<a go=\"find/frame=security\""), "{page}");
        }
    }

    #[test]
    fn nothing_found_says_what_could_be_left_out() {
        let page = found("find/q=ferry&frame=security&document=200");
        assert!(page.contains("No passage matches."), "{page}");
        assert!(
            page.contains("<a go=\"find/q=ferry&document=200\" class=\"jump\">With any framing or none: 1 passage</a>")
        );
        assert!(!page.contains("find/frame=security&document=200"), "{page}");
        assert!(found("find/q=zebra").contains(WORDS.nothing_helps));
    }

    #[test]
    fn the_form_is_the_same_whatever_is_asked() {
        let form = |path| {
            let page = found(path)
                .replace(" selected=\"\"", "")
                .replace(" checked=\"\"", "")
                .replace("value=\"ferry\"", "value=\"\"");
            page.split_once("</form>").unwrap().0.to_owned()
        };
        assert_eq!(form("find"), form("find/q=ferry&actor=ana-ruiz&side=us&frame=both&document=200&quoted"));
    }

    #[test]
    fn an_excerpt_is_cut_at_spaces_around_what_is_found() {
        let text = format!("{}the toll {}", "before it ".repeat(30), "after it ".repeat(50));
        let at = text.find("toll").unwrap();
        let cut = &text[excerpt(&text, at)];
        assert!(cut.starts_with("before") || cut.starts_with("it "), "{cut}");
        assert!(cut.contains("the toll after") && cut.len() <= EXCERPT && !cut.ends_with("af"), "{cut}");
        assert_eq!(excerpt("short", 3), 0..5);
        for long in ["長".repeat(900), "x".repeat(900), "مرفأ ".repeat(200)] {
            let last = long.char_indices().next_back().unwrap().0;
            for first in [0, long.char_indices().nth(400).unwrap().0, last] {
                let cut = excerpt(&long, first);
                assert!(cut.contains(&first) && long[cut].chars().count() <= EXCERPT + BEFORE);
            }
        }
    }

    /// As many articles as make 16,300 paragraphs.
    fn long() -> Story {
        let mut story = fixture::story();
        let document = story.documents[0].clone();
        story.documents = vec![document; 16_300 / 2];
        story
    }

    #[test]
    fn a_long_list_ends_and_says_how_much_is_missing() {
        let page = drawn(&long(), &Record::default(), "find/q=ferry");
        assert_eq!(lines(&page).len(), SHOWN);
        assert!(page.contains("8150 passages in 8150 of 8150 articles."));
        assert!(page.contains("The first 200 are shown, 7950 more match."));
    }

    #[test]
    fn a_long_story_is_searched_while_somebody_types() {
        let story = long();
        let record = Record::default();
        let began = Instant::now();
        let hits = Searched::new(&story, &record).hits(&Asked::read(&story, &route::asked("find/q=ferry+toll")));
        let took = began.elapsed();
        assert_eq!(hits.len(), 8_150);
        // Without optimization and among other tests; optimized it takes a fiftieth.
        assert!(took < Duration::from_secs(3), "{took:?}");
    }
}
