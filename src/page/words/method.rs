//! Words of the view `method`: how the story was coded.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Method {
    pub title: &'static str,
    pub coder: &'static str,
    pub coded_on: &'static str,
    pub version: &'static str,
    pub codebook: &'static str,
    pub method: &'static str,
    pub contact: &'static str,
    pub marks: &'static str,
    pub mark_meanings: [&'static str; 5],
    pub agreement: &'static str,
    /// Framing, how many the same, kappa, abstained.
    pub agreement_heads: [&'static str; 4],
    pub same: &'static str,
    pub agreement_hint: &'static str,
    pub no_agreement: &'static str,
    pub corrections: &'static str,
    pub none_so_far: &'static str,
    pub differ: &'static str,
    pub differ_count: &'static str,
    pub lead: &'static str,
    pub words: &'static str,
    pub rules: &'static str,
    pub rules_lead: &'static str,
    pub no_rules: &'static str,
}

/// English.
pub const ENGLISH: Method = Method {
    title: "How this was coded",
    coder: "Coded by",
    coded_on: "Coded on",
    version: "Version",
    codebook: "Codebook",
    method: "Method",
    contact: "Contact",
    marks: "What the marks mean",
    mark_meanings: [
        "words that decided for {}",
        "words that decided for {}",
        "a rule beside a paragraph: the framing you chose is at work there",
        "a dotted rule: only the other framing is",
        "gray text: the framing you chose is not there",
    ],
    agreement: "Hand and engine compared",
    agreement_heads: ["Framing", "The same", "Kappa", "Engine abstained"],
    same: "{} of {} ({}%)",
    agreement_hint: "Paragraphs, those of two editions counted once. Cohen’s kappa leaves out what chance alone would make \
                     the same: 1 is all, 0 no better than chance.",
    no_agreement: "No comparison is recorded.",
    corrections: "Corrections",
    none_so_far: "None so far.",
    differ: "Where they differ",
    differ_count: "{}: {} paragraphs",
    lead: "Who read these articles, by which rules, and how far a machine that follows the same rules agrees.",
    words: "The words",
    rules: "The rules of the codebook behind these codes",
    rules_lead: "Those that a coder’s reason or the engine’s finding names.",
    no_rules: "None are recorded.",
};
