//! JSON Lines: one W3C Web Annotation a line, as `annotate` prints them and `annotations()` hands them out. Holds everything.

use super::Malformed;
use crate::value::Value;

/// Writes annotations, one a line, each line ended by a line feed.
pub fn write(annotations: &[Value]) -> String {
    let mut lines = String::new();
    for annotation in annotations {
        lines.push_str(&json(annotation));
        lines.push('\n');
    }
    lines
}

/// Reads annotations; lines of white space are passed over.
pub fn read(lines: &str) -> Result<Vec<Value>, Vec<Malformed>> {
    let (mut annotations, mut problems) = (Vec::new(), Vec::new());
    for (at, line) in lines.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match parse(line) {
            Ok(annotation @ Value::Object(_)) => annotations.push(annotation),
            Ok(_) => problems.push(Malformed::new(at + 1, 1, "expected an annotation, found another value")),
            Err(problem) => problems.push(Malformed { line: at + 1, ..problem }),
        }
    }
    if problems.is_empty() { Ok(annotations) } else { Err(problems) }
}

/// A value as JSON.
pub(super) fn json(value: &Value) -> String {
    // Values have nothing that JSON could not hold: the names of members are texts.
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads one value.
pub(super) fn parse(json: &str) -> Result<Value, Malformed> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = Value::read(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| {
        // The parser counts bytes.
        let line = json.split('\n').nth(error.line().saturating_sub(1)).unwrap_or("");
        let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message);
        Malformed::new(error.line().max(1), before.chars().count() + 1, format!("expected JSON: {message}"))
    })
}
