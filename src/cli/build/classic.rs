//! The reader in one classic script: both modules, story and record included, as text that a browser unpacks by itself.
//!
//! Raw deflate, because every browser with `DecompressionStream` undoes it; then base64, because it can be pasted into any
//! page: four characters for three bytes, none of which means anything in HTML. A denser alphabet would save 6% of the raw
//! script and nothing of what a server sends, since its own compression takes the difference out again.

use std::str;

use miniz_oxide::deflate::compress_to_vec;

use crate::wasm::{APP, PACKED, VIEWS};

/// The smallest result `miniz_oxide` knows how to make.
pub(super) const LEVEL: u8 = 10;

/// The script with the modules in it.
pub(super) fn script(template: &[u8], app: &[u8], views: &[u8]) -> Vec<u8> {
    let packed = [(APP[0], app), (VIEWS[0], views)].map(|(name, wasm)| {
        let text = base64(&compress_to_vec(wasm, LEVEL));
        ["\"", name.trim_end_matches(".wasm"), "\":\"", &text, "\""].concat()
    });
    let whole = ["{", &packed.join(","), "}"].concat();
    // The template is ours, and UTF-8. What would end the element it is pasted into stands in words of hints only.
    let template = ["<script", "</script", "<!--"]
        .iter()
        .fold(str::from_utf8(template).unwrap_or_default().to_owned(), |template, tag| {
            template.replace(tag, &tag.replace('<', "\\x3c"))
        });
    template.replacen(PACKED, &whole, 1).into_bytes()
}

/// Bytes in base64, as `atob` reads it.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().zip([16, 8, 0]).fold(0u32, |bits, (byte, shift)| bits | u32::from(*byte) << shift);
        for place in 0..4 {
            let sign = ALPHABET[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { char::from(sign) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_the_standard_has_it() {
        let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (bytes, text) in pairs {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn both_modules_stand_where_the_template_says() {
        let script = script(b"(packed=>{'</script>'})(FRAMING_READER_PACKED);", b"\0asm", b"\0asm");
        let script = String::from_utf8(script).unwrap_or_default();
        assert!(script.starts_with("(packed=>{'\\x3c/script>'})({\"framing-reader-app\":\""), "{script}");
        assert!(script.contains("\"framing-reader-views\":\"") && script.ends_with("\"});"), "{script}");
    }
}
