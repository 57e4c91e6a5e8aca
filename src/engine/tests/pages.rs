//! Saved pages of many kinds, each line with the kind it has to get: `tests/pages/NAME.txt`, one `kind | line` a line.
//! The pages are invented; their furniture is what real pages have. A new page is a new file.

use framing_reader_engine::{BlockKind, Document};
use std::{fs, path::Path};

/// A page and the kinds of its lines.
fn page(path: &Path) -> (String, Vec<String>) {
    let file = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    file.lines().map(|line| line.split_once(" | ").unwrap_or_else(|| panic!("no `kind | text`: {line}"))).fold(
        (String::new(), Vec::new()),
        |(mut text, mut kinds), (kind, line)| {
            text.push_str(line);
            text.push('\n');
            kinds.push(kind.trim().to_owned());
            (text, kinds)
        },
    )
}

/// What the engine tells of a text, one `kind | line` a line.
fn told(text: &str) -> Vec<String> {
    Document::parse(text).blocks.iter().map(|b| format!("{:9} | {}", b.kind.as_str(), b.span.of(text))).collect()
}

#[test]
fn every_line_of_every_page_gets_its_kind() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the pages").map(|e| e.expect("a page").path()).collect();
    paths.sort();
    assert!(paths.len() >= 10);
    for path in paths {
        let (text, kinds) = page(&path);
        assert!(kinds.iter().all(|k| BlockKind::parse(k).is_some()), "{}: unknown kind", path.display());
        let expected: Vec<String> = kinds.iter().zip(text.lines()).map(|(k, line)| format!("{k:9} | {line}")).collect();
        for variant in [
            text.clone(),
            text.replace('\n', "\r\n"),
            text.replace('\n', "\r"),
            format!("\u{feff}{}", text.replace('\n', "\n\n\u{200b}\n")),
        ] {
            let told: Vec<String> = told(&variant).iter().map(|l| l.replace('\u{feff}', "")).collect();
            assert_eq!(told, expected, "{}", path.display());
        }
    }
}

#[test]
fn an_article_without_furniture_is_all_paragraphs() {
    let text = "The lake froze.\nNobody skated on it, because nobody in the village had ever seen it do that before.\nThen the fox came.";
    assert!(Document::parse(text).blocks.iter().all(|b| b.kind == BlockKind::Para));
}

#[test]
fn verse_and_scripts_without_full_stops_are_kept() {
    let verse = "The harbor sleeps\nThe gulls do not\nA rope forgets\nWhat it was taught\n";
    assert!(Document::parse(verse).blocks.iter().all(|b| b.kind == BlockKind::Para));
    let article = "港は十年間貸し出されると市長が月曜日に述べた。\n住民は反対している。\n「海は売り物ではない」と漁師は語った。\n";
    assert!(Document::parse(article).blocks.iter().all(|b| b.kind == BlockKind::Para), "{:?}", told(article));
}

#[test]
fn a_sentence_about_cookies_is_no_cookie_prompt() {
    let text = "We use cookies to improve your experience on our website.\n\
        The regulator fined the firm for storing cookies on users' devices without asking them first, it said on Monday.\n\
        “We use cookies,” the firm's lawyer told the court, “and our customers love them.”\n\
        Nobody at the firm would say how many people subscribe to its newsletter, or who reads it.";
    let kinds: Vec<&str> = Document::parse(text).blocks.iter().map(|b| b.kind.as_str()).collect();
    assert_eq!(kinds, ["chrome", "para", "para", "para"]);
}
