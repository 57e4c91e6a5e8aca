//! The codebook's rules: list items that begin with a number in bold, `- **B1 Exchange.** One thing for another …`.
//!
//! 1. an item runs on until an empty line, the next item or a heading;
//! 2. its bold beginning gives the number and, where it has one, the name;
//! 3. the rest is the rule, without Markdown's emphasis.

use crate::record::Rule;

/// The rules of a codebook in its order.
pub(crate) fn rules(text: &str) -> Vec<Rule> {
    let mut items: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let words = line.trim();
        if let Some(item) = words.strip_prefix("- ") {
            items.push(item.to_string());
            open = true;
        } else if words.is_empty() || words.starts_with('#') {
            open = false;
        } else if let Some(item) = items.last_mut().filter(|_| open) {
            item.push(' ');
            item.push_str(words);
        }
    }
    items.iter().filter_map(|item| rule(item)).collect()
}

fn rule(item: &str) -> Option<Rule> {
    let (head, text) = item.strip_prefix("**")?.split_once("**")?;
    let (number, name) = head.split_once(' ').unwrap_or((head, ""));
    let name = name.trim().trim_end_matches('.');
    is_number(number).then(|| Rule { number: number.to_string(), name: plain(name), text: plain(text.trim()) })
}

/// The numbers that a reason names: lists of nothing else in round brackets, "(B2, S5)".
pub(crate) fn named(reason: &str) -> impl Iterator<Item = &str> {
    let brackets = reason.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    let lists = brackets.map(|(inside, _)| inside.split(',').map(str::trim));
    lists.filter(|list| list.clone().all(is_number)).flatten()
}

/// What comes before the digits of a number: rules with the same letters belong together.
pub(crate) fn letters(number: &str) -> &str {
    number.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// Whether a word is a rule's number: capitals, then digits.
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    digits.len() < word.len() && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// Words without Markdown's marks of emphasis and code; an asterisk between blanks is one.
fn plain(words: &str) -> String {
    let parts = words.split(' ').map(|word| if word == "*" { word.to_string() } else { word.replace(['*', '`'], "") });
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{named, rules};
    use crate::record::Rule;

    #[test]
    fn numbered_items_are_rules_with_or_without_a_name() {
        let rule =
            |number: &str, name: &str, text: &str| Rule { number: number.into(), name: name.into(), text: text.into() };
        let text = "# Codes\n\n- **Read first.** No rule.\n- **B1 Exchange.** One thing for another,\n  \
                    *\"fish for ice\"* or 2 * 3 `boats`.\n- **L10** A line **not** of\n  two kinds.\n\n  \
                    No more of it.\n- plain\n- **b2** small\n- **B3 Open";
        assert_eq!(
            rules(text),
            [
                rule("B1", "Exchange", "One thing for another, \"fish for ice\" or 2 * 3 boats."),
                rule("L10", "", "A line not of two kinds."),
            ]
        );
        assert_eq!(rules("No list at all."), []);
    }

    #[test]
    fn a_reason_names_rules_in_brackets() {
        let numbers = |reason| named(reason).collect::<Vec<_>>();
        assert_eq!(numbers("a pledge (B2, S5), then a threat (see above) and a chip (B10)."), ["B2", "S5", "B10"]);
        for reason in ["the B2 bomber", "fish (B2 and S5)", "()", "open (B2", "(b2)", "(B)", "(2)", ""] {
            assert_eq!(numbers(reason), [""; 0], "{reason}");
        }
    }
}
