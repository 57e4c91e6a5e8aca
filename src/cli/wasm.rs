//! The reader's modules. The app and the views that are fetched when asked for are each without a story, and any story is written
//! into them as a custom section: the browser hands that out without running anything. The desk, which reads people's own articles,
//! holds none. A released binary carries the modules (feature `carry`); in the repository they are compiled.

use crate::files::Failure;

/// A WebAssembly module and the ES module that binds it, by wasm-bindgen.
pub(crate) struct Module {
    pub(crate) wasm: Vec<u8>,
    pub(crate) script: Vec<u8>,
}

/// What a page loads.
pub(crate) struct Reader {
    /// ES module that declares the element.
    pub(crate) element: Vec<u8>,
    /// ES module that the element's asks for where the plain article is being read, or stays.
    pub(crate) fallback: Vec<u8>,
    /// ES module that exports the element's class and declares nothing.
    pub(crate) packaged: Vec<u8>,
    /// Classic script that declares the element and holds both modules where [`PACKED`] stands.
    pub(crate) classic: Vec<u8>,
    /// Script of the single file, which finds both modules in the page.
    pub(crate) single: Vec<u8>,
    /// Script of the desk in the single file, which finds the desk's module in the page.
    pub(crate) single_desk: Vec<u8>,
    /// ES module of the site's own pages, which sets the service worker to work.
    pub(crate) install: Vec<u8>,
    /// The app; its section is [`framing_reader_story::pack::SECTION`].
    pub(crate) app: Module,
    /// The views; their section is [`framing_reader_story::pack::RECORD_SECTION`].
    pub(crate) views: Module,
    /// What reads people's own articles, in a worker.
    pub(crate) desk: Module,
}

/// Names of the files a page loads; scripts find the modules beside them by these names.
pub(crate) const ELEMENT: &str = "framing-reader.js";
pub(crate) const FALLBACK: &str = "framing-reader-fallback.js";
pub(crate) const CLASSIC: &str = "framing-reader.classic.js";
/// What stands in the classic script for the modules.
pub(crate) const PACKED: &str = "FRAMING_READER_PACKED";
pub(crate) const APP: [&str; 2] = ["framing-reader-app.wasm", "framing-reader-app.js"];
pub(crate) const VIEWS: [&str; 2] = ["framing-reader-views.wasm", "framing-reader-views.js"];
pub(crate) const DESK: [&str; 2] = ["framing-reader-desk.wasm", "framing-reader-desk.js"];

/// The reader this binary carries.
#[cfg(feature = "carry")]
pub(crate) fn reader() -> Result<Reader, Failure> {
    macro_rules! carried {
        ($name:literal) => {
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/reader/", $name)).to_vec()
        };
    }
    Ok(Reader {
        element: carried!("framing-reader.js"),
        fallback: carried!("framing-reader-fallback.js"),
        packaged: carried!("element.js"),
        classic: carried!("framing-reader.classic.js"),
        single: carried!("single.js"),
        single_desk: carried!("single-desk.js"),
        install: carried!("install.js"),
        app: Module { wasm: carried!("framing-reader-app.wasm"), script: carried!("framing-reader-app.js") },
        views: Module { wasm: carried!("framing-reader-views.wasm"), script: carried!("framing-reader-views.js") },
        desk: Module { wasm: carried!("framing-reader-desk.wasm"), script: carried!("framing-reader-desk.js") },
    })
}

/// The reader compiled from `src/reader` and `src/views`, kept in `target/reader` until its sources change.
#[cfg(all(feature = "compile", not(feature = "carry")))]
pub(crate) fn reader() -> Result<Reader, Failure> {
    crate::compile::reader()
}

#[cfg(not(any(feature = "compile", feature = "carry")))]
compile_error!("a framing-reader without the feature `compile` or `carry` has no wasm to build with");

/// Writes bytes into a module, as a custom section before all others: behind them a story is 340 bytes more to load (brotli -q 11).
pub(crate) fn with_section(wasm: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
    /// Id of a custom section in the WebAssembly binary format.
    const CUSTOM: u8 = 0;
    /// Bytes of the magic word and the version, which every module begins with.
    const HEADER: usize = 8;
    let (header, sections) = wasm.split_at(HEADER.min(wasm.len()));
    let name = name.as_bytes();
    let content = [&leb128(name.len()), name, bytes].concat();
    [header, &[CUSTOM], &leb128(content.len()), &content, sections].concat()
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
    use framing_reader_story::pack::SECTION;

    use super::*;

    #[test]
    fn a_story_is_a_custom_section_before_all_others() {
        let [header, sections] = [b"\0asm\x01\0\0\0", b"sections"];
        let wasm = with_section(&[&header[..], sections].concat(), SECTION, b"FRST");
        assert!(wasm.starts_with(header));
        assert!(wasm.ends_with(b"FRSTsections"));
        assert_eq!(wasm[header.len()..][..2], [0, (1 + SECTION.len() + 4) as u8]);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }
}
