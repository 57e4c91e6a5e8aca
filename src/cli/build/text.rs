//! Bytes and scripts as text that can stand in any page.
//!
//! Bytes: raw deflate, because every browser with `DecompressionStream` undoes it; then base64, because it can be pasted into any
//! page and goes through every mail program and editor: four characters for three bytes, none of which means anything in HTML.
//! Measured on the shipped story's single file without its desk, 601,000 bytes: base 91 would save 32,000 of them, seven bits in every
//! character 59,000, the second with control characters in the page, and either with a decoder of our own. A server's
//! compression takes the difference out again, and on a disk nobody waits for it.

use miniz_oxide::deflate::compress_to_vec;

/// The smallest result `miniz_oxide` knows how to make.
pub(super) const LEVEL: u8 = 10;

/// Bytes as `www/unpack.js` reads them.
pub(super) fn packed(bytes: &[u8]) -> String {
    base64(&compress_to_vec(bytes, LEVEL))
}

/// A script of ours as it can stand in a page: what would end the element or begin a comment stands in its strings only.
pub(super) fn in_page(script: &[u8]) -> String {
    let script = String::from_utf8_lossy(script).into_owned();
    ["<script", "</script", "<!--"].iter().fold(script, |script, tag| script.replace(tag, &tag.replace('<', "\\x3c")))
}

/// Bytes in base64, as `atob` reads it.
pub(super) fn base64(bytes: &[u8]) -> String {
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
    fn a_script_ends_no_element_and_opens_no_comment() {
        assert_eq!(in_page(b"'</script>' + '<!--'"), "'\\x3c/script>' + '\\x3c!--'");
    }
}
