//! Words as they are compared: without case, accents and the difference between kinds of marks; and where they stood.
//!
//! 1. [`Folded`]: a text so written, with the place of each byte in the original;
//! 2. [`terms`]: what a query looks for, its words and its phrases;
//! 3. [`Folded::find`]: where a term stands.

use core::ops::Range;

/// Base letters from U+00E0 on, after lower case; a dot: it has none, or is more than one letter.
const LATIN: &str = "aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccdd.deeeeeeeeeegggggggghh.hiiiiiiiiii..jjkkkllllll.l.lnnnnnn..noooooo\
                     ..rrrrrrsssssssstttt.tuuuuuuuuuuuuwwyyyzzzzzzs";
/// Base letters from U+1E00 on.
const LATIN_MORE: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuu\
                          uuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuu\
                          uuuuuuyyyyyyyy......";

/// A text as it is compared. One is used for text after text, so that nothing is allocated anew.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    text: String,
    /// For each byte of `text`, where the character it comes from begins and ends in the original.
    places: Vec<(u32, u32)>,
}

/// What a query looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    text: String,
    /// Whether it ends where a word ends: a phrase in quotation marks.
    whole: bool,
}

/// The words and phrases of a query. A phrase that is still being typed ends anywhere.
pub(super) fn terms(query: &str) -> Vec<Term> {
    let mut folded = Folded::default();
    folded.fold(query);
    let mut terms = Vec::new();
    let mut parts = folded.text.split('"').enumerate().peekable();
    while let Some((at, part)) = parts.next() {
        let mut add = |text: &str, whole| {
            if !text.is_empty() {
                terms.push(Term { text: text.to_owned(), whole });
            }
        };
        if at % 2 == 1 {
            add(part.trim(), parts.peek().is_some());
            continue;
        }
        for word in part.split(' ') {
            let bare = word.trim_matches(|mark| ".,;:!?()[]'".contains(mark));
            add(if bare.is_empty() { word } else { bare }, false);
        }
    }
    terms
}

impl Folded {
    /// Takes a text.
    pub(super) fn fold(&mut self, original: &str) {
        self.text.clear();
        self.places.clear();
        for (start, letter) in original.char_indices() {
            let place = (start as u32, (start + letter.len_utf8()) as u32);
            match letter {
                'a'..='z' | '0'..='9' => self.add(letter, place),
                'A'..='Z' => self.add(letter.to_ascii_lowercase(), place),
                ' ' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => self.add_space(place),
                _ if letter.is_ascii() && !letter.is_ascii_whitespace() => self.add(letter, place),
                _ => self.add_other(letter, place),
            }
        }
    }

    fn add_other(&mut self, letter: char, place: (u32, u32)) {
        match letter {
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' | '\u{b4}' => self.add('\'', place),
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => self.add('"', place),
            // Accents that stand by themselves, and what is not seen: soft hyphens, joiners, marks of direction.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => {}
            '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            _ if letter.is_whitespace() => self.add_space(place),
            _ => {
                for lower in letter.to_lowercase() {
                    self.add_letter(lower, place);
                }
            }
        }
    }

    fn add_letter(&mut self, letter: char, place: (u32, u32)) {
        let two = match letter {
            'æ' => "ae",
            'œ' => "oe",
            'ß' | 'ẞ' => "ss",
            'þ' => "th",
            '\u{300}'..='\u{36f}' => return,
            _ => "",
        };
        if !two.is_empty() {
            return two.chars().for_each(|base| self.add(base, place));
        }
        let code = u32::from(letter);
        let base = |table: &str, from| {
            let at = code.checked_sub(from)? as usize;
            table.as_bytes().get(at).map(|base| char::from(*base)).filter(|base| *base != '.')
        };
        self.add(base(LATIN, 0xe0).or_else(|| base(LATIN_MORE, 0x1e00)).unwrap_or(letter), place);
    }

    /// A space; several are one.
    fn add_space(&mut self, place: (u32, u32)) {
        if !self.text.ends_with(' ') {
            self.add(' ', place);
        }
    }

    fn add(&mut self, letter: char, place: (u32, u32)) {
        self.text.push(letter);
        // Of a letter of one byte, as nearly all are, this is much quicker than what follows.
        self.places.push(place);
        self.places.resize(self.text.len(), place);
    }

    /// Where a term stands, in bytes of the original, in order of place.
    pub(super) fn find(&self, term: &Term, mut found: impl FnMut(Range<usize>)) {
        let first = term.text.chars().next().map_or(1, char::len_utf8);
        let mut from = 0;
        while let Some(at) = self.text.get(from..).and_then(|rest| rest.find(&term.text)) {
            let (start, end) = (from + at, from + at + term.text.len());
            from = start + first;
            if self.divided(start) && (!term.whole || self.divided(end)) {
                found(self.places[start].0 as usize..self.places[end - 1].1 as usize);
            }
        }
    }

    /// Whether no word goes on across this place.
    fn divided(&self, at: usize) -> bool {
        let (before, after) = self.text.split_at(at);
        let mut back = before.chars().rev();
        let (Some(last), Some(next)) = (back.next(), after.chars().next()) else { return true };
        // The s of "Oslo's" begins no word.
        let inside = last.is_alphanumeric() || last == '\'' && back.next().is_some_and(char::is_alphanumeric);
        !inside || !next.is_alphanumeric() || unspaced(last) || unspaced(next)
    }
}

/// Whether a letter belongs to a script that puts no spaces between words: Thai to Khmer, Chinese, Japanese.
fn unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words a query finds in a text, or none where one of its terms is missing.
    fn found<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
        let mut folded = Folded::default();
        folded.fold(text);
        let mut words = Vec::new();
        for term in terms(query) {
            let before = words.len();
            folded.find(&term, |range| words.push(&text[range]));
            if words.len() == before {
                return Vec::new();
            }
        }
        words
    }

    #[test]
    fn words_are_found_at_their_beginnings() {
        assert_eq!(found("toll", "Tolls and untolled bridges: a toll."), ["Toll", "toll"]);
        assert_eq!(found("oll", "Tolls"), [""; 0]);
        assert_eq!(found("ferry toll", "The toll of the ferry"), ["ferry", "toll"]);
        assert_eq!(found("ferry bridge", "The toll of the ferry"), [""; 0]);
        assert_eq!(found("s", "Oslo’s harbor"), [""; 0]);
    }

    #[test]
    fn case_accents_and_kinds_of_marks_make_no_difference() {
        assert_eq!(found("sao Malmo", "São Paulo and MALMÖ"), ["São", "MALMÖ"]);
        assert_eq!(found("strasse", "Die Straße"), ["Straße"]);
        assert_eq!(found("stras", "Die Straße"), ["Straß"]);
        assert_eq!(found("cafe", "Cafe\u{301} Nord"), ["Cafe"]);
        assert_eq!(found("Łódź", "lodz"), ["lodz"]);
        assert_eq!(found("oslo's", "Oslo’s harbor"), ["Oslo’s"]);
        assert_eq!(found("oslo’s", "Oslo's harbor"), ["Oslo's"]);
        assert_eq!(found("rare-earth", "rare earths, rare\u{2011}earth"), ["rare", "rare", "earth", "earth"]);
        assert_eq!(found("Nguyen", "Nguyễn"), ["Nguyễn"]);
    }

    #[test]
    fn a_phrase_is_found_as_it_is_written() {
        for marks in ["\"no toll\"", "“no toll”", "„no toll“", "«no toll»"] {
            assert_eq!(found(marks, "No\u{a0} toll, no tolls, toll no."), ["No\u{a0} toll"], "{marks}");
        }
        assert_eq!(found("“no tol", "No toll, no tolls"), ["No tol", "no tol"]);
        assert_eq!(found("\"no, no\"", "No, no."), ["No, no"]);
    }

    #[test]
    fn odd_queries_find_what_they_say_or_nothing() {
        for nothing in ["", "  ", "\"\"", "“ ”"] {
            assert_eq!(terms(nothing), [], "{nothing}");
        }
        assert_eq!(found("(50%)", "up 50% on May"), ["50%"]);
        assert_eq!(found("U.S.", "the U.S. navy"), ["U.S"]);
        assert_eq!(found("?", "Why?"), ["?"]);
        assert_eq!(found("港口", "在港口的渡轮"), ["港口"]);
        assert_eq!(found("العب", "ركوب العبارة"), ["العب"]);
        assert_eq!(found("na na", "xna na na"), ["na", "na", "na", "na"]);
    }
}
