//! The late module in the browser, next to the page's: the views of a story, its annotations, and the reading of stories that the
//! host page hands over. All that deals in JavaScript objects is here, where only those fetch it who ask.
//!
//! A story of the host's goes the same way whatever it comes as:
//! 1. bytes that are a packed story are unpacked and written as a plain value;
//! 2. other bytes and text are JSON; an object is made JSON and parsed again, so that nothing of it is alive any more: no getter,
//!    proxy or cycle is met afterwards, and what the host changes later changes nothing;
//! 3. the plain value is checked and packed (`framing_reader_plain`).

use framing_reader_plain::{Problem, Value, annotations, read as read_plain, write};
use framing_reader_story::{Record, Story, pack};
use js_sys::{Array, ArrayBuffer, Error, JSON, JsString, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::{JsCast, JsError, JsValue, prelude::wasm_bindgen};

/// The longest story that is read: bytes, or UTF-16 units of JSON. The shipped one has half a million.
const LONGEST: u32 = 32 << 20;

#[wasm_bindgen]
extern "C" {
    /// `JSON.parse` of a text that is JavaScript's already.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;
}

/// The views of one story.
#[wasm_bindgen]
pub struct Views {
    story: Story,
    record: Record,
}

#[wasm_bindgen]
impl Views {
    /// Of a packed story and its packed record.
    #[wasm_bindgen(constructor)]
    pub fn new(story: &[u8], record: &[u8]) -> Result<Views, JsError> {
        let failed = |error: pack::UnpackError| JsError::new(&error.to_string());
        Ok(Views { story: pack::unpack(story).map_err(failed)?, record: pack::unpack_record(record).map_err(failed)? })
    }

    /// The sheet of a path.
    pub fn draw(&self, path: &str) -> Vec<u8> {
        crate::draw(&self.story, &self.record, path)
    }

    /// The story as W3C Web Annotations: an array of plain objects.
    pub fn annotations(&self) -> Result<JsValue, JsValue> {
        object(&annotations(&self.story, &self.record))
    }
}

/// The styles these views need beside the page's.
#[wasm_bindgen]
pub fn styles() -> String {
    crate::STYLES.to_owned()
}

/// Reads a story that the host hands over: packed bytes, JSON as bytes or text, or an object as JSON would hold it. Gives the
/// packed story and its packed record, or throws an error with the cause `story` and all its `problems`.
#[wasm_bindgen]
pub fn read(story: JsValue) -> Result<Array, JsValue> {
    let read = value(story).and_then(|value| read_plain(&value));
    let (story, record) = read.map_err(|problems| refusal(&problems))?;
    let parts = [pack::pack(&story), pack::pack_record(&record)];
    Ok(parts.iter().map(|bytes| Uint8Array::from(bytes.as_slice())).collect())
}

/// What the host handed over, as a plain value.
fn value(story: JsValue) -> Result<Value, Vec<Problem>> {
    let text = if let Some(bytes) = bytes_of(&story) {
        if bytes.length() > LONGEST {
            return Err(too_long(bytes.length(), "bytes"));
        }
        let bytes = bytes.to_vec();
        if bytes.starts_with(pack::MAGIC) {
            let story = pack::unpack(&bytes).map_err(|error| whole(error.to_string(), Some("build it again")))?;
            return Ok(write(&story, &Record::default()));
        }
        let text = String::from_utf8_lossy(&bytes);
        JsString::from(text.strip_prefix('\u{feff}').unwrap_or(&text))
    } else if let Some(text) = story.dyn_ref::<JsString>() {
        text.clone()
    } else {
        let hint = "hand over what JSON can hold: no cycles, no bigints";
        let text = JSON::stringify(&story)
            .map_err(|thrown| whole(message("an object as JSON holds it", &thrown), Some(hint)))?;
        if !text.is_string() {
            return Err(whole("expected a story, found nothing that JSON can hold".to_owned(), None));
        }
        text
    };
    if text.length() > LONGEST {
        return Err(too_long(text.length(), "UTF-16 units"));
    }
    let parsed = parse(&text).map_err(|thrown| whole(message("JSON", &thrown), None))?;
    Value::read(Deserializer::from(parsed)).map_err(|error| whole(format!("expected a story, found {error}"), None))
}

fn bytes_of(value: &JsValue) -> Option<Uint8Array> {
    if let Some(buffer) = value.dyn_ref::<ArrayBuffer>() {
        return Some(Uint8Array::new(buffer));
    }
    if !ArrayBuffer::is_view(value) {
        return None;
    }
    let number = |name| Reflect::get(value, &JsValue::from_str(name)).ok()?.as_f64();
    let buffer = Reflect::get(value, &JsValue::from_str("buffer")).ok()?;
    Some(Uint8Array::new_with_byte_offset_and_length(
        &buffer,
        number("byteOffset")? as u32,
        number("byteLength")? as u32,
    ))
}

/// A problem of the whole.
fn whole(message: String, hint: Option<&str>) -> Vec<Problem> {
    vec![Problem { path: String::new(), message, hint: hint.map(str::to_owned) }]
}

fn too_long(length: u32, unit: &str) -> Vec<Problem> {
    whole(format!("expected at most {LONGEST} {unit}, found {length}"), None)
}

/// What was thrown instead of what was expected. Anything can be thrown, and asking it may throw again.
fn message(expected: &str, thrown: &JsValue) -> String {
    let words = Reflect::get(thrown, &JsValue::from_str("message")).ok().and_then(|message| message.as_string());
    // Some browsers' words draw a picture of the cycle, over lines.
    let first = words.as_deref().and_then(|words| words.lines().next()).unwrap_or("something that threw");
    format!("expected {expected}, found: {first}")
}

/// An error with the problems; its message is the first.
fn refusal(problems: &[Problem]) -> JsValue {
    let text = problems.first().map_or(String::new(), |Problem { path, message, .. }| match path.as_str() {
        "" => message.clone(),
        path => format!("{path}: {message}"),
    });
    let more = match problems.len() {
        0 | 1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    let error = Error::new(&(text + &more));
    let hint = problems.first().and_then(|problem| problem.hint.as_deref());
    let list = problems.iter().map(|Problem { path, message, hint }| {
        let both = Value::object([("path", path.as_str().into()), ("message", message.as_str().into())]);
        match hint {
            Some(hint) => both.and(Value::object([("hint", hint.as_str().into())])),
            None => both,
        }
    });
    let list = object(&list.collect()).unwrap_or_default();
    for (name, value) in
        [("cause", "story".into()), ("hint", hint.map_or(JsValue::UNDEFINED, JsValue::from_str)), ("problems", list)]
    {
        // A new error takes every member.
        let _ = Reflect::set(&error, &JsValue::from_str(name), &value);
    }
    error.unchecked_into::<Object>().into()
}

/// A plain value as JavaScript has it.
fn object(value: &Value) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
