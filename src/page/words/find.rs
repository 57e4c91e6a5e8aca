//! Words of the view `find`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Find {
    pub title: &'static str,
    pub lead: &'static str,
    pub words: &'static str,
    pub words_hint: &'static str,
    pub actor: &'static str,
    pub any_actor: &'static str,
    pub side: &'static str,
    pub any_side: &'static str,
    pub framing: &'static str,
    pub any_framing: &'static str,
    pub both: &'static str,
    pub neither: &'static str,
    pub article: &'static str,
    pub any_article: &'static str,
    pub quoted: &'static str,
    pub filters_hint: &'static str,
    pub how: &'static str,
    pub clear: &'static str,
    pub invite: &'static str,
    pub most_quoted: &'static str,
    /// One quotation; several.
    pub quotations: [&'static str; 2],
    pub by_framing: &'static str,
    /// One passage; several; none.
    pub count: [&'static str; 3],
    pub in_articles: &'static str,
    pub in_article: &'static str,
    pub more: &'static str,
    pub more_here: &'static str,
    pub loosen: &'static str,
    pub without: &'static str,
    pub nothing_helps: &'static str,
    /// What can be left out, in the order of the form.
    pub conditions: [&'static str; 6],
    /// Kinds of block, in the model's order.
    pub kinds: [&'static str; 7],
}

/// English.
pub const ENGLISH: Find = Find {
    title: "Find",
    lead: "Words, voices and framings in all articles, each passage a link to its line.",
    words: "Words",
    words_hint: "Beginnings of words count, accents and capitals do not; “a phrase” in quotation marks is looked for as \
                 written.",
    actor: "Actor",
    any_actor: "Anybody",
    side: "Side that speaks",
    any_side: "Any side",
    framing: "Framing, by hand",
    any_framing: "Any or none",
    both: "Both",
    neither: "Neither",
    article: "Article",
    any_article: "All articles",
    quoted: "Only inside quotation marks",
    filters_hint: "An actor: passages that name, quote or report it. A side: passages in which somebody of that side is \
                   quoted or reported. Inside quotation marks: that actor’s or side’s own words.",
    how: "How this searches",
    clear: "Start again",
    invite: "Type a word, or start from one of these.",
    most_quoted: "Most quoted",
    quotations: ["{} quotation", "{} quotations"],
    by_framing: "Coded as",
    count: ["{} passage", "{} passages", "No passage matches"],
    in_articles: "{} in {} of {} articles",
    in_article: "{} in one article",
    more: "The first {} are shown, {} more match. Another word or a filter narrows them down.",
    more_here: "{} more here, not shown.",
    loosen: "Leaving out one condition finds some:",
    without: "{}: {}",
    nothing_helps: "Leaving out one condition alone finds nothing either.",
    conditions: [
        "Without the words",
        "With any actor",
        "With any side",
        "With any framing or none",
        "In all articles",
        "Outside quotation marks too",
    ],
    kinds: ["Title", "Paragraph", "Crosshead", "Caption", "Picture credit", "Byline", "Copyright line"],
};
