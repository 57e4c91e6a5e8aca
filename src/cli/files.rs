//! The only place that touches the disk: every failure names the file and what was being done to it.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use framing_reader_story::load::Folder;

/// A failure in one line: `failed to read `x` (no such file)`.
pub(crate) type Failure = String;

fn failed(verb: &str, path: &Path, error: &io::Error) -> Failure {
    format!("failed to {verb} `{}` ({error})", path.display())
}

/// Reads a file; `-` is standard input.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        return io::stdin().read_to_end(&mut bytes).map(|_| bytes).map_err(|error| failed("read", path, &error));
    }
    fs::read(path).map_err(|error| failed("read", path, &error))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| failed("make the folder", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| failed("write", path, &error))
}

/// Waits until no other program holds this file, and holds it until it is dropped.
#[cfg(all(feature = "compile", not(feature = "carry")))]
pub(crate) fn hold(path: &Path) -> Result<fs::File, Failure> {
    write(path, &[])?;
    let file = fs::File::open(path).map_err(|error| failed("open", path, &error))?;
    file.lock().map_err(|error| failed("lock", path, &error))?;
    Ok(file)
}

/// The files of a folder by name, hidden ones and folders left out.
pub(crate) fn list(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| failed("open the folder", path, &error))? {
        let entry = entry.map_err(|error| failed("list", path, &error))?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !hidden && entry.path().is_file() {
            names.push(entry.path());
        }
    }
    names.sort();
    Ok(names)
}

/// Where the shipped story stands: here, or beside the sources of a program that is not a released one.
fn shipped() -> PathBuf {
    let here = PathBuf::from("seeds");
    let released = cfg!(feature = "carry");
    if released || here.join("story.toml").is_file() {
        here
    } else {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
    }
}

/// The files of a folder with their bytes, by name.
pub(crate) fn folder(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    for file in list(path)? {
        if let Some(name) = file.file_name() {
            files.insert(name.to_string_lossy().into_owned(), read(&file)?);
        }
    }
    Ok(files)
}

/// Reads a story folder; without one, the shipped story.
pub(crate) fn story(path: Option<&Path>) -> Result<Folder, Failure> {
    let named = path.is_some();
    let path = path.map_or_else(shipped, Path::to_path_buf);
    let files =
        folder(&path).map_err(|failure| if named { failure } else { failure + "\n  hint: name a story folder" })?;
    Ok(Folder { path: path.display().to_string(), files })
}
