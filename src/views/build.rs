//! Joins the styles of the views.

fn main() -> Result<(), String> {
    framing_reader_page::styles::write(&[
        "views.css",
        "timeline.css",
        "questions.css",
        "speakers.css",
        "editions.css",
        "find.css",
        "why.css",
        "method.css",
    ])
}
