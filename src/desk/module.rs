//! The desk in a worker of the browser: what is pure elsewhere, with names and values of JavaScript.

use std::collections::BTreeMap;

use framing_reader_engine::{
    Document,
    propose::{self, Proposal},
};
use framing_reader_plain::{
    Value,
    formats::{File, Format},
};
use framing_reader_story::load::Severity;
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsError, JsValue, prelude::wasm_bindgen};

use crate::{
    actors, corrected, cues,
    edit::{self, Refusal},
    edition::kinship,
    folder,
    text::{Sought, Step, Text, number},
    trial::{List, Tried},
};

/// The articles that lie on the desk, by name, and what they are read for.
#[wasm_bindgen]
#[derive(Default)]
pub struct Desk {
    texts: BTreeMap<String, Text>,
    sought: Sought,
    /// The file that its actors are from.
    actors: Option<Vec<u8>>,
    /// The last trial of the framings.
    tried: Tried,
}

#[wasm_bindgen]
impl Desk {
    /// An empty desk.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Desk {
        Desk::default()
    }

    /// Puts an article on the desk, in the place of another of its name.
    pub fn put(&mut self, name: String, text: String) {
        self.texts.insert(name, Text::new(text));
    }

    /// Takes an article off the desk.
    pub fn take(&mut self, name: &str) {
        self.texts.remove(name);
    }

    /// Looks for the actors and framings of a story folder from now on.
    pub fn seek(&mut self, files: &Object) {
        let files = bytes(files);
        let actors = files.get("actors.toml").cloned();
        let from = if self.actors == actors { Step::Frames } else { Step::Mentions };
        self.actors = actors;
        self.sought = folder::sought(files);
        self.texts.values_mut().for_each(|text| text.again(from));
    }

    /// Reads one step further in an article; which step that was, nothing when all are done.
    pub fn step(&mut self, name: &str) -> Option<String> {
        self.texts.get_mut(name)?.step(&self.sought).map(|step| Step::as_str(step).to_owned())
    }

    /// What was found in an article, counted.
    pub fn summary(&self, name: &str) -> Result<JsValue, JsValue> {
        object(&self.text(name)?.summary(&self.sought))
    }

    /// Some lines of an article with what was found in them.
    pub fn passages(&self, name: &str, from: u32, count: u32) -> Result<JsValue, JsValue> {
        object(&self.text(name)?.passages(&self.sought, from as usize, count as usize))
    }

    /// What an article's TOML file corrects, where that stands now, and what the engine says there; `anew` where lines are something else by
    /// hand than they were, and what was found in the article with them.
    pub fn corrected(&mut self, name: &str, file: &str) -> Result<JsValue, JsValue> {
        let refused = |refusal: Refusal| error(&refusal);
        let kinds = corrected::kinds(self.text(name)?, file).map_err(refused)?;
        let anew = self.texts.get_mut(name).is_some_and(|text| text.overrule(kinds));
        while anew && self.step(name).is_some() {}
        let entries = corrected::corrected(self.text(name)?, &self.sought, file).map_err(refused)?;
        object(&Value::object([("anew", anew.into()), ("entries", entries)]))
    }

    /// What two articles are to each other: `edition`, `first-sums`, `second-sums`, or nothing.
    pub fn kinship(&self, first: &str, second: &str) -> Result<Option<String>, JsValue> {
        Ok(kinship(self.text(first)?, self.text(second)?).map(|kinship| kinship.as_str().to_owned()))
    }

    /// Actors proposed from these articles, those named most often first, without those of these ids.
    pub fn propose(&self, names: Vec<String>, known: Vec<String>) -> Result<JsValue, JsValue> {
        object(&actors::shown(&self.proposed(&names, |id| !known.iter().any(|known| known == id))?.0))
    }

    /// The actors of these ids, proposed from these articles, as the text of `actors.toml`.
    pub fn accept(&self, names: Vec<String>, ids: Vec<String>) -> Result<String, JsValue> {
        let (proposals, documents) = self.proposed(&names, |id| ids.iter().any(|accepted| accepted == id))?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Ok(propose::toml(&proposals, &documents, &names))
    }

    /// Tries the framings of a story folder on its texts; what each catches, counted. Fails with the first problem that keeps the
    /// folder from being read.
    #[wasm_bindgen(js_name = tryOut)]
    pub fn try_out(&mut self, files: &Object) -> Result<JsValue, JsValue> {
        self.tried = Tried::new(bytes(files)).map_err(|problem| {
            let place = format!("{}:{}:{}", problem.path, problem.place.line, problem.place.column);
            error(&[&place, ": ", &problem.message].concat())
        })?;
        object(&self.tried.summary())
    }

    /// Some paragraphs of a list of the last trial.
    pub fn tried(&self, list: &str, from: u32, count: u32) -> Result<JsValue, JsValue> {
        let list = List::parse(list).ok_or_else(|| error(&format!("expected a list of the trial, found `{list}`")))?;
        object(&self.tried.passages(list, from as usize, count as usize))
    }

    fn proposed(
        &self,
        names: &[String],
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(Vec<Proposal>, Vec<Document<'_>>), JsValue> {
        let texts = names.iter().map(|name| self.text(name));
        let documents = texts.map(|text| text.map(Text::document)).collect::<Result<Vec<_>, _>>()?;
        let proposals = propose::proposals(&documents).into_iter().filter(|proposal| wanted(&proposal.names.id));
        Ok((proposals.collect(), documents))
    }

    fn text(&self, name: &str) -> Result<&Text, JsValue> {
        self.texts.get(name).ok_or_else(|| error(&format!("expected a text on the desk, found none called `{name}`")))
    }
}

/// Opens a story folder: all its problems and, where it can be built, the packed story, its packed record, both as JSON, and how much
/// in it is by hand.
#[wasm_bindgen]
pub fn open(files: &Object) -> Result<Array, JsValue> {
    let opened = folder::open(bytes(files));
    let problems = object(&opened.problems.iter().map(folder::problem).collect())?;
    let parts = opened.parts.iter().flatten().map(|bytes| JsValue::from(Uint8Array::from(bytes.as_slice())));
    let json = opened.plain.map(|plain| JSON::stringify(&object(&plain)?).map(JsValue::from)).transpose()?;
    let counts = [("coded", opened.by_hand.coded), ("corrected", opened.by_hand.corrected)];
    let by_hand = json.is_some().then(|| object(&Value::object(counts.map(|(name, count)| (name, number(count))))));
    Ok([problems].into_iter().chain(parts).chain(json).chain(by_hand.transpose()?).collect())
}

/// A story folder's annotations in a format, as the command line's `export` writes them: name and text of each file.
#[wasm_bindgen]
pub fn formatted(files: &Object, format: &str) -> Result<Array, JsValue> {
    let format = Format::parse(format).ok_or_else(|| error(&format!("expected a format, found `{format}`")))?;
    let written = folder::export(bytes(files), format).map_err(|problems| {
        let first = problems.iter().find(|problem| problem.severity == Severity::Error);
        error(&first.map(|problem| problem.to_string()).unwrap_or_default())
    })?;
    let file = |file: File| JsValue::from(Array::of2(&file.name.into(), &file.text.into()));
    Ok(written.into_iter().map(file).collect())
}

/// `story.toml` with one list of a framing's cues written as `value`, a TOML array.
#[wasm_bindgen(js_name = setCues)]
pub fn set_cues(text: &str, framing: u32, list: &str, value: &str) -> Result<String, JsValue> {
    cues::write(text, framing as usize, list, value).map_err(|refusal| error(&refusal))
}

/// `story.toml` without one list of a framing's cues.
#[wasm_bindgen(js_name = dropCues)]
pub fn drop_cues(text: &str, framing: u32, list: &str) -> Result<String, JsValue> {
    cues::drop_list(text, framing as usize, list).map_err(|refusal| error(&refusal))
}

/// `story.toml` without a framing's cues.
#[wasm_bindgen(js_name = clearCues)]
pub fn clear_cues(text: &str, framing: u32) -> Result<String, JsValue> {
    cues::clear(text, framing as usize).map_err(|refusal| error(&refusal))
}

/// The cues of `story.toml` that cannot be read.
#[wasm_bindgen(js_name = badCues)]
pub fn bad_cues(text: &str) -> Result<JsValue, JsValue> {
    object(&cues::problems(text).map_err(|refusal| error(&refusal))?)
}

/// A story folder for a copy of the single file: its problems where it cannot be built, else none of them, the title, the packed
/// story, its packed record, and the plain article as HTML.
#[wasm_bindgen]
pub fn copied(files: &Object) -> Result<Array, JsValue> {
    let copied = match folder::copied(bytes(files)) {
        Ok(copied) => copied,
        Err(problems) => return Ok([object(&problems.iter().map(folder::problem).collect())?].into_iter().collect()),
    };
    let parts = copied.parts.iter().map(|bytes| JsValue::from(Uint8Array::from(bytes.as_slice())));
    let before = [Array::new().into(), copied.title.into()];
    Ok(before.into_iter().chain(parts).chain([copied.fallback.into()]).collect())
}

/// A TOML file as plain values.
#[wasm_bindgen]
pub fn values(text: &str) -> Result<JsValue, JsValue> {
    object(&edit::values(text).map_err(|refusal| error(&refusal))?)
}

/// A TOML file with one value set.
#[wasm_bindgen]
pub fn set(text: &str, path: &str, value: &str) -> Result<String, JsValue> {
    edit::set(text, path, value).map_err(|refusal| error(&refusal))
}

/// A TOML file without one value.
#[wasm_bindgen]
pub fn unset(text: &str, path: &str) -> Result<String, JsValue> {
    edit::unset(text, path).map_err(|refusal| error(&refusal))
}

/// A TOML file without one element.
#[wasm_bindgen]
pub fn remove(text: &str, path: &str) -> Result<String, JsValue> {
    edit::remove(text, path).map_err(|refusal| error(&refusal))
}

/// Files by name, from an object of byte arrays.
fn bytes(files: &Object) -> BTreeMap<String, Vec<u8>> {
    let names = Object::keys(files).into_iter().filter_map(|name| {
        let bytes = Reflect::get(files, &name).ok()?.dyn_into::<Uint8Array>().ok()?;
        Some((name.as_string()?, bytes.to_vec()))
    });
    names.collect()
}

fn error(message: &str) -> JsValue {
    JsError::new(message).into()
}

/// A plain value as JavaScript has it.
fn object(value: &Value) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
