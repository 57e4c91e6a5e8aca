//! Our own ES modules as one classic script, for a page that has nothing beside it: each module becomes a function that is called once
//! and returns what it exports, behind those that it imports. It understands imports and exports as they are written in
//! `www/`, each in a line of its own, and refuses all others.

use crate::files::Failure;

/// Modules: the names of their files, which may stand in folders, and their texts.
pub(crate) type Modules<'a> = [(&'a str, &'a str)];

/// The body of a script that runs the last of these modules; the modules named in `given` stand in sight already.
pub(crate) fn bundle(modules: &Modules<'_>, given: &[&str]) -> Result<String, Failure> {
    let Some((entry, rest)) = modules.split_last() else { return Ok(String::new()) };
    let mut script = String::new();
    let mut written: Vec<String> = given.iter().map(|name| variable(name)).collect();
    let (body, needed, _) = parts(entry)?;
    for path in needed {
        add(rest, path, &mut written, &mut script)?;
    }
    // It may wait for something, as a module may.
    script += &["(async () => {\n", &body, "})();\n"].concat();
    Ok(script)
}

/// A module that imports nothing, as a classic script's declaration of what it exports.
pub(crate) fn inline(module: (&str, &str)) -> Result<String, Failure> {
    let mut script = String::new();
    add(&[module], module.0, &mut Vec::new(), &mut script)?;
    let (_, _, exports) = parts(&module)?;
    Ok([&script, "const { ", &exports.join(", "), " } = ", &variable(module.0), "\n"].concat())
}

/// What holds a module's exports: `$dom` for `./dom.js`.
pub(crate) fn variable(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".js");
    ["$", &name.replace('-', "_")].concat()
}

/// Adds a module behind those that it imports, unless it is written already.
fn add(modules: &Modules<'_>, path: &str, written: &mut Vec<String>, script: &mut String) -> Result<(), Failure> {
    let name = variable(path);
    if written.contains(&name) {
        return Ok(());
    }
    written.push(name.clone());
    let module = modules.iter().find(|(other, _)| variable(other) == name);
    let (body, needed, exports) = parts(module.ok_or_else(|| format!("expected the module `{path}`, found none"))?)?;
    for path in needed {
        add(modules, path, written, script)?;
    }
    *script += &["const ", &name, " = (() => {\n", &body, "return { ", &exports.join(", "), " }\n})();\n"].concat();
    Ok(())
}

/// A module's body without imports and exports, the paths that it imports and the names that it exports.
fn parts<'a>((file, text): &(&str, &'a str)) -> Result<(String, Vec<&'a str>, Vec<&'a str>), Failure> {
    let (mut body, mut needed, mut exports) = (String::with_capacity(text.len()), Vec::new(), Vec::new());
    for line in text.lines() {
        let refused = || format!("expected an import or an export in a line of its own in `{file}`, found `{line}`");
        if let Some(import) = line.strip_prefix("import ") {
            let (names, path) = import.split_once(" from '").ok_or_else(refused)?;
            let path = path.strip_suffix('\'').ok_or_else(refused)?;
            let names = names.trim_start_matches("* as ").replace(" as ", ": ");
            body += &["const ", &names, " = ", &variable(path)].concat();
            needed.push(path);
        } else if let Some(declared) = line.strip_prefix("export ") {
            let words = declared.strip_prefix("async ").unwrap_or(declared).split([' ', '(']);
            let kinds = ["class", "const", "function", "function*"];
            let [kind, name] = words.take(2).collect::<Vec<_>>()[..] else { return Err(refused()) };
            if !kinds.contains(&kind) {
                return Err(refused());
            }
            exports.push(name);
            body += declared;
        } else {
            body += line;
        }
        body.push('\n');
    }
    Ok((body, needed, exports))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_stands_once_and_before_those_that_import_it() {
        let modules = [
            ("desk/b.js", "import { a as one } from './a.js'\nexport class B {}\nexport const two = one\n"),
            ("desk/a.js", "export async function* a(x) {}\nconst hidden = 1\n"),
            (
                "page.js",
                "import * as all from '../b.js'\nimport { a } from './a.js'\nimport { c } from './c-d.js'\nawait a()\n",
            ),
        ];
        let script = bundle(&modules, &["c-d.js"]).unwrap_or_default();
        let expected = "const $a = (() => {\nasync function* a(x) {}\nconst hidden = 1\nreturn { a }\n})();\n\
                        const $b = (() => {\nconst { a: one } = $a\nclass B {}\nconst two = one\nreturn { B, two }\n})();\n\
                        (async () => {\nconst all = $b\nconst { a } = $a\nconst { c } = $c_d\nawait a()\n})();\n";
        assert_eq!(script, expected);
    }

    #[test]
    fn one_alone_declares_what_it_exports() {
        let script = inline(("copy.js", "export const a = 1\n")).unwrap_or_default();
        assert_eq!(script, "const $copy = (() => {\nconst a = 1\nreturn { a }\n})();\nconst { a } = $copy\n");
    }

    #[test]
    fn what_it_does_not_understand_is_refused() {
        for text in
            ["import './a.js'\n", "import {\n", "export default 1\n", "export { a }\n", "import { a } from './b.js'\n"]
        {
            assert!(bundle(&[("page.js", text)], &[]).is_err(), "{text}");
        }
    }
}
