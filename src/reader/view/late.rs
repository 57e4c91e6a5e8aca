//! Views that are fetched when they are asked for: their sheets drawn, and what stands there until they come.

use framing_reader_page::{
    pen::Pen,
    route::VIEWS,
    words::{ENGLISH as WORDS, fill},
};

use yew::Html;

use super::{
    going::{Fetched, FoundAt},
    still::Part,
    tree::Tree,
};

/// Draws the view of a path; until it comes, the one that is there if it is the same asked otherwise.
pub(super) fn view(tree: &mut Tree, fetched: Option<&Fetched>, path: &str, still: impl Fn(Part) -> Html) {
    let name = |path: &str| VIEWS.iter().position(|view| path.split('/').next() == Some(view));
    tree.open("div.view");
    tree.key(name(path).unwrap_or_default());
    tree.set("data-view", path.split('/').next().unwrap_or_default());
    draw(tree, fetched.filter(|fetched| name(&fetched.path) == name(path)), still);
    tree.close();
}

/// Draws the reasons of a line's codes.
pub(super) fn why(tree: &mut Tree, fetched: Option<&Fetched>, path: &str, still: impl Fn(Part) -> Html) {
    tree.open("div.why");
    tree.set("part", "reasons");
    tree.set("popover", "manual");
    tree.set("role", "dialog");
    tree.set("aria-labelledby", "why-name");
    tree.set("tabindex", "-1");
    tree.button("button.close", "close");
    tree.set("aria-label", WORDS.close);
    tree.text("×");
    tree.close();
    draw(tree, fetched.filter(|fetched| fetched.path == path), still);
    tree.close();
}

fn draw(tree: &mut Tree, fetched: Option<&Fetched>, still: impl Fn(Part) -> Html) {
    match fetched {
        Some(Fetched { sheet: Some(bytes), .. }) => tree.node(still(Part::Sheet(bytes.clone()))),
        Some(Fetched { sheet: None, .. }) => {
            tree.open("p.none");
            tree.set("role", "alert");
            tree.text(WORDS.not_loaded);
            tree.button("button.jump", "retry");
            tree.text(WORDS.retry);
            tree.close();
            tree.close();
        }
        None => tree.leaf("p.none", WORDS.loading),
    }
}

/// Which of the passages that were found is shown, and the way to the others.
pub(super) fn found(tree: &mut Tree, found: &FoundAt<'_>) {
    tree.open("nav.found");
    tree.set("aria-label", WORDS.find.title);
    tree.leaf("span", &fill(WORDS.found, &[&found.number.to_string(), &found.all.to_string()]));
    for (path, words) in
        [(found.previous, WORDS.previous), (found.next, WORDS.next), (Some(found.by), WORDS.back_to_results)]
    {
        if let Some(path) = path {
            tree.link("jump", path);
            tree.text(words);
            tree.close();
        }
    }
    tree.button("button.jump", "forget");
    tree.text(WORDS.forget);
    tree.close();
    tree.close();
}
