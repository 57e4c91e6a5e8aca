//! Photo captions and credits, told by their own marks.

use super::{
    line::{Ending, Look, Looker},
    vocabulary::Label,
    words::Words,
};

/// Words a caption can have at most; longer lines are paragraphs that mention a picture.
const LONGEST_CAPTION: usize = 70;

/// Words of a caption's end in which its credit is looked for.
const CREDIT_REACH: usize = 8;

impl Looker {
    /// A caption, a credit, or neither.
    pub(super) fn picture(&self, raw: &str, end: Ending, count: usize) -> Option<Look> {
        let words = &self.words;
        if count > LONGEST_CAPTION {
            return None;
        }
        if raw.ends_with('|') && count >= 5
            || raw.starts_with("FILE -")
            || raw.starts_with("FILE –")
            || raw.starts_with("FILE —")
        {
            return Some(Look::Caption);
        }
        if let Some((phrase, Label::Credit)) = self.vocabulary.openings.at(words, 0)
            && let Some(look) = credit_line(raw, phrase, end, count)
        {
            return Some(look);
        }
        if end == Ending::None && count <= 12 && credit_shape(raw) {
            return Some(Look::Credit);
        }
        if self.points_in_brackets(raw) {
            return Some(Look::Caption);
        }
        if count <= 60 && agency_at_end(raw) {
            return Some(if count <= 8 { Look::Credit } else { Look::Caption });
        }
        if raw.contains(['"', '“']) && !raw.contains(" photo") && !raw.contains("Photo") {
            return None;
        }
        let from =
            if words.word(0) == "in" && words.word(1) == "this" { 0 } else { words.len().saturating_sub(CREDIT_REACH) };
        let marked = (from..words.len()).any(|n| {
            self.vocabulary.inner.at(words, n).is_some_and(|(_, label)| label == Label::Picture)
                || self.is_inner_credit(raw, n)
        });
        let shown = from > 0
            || (2..9).any(|n| {
                matches!(
                    words.word(n),
                    "photo" | "image" | "picture" | "photograph" | "screengrab" | "screenshot" | "grab"
                )
            });
        (marked && shown || (from == 0 && shown && words.word(1) == "this"))
            .then_some(if count <= 6 && end == Ending::None { Look::Credit } else { Look::Caption })
    }

    /// "… at Quay Road. Photograph: Dave Toft": a credit's opening behind a sentence.
    fn is_inner_credit(&self, raw: &str, n: usize) -> bool {
        let opens = matches!(
            self.words.word(n),
            "photo"
                | "photos"
                | "photograph"
                | "photographs"
                | "photography"
                | "image"
                | "picture"
                | "credit"
                | "illustration"
        );
        opens
            && self.words.is_capital(n)
            && [": ", " by ", " credit: ", "/"].iter().any(|m| {
                raw.split(['.', '|', '(', '!', '?']).skip(1).any(|part| {
                    let part = part.trim_start();
                    part.starts_with(char::is_uppercase)
                        && part.split_once(*m).is_some_and(|(lead, _)| {
                            lead.split_whitespace().count() <= 2 && lead.to_lowercase().ends_with(self.words.word(n))
                        })
                })
            })
    }

    /// "(left)", "(second right)", "(File photo)": brackets that point into the picture.
    fn points_in_brackets(&self, raw: &str) -> bool {
        let mut words = Words::default();
        raw.split('(').skip(1).filter_map(|rest| rest.split_once(')')).any(|(inside, _)| {
            if inside.len() > 40 {
                return false;
            }
            words.read(inside);
            let plain = words.plain();
            let maker = raw.trim_end().ends_with(')')
                && raw.len() > inside.len() + 30
                && inside.contains([':', '/'])
                && credit_names(inside);
            let points = maker
                || ["left", "right", "l", "r", "pictured", "file", "foreground"]
                    .iter()
                    .any(|p| *p == plain || plain.ends_with(&format!(" {p}")) && words.len() <= 4);
            points || plain.starts_with("file ") || plain.ends_with("file photo")
        })
    }
}

/// A line that opens like a credit: "Photograph: Callum Rae", "Image by Ada Berg", "File photo: the harbor in May."
fn credit_line(raw: &str, phrase: &str, end: Ending, count: usize) -> Option<Look> {
    let follow = raw[phrase_end(raw, phrase)..].trim_start();
    let led = follow.starts_with([':', '/', '|', '-', '–']);
    let by = phrase.ends_with(" by") || phrase.ends_with(" of");
    if matches!(phrase, "file photo" | "file image" | "file picture" | "image caption" | "photo" | "picture" | "image")
        && led
        && count >= 8
    {
        return Some(Look::Caption);
    }
    let agency = phrase.contains(' ')
        || matches!(phrase, "getty" | "afp" | "epa" | "shutterstock" | "alamy" | "istock" | "unsplash");
    ((led || by) && count <= 16 && (end != Ending::Stop || count <= 8) || agency && count <= 6 && end == Ending::None)
        .then_some(Look::Credit)
}

/// Byte of `raw` where its opening `phrase` (in plain words) ends.
fn phrase_end(raw: &str, phrase: &str) -> usize {
    let mut left = phrase.chars().filter(|c| c.is_alphanumeric()).count();
    for (at, c) in raw.char_indices() {
        if left == 0 {
            return at;
        }
        left -= usize::from(c.is_alphanumeric());
    }
    raw.len()
}

/// "Haiyun Jiang / The New York Times", "POOL/Jan Vesely", "Joel Arroyo for The Beacon": names on both sides.
fn credit_shape(raw: &str) -> bool {
    let linking = |w: &str| matches!(w, "of" | "the" | "de" | "van" | "von" | "via");
    let named = |side: &str| {
        let count = side.split_whitespace().count();
        (1..=6).contains(&count)
            && side.split_whitespace().all(|w| w.starts_with(|c: char| c.is_uppercase() || c == '(') || linking(w))
    };
    let person = |side: &str| (2..=4).contains(&side.split_whitespace().count()) && named(side);
    if let Some((left, right)) = raw.split_once('/') {
        return named(left) && named(right) && (person(left) || person(right) || agency_at_end(raw));
    }
    if !raw.starts_with(char::is_uppercase) {
        return false;
    }
    if let Some((left, right)) = raw.split_once(" for ") {
        return person(left) && named(right);
    }
    raw.split_once([',', '|', '•']).is_some_and(|(left, right)| person(left) && named(right) && agency_at_end(raw))
}

/// "ABN News: Kate Mullins", "Photo: Luc Darbellay": nothing but names on both sides of the mark.
fn credit_names(inside: &str) -> bool {
    inside.split([' ', ':', '/']).filter(|w| !w.is_empty()).all(|w| w.starts_with(char::is_uppercase))
}

/// Picture agencies as they end a credit or a caption: "… AP Photo/Ada Berg", "… / AFP", "… via Getty Images".
fn agency_at_end(raw: &str) -> bool {
    let end = raw.trim_end_matches(['.', ')', ']', ' ', '|']);
    let from = end.char_indices().rev().take(60).last().map_or(0, |(at, _)| at);
    let tail = &end[from..];
    LEADS.iter().any(|lead| tail.contains(lead))
        || AGENCIES.iter().filter_map(|a| tail.strip_suffix(a)).any(|before| {
            let before = before.trim_end();
            before.ends_with("via")
                || before.strip_suffix('/').is_some_and(|b| b.ends_with(|c: char| c.is_alphabetic() || c == ' '))
        })
}

/// Agencies named last in a credit.
const AGENCIES: [&str; 12] = [
    "Getty Images",
    "AFP",
    "AP",
    "REUTERS",
    "Reuters",
    "EPA",
    "Bloomberg",
    "Shutterstock",
    "Alamy",
    "Getty",
    "PA",
    "Xinhua",
];

/// Agencies named before the photographer.
const LEADS: [&str; 7] = ["AP Photo/", "REUTERS/", "Reuters/", "POOL/", "AFP/", "EPA/", "Pool/"];
