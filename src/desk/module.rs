//! The desk in a worker of the browser: what is pure elsewhere, with names and values of JavaScript.

use std::collections::BTreeMap;

use framing_reader_engine::{
    Document,
    propose::{self, Proposal},
};
use framing_reader_plain::Value;
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsError, JsValue, prelude::wasm_bindgen};

use crate::{
    actors, corrected,
    edit::{self, Refusal},
    edition::kinship,
    folder,
    text::{Sought, Step, Text},
};

/// The articles that lie on the desk, by name, and what they are read for.
#[wasm_bindgen]
#[derive(Default)]
pub struct Desk {
    texts: BTreeMap<String, Text>,
    sought: Sought,
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
        self.sought = folder::sought(bytes(files));
        self.texts.values_mut().for_each(Text::again);
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

/// Opens a story folder: all its problems and, where it can be built, the packed story, its packed record, and both as JSON.
#[wasm_bindgen]
pub fn open(files: &Object) -> Result<Array, JsValue> {
    let opened = folder::open(bytes(files));
    let problems = object(&opened.problems.iter().map(folder::problem).collect())?;
    let parts = opened.parts.iter().flatten().map(|bytes| JsValue::from(Uint8Array::from(bytes.as_slice())));
    let json = opened.plain.map(|plain| JSON::stringify(&object(&plain)?).map(JsValue::from)).transpose()?;
    Ok([problems].into_iter().chain(parts).chain(json).collect())
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
