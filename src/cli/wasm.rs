//! The reader's wasm: one without a story, into which any packed story is written as a custom section: the browser hands that out
//! without running anything. A released binary carries the wasm (feature `carry`); in the repository it is compiled.

use framing_reader_story::pack::SECTION;

use crate::files::Failure;

/// The wasm without a story, and the scripts that go with it.
pub(crate) struct Reader {
    /// WebAssembly module.
    pub(crate) wasm: Vec<u8>,
    /// ES module that binds it, by wasm-bindgen.
    pub(crate) script: Vec<u8>,
    /// ES module that declares the element.
    pub(crate) element: Vec<u8>,
}

/// Name of the element's script among the files a page loads.
pub(crate) const ELEMENT: &str = "framing-reader.js";

/// Name of the binding script among the files a page loads; the wasm's exports are reached through it.
pub(crate) const SCRIPT: &str = "framing-reader-wasm.js";

/// The reader this binary carries.
#[cfg(feature = "carry")]
pub(crate) fn reader() -> Result<Reader, Failure> {
    macro_rules! carried {
        ($name:literal) => {
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/reader/", $name)).to_vec()
        };
    }
    Ok(Reader {
        wasm: carried!("framing-reader.wasm"),
        script: carried!("framing-reader-wasm.js"),
        element: carried!("framing-reader.js"),
    })
}

/// The reader compiled from `src/reader`, kept in `target/reader` until its sources change.
#[cfg(all(feature = "compile", not(feature = "carry")))]
pub(crate) fn reader() -> Result<Reader, Failure> {
    crate::compile::reader()
}

#[cfg(not(any(feature = "compile", feature = "carry")))]
compile_error!("a framing-reader without the feature `compile` or `carry` has no wasm to build with");

/// Writes a packed story into a module, as a custom section at its end.
pub(crate) fn with_story(mut wasm: Vec<u8>, story: &[u8]) -> Vec<u8> {
    /// Id of a custom section in the WebAssembly binary format.
    const CUSTOM: u8 = 0;
    let name = SECTION.as_bytes();
    let mut content = leb128(name.len());
    content.extend_from_slice(name);
    content.extend_from_slice(story);
    wasm.push(CUSTOM);
    wasm.extend(leb128(content.len()));
    wasm.extend(content);
    wasm
}

/// An unsigned number as the WebAssembly binary format writes it.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_a_custom_section_behind_the_module() {
        let empty = b"\0asm\x01\0\0\0".to_vec();
        let wasm = with_story(empty.clone(), b"FRST");
        assert!(wasm.starts_with(&empty));
        assert!(wasm.ends_with(b"FRST"));
        assert_eq!(wasm[empty.len()..][..2], [0, (1 + SECTION.len() + 4) as u8]);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }
}
