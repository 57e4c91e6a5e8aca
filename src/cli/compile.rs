//! Makes the reader from `src/reader`, `src/views` and `src/desk`, and keeps it in `target/reader` until something it is made from changes:
//!
//! 1. cargo compiles it with the profile `widget`;
//! 2. wasm-bindgen, as a library of the same version, writes the script that binds it; the classic script gets it as a
//!    function instead of a module;
//! 3. what cannot run is taken out ([`prune`]): a panic ends in a trap without words, and the page keeps the plain article;
//! 4. what module and script know each other by gets short names;
//! 5. `wasm-opt` and `terser` make it small, where they are installed.

use std::{
    collections::HashMap,
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use wasm_bindgen_cli_support::Bindgen;

use self::{linked::Linked, prune::prune};
use crate::{
    build::desk,
    bundle::{bundle, inline, variable},
    files::{self, Failure},
    wasm::{APP, CLASSIC, DESK, ELEMENT, FALLBACK, Module, PACKED, Reader, VIEWS},
};

mod linked;
mod prune;

/// Name of the class's script in the package.
const PACKAGED: &str = "element.js";
/// Names of the single file's script, and of its desk's.
const SINGLE: &str = "single.js";
const SINGLE_DESK: &str = "single-desk.js";
/// Where the modules' files are: beside the script on a site, and where a bundler finds them in the package.
const FILES: [&str; 2] = [include_str!("../../www/files.js"), include_str!("../../www/package/files.js")];
/// The element's class, after its words and what it loads modules with.
const CLASS: &str = concat!(
    include_str!("../../www/words.js"),
    include_str!("../../www/load.js"),
    include_str!("../../www/framing-reader.js")
);
/// What is only needed where the plain article is being read, or stays, or where another story is named.
const PLAIN: &str = concat!(
    include_str!("../../www/fallback/words.js"),
    include_str!("../../www/fallback/reading.js"),
    include_str!("../../www/fallback/failure.js"),
    include_str!("../../www/fallback/story.js")
);
/// What sets the service worker to work.
const INSTALL: &str = include_str!("../../www/install.js");
/// What gives the class its tag.
const DEFINE: &str = include_str!("../../www/define.js");
/// The class and its tag, after what unpacks the modules that the script holds.
const CLASSIC_CLASS: &str = concat!(
    include_str!("../../www/words.js"),
    include_str!("../../www/unpack.js"),
    include_str!("../../www/classic.js"),
    include_str!("../../www/framing-reader.js"),
    include_str!("../../www/define.js")
);
/// What unpacks the parts of a page.
const UNPACK: &str = include_str!("../../www/unpack.js");
/// The same for the modules that the page holds.
const SINGLE_CLASS: &str = concat!(
    include_str!("../../www/words.js"),
    include_str!("../../www/unpack.js"),
    include_str!("../../www/single/load.js"),
    include_str!("../../www/framing-reader.js")
);
/// What saves that page, behind what writes copies ([`desk::COPY`]), and what shows its desk.
const SINGLE_PAGE: &str = concat!(
    include_str!("../../www/single/save.js"),
    include_str!("../../www/define.js"),
    include_str!("../../www/single/desk.js")
);
/// What stands in the place of the desk's file of that name.
const SINGLE_PLACE: (&str, &str) = ("place.js", include_str!("../../www/single/place.js"));

/// What terser may do to every script: functions that use no `this` become arrows and methods, which only `new` and `prototype` would
/// notice. 40 bytes of the default page (brotli -q 11).
const SHORTER: [&str; 5] = ["--ecma", "2022", "--compress", "unsafe_arrows,unsafe_methods", "--mangle"];
/// What terser is told of a script that is a module: its outermost names are its own.
const MODULE: [&str; 1] = ["--module"];
/// What the file of a binding ends in where it is a function.
const FUNCTION: &str = "function.js";

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

/// Sizes, in binaryen's count, above which a function with one caller, and any other, is left alone. Merging all of the first makes
/// fewer bytes but more when compressed: 106,300 against 101,800 (brotli -q 11) when this was set. Passes are repeated until nothing
/// changes: 560 bytes less.
const ONE_CALLER: &str = "--one-caller-inline-max-function-size=22";
const EVERY_CALLER: &str = "--always-inline-max-function-size=6";

/// The stack comes first and grows down, so that nothing has an address under 1,024: 95 bytes less (brotli -q 11), and 51 where what
/// was written is read back and written again.
const NOTHING_LOW: &str = "--low-memory-unused";

/// How small each module is made: what everybody loads as small as can be; the desk's, which somebody waits for while it reads,
/// only where that makes it faster too.
const SMALL: [&str; 6] = ["-Oz", "--converge", ONE_CALLER, EVERY_CALLER, NOTHING_LOW, "--roundtrip"];
const FAST: [&str; 1] = ["-O2"];

/// Leaves out the section that names those features for linkers: 69 bytes (brotli -q 11) that no browser reads.
const NO_SECTION: &str = "--strip-target-features";

/// The reader, made again where its sources or the tools changed.
pub(crate) fn reader() -> Result<Reader, Failure> {
    let start = Instant::now();
    eprintln!("making the reader (the first time this compiles it, a few minutes)");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    cargo(root, "widget", &["framing-reader-wasm", "framing-reader-views"])?;
    // Alone: with the others it would give them the story's feature `load` too.
    cargo(root, "desk", &["framing-reader-desk"])?;
    let kept = root.join("target/reader");
    let tools = Tools::find(root);
    // A second build at the same time would read files that this one has written half.
    let _held = files::hold(&kept.join("lock"))?;
    let compiled = root.join("target/wasm32-unknown-unknown");
    let app = module(&compiled.join("widget"), &kept, &tools, "framing_reader_wasm", APP, &SMALL, &NEVER)?;
    let views = module(&compiled.join("widget"), &kept, &tools, "framing_reader_views", VIEWS, &SMALL, &[])?;
    let desk = module(&compiled.join("desk"), &kept, &tools, "framing_reader_desk", DESK, &FAST, &[])?;
    let bindings = [APP, VIEWS].map(|[name, _]| (name, kept.join(name).with_extension(FUNCTION)));
    let reader = Reader {
        element: script(&kept, &tools, ELEMENT, &[FILES[0], CLASS, DEFINE].concat(), &MODULE)?,
        fallback: script(&kept, &tools, FALLBACK, &[PLAIN, "export { explain, reading, sought }\n"].concat(), &MODULE)?,
        packaged: script(&kept, &tools, PACKAGED, &[FILES[1], CLASS, "export { FramingReader }\n"].concat(), &MODULE)?,
        classic: script(&kept, &tools, CLASSIC, &whole("packed", &bindings, CLASSIC_CLASS, PACKED)?, &[])?,
        single: script(&kept, &tools, SINGLE, &whole("()", &bindings, &single_class()?, "")?, &[])?,
        single_desk: script(&kept, &tools, SINGLE_DESK, &single_desk(&kept)?, &[])?,
        install: script(&kept, &tools, "install.js", INSTALL, &MODULE)?,
        app,
        views,
        desk,
    };
    eprintln!("made the reader in {:.1} s", start.elapsed().as_secs_f32());
    Ok(reader)
}

/// A script, kept and made small.
fn script(kept: &Path, tools: &Tools, name: &str, source: &str, options: &[&str]) -> Result<Vec<u8>, Failure> {
    let path = kept.join(name);
    make(&[&path], &tools.fingerprint(source.as_bytes()), || {
        files::write(&path, source.as_bytes())?;
        tools.shorten_script(&path, options)
    })?;
    files::read(&path)
}

/// A script with everything inside: one function around the bindings and the class, called with an argument. That of the classic
/// script is the packed modules, which [`crate::build`] writes in once they hold a story.
fn whole(parameter: &str, bindings: &[(&str, PathBuf); 2], class: &str, argument: &str) -> Result<String, Failure> {
    let mut source = format!("({parameter} => {{\n'use strict'\nconst bindings = {{\n");
    for (name, path) in bindings {
        let function = String::from_utf8_lossy(&files::read(path)?).into_owned();
        let module = name.trim_end_matches(".wasm");
        source += &["'", module, "': () => {\n", &function, "},\n"].concat();
    }
    Ok([&source, "}\n", PLAIN, class, "})(", argument, ")\n"].concat())
}

/// The class in the single file, with all that the page's script does besides.
fn single_class() -> Result<String, Failure> {
    Ok([SINGLE_CLASS, &inline((desk::COPY, desk::text(desk::COPY)))?, SINGLE_PAGE].concat())
}

/// The desk of the single file: its modules in one function, and its worker's in another within it, so that the page can hand the
/// worker's text out as a blob or run it itself.
fn single_desk(kept: &Path) -> Result<String, Failure> {
    let binding = String::from_utf8_lossy(&files::read(&kept.join(DESK[0]).with_extension(FUNCTION))?).into_owned();
    let worker = bundle(&[(desk::WORKER, desk::text(desk::WORKER))], &[DESK[1]])?;
    // The first of a name is taken.
    let modules = [&[SINGLE_PLACE], &desk::scripts()[..], &[(desk::ENTRY, desk::text(desk::ENTRY))]].concat();
    let binding = ["const ", &variable(DESK[1]), " = (() => {\n", &binding, "})();\n"].concat();
    let worker = ["const worker = self => {\n'use strict'\n", &binding, &worker, "}\n"].concat();
    Ok(["(() => {\n'use strict'\n", UNPACK, &worker, &bundle(&modules, &[])?, "})()\n"].concat())
}

/// The module of a crate, from the folder it was compiled into, by the files it is kept in.
fn module(
    compiled: &Path,
    kept: &Path,
    tools: &Tools,
    library: &str,
    names: [&str; 2],
    passes: &[&str],
    never: &[&str],
) -> Result<Module, Failure> {
    let bytes = files::read(&compiled.join(library).with_extension("wasm"))?;
    let [wasm, script] = names.map(|name| kept.join(name));
    let function = wasm.with_extension(FUNCTION);
    let made_from = tools.fingerprint(&bytes);
    make(&[&wasm, &script, &function], &made_from, || {
        let binding = bindgen(library, bytes, &wasm, never)?;
        let [as_module, as_function] = forms(&binding)?;
        files::write(&script, as_module.as_bytes())?;
        files::write(&function, as_function.as_bytes())?;
        if let Some(wasm_opt) = &tools.wasm_opt {
            run(Command::new(wasm_opt).args(passes).args(FEATURES).arg(NO_SECTION).arg(&wasm).arg("-o").arg(&wasm))?;
        }
        tools.shorten_script(&script, &MODULE)
    })?;
    Ok(Module { wasm: files::read(&wasm)?, script: files::read(&script)? })
}

/// Makes files unless all are there and were made from the same; a file beside the first says what from.
fn make(made: &[&Path], from: &str, make: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let Some(first) = made.first() else { return Ok(()) };
    let mark = first.with_extension("made-from");
    let whole = made.iter().all(|path| path.is_file());
    if whole && files::read(&mark).ok().as_deref() == Some(from.as_bytes()) {
        return Ok(());
    }
    make()?;
    files::write(&mark, from.as_bytes())
}

/// The tools that make it small; without them it works and is larger.
struct Tools {
    wasm_opt: Option<PathBuf>,
    terser: Option<PathBuf>,
}

impl Tools {
    fn find(root: &Path) -> Tools {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> =
            [root.join("tests/node_modules/.bin")].into_iter().chain(env::split_paths(&path)).collect();
        let find = |name: &str| {
            let found = folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file());
            if found.is_none() {
                eprintln!(
                    "warning: expected `{name}` in `tests/node_modules/.bin` or on PATH, found none: the page will be larger\n  \
                     hint: run `npm ci` in `tests`"
                );
            }
            found
        };
        Tools { wasm_opt: find("wasm-opt"), terser: find("terser") }
    }

    fn shorten_script(&self, script: &Path, options: &[&str]) -> Result<(), Failure> {
        let Some(terser) = &self.terser else { return Ok(()) };
        run(Command::new(terser).arg(script).args(options).args(SHORTER).arg("--output").arg(script))
    }

    /// Names everything that a file is made from, so that the slow steps run again only when some of it changes.
    fn fingerprint(&self, bytes: &[u8]) -> String {
        let mut hasher = DefaultHasher::new();
        let real = |tool: &Option<PathBuf>| tool.as_ref().and_then(|program| fs::canonicalize(program).ok());
        (bytes, FEATURES, SMALL, FAST, NO_SECTION, prune::PANICS, NEVER, SHORTER).hash(&mut hasher);
        (real(&self.wasm_opt), real(&self.terser)).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("failed to run `{name}` (it ended with {status})")),
        Err(error) => Err(format!("failed to run `{name}` ({error})")),
    }
}

/// Compiles crates; cargo itself knows whether there is anything to do.
fn cargo(root: &Path, profile: &str, crates: &[&str]) -> Result<(), Failure> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // What tells where a panic was would carry this machine's paths to every reader.
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.iter().flat_map(|home| fs::read_dir(home.join("registry/src"))).flatten().flatten();
    // Of two that fit, the last one holds.
    let folders = home.iter().cloned().chain(registries.map(|registry| registry.path())).chain([root.to_owned()]);
    let mut flags: Vec<String> = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display())).collect();
    // What points where: `prune` reads it.
    flags.push("-Clink-arg=--emit-relocs".into());
    let status = Command::new(cargo)
        .current_dir(root)
        // One flag from the other by a unit separator, so that a path may hold spaces.
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .args(["build", "--quiet", "--profile", profile, "--lib"])
        .args(crates.iter().flat_map(|name| ["--package", name]))
        .args(["--target", "wasm32-unknown-unknown", "--target-dir", "target"])
        .env_remove("RUSTFLAGS")
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("failed to compile the reader for wasm32-unknown-unknown (see above)\n  \
                      hint: run `rustup target add wasm32-unknown-unknown`"
            .to_string()),
        Err(error) => Err(format!("failed to run cargo ({error})\n  hint: install Rust with rustup")),
    }
}

/// Binds a module to JavaScript: writes the module and hands out the script.
fn bindgen(library: &str, bytes: Vec<u8>, wasm: &Path, never: &[&str]) -> Result<String, Failure> {
    let linked = Linked::read(&bytes)?;
    let made = Bindgen::new()
        .input_bytes(library, bytes)
        .web(true)
        .and_then(|bindgen| {
            bindgen.typescript(false).demangle(false).remove_producers_section(true);
            bindgen.omit_default_module_path(true).generate_output()
        })
        .map_err(|error| format!("failed to bind `{library}` to JavaScript ({error:#})"));
    let mut made = made?;
    for path in prune(made.wasm_mut(), &linked, never) {
        eprintln!(
            "warning: expected a function of `{library}` with `{path}` in its name, found none: the page may be larger\n  \
             hint: a newer compiler or Yew has another name for it; see `NEVER` in src/cli/compile.rs"
        );
    }
    let short = shorten_names(made.wasm_mut());
    let script = with_names(made.js(), &short);
    files::write(wasm, &made.wasm_mut().emit_wasm())?;
    Ok(script)
}

/// A binding as a module and as the body of a function that returns what the module exports. Neither has wasm-bindgen's
/// own way of fetching a module, which nobody calls.
fn forms(binding: &str) -> Result<[String; 2], Failure> {
    const LAST: &str = "export { initSync, __wbg_init as default };";
    let (body, _) = binding.rsplit_once(LAST).ok_or_else(|| format!("expected a binding that ends in `{LAST}`"))?;
    let mut function = String::with_capacity(binding.len());
    let mut names = vec!["initSync"];
    for line in body.lines() {
        let declared = line.strip_prefix("export ");
        names.extend(declared.and_then(|line| line.split([' ', '(']).nth(1)));
        function += declared.unwrap_or(line);
        function.push('\n');
    }
    function += &["return { ", &names.join(", "), " }\n"].concat();
    Ok([[body, "export { initSync };\n"].concat(), function])
}

/// What the app never asks for, by parts of the mangled names: Yew's listeners, portals, suspense, markup as text, text areas, properties
/// and the values of fields, none of which its pen can write (`Tree`); copies of what was written, which is handed over and never
/// shared; and formatting, since it puts words together by itself. 9,500 bytes of the default page with all that only these need (brotli
/// -q 11).
const NEVER: [&str; 24] = [
    "20ListenerRegistration8register",
    "8Registry10unregister",
    "8BSubtree14ensure_handled",
    "11SubtreeData12add_listener",
    "yew..dom_bundle..traits..Reconcilable$u20$for$u20$yew..virtual_dom..vraw..VRaw",
    "10dom_bundle4braw4BRaw",
    "yew..dom_bundle..braw..BRaw$u20$as",
    "yew..dom_bundle..traits..Reconcilable$u20$for$u20$yew..virtual_dom..vportal..VPortal",
    "yew..dom_bundle..bportal..BPortal$u20$as",
    "yew..dom_bundle..traits..Reconcilable$u20$for$u20$yew..virtual_dom..vsuspense..VSuspense",
    "yew..dom_bundle..bsuspense..BSuspense$u20$as",
    "10suspension10Suspension6listen",
    "yew..virtual_dom..vnode..VNode$u20$as$u20$core..clone..Clone",
    "yew..virtual_dom..vlist..VList$u20$as$u20$core..clone..Clone",
    "yew..virtual_dom..vcomp..VComp$u20$as$u20$core..clone..Clone",
    "indexmap..inner..Core$LT$K$C$V$GT$$u20$as$u20$core..clone..Clone",
    "yew..virtual_dom..vtag..TextareaFields$GT$5apply",
    "19HtmlTextAreaElement",
    "16HtmlInputElement",
    "6js_sys7Reflect3set",
    "24console_error_panic_hook4hook",
    "4core3fmt5write",
    "9Formatter3pad",
    "9Formatter12pad_integral",
];

/// Gives what the module imports, and what it exports to its script alone, names of one to three characters; the new ones by the old.
/// What wasm-bindgen calls them, `__wbg_setAttribute_` and sixteen digits, weighs 3,400 bytes (brotli -q 11) in module and script.
fn shorten_names(module: &mut walrus::Module) -> [HashMap<String, String>; 2] {
    let mut names = (0..).map(|number| format!("${number:x}"));
    let mut shorten = |name: &mut String| {
        let short = names.next().unwrap_or_default();
        (std::mem::replace(name, short.clone()), short)
    };
    let imports = module.imports.iter_mut().map(|import| &mut import.name).filter(|name| name.starts_with("__wb"));
    let imports = imports.map(&mut shorten).collect();
    let exports = module.exports.iter_mut().map(|export| &mut export.name).filter(|name| *name != "memory");
    [imports, exports.map(shorten).collect()]
}

/// The script with the new names, without the imports that are gone: each is a member of an object, whose name begins its line. An
/// export is a member of `wasm`.
fn with_names(script: &str, [imports, exports]: &[HashMap<String, String>; 2]) -> String {
    let mut bound = String::with_capacity(script.len());
    let mut gone = false;
    for line in script.lines() {
        let member = line.trim_start();
        let (name, rest) = member.split_at(member.find([':', '(']).unwrap_or(0));
        if name.starts_with("__wb") && rest.ends_with('{') {
            gone = !imports.contains_key(name);
        } else if member == "};" {
            gone = false;
        }
        if !gone {
            bound += imports.get(name).map_or(name, String::as_str);
            bound += rest;
            bound.push('\n');
        }
    }
    let mut parts = bound.split("wasm.");
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        renamed += "wasm.";
        renamed += exports.get(name).map_or(name, String::as_str);
        renamed += rest;
    }
    renamed
}
