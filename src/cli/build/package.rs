//! The package for npm: a folder that `npm pack` makes an archive of and `npm install` takes as it is. Its scripts name their
//! files so that bundlers find them; nothing runs when it is installed, and it needs nothing else.

use super::File;
use crate::wasm::Module;

/// Files that are the same for every story.
const STILL: [(&str, &str); 9] = [
    ("package/README.md", include_str!("../../../www/package/README.md")),
    ("package/LICENSE", include_str!("../../../LICENSE")),
    ("package/LICENSE-MIT", include_str!("../../../LICENSE-MIT")),
    ("package/LICENSE-APACHE", include_str!("../../../LICENSE-APACHE")),
    ("package/custom-elements.json", include_str!("../../../www/package/custom-elements.json")),
    ("package/framing-reader.d.ts", include_str!("../../../www/package/framing-reader.d.ts")),
    ("package/story.d.ts", include_str!("../../../www/package/story.d.ts")),
    ("package/element.d.ts", include_str!("../../../www/package/element.d.ts")),
    ("package/server.js", include_str!("../../../www/package/server.js")),
];
/// The description of the package; its version stands in Cargo.toml.
const DESCRIPTION: &str = include_str!("../../../www/package/package.json");
/// The script that declares the element, before what gives it its tag.
const DEFINING: &str = "import { FramingReader } from './element.js'\nexport { FramingReader }\n";
const DEFINE: &str = include_str!("../../../www/define.js");

/// The files of the package, with the modules that hold the story.
pub(super) fn files(
    [plain, styles]: [&str; 2],
    [element, fallback]: [&[u8]; 2],
    app: &Module,
    views: &Module,
) -> Vec<File> {
    let mut files: Vec<File> = STILL.map(|(name, text)| (name, text.as_bytes().to_vec())).into();
    files.extend([
        ("package/package.json", DESCRIPTION.replace("0.0.0", env!("CARGO_PKG_VERSION")).into_bytes()),
        ("package/framing-reader.js", [DEFINING, DEFINE].concat().into_bytes()),
        ("package/element.js", element.to_vec()),
        ("package/framing-reader-fallback.js", fallback.to_vec()),
        ("package/fallback.html", plain.as_bytes().to_vec()),
        ("package/framing-reader.css", styles.as_bytes().to_vec()),
        ("package/framing-reader-app.wasm", app.wasm.clone()),
        ("package/framing-reader-app.js", app.script.clone()),
        ("package/framing-reader-views.wasm", views.wasm.clone()),
        ("package/framing-reader-views.js", views.script.clone()),
    ]);
    files
}
