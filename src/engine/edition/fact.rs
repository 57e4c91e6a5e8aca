//! What a stretch of words states that can be told without understanding it: numbers, units, names, negations, how sure
//! it is, and which words of content it has.

use std::collections::{HashMap, HashSet};

use super::{
    spelling::{is_number, is_scale, sequence},
    token::{Class, Token},
};

/// Letters of a word that stand for all its endings.
const STEM: usize = 6;

/// Letters that a state and its people have in common at least ("China", "Chinese").
const NAME_STEM: usize = 4;

/// Names with the same beginning that are compared one by one.
const ALIKE: usize = 8;

/// What a stretch states.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Values, in order.
    pub(super) numbers: Vec<String>,
    /// Percent and currencies.
    pub(super) units: Vec<&'static str>,
    /// Names, each by its own words.
    pub(super) names: Vec<String>,
    /// How many negations.
    pub(super) negations: usize,
    /// Modals and words for how sure or how many, by class, sorted, each once.
    pub(super) degrees: Vec<&'static str>,
    /// Stems of other words that carry content.
    pub(super) content: Vec<String>,
}

impl Facts {
    /// Reads tokens of one paragraph.
    pub(super) fn of<'t>(tokens: impl Iterator<Item = &'t Token> + Clone, known: &Names) -> Facts {
        let mut facts = Facts::default();
        for token in tokens.clone() {
            facts.units.extend(unit(&token.key));
            if token.class != Class::Word || is_number(&token.key) || is_scale(&token.key) || unit(&token.key).is_some()
            {
                continue;
            }
            if is_negation(&token.key) {
                facts.negations += 1;
            }
            if let Some(degree) = degree(token) {
                facts.degrees.push(degree);
            } else if known.is_name(token) {
                facts.names.push(name(token));
            } else if is_content(&token.key) {
                facts.content.push(stem(&token.key));
            }
        }
        // "one" is rarely a number: "one of them", "no one".
        facts.numbers =
            sequence(tokens.map(|t| t.key.as_str())).into_iter().filter(|k| is_number(k) && k != "1e0").collect();
        facts.names = sequence(facts.names.iter().map(String::as_str));
        facts.degrees.sort_unstable();
        facts.degrees.dedup();
        facts
    }
}

/// Names that can be looked up, also as adjectives and plurals.
#[derive(Debug, Default)]
pub(super) struct NameSet {
    /// By their first letters; the rest of a long list is looked up as it is.
    by_stem: HashMap<String, Vec<String>>,
    all: HashSet<String>,
}

impl NameSet {
    /// Takes names in.
    pub(super) fn new(names: &[String]) -> Self {
        let mut set = NameSet::default();
        for name in names {
            if set.all.insert(name.clone()) {
                let alike = set.by_stem.entry(name.chars().take(NAME_STEM).collect()).or_default();
                if alike.len() < ALIKE {
                    alike.push(name.clone());
                }
            }
        }
        set
    }

    /// Whether a name is among them.
    pub(super) fn has(&self, name: &str) -> bool {
        let stem: String = name.chars().take(NAME_STEM).collect();
        self.all.contains(name)
            || self.by_stem.get(&stem).is_some_and(|alike| alike.iter().any(|other| same_name(name, other)))
    }
}

/// Which words that begin a sentence are names: those that are written with a capital elsewhere too.
#[derive(Debug, Default)]
pub(super) struct Names {
    within: HashSet<String>,
}

impl Names {
    /// Learns from the tokens of a text.
    pub(super) fn learn(&mut self, tokens: &[Token]) {
        let names = tokens.iter().filter(|t| t.capital && !t.opens && may_be_name(t));
        self.within.extend(names.map(name));
        // "Ada Berg said": two capitals in a row begin with a name.
        for pair in tokens.windows(2) {
            if pair[0].opens && pair[0].capital && may_be_name(&pair[0]) && pair[1].capital && may_be_name(&pair[1]) {
                self.within.insert(name(&pair[0]));
            }
        }
    }

    /// Whether a token is a name or part of one.
    pub(super) fn is_name(&self, token: &Token) -> bool {
        token.capital && may_be_name(token) && (!token.opens || token.key == "US" || self.within.contains(&name(token)))
    }
}

fn may_be_name(token: &Token) -> bool {
    is_content(&token.key) && !is_title(&token.key)
}

/// A name without its possessive ending.
fn name(token: &Token) -> String {
    let long = token.span.len() > token.key.len();
    token.key.strip_suffix('s').filter(|stem| long && stem.len() > 1).unwrap_or(&token.key).to_owned()
}

/// Whether two words name the same, one perhaps as an adjective or in the plural ("Norway's", "Chinese").
pub(super) fn same_name(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let shared =
        one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b).map(|((n, a), _)| n + a.len_utf8());
    let shared = shared.last().unwrap_or(0);
    let (one, other) = (&one[shared..], &other[shared..]);
    let base = |rest: &str| matches!(rest, "" | "a" | "e" | "o" | "y" | "ia" | "n" | "an");
    let derived = |rest: &str| {
        let rest = rest.strip_suffix('s').unwrap_or(rest);
        matches!(rest, "" | "n" | "an" | "ian" | "ese" | "ish" | "i" | "ic")
    };
    shared >= NAME_STEM && (base(one) && derived(other) || derived(one) && base(other))
}

fn unit(key: &str) -> Option<&'static str> {
    Some(match key {
        "%" => "percent",
        "$" | "dollar" | "dollars" => "dollar",
        "€" | "euro" | "euros" => "euro",
        "£" => "pound",
        "¥" | "yen" => "yen",
        _ => return None,
    })
}

#[rustfmt::skip]
pub(super) fn is_negation(key: &str) -> bool {
    matches!(key,
        "not" | "no" | "never" | "none" | "nobody" | "nothing" | "nor" | "neither" | "without" | "cannot" | "cant" | "wont"
        | "isnt" | "arent" | "wasnt" | "werent" | "hasnt" | "havent" | "hadnt" | "doesnt" | "dont" | "didnt" | "wouldnt"
        | "couldnt" | "shouldnt" | "mustnt" | "neednt" | "mightnt" | "shant" | "denied" | "denies" | "deny" | "denying"
        | "refused" | "refuses" | "refuse" | "refusing" | "failed" | "fails" | "fail" | "failing" | "不" | "没" | "沒" | "未")
}

/// The class of a modal, a hedge or a word for how many. "Will" and "would" are one: reported speech changes the tense.
fn degree(token: &Token) -> Option<&'static str> {
    Some(match token.key.as_str() {
        "will" | "would" | "shall" | "wont" | "wouldnt" => "will",
        "can" | "could" | "cannot" | "cant" | "couldnt" => "can",
        "may" | "might" | "perhaps" | "possibly" | "maybe" => "may",
        "must" | "mustnt" => "must",
        "should" | "ought" | "shouldnt" => "should",
        "reportedly" | "allegedly" | "supposedly" | "alleged" | "purportedly" => "reportedly",
        "apparently" | "seemingly" | "appears" | "appear" | "appeared" | "seems" | "seem" | "seemed" => "seems",
        "probably" | "likely" => "likely",
        "unlikely" => "unlikely",
        "all" | "every" | "each" | "everybody" | "everyone" => "all",
        "most" => "most",
        "some" => "some",
        "few" => "few",
        "half" => "half",
        "only" => "only",
        _ => return None,
    })
}

/// Courtesy titles, which say nothing of what somebody does.
pub(super) fn is_courtesy(key: &str) -> bool {
    matches!(key, "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "prof" | "professor" | "sir" | "dame" | "lord" | "lady")
}

/// Words before a name that say what somebody is.
#[rustfmt::skip]
pub(super) fn is_title(key: &str) -> bool {
    is_courtesy(key)
        || matches!(key,
            "president" | "vice" | "senator" | "sen" | "representative" | "rep" | "congressman" | "congresswoman"
            | "governor" | "gov" | "mayor" | "minister" | "prime" | "chancellor" | "premier" | "secretary" | "king"
            | "queen" | "prince" | "princess" | "pope" | "general" | "gen" | "colonel" | "col" | "captain" | "capt"
            | "lieutenant" | "lt" | "sergeant" | "sgt" | "admiral" | "judge" | "justice" | "reverend" | "rev"
            | "ambassador" | "commissioner" | "inspector" | "chairman" | "chairwoman" | "director")
}

/// Whether a word carries content: not one of the small words of grammar.
#[rustfmt::skip]
pub(super) fn is_content(key: &str) -> bool {
    !is_negation(key) && key.chars().any(char::is_alphabetic) && !matches!(key,
        "a" | "an" | "the" | "this" | "that" | "these" | "those" | "i" | "you" | "he" | "she" | "it" | "IT" | "we" | "they"
        | "me" | "him" | "her" | "us" | "them" | "my" | "your" | "his" | "its" | "our" | "their" | "who" | "WHO" | "whom"
        | "whose" | "which" | "what" | "when" | "where" | "why" | "how" | "and" | "or" | "but" | "so" | "yet" | "if"
        | "because" | "as" | "than" | "while" | "though" | "although" | "since" | "until" | "of" | "in" | "on" | "at"
        | "by" | "for" | "to" | "from" | "with" | "into" | "onto" | "over" | "under" | "after" | "before" | "between"
        | "through" | "about" | "against" | "among" | "during" | "toward" | "up" | "down" | "out" | "off" | "is" | "are"
        | "was" | "were" | "be" | "been" | "being" | "am" | "has" | "have" | "had" | "having" | "do" | "does" | "did"
        | "also" | "too" | "there" | "here" | "then" | "now" | "just" | "even" | "still" | "both" | "either" | "any"
        | "other" | "others" | "such" | "more" | "very" | "said" | "says" | "say" | "saying" | "s" | "t")
        && !is_number(key)
}

/// The first letters of a word.
pub(super) fn stem(key: &str) -> String {
    key.chars().take(STEM).collect()
}
