//! Quotations as comma-separated values (RFC 4180, UTF-8, lines ended by CR LF): a row each, with the columns
//! [`COLUMNS`].
//!
//! `who` is the id of whoever is quoted, empty where the text does not say; `words` are the quoted words with their marks;
//! `line` counts the lines of the document's saved file; `start` and `end` are code points of the file that the annotation
//! points into, empty where the words stand in no file as one run. Holds quotations only, without the context of
//! their words.

use super::{
    Malformed,
    mark::{member, number, selector, text},
};
use crate::value::Value;

/// The first row.
pub const COLUMNS: [&str; 8] = ["who", "words", "cue", "certainty", "document", "line", "start", "end"];

/// One quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The id of whoever is quoted; empty where the text does not say.
    pub who: String,
    /// The quoted words, marks included.
    pub words: String,
    /// The words that attribute it; empty where there are none.
    pub cue: String,
    /// How surely: certain, likely, unknown.
    pub certainty: String,
    /// The document's id, or the file's name.
    pub document: String,
    /// Line of the saved file, from 1.
    pub line: Option<u32>,
    /// First code point.
    pub start: Option<u32>,
    /// One past the last code point.
    pub end: Option<u32>,
}

/// The quotations among annotations.
pub fn rows(annotations: &[Value]) -> Vec<Row> {
    annotations.iter().filter_map(row).collect()
}

fn row(annotation: &Value) -> Option<Row> {
    let body = member(annotation, "body").filter(|body| text(body, "type") == Some("Quotation"))?;
    let target = member(annotation, "target")?;
    let place = |name| selector(annotation, "TextPositionSelector").and_then(|place| number(place, name));
    let owned = |text: Option<&str>| text.unwrap_or("").to_owned();
    Some(Row {
        who: owned(text(body, "value")),
        words: owned(selector(annotation, "TextQuoteSelector").and_then(|quote| text(quote, "exact"))),
        cue: owned(text(body, "cue")),
        certainty: owned(text(body, "certainty")),
        document: owned(text(target, "document").or_else(|| text(target, "source"))),
        line: number(target, "line"),
        start: place("start"),
        end: place("end"),
    })
}

/// Writes a table with its first row.
pub fn write(rows: &[Row]) -> String {
    let mut table = line(COLUMNS.map(str::to_owned));
    for row in rows {
        let Row { who, words, cue, certainty, document, .. } = row.clone();
        let [at, start, end] =
            [row.line, row.start, row.end].map(|number| number.map_or(String::new(), |n| n.to_string()));
        table.push_str(&line([who, words, cue, certainty, document, at, start, end]));
    }
    table
}

fn line(fields: [String; COLUMNS.len()]) -> String {
    let quoted = |field: String| {
        if field.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
    };
    format!("{}\r\n", fields.map(quoted).join(","))
}

/// Reads a table; lines may end in LF too, and a byte order mark may stand in front.
pub fn read(table: &str) -> Result<Vec<Row>, Vec<Malformed>> {
    let (records, mut problems) = records(table.strip_prefix('\u{feff}').unwrap_or(table));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut rows = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let fields: Vec<&str> = record.fields.iter().map(|field| &*field.text).collect();
        let Ok(fields) = <[&str; COLUMNS.len()]>::try_from(fields) else {
            let message = format!("expected {} fields, found {}", COLUMNS.len(), record.fields.len());
            problems.push(Malformed::new(record.line, 1, message));
            continue;
        };
        if at == 0 {
            if fields != COLUMNS {
                problems.push(Malformed::new(1, 1, format!("expected the columns `{}`", COLUMNS.join(","))));
            }
            continue;
        }
        let mut number = |n: usize| {
            let field = &record.fields[n];
            let parsed = field.text.parse().ok();
            if parsed.is_none() && !field.text.is_empty() {
                let message = format!("expected a number in `{}`, found `{}`", COLUMNS[n], field.text);
                problems.push(Malformed::new(field.line, field.column, message));
            }
            parsed
        };
        let [at, start, end] = [number(5), number(6), number(7)];
        let [who, words, cue, certainty, document] = [0, 1, 2, 3, 4].map(|n| fields[n].to_owned());
        rows.push(Row { who, words, cue, certainty, document, line: at, start, end });
    }
    if records.is_empty() {
        problems.push(Malformed::new(1, 1, "expected a row of columns, found nothing"));
    }
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}

/// One record of the table.
#[derive(Default)]
struct Fields {
    line: usize,
    fields: Vec<Field>,
}

/// One field, and where it begins.
#[derive(Default)]
struct Field {
    line: usize,
    column: usize,
    text: String,
}

fn records(table: &str) -> (Vec<Fields>, Vec<Malformed>) {
    let (mut records, mut problems) = (Vec::new(), Vec::new());
    let mut chars = table.chars().peekable();
    let (mut line, mut column) = (1, 1);
    while chars.peek().is_some() {
        let mut record = Fields { line, fields: Vec::new() };
        loop {
            let mut field = Field { line, column, text: String::new() };
            let quoted = chars.next_if_eq(&'"').is_some();
            column += usize::from(quoted);
            let mut open = quoted;
            while let Some(&c) = chars.peek() {
                if !open && matches!(c, ',' | '\n') || !open && c == '\r' && chars.clone().nth(1) == Some('\n') {
                    break;
                }
                chars.next();
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
                match c {
                    // Two in a row stand for one.
                    '"' if open => match chars.next_if_eq(&'"') {
                        Some(mark) => {
                            column += 1;
                            field.text.push(mark);
                        }
                        None => open = false,
                    },
                    _ if quoted && !open => {
                        problems.push(Malformed::new(
                            line,
                            column - 1,
                            format!("expected a comma behind `\"`, found `{c}`"),
                        ));
                    }
                    '"' => problems.push(Malformed::new(line, column - 1, "expected `\"` only around a whole field")),
                    c => field.text.push(c),
                }
            }
            if open {
                problems.push(Malformed::new(field.line, field.column, "expected a closing `\"`, found the end"));
            }
            record.fields.push(field);
            if chars.next_if_eq(&',').is_none() {
                break;
            }
            column += 1;
        }
        chars.next_if_eq(&'\r');
        chars.next_if_eq(&'\n');
        (line, column) = (line + 1, 1);
        records.push(record);
    }
    (records, problems)
}
