//! Words of the view `speakers`.

/// The words of one language.
#[expect(missing_docs, reason = "each name says where its words stand")]
pub struct Speakers {
    pub title: &'static str,
    pub lead: &'static str,
    pub lead_framed: &'static str,
    pub lead_share: &'static str,
    pub lead_quotes_nobody: &'static str,
    pub nobody: &'static str,
    pub side: &'static str,
    pub words: &'static str,
    pub statements: &'static str,
    pub of: &'static str,
    pub all_articles: &'static str,
    pub not_in_total: &'static str,
    pub once: &'static str,
    pub quotes_nobody: &'static str,
    pub silent: &'static str,
    pub others: &'static str,
    pub unknown: &'static str,
    pub scale: &'static str,
    pub counted: &'static str,
    pub counted_framed: &'static str,
    pub one_by_one: &'static str,
    pub open_a_row: &'static str,
    pub one_word: &'static str,
    pub many_words: &'static str,
    pub one_statement: &'static str,
    pub many_statements: &'static str,
    pub one_speaker: &'static str,
    pub many_speakers: &'static str,
}

/// English.
pub const ENGLISH: Speakers = Speakers {
    title: "Who gets to speak",
    lead: "{} quoted and {} reported, from {}.",
    lead_framed: "Where {} is at work: {} of {} quoted words, {} of {} reported statements.",
    lead_share: " Most words are quoted from: {} ({}%).",
    lead_quotes_nobody: " {} quotes nobody.",
    nobody: "Nobody is quoted in these articles, and no statement is reported.",
    side: "Side",
    words: "Words quoted",
    statements: "Statements reported",
    of: " of {}",
    all_articles: "All articles",
    not_in_total: ", not in the totals",
    once: "An article and its other edition count once: {} is not in the totals.",
    quotes_nobody: "Quotes nobody.",
    silent: "Quotes nobody and reports no statement.",
    others: "Unnamed and others",
    unknown: "Speaker not stated",
    scale: "The articles share one scale; all articles together have their own.",
    counted: "How it is counted: a word is a run of letters and digits, with the hyphens and apostrophes inside it; words count where \
              they stand in quotation marks and are what somebody said or wrote. A statement is one sentence that gives in the \
              article’s own words what one speaker said; a sentence with words quoted from that speaker is none.",
    counted_framed: "The engine finds both and says where it is not sure whose they are. Either counts under a framing where its \
                     paragraph is coded with it by hand; a paragraph may have both.",
    one_by_one: "Speaker by speaker",
    open_a_row: "Each row opens the passages that were counted.",
    one_word: "1 word",
    many_words: "{} words",
    one_statement: "1 statement",
    many_statements: "{} statements",
    one_speaker: "1 speaker",
    many_speakers: "{} speakers",
};
