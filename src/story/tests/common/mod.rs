//! A reader's own story about a pier, for every test that needs one.

use framing_reader_story::load::{Folder, Loaded};

/// The least that a story folder says, with cues for one framing of its own and for another.
pub(crate) const MANIFEST: &str = r#"format = 1
id = "pier"
title = "The pier"
language = "en"

[[framing]]
id = "cost"
name = "Cost"
cues.sure = ["too dear", "@money"]
cues.weak = ["sav*", "mend*"]
cues."@money" = ["half a million crowns", "public purse"]

[[framing]]
id = "memory"
name = "Memory"
cues.sure = ["remember*", "grandmother*"]

[[document]]
id = "pier"
text = "published"
"#;

/// An article as saved: a title, paragraphs, furniture.
pub(crate) const ARTICLE: &str = "The pier will close for good

The old pier of Nordhavn is too dear to mend and will be closed for good in the autumn, the mayor, Ada Lind, said on Monday.

“Every family here remembers its first summer out there,” said Jon Berg, who has run the kiosk at its end for thirty years.

The council had asked for half a million crowns to replace the rotten beams, and was given nothing by the county in the end.

A ferry of the Lind Line will stop at the fish market from September, and the ticket will cost what it has always cost.

Share this article
";

/// Its actors.
pub(crate) const ACTORS: &str = r#"
[[actor]]
id = "ada-lind"
name = "Ada Lind"
kind = "person"
side = "other"
role = "mayor of Nordhavn"
role_source = "pier:3"

[[actor]]
id = "jon-berg"
name = "Jon Berg"
kind = "person"
side = "other"
role = "runs the kiosk"
role_source = "pier:5"
"#;

/// What somebody corrected in the article.
pub(crate) const CORRECTIONS: &str = r#"[[block]]
line = 9
kind = "caption"
exact = "A ferry of the Lind Line will stop at the fish market"
[[mention]]
line = 3
exact = "Ada Lind"
prefix = "the mayor, "
actor = "none"
[[mention]]
line = 5
exact = "the kiosk"
suffix = " at its end"
actor = "jon-berg"
[[quotation]]
line = 5
exact = "Every family here remembers"
speaker = "an-old-woman"
"#;

/// A folder of these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> Folder {
    let files = files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec()));
    Folder { path: String::new(), files: files.collect() }
}

/// What was found wrong, a line each, without hints.
pub(crate) fn told(loaded: &Loaded) -> Vec<String> {
    let diagnostics = loaded.problems.diagnostics();
    diagnostics.iter().map(|d| d.to_string().lines().next().unwrap_or_default().to_string()).collect()
}
