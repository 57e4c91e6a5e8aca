//! Which differences are shown: choices that the stylesheet follows, and the key to the marks with how many there are.

use framing_reader_page::{pen::Pen, sheet::Sheet, words::ENGLISH as WORDS};

/// A choice.
pub(super) struct Choice {
    /// As `data-change` says it.
    pub(super) mark: &'static str,
    /// As people read it.
    pub(super) name: &'static str,
    /// How many there are.
    pub(super) count: usize,
}

/// Writes the choices, those of which there are none left out.
pub(super) fn draw(sheet: &mut Sheet, choices: impl IntoIterator<Item = Choice>) {
    sheet.open("fieldset.filter");
    sheet.leaf("legend", WORDS.editions.show);
    choice(sheet, &Choice { mark: "all", name: WORDS.editions.everything, count: 0 });
    for one in choices {
        if one.count > 0 {
            choice(sheet, &one);
        }
    }
    sheet.close();
}

fn choice(sheet: &mut Sheet, choice: &Choice) {
    sheet.open("label");
    sheet.open("input");
    sheet.set("type", "radio");
    sheet.set("name", "change");
    sheet.set("value", choice.mark);
    if choice.mark == "all" {
        sheet.set("checked", "");
    }
    sheet.close();
    sheet.open("span");
    sheet.set("data-change", choice.mark);
    sheet.text(choice.name);
    sheet.close();
    if choice.count > 0 {
        sheet.leaf("b", &choice.count.to_string());
    }
    sheet.close();
}
