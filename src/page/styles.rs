//! The styles of a module, for its build script: the files under `www/` joined in the order of the cascade, without what only
//! people need (1,100 bytes of the default page, brotli -q 11), and with `rem` for the font size the host gives the reader.

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
    fs::write(&out, relative(&small)).map_err(|error| format!("failed to write `{}` ({error})", out.display()))
}

/// Styles without what only people need.
///
/// # Errors
/// Styles that are none, or of which a browser would drop a line.
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
    // WebKit knows the shorthand with the line alone.
    let decorations = small.split("text-decoration:").skip(1);
    if let Some(long) =
        decorations.filter_map(|after| after.split([';', '}']).next()).find(|value| value.trim().contains(' '))
    {
        return Err(format!("expected the style of a line in a property of its own, found `text-decoration: {long}`"));
    }
    Ok(small)
}

/// The font size of the reader's root (`theme.css`): what `rem` means under `www/`. A guest knows nothing of the size at the root
/// of its host's page, which many hosts set to 62.5%.
const REM: &str = "var(--r)";

/// Styles whose `rem` is the font size of the reader's root, not of the page it is a guest on.
fn relative(styles: &str) -> String {
    let mut pieces = styles.split("rem");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let number = out.len() - out.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-').len();
        // In the condition of a rule for containers `em` is the container's font size, and no property can be asked.
        let in_condition = out.rfind('@') > out.rfind(['{', '}', ';']);
        if !out.ends_with(|c: char| c.is_ascii_digit())
            || piece.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
        {
            out += "rem";
        } else if in_condition {
            out += "em";
        } else {
            let number = out.split_off(out.len() - number);
            out += &format!("calc({number}*{REM})");
        }
        out += piece;
    }
    out
}
