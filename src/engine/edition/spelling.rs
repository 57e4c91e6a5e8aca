//! One form for all spellings of a word, so that "defence" and "defense", "U.S." and "US", "three" and "3" are the same.
//!
//! 1. [`key`]: of one word: case, periods, apostrophes and hyphens go; British endings become American ones; numbers
//!    become their value;
//! 2. [`sequence`]: of several: "per cent", "1.2 million", "United States", "isn't".

/// British spellings by their beginnings, with the American ones; the rest of the word stays ("neighbourhood").
#[rustfmt::skip]
const BEGINNINGS: &[(&str, &str)] = &[
    ("acknowledgement", "acknowledgment"), ("advisor", "adviser"), ("aeroplane", "airplane"), ("ageing", "aging"),
    ("aluminium", "aluminum"), ("amongst", "among"), ("anaem", "anem"), ("analogue", "analog"), ("arbour", "arbor"),
    ("ardour", "ardor"), ("armour", "armor"), ("artefact", "artifact"), ("behaviour", "behavior"), ("calibre", "caliber"),
    ("catalogue", "catalog"), ("centimetre", "centimeter"), ("centre", "center"), ("cheque", "check"), ("clamour", "clamor"),
    ("colour", "color"), ("cosy", "cozy"), ("defence", "defense"), ("dialogue", "dialog"), ("discolour", "discolor"),
    ("encyclopaed", "encycloped"), ("endeavour", "endeavor"), ("enroll", "enrol"), ("favour", "favor"), ("fibre", "fiber"),
    ("flavour", "flavor"), ("foetus", "fetus"), ("fuelled", "fueled"), ("fuelling", "fueling"), ("fulfill", "fulfil"),
    ("gaol", "jail"), ("glamour", "glamor"), ("grey", "gray"), ("gynaec", "gynec"), ("haem", "hem"), ("harbour", "harbor"),
    ("honour", "honor"), ("humour", "humor"), ("installment", "instalment"), ("jewellery", "jewelry"),
    ("judgement", "judgment"), ("kerb", "curb"), ("kilometre", "kilometer"), ("labour", "labor"), ("leukaem", "leukem"),
    ("licence", "license"), ("litre", "liter"), ("lustre", "luster"), ("manoeuvre", "maneuver"), ("manoeuvring", "maneuvering"),
    ("meagre", "meager"), ("metre", "meter"), ("misbehaviour", "misbehavior"), ("mould", "mold"), ("moustache", "mustache"),
    ("neighbour", "neighbor"), ("odour", "odor"), ("oestrogen", "estrogen"), ("offence", "offense"), ("okay", "ok"),
    ("orthopaed", "orthoped"), ("paediatr", "pediatr"), ("parlour", "parlor"), ("plough", "plow"), ("practise", "practice"),
    ("pretence", "pretense"), ("programme", "program"), ("pyjama", "pajama"), ("rancour", "rancor"), ("rigour", "rigor"),
    ("rumour", "rumor"), ("saviour", "savior"), ("savour", "savor"), ("sceptic", "skeptic"), ("skillful", "skilful"),
    ("sombre", "somber"), ("spectre", "specter"), ("splendour", "splendor"), ("sulph", "sulf"), ("theatre", "theater"),
    ("tumour", "tumor"), ("tyre", "tire"), ("unfavour", "unfavor"), ("valour", "valor"), ("vapour", "vapor"),
    ("vigour", "vigor"), ("whilst", "while"), ("willful", "wilful"),
];

/// Whole words with a second spelling.
#[rustfmt::skip]
const WHOLE: &[(&str, &str)] = &[
    ("percent", "%"), ("towards", "toward"), ("afterwards", "afterward"), ("backwards", "backward"), ("forwards", "forward"),
    ("upwards", "upward"), ("downwards", "downward"), ("onwards", "onward"), ("learnt", "learned"), ("burnt", "burned"),
    ("spelt", "spelled"), ("dreamt", "dreamed"), ("spilt", "spilled"), ("spoilt", "spoiled"), ("leant", "leaned"),
];

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ORDINALS: [&str; 11] =
    ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Words and short forms that multiply a number, by powers of ten.
const SCALES: [(&str, i32); 9] = [
    ("hundred", 2),
    ("thousand", 3),
    ("k", 3),
    ("million", 6),
    ("mn", 6),
    ("m", 6),
    ("billion", 9),
    ("bn", 9),
    ("trillion", 12),
];

/// Short names of states and unions, with the long ones.
const SHORT_NAMES: [(&str, [&str; 2]); 5] = [
    ("US", ["united", "states"]),
    ("uk", ["united", "kingdom"]),
    ("eu", ["european", "union"]),
    ("un", ["united", "nations"]),
    ("uae", ["arab", "emirates"]),
];

/// Short names that are another word in small letters.
const ALSO_WORDS: [&str; 3] = ["US", "IT", "WHO"];

/// What a word is compared by. Numbers become digits and a power of ten ("3e0"), with an `o` behind ordinals.
pub(super) fn key(word: &str) -> String {
    let plain = plain(word);
    if let Some(number) = number(word, &plain) {
        return number;
    }
    if ALSO_WORDS.contains(&plain.as_str()) {
        return plain;
    }
    american(plain.to_lowercase())
}

/// A mark's form: all dashes are one, and so are the ways to write dots.
pub(super) fn mark(surface: &str) -> &str {
    match surface {
        "–" | "—" | "‒" | "―" | "‐" | "−" => "-",
        "。" => ".",
        "，" | "、" => ",",
        "！" => "!",
        "？" => "?",
        "％" => "%",
        "&" => "and",
        "…" => ".",
        _ => surface,
    }
}

/// A word without what joins its parts.
fn plain(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '.' | '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')).collect()
}

fn american(word: String) -> String {
    if !word.is_ascii() {
        return word;
    }
    if let Some(&(_, form)) = WHOLE.iter().find(|(british, _)| *british == word) {
        return form.to_owned();
    }
    let at = BEGINNINGS.partition_point(|(british, _)| *british <= word.as_str());
    for &(british, form) in BEGINNINGS[..at].iter().rev().take(2) {
        if let Some(rest) = word.strip_prefix(british) {
            return format!("{form}{rest}");
        }
    }
    // "organised": the letter in question stands before the ending; short words ("rise", "wise") have no second spelling.
    for ending in
        ["ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations", "yse", "ysed", "yses", "ysing"]
    {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            return format!("{stem}{}z{}", &ending[..1], &ending[2..]);
        }
    }
    // "travelled"; of shorter words the double letter tells two apart ("filled", "filed").
    for ending in ["led", "ling", "ler", "lers", "lor", "lors"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| word.len() >= 8 && stem.ends_with('l')) {
            return format!("{}{ending}", &stem[..stem.len() - 1]);
        }
    }
    word
}

/// A number's value, if the word is one.
fn number(word: &str, plain: &str) -> Option<String> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(word.len());
        let (value, rest) = word.split_at(digits);
        let rest = rest.trim_matches('.').to_lowercase();
        return match rest.as_str() {
            "" => value_of(value, 0),
            "st" | "nd" | "rd" | "th" => value_of(value, 0).map(|v| v + "o"),
            scale => SCALES.iter().find(|(word, _)| *word == scale).and_then(|&(_, power)| value_of(value, power)),
        };
    }
    let lower = plain.to_lowercase();
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word);
    if let Some(n) = unit(&lower) {
        return value_of(&n.to_string(), 0);
    }
    if lower == "dozen" {
        return value_of("12", 0);
    }
    if let Some(n) = ORDINALS.iter().position(|ordinal| *ordinal == lower) {
        return value_of(&n.to_string(), 0).map(|v| v + "o");
    }
    let (n, rest) = TENS.iter().enumerate().find_map(|(n, ten)| Some((n, lower.strip_prefix(ten)?)))?;
    let ones = if rest.is_empty() { 0 } else { unit(rest).filter(|ones| (1..10).contains(ones))? };
    value_of(&((n + 2) * 10 + ones).to_string(), 0)
}

/// Digits with points and commas as "digits e power", without zeros at either end.
fn value_of(written: &str, power: i32) -> Option<String> {
    let grouped = written.split(',').skip(1).all(|group| group.split('.').next().is_some_and(|g| g.len() == 3));
    let written = if grouped { written.replace(',', "") } else { return None };
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    if part.contains('.') {
        return None;
    }
    let digits = format!("{whole}{part}");
    let kept = digits.trim_end_matches('0');
    let power = power + (digits.len() - kept.len()) as i32 - part.len() as i32;
    let kept = kept.trim_start_matches('0');
    Some(if kept.is_empty() { "0e0".to_owned() } else { format!("{kept}e{power}") })
}

/// Whether a key is a number.
pub(super) fn is_number(key: &str) -> bool {
    let value = key.strip_suffix('o').unwrap_or(key);
    value.split_once('e').is_some_and(|(digits, power)| {
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) && power.parse::<i32>().is_ok()
    })
}

/// A number's value, if it is a whole one of at most four digits.
pub(super) fn small(key: &str) -> Option<u32> {
    let (digits, power) = key.strip_suffix('o').unwrap_or(key).split_once('e')?;
    let power: u32 = power.parse().ok().filter(|&p| p <= 3)?;
    let digits: u32 = digits.parse().ok().filter(|&d| d < 10_000)?;
    Some(digits * 10_u32.pow(power)).filter(|&n| n < 10_000)
}

/// Whether a key multiplies the number before it.
pub(super) fn is_scale(key: &str) -> bool {
    SCALES.iter().any(|(word, _)| *word == key)
}

/// The keys of several words as one sequence in which spelling makes no difference.
pub(super) fn sequence<'k>(keys: impl Iterator<Item = &'k str>) -> Vec<String> {
    let mut sequence: Vec<String> = Vec::new();
    for key in keys {
        if let Some((word, not)) = contracted(key) {
            sequence.extend([word, not].map(str::to_owned));
            continue;
        }
        if let Some(last) = sequence.last_mut() {
            let scale = SCALES.iter().find(|(word, _)| *word == key);
            if let (Some((digits, power)), Some((_, more))) = (last.split_once('e').filter(|_| is_number(last)), scale)
                && let Ok(power) = power.parse::<i32>()
            {
                *last = format!("{digits}e{}", power + more);
                continue;
            }
            if last == "per" && key == "cent" {
                *last = "%".to_owned();
                continue;
            }
            if let Some((short, _)) = SHORT_NAMES.iter().find(|(_, long)| last == long[0] && key == long[1]) {
                *last = (*short).to_owned();
                continue;
            }
        }
        sequence.push(key.to_owned());
    }
    sequence
}

/// The two words of a contraction that negates, or of one with a pronoun.
#[rustfmt::skip]
fn contracted(key: &str) -> Option<(&str, &'static str)> {
    Some(match key {
        "wont" => ("will", "not"), "cant" | "cannot" => ("can", "not"), "shant" => ("shall", "not"),
        "isnt" | "arent" | "wasnt" | "werent" | "hasnt" | "havent" | "hadnt" | "doesnt" | "dont" | "didnt" | "wouldnt"
        | "couldnt" | "shouldnt" | "mustnt" | "neednt" | "mightnt" => (&key[..key.len() - 2], "not"),
        "theyre" | "youre" => (&key[..key.len() - 2], "are"),
        "theyve" | "youve" | "weve" | "ive" => (&key[..key.len() - 2], "have"),
        "theyll" | "youll" => (&key[..key.len() - 2], "will"),
        "im" => ("i", "am"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_sorted() {
        assert!(BEGINNINGS.is_sorted());
    }

    #[test]
    fn two_spellings_have_one_key() {
        for (a, b) in [
            ("U.S.", "US"),
            ("neighbourhoods", "neighborhoods"),
            ("organisation", "Organization"),
            ("travelled", "traveled"),
            ("policy-maker", "policymaker"),
            ("twenty-one", "21"),
            ("1,000", "1000"),
            ("3rd", "third"),
            ("percent", "%"),
            ("mayor’s", "mayor's"),
        ] {
            assert_eq!(if b == "%" { "%".into() } else { key(b) }, key(a), "{a} and {b}");
        }
    }

    #[test]
    fn two_words_have_two_keys() {
        for (a, b) in
            [("US", "us"), ("filled", "filed"), ("1.5", "15"), ("first", "one"), ("prise", "prize"), ("30", "3")]
        {
            assert_ne!(key(a), key(b), "{a} and {b}");
        }
    }

    #[test]
    fn numbers_multiply() {
        let of = |text: &str| sequence(text.split(' ').map(key).collect::<Vec<_>>().iter().map(String::as_str));
        assert_eq!(of("1.2 million"), of("1,200,000"));
        assert_eq!(of("two hundred thousand"), of("200,000"));
        assert_eq!(of("5bn"), of("five billion"));
        assert_ne!(of("5 million"), of("5 billion"));
    }
}
