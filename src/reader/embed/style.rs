//! The styles of the shadow root: the files under `www/`, adopted as one constructed sheet, which no content policy
//! forbids.

use wasm_bindgen::prelude::*;

const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = CSSStyleSheet)]
    type Sheet;
    #[wasm_bindgen(constructor, js_class = "CSSStyleSheet")]
    fn new() -> Sheet;
    #[wasm_bindgen(method, js_name = replaceSync)]
    fn replace_sync(this: &Sheet, text: &str);

    type Adopter;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_adopted(this: &Adopter, sheets: &js_sys::Array);
}

/// Gives the root an element is in its styles.
pub(crate) fn adopt(element: &web_sys::Element) {
    let sheet = Sheet::new();
    sheet.replace_sync(STYLES);
    element.get_root_node().unchecked_ref::<Adopter>().set_adopted(&js_sys::Array::of1(&sheet));
}
