//! What brat and CoNLL hold of an annotation: a span of one text, and what is said of it.

use crate::value::Value;

/// Something said of a span of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// What is said of it.
    pub said: Said,
}

/// What is said of a span.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// An actor is named.
    Mention {
        /// The actor's id.
        actor: String,
        /// Its name.
        name: String,
    },
    /// Somebody is quoted.
    Quotation {
        /// The id of whoever is quoted; `None` where the text does not say.
        speaker: Option<String>,
        /// The words that attribute it.
        cue: Option<String>,
        /// How surely: certain, likely, unknown.
        certainty: String,
    },
    /// A paragraph carries a frame.
    Frame(Frame),
}

/// A frame of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// The framing's id.
    pub framing: String,
    /// Whether the engine abstains.
    pub unsure: bool,
    /// Whether a person coded it.
    pub by_hand: bool,
    /// How surely the engine says so.
    pub certainty: Option<String>,
    /// Why the engine abstains.
    pub reason: Option<String>,
    /// The words that decided.
    pub evidence: Vec<Evidence>,
}

/// Words that decided a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The cue or rule behind it.
    pub rule: Option<String>,
}

/// The members of a list; anything else has none.
pub(super) fn list(value: Value) -> Vec<Value> {
    match value {
        Value::List(values) => values,
        _ => Vec::new(),
    }
}

/// A member of an object.
pub(super) fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.iter().find(|(known, _)| known == name).map(|(_, value)| value),
        _ => None,
    }
}

/// A member that is a text.
pub(super) fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    match member(value, name)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// A member that is a whole number.
pub(super) fn number(value: &Value, name: &str) -> Option<u32> {
    match member(value, name)? {
        Value::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number) => {
            Some(*number as u32)
        }
        _ => None,
    }
}

/// The members of a member that is a list.
fn items<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    match member(value, name) {
        Some(Value::List(values)) => values,
        _ => &[],
    }
}

/// The document that an annotation is about.
pub(super) fn document(annotation: &Value) -> Option<&str> {
    text(member(annotation, "target")?, "document")
}

/// An annotation's selector of this type.
pub(super) fn selector<'v>(annotation: &'v Value, kind: &str) -> Option<&'v Value> {
    let selectors = items(member(annotation, "target")?, "selector");
    selectors.iter().find(|selector| text(selector, "type") == Some(kind))
}

/// An annotation as a mark; `None` for blocks, and for what has no position.
pub fn mark(annotation: &Value) -> Option<Mark> {
    let place = selector(annotation, "TextPositionSelector")?;
    let body = member(annotation, "body")?;
    let owned = |name: &str| text(body, name).filter(|text| !text.is_empty()).map(str::to_owned);
    let said = match text(body, "type")? {
        "Mention" => Said::Mention { actor: owned("value")?, name: owned("name")? },
        "Quotation" => Said::Quotation { speaker: owned("value"), cue: owned("cue"), certainty: owned("certainty")? },
        "Frame" => {
            let rule = |at: usize| match items(body, "rules").get(at) {
                Some(Value::Text(rule)) if !rule.is_empty() => Some(rule.clone()),
                _ => None,
            };
            let evidence = |(at, place): (usize, &Value)| {
                Some(Evidence { start: number(place, "start")?, end: number(place, "end")?, rule: rule(at) })
            };
            Said::Frame(Frame {
                framing: owned("value").or_else(|| owned("frame"))?,
                unsure: text(body, "value").is_none(),
                by_hand: member(annotation, "creator").is_some(),
                certainty: owned("certainty"),
                reason: owned("reason"),
                evidence: items(body, "evidence").iter().enumerate().filter_map(evidence).collect(),
            })
        }
        _ => return None,
    };
    Some(Mark { start: number(place, "start")?, end: number(place, "end")?, said })
}
