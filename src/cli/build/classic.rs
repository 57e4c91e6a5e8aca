//! The reader in one classic script: both modules, story and record included, as text that a browser unpacks by itself ([`text`]).

use super::text;
use crate::wasm::{APP, PACKED, VIEWS};

/// The script with the modules in it.
pub(super) fn script(template: &[u8], app: &[u8], views: &[u8]) -> Vec<u8> {
    let packed = [(APP[0], app), (VIEWS[0], views)]
        .map(|(name, wasm)| ["\"", name.trim_end_matches(".wasm"), "\":\"", &text::packed(wasm), "\""].concat());
    let whole = ["{", &packed.join(","), "}"].concat();
    text::in_page(template).replacen(PACKED, &whole, 1).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_modules_stand_where_the_template_says() {
        let script = script(b"(packed=>{'</script>'})(FRAMING_READER_PACKED);", b"\0asm", b"\0asm");
        let script = String::from_utf8(script).unwrap_or_default();
        assert!(script.starts_with("(packed=>{'\\x3c/script>'})({\"framing-reader-app\":\""), "{script}");
        assert!(script.contains("\"framing-reader-views\":\"") && script.ends_with("\"});"), "{script}");
    }
}
