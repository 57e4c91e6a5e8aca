//! Joins the styles of the page.

fn main() -> Result<(), String> {
    framing_reader_page::styles::write(&["theme.css", "frame.css", "article.css", "card.css", "print.css"])
}
