//! How this was coded: who, when and in which words; what the marks mean; how far hand and engine agree, where they do not; the
//! rules of the codebook; what was corrected.

use framing_reader_page::{
    facts,
    parts::{columns, difference, framing_name, framings, mark, sources},
    pen::Pen,
    route,
    sheet::Sheet,
    words::{self, ENGLISH, fill},
};
use framing_reader_story::{
    Record, Story,
    record::{Agreement, Correction, Method, Rule},
};

const WORDS: &words::method::Method = &ENGLISH.method;

/// The page.
pub fn draw(sheet: &mut Sheet, story: &Story, record: &Record) {
    sheet.open("div.method");
    sheet.leaf("h2", WORDS.title);
    sheet.leaf("p.lead", WORDS.lead);
    sheet.open("div.halves");
    signed(sheet, story, &record.method);
    sheet.open("section");
    sheet.leaf("h3", WORDS.marks);
    legend(sheet, story);
    sheet.close();
    sheet.open("section");
    sheet.leaf("h3", WORDS.agreement);
    agreement(sheet, story, &record.method);
    sheet.leaf("h4", WORDS.differ);
    for framing in 0..2 {
        differences(sheet, story, framing);
    }
    sheet.close();
    sheet.open("section");
    sheet.leaf("h3", WORDS.corrections);
    corrections(sheet, story, &record.method.corrections);
    sheet.close();
    sheet.close();
    rules(sheet, &record.rules);
    sheet.close();
}

/// Who signs for what, and what the words are; what is not stated is left out.
fn signed(sheet: &mut Sheet, story: &Story, method: &Method) {
    let coding = &story.coding;
    let rows: [(&str, &str); 7] = [
        (WORDS.words, &story.text),
        (WORDS.coder, &coding.coder),
        (WORDS.coded_on, &coding.date),
        (WORDS.version, &coding.version),
        (WORDS.codebook, &method.codebook),
        (WORDS.method, &method.text),
        (WORDS.contact, &method.contact),
    ];
    sheet.open("dl.signed");
    for (term, text) in rows.iter().filter(|(_, text)| !text.is_empty()) {
        sheet.leaf("dt", term);
        sheet.leaf("dd", text);
    }
    sheet.close();
}

fn legend(sheet: &mut Sheet, story: &Story) {
    sheet.open("ul.legend");
    for (show, meaning) in ["f0", "f1", "rule", "dots", "gray"].iter().zip(WORDS.mark_meanings) {
        sheet.open("li");
        sheet.set("data-show", show);
        match *show {
            "f0" => sheet.leaf("mark", &fill(meaning, &[&framing_name(story, 0)])),
            "f1" => sheet.leaf("mark", &fill(meaning, &[&framing_name(story, 1)])),
            _ => sheet.text(meaning),
        }
        sheet.close();
    }
    sheet.close();
}

/// How far hand and engine agree, a row for each framing.
fn agreement(sheet: &mut Sheet, story: &Story, method: &Method) {
    if method.agreement == [Agreement::default(); 2] {
        return sheet.leaf("p", WORDS.no_agreement);
    }
    sheet.open("table.figures");
    columns(sheet, &WORDS.agreement_heads);
    sheet.open("tbody");
    for (framing, Agreement { items, agree, abstained, kappa }) in method.agreement.into_iter().enumerate() {
        let percent = (agree * 100 + items / 2).checked_div(items).unwrap_or(0).to_string();
        sheet.open("tr");
        sheet.open("th");
        sheet.set("scope", "row");
        framings(sheet, story, |it| it == framing);
        sheet.close();
        sheet.leaf("td", &fill(WORDS.same, &[&agree.to_string(), &items.to_string(), &percent]));
        sheet.leaf("td", &facts::thousandths(kappa));
        sheet.leaf("td", &abstained.to_string());
        sheet.close();
    }
    sheet.close();
    sheet.close();
    sheet.leaf("p.hint", WORDS.agreement_hint);
}

fn differences(sheet: &mut Sheet, story: &Story, framing: usize) {
    let count = facts::differences(story, framing).count().to_string();
    sheet.open("details");
    sheet.set("data-mark", mark(framing));
    sheet.leaf("summary", &fill(WORDS.differ_count, &[&story.framings[framing].name, &count]));
    sheet.open("ul");
    for (document, block, code, verdict) in facts::differences(story, framing) {
        sheet.open("li");
        // To the line with its reasons beside it.
        sheet.link("jump", &[&*route::line(story, document, block.line), "/", route::WHY].concat());
        sheet.text(&fill(ENGLISH.line_of, &[&story.documents[document].id, &block.line.to_string()]));
        sheet.close();
        sheet.text(" ");
        sheet.text(&difference(story, code, framing, verdict));
        sheet.close();
    }
    sheet.close();
    sheet.close();
}

fn corrections(sheet: &mut Sheet, story: &Story, corrections: &[Correction]) {
    if corrections.is_empty() {
        return sheet.leaf("p", WORDS.none_so_far);
    }
    sheet.open("ul");
    for correction in corrections {
        sheet.open("li");
        sheet.text(&[&correction.date, ": ", &*correction.what].concat());
        sources(sheet, story, &correction.sources);
        sheet.close();
    }
    sheet.close();
}

/// Every rule the record knows, in the codebook's order.
fn rules(sheet: &mut Sheet, rules: &[Rule]) {
    sheet.leaf("h3", WORDS.rules);
    if rules.is_empty() {
        return sheet.leaf("p.none", WORDS.no_rules);
    }
    sheet.leaf("p", WORDS.rules_lead);
    sheet.open("dl.rules");
    for rule in rules {
        sheet.open("div");
        sheet.leaf("dt", &rule.number);
        sheet.open("dd");
        if !rule.name.is_empty() {
            sheet.leaf("b", &rule.name);
            sheet.text(" ");
        }
        sheet.text(&rule.text);
        sheet.close();
        sheet.close();
    }
    sheet.close();
}

#[cfg(test)]
mod tests {
    use framing_reader_page::{fixture::story, sheet::readable};
    use framing_reader_story::model::Place;

    use super::*;

    fn drawn(story: &Story, record: &Record) -> String {
        let mut sheet = Sheet::new();
        draw(&mut sheet, story, record);
        readable(&sheet.into_bytes())
    }

    #[test]
    fn it_says_what_the_words_are_and_leaves_out_what_nobody_stated() {
        let page = drawn(&story(), &Record::default());
        assert!(page.contains("<dt>The words</dt><dd>retold</dd>"), "{page}");
        assert!(!page.contains("Coded by"), "{page}");
        assert!(page.contains("None so far.") && page.contains("None are recorded."), "{page}");
    }

    #[test]
    fn every_place_where_hand_and_engine_differ_is_a_link() {
        let page = drawn(&story(), &Record::default());
        assert!(page.contains("<summary>bargaining: 2 paragraphs</summary>"), "{page}");
        assert!(page.contains("<a go=\"100/3/why\" class=\"jump\">100, line 3</a> By hand: bargaining"), "{page}");
    }

    #[test]
    fn agreement_is_said_in_percent_and_kappa() {
        let mut record = Record::default();
        record.method.agreement[1] = Agreement { items: 40, agree: 37, abstained: 3, kappa: 812 };
        let page = drawn(&story(), &record);
        assert!(page.contains("<td>37 of 40 (93%)</td><td>0.81</td><td>3</td>"), "{page}");
    }

    #[test]
    fn rules_stand_with_number_name_and_words() {
        let rule =
            |number: &str, name: &str| Rule { number: number.into(), name: name.into(), text: "One for one.".into() };
        let record = Record { rules: vec![rule("B1", "Exchange"), rule("L3", "")], ..Record::default() };
        let page = drawn(&story(), &record);
        assert!(page.contains("<dt>B1</dt><dd><b>Exchange</b> One for one.</dd>"), "{page}");
        assert!(page.contains("<dt>L3</dt><dd>One for one.</dd>"), "{page}");
    }

    #[test]
    fn corrections_carry_their_sources() {
        let mut record = Record::default();
        let sources = vec![Place { document: 1, line: 3 }];
        record.method.corrections.push(Correction { date: "2026-12-01".into(), what: "A date.".into(), sources });
        let page = drawn(&story(), &record);
        assert!(page.contains("2026-12-01: A date.") && page.contains("200, line 3"), "{page}");
    }
}
