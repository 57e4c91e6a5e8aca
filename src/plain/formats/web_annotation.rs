//! W3C Web Annotations as JSON-LD: one `AnnotationCollection` with one `AnnotationPage`, every annotation in it.
//!
//! Holds everything. The standard asks for names that the annotations of `annotate` do without: each gets an `id`, and
//! `source` is an address, relative to the folder of the texts, so that other characters than those of addresses are escaped
//! with percent signs. Words of this project's own ("Mention", "certainty") are told apart by `@vocab`. Reading undoes both.

use super::{
    Malformed,
    escape::{escape, unescape},
    jsonl,
    mark::{member, text},
};
use crate::value::Value;

/// The standard's own words.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// What our own words begin with.
const VOCABULARY: &str = "urn:framing-reader:";

/// Writes a collection of annotations, pretty enough to be read: one annotation a line.
pub fn write(annotations: &[Value]) -> String {
    let vocabulary = Value::object([("@vocab", VOCABULARY.into())]);
    let context: Value = [Value::from(CONTEXT), vocabulary].into_iter().collect();
    let head = format!(
        "{{\"@context\":{},\"id\":\"#annotations\",\"type\":\"AnnotationCollection\",\"total\":{},\n\
         \"first\":{{\"id\":\"#page\",\"type\":\"AnnotationPage\",\"partOf\":\"#annotations\",\"startIndex\":0,\"items\":[",
        jsonl::json(&context),
        annotations.len(),
    );
    let item = |(at, annotation): (usize, &Value)| {
        let id = Value::object([("id", format!("#annotation-{}", at + 1).as_str().into())]);
        format!("\n{}", jsonl::json(&id.and(with_source(annotation.clone(), address))))
    };
    let items: Vec<String> = annotations.iter().enumerate().map(item).collect();
    format!("{head}{}\n]}}}}\n", items.join(","))
}

/// Reads a collection as [`write`] writes it, a page alone, or a list of annotations.
pub fn read(json: &str) -> Result<Vec<Value>, Vec<Malformed>> {
    let value = jsonl::parse(json).map_err(|problem| vec![problem])?;
    let page = member(&value, "first").unwrap_or(&value);
    let items = match member(page, "items").unwrap_or(page) {
        Value::List(items) => items,
        _ => return Err(vec![Malformed::new(1, 1, "expected an AnnotationCollection with `first.items`, found none")]),
    };
    let mut problems = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| text(item, "type") != Some("Annotation")) {
        let found = text(item, "type").unwrap_or("none");
        let message = format!("expected the type `Annotation` of `items[{at}]`, found `{found}`");
        problems.push(Malformed::new(1, 1, message));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let plain = |item: &Value| match with_source(item.clone(), name) {
        Value::Object(members) => Value::Object(members.into_iter().filter(|(name, _)| name != "id").collect()),
        other => other,
    };
    Ok(items.iter().map(plain).collect())
}

/// The annotation with its target's source made anew.
fn with_source(mut annotation: Value, make: fn(&str) -> String) -> Value {
    if let Value::Object(members) = &mut annotation
        && let Some((_, Value::Object(target))) = members.iter_mut().find(|(name, _)| name == "target")
        && let Some((_, Value::Text(source))) = target.iter_mut().find(|(name, _)| name == "source")
    {
        *source = make(source);
    }
    annotation
}

/// A file's name as an address.
fn address(name: &str) -> String {
    escape(name, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~'))
}

/// The file's name that an address is; one that is no escaped name stays as it is.
fn name(address: &str) -> String {
    unescape(address).unwrap_or_else(|| address.to_owned())
}
