//! The reader's wasm: one without a story, compiled once, into which any packed story is written.
//!
//! 1. a released binary carries it (feature `carry`); in the repository it is compiled where it is missing or old:
//! 2. cargo compiles `src/reader` with the profile `widget`;
//! 3. wasm-bindgen, as a library of the same version, writes the script that goes with it;
//! 4. what only words the message of a panic is taken out: a panic ends in a trap, and the page keeps the plain article;
//! 5. `wasm-opt` makes it small, where it is installed;
//! 6. the story becomes a custom section: the browser hands it out without running anything.

use framing_reader_story::pack::SECTION;

use crate::files::Failure;

/// The wasm without a story, and the script that loads it.
pub(crate) struct Reader {
    /// WebAssembly module.
    pub(crate) wasm: Vec<u8>,
    /// ES module.
    pub(crate) script: String,
}

/// Name of the script among the files a page loads; the wasm's exports are reached through it.
pub(crate) const SCRIPT: &str = "framing-reader-wasm.js";

/// The reader this binary carries.
#[cfg(feature = "carry")]
pub(crate) fn reader() -> Result<Reader, Failure> {
    Ok(Reader {
        wasm: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/reader/framing-reader.wasm")).to_vec(),
        script: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/reader/framing-reader-wasm.js")).to_string(),
    })
}

/// The reader compiled from `src/reader`, kept in `target/reader` until its sources change.
#[cfg(all(feature = "compile", not(feature = "carry")))]
pub(crate) fn reader() -> Result<Reader, Failure> {
    compile::reader()
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

#[cfg(all(feature = "compile", not(feature = "carry")))]
mod compile {
    use std::{
        env, fs,
        hash::{DefaultHasher, Hash, Hasher},
        path::{Path, PathBuf},
        process::Command,
    };

    use wasm_bindgen_cli_support::Bindgen;

    use super::{Failure, Reader, SCRIPT};
    use crate::files;

    /// What the module may use: all of it runs in every current browser. Naming each keeps `wasm-opt` from using more.
    const FEATURES: [&str; 7] = [
        "--enable-bulk-memory",
        "--enable-bulk-memory-opt",
        "--enable-call-indirect-overlong",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
    ];

    pub(super) fn reader() -> Result<Reader, Failure> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let compiled = cargo(root)?;
        let kept = root.join("target/reader");
        let (wasm, script, mark) = (kept.join("framing-reader.wasm"), kept.join(SCRIPT), kept.join("made-from"));
        let optimizer = wasm_opt(root);
        let bytes = files::read(&compiled)?;
        let made_from = fingerprint(&bytes, optimizer.as_deref());
        if files::read(&mark).ok().as_deref() != Some(made_from.as_bytes()) || !wasm.is_file() || !script.is_file() {
            bindgen(bytes, &wasm, &script)?;
            match optimizer {
                Some(optimizer) => optimize(&optimizer, &wasm)?,
                None => eprintln!(
                    "warning: expected `wasm-opt` on PATH or in `tests/node_modules/.bin`, found none: the wasm stays about a fifth larger\n  \
                     hint: run `npm ci` in `tests`"
                ),
            }
            files::write(&mark, made_from.as_bytes())?;
        }
        let script = String::from_utf8_lossy(&files::read(&script)?).into_owned();
        Ok(Reader { wasm: files::read(&wasm)?, script })
    }

    /// Compiles the crate; cargo itself knows whether there is anything to do.
    fn cargo(root: &Path) -> Result<PathBuf, Failure> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .current_dir(root)
            .args(["build", "--quiet", "--package", "framing-reader-wasm", "--lib", "--profile", "widget"])
            .args(["--target", "wasm32-unknown-unknown", "--target-dir", "target"])
            .env_remove("RUSTFLAGS")
            .status();
        match status {
            Ok(status) if status.success() => {
                Ok(root.join("target/wasm32-unknown-unknown/widget/framing_reader_wasm.wasm"))
            }
            Ok(_) => Err("failed to compile `src/reader` for wasm32-unknown-unknown (see above)\n  \
                          hint: run `rustup target add wasm32-unknown-unknown`"
                .to_string()),
            Err(error) => Err(format!("failed to run cargo ({error})\n  hint: install Rust with rustup")),
        }
    }

    fn bindgen(bytes: Vec<u8>, wasm: &Path, script: &Path) -> Result<(), Failure> {
        let made = Bindgen::new()
            .input_bytes("framing-reader-wasm", bytes)
            .web(true)
            .and_then(|bindgen| {
                bindgen.typescript(false).demangle(false).remove_producers_section(true);
                bindgen.omit_default_module_path(true).generate_output()
            })
            .map_err(|error| format!("failed to bind `src/reader` to JavaScript ({error:#})"));
        let mut made = made?;
        silence_panics(made.wasm_mut());
        files::write(script, made.js().as_bytes())?;
        files::write(wasm, &made.wasm_mut().emit_wasm())
    }

    /// Functions that do nothing but word a panic and end in it, by the mangled paths in their names.
    const PANICS: [&str; 9] = [
        "4core9panicking",
        "4core6option13expect_failed",
        "4core6option13unwrap_failed",
        "4core6result13unwrap_failed",
        "4core5slice5index",
        "4core3str16slice_error_fail",
        "4core4cell22panic_already_",
        "5alloc7raw_vec12handle_error",
        "3std9panicking",
    ];

    /// Lets every panic trap at once. What it would have said is read by nobody on a page, and its formatting is a quarter of
    /// the code; `panic = "abort"` alone keeps it all.
    fn silence_panics(module: &mut walrus::Module) {
        let panics = |function: &walrus::Function| {
            let local = matches!(function.kind, walrus::FunctionKind::Local(_));
            local && function.name.as_deref().is_some_and(|name| PANICS.iter().any(|path| name.contains(path)))
        };
        let silent: Vec<_> =
            module.funcs.iter().filter(|function| panics(function)).map(|function| function.id()).collect();
        for id in silent {
            let (params, results) = module.types.params_results(module.funcs.get(id).ty());
            let (params, results) = (params.to_vec(), results.to_vec());
            let mut body = walrus::FunctionBuilder::new(&mut module.types, &params, &results);
            body.func_body().unreachable();
            let arguments = params.iter().map(|param| module.locals.add(*param)).collect();
            module.funcs.get_mut(id).kind = walrus::FunctionKind::Local(body.local_func(arguments));
        }
    }

    fn optimize(optimizer: &Path, wasm: &Path) -> Result<(), Failure> {
        let status = Command::new(optimizer).arg("-Oz").args(FEATURES).arg(wasm).arg("-o").arg(wasm).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("failed to optimize the wasm (wasm-opt ended with {status})")),
            Err(error) => Err(format!("failed to run `{}` ({error})", optimizer.display())),
        }
    }

    fn wasm_opt(root: &Path) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = [root.join("tests/node_modules/.bin")].into_iter().chain(env::split_paths(&path));
        folders.map(|folder| folder.join("wasm-opt")).find(|program| program.is_file())
    }

    /// Names an input, so that the slow steps run again only when it changes.
    fn fingerprint(bytes: &[u8], optimizer: Option<&Path>) -> String {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        FEATURES.hash(&mut hasher);
        optimizer.and_then(|program| fs::canonicalize(program).ok()).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
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
