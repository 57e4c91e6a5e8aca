//! The styles of a module, for its build script: the files under `www/` joined in the order of the cascade, without what only
//! people need (1,100 bytes of the default page, brotli -q 11).

use std::{env, fs, path::Path};

/// Writes `styles.css` into the build's own folder, from files of `www/`.
///
/// # Errors
/// What a build script may fail with: a file that cannot be read or written, styles that are none.
pub fn write(names: &[&str]) -> Result<(), String> {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www");
    let mut styles = String::new();
    for name in names {
        let path = www.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        styles +=
            &fs::read_to_string(&path).map_err(|error| format!("failed to read `{}` ({error})", path.display()))?;
    }
    let small = small(&styles)?;
    let out = env::var_os("OUT_DIR").ok_or("expected OUT_DIR, as cargo sets it for build scripts")?;
    let out = Path::new(&out).join("styles.css");
    fs::write(&out, small).map_err(|error| format!("failed to write `{}` ({error})", out.display()))
}

/// Styles without what only people need.
///
/// # Errors
/// Styles that are none, or that would lose a line.
pub fn small(styles: &str) -> Result<String, String> {
    let small =
        minifier::css::minify(styles).map_err(|error| format!("failed to shorten the styles ({error})"))?.to_string();
    // The library keeps the spaces around a sum in `calc` only; a browser drops the whole line where they are missing.
    if let Some(sum) = small.split("clamp(").skip(1).find(|after| {
        let value = after.split([';', '}']).next().unwrap_or_default();
        value.contains('+') && !value.contains("calc(")
    }) {
        return Err(format!("expected `calc()` around a sum within `clamp()`, found `clamp({sum:.40}`"));
    }
    Ok(small)
}
