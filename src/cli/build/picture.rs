//! The story as a picture for previews: a strip for each article, a tick for each paragraph, one framing above the line and the
//! other below it, as on the page. A PNG, because previews show nothing else; without words, because that would take a font.

use framing_reader_story::{
    Story,
    model::{BlockKind, Frames},
};
use miniz_oxide::deflate::compress_to_vec_zlib;

use super::text::LEVEL;

/// Name of the file.
pub(super) const NAME: &str = "strips.png";
/// Its size in pixels, the one that previews ask for.
pub(super) const WIDTH: usize = 1200;
pub(super) const HEIGHT: usize = 630;

/// Paper, hair line, the two framings: as in `www/theme.css`, light.
pub(super) const PALETTE: [[u8; 3]; 4] =
    [[0xfd, 0xfb, 0xf6], [0xd9, 0xd2, 0xc4], [0x8a, 0x57, 0x00], [0x2a, 0x50, 0x78]];
pub(super) const PAPER: u8 = 0;
const LINE: u8 = 1;
pub(super) const FIRST: u8 = 2;
/// Around all strips, in pixels.
const MARGIN: usize = 75;
/// More articles than this would be too thin to see.
const ROWS: usize = 24;

/// What the picture shows, for who does not see it.
pub(super) fn alternative(story: &Story) -> String {
    let [one, other] = story.framings.each_ref().map(|framing| framing.name.as_str());
    format!("Each article as a strip, a tick for each paragraph: {one} above the line, {other} below it.")
}

/// The picture.
pub(super) fn png(story: &Story) -> Vec<u8> {
    let mut pixels = vec![PAPER; WIDTH * HEIGHT];
    let mut fill = |left: usize, top: usize, width: usize, height: usize, color: u8| {
        for row in pixels.chunks_mut(WIDTH).skip(top).take(height) {
            row.iter_mut().skip(left).take(width).for_each(|pixel| *pixel = color);
        }
    };
    let strips: Vec<Vec<Frames>> = story
        .documents
        .iter()
        .take(ROWS)
        .map(|document| {
            let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Para);
            paragraphs.map(|block| block.code.as_ref().map_or(Frames::default(), |code| code.frames)).collect()
        })
        .collect();
    let longest = strips.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let row = (HEIGHT - 2 * MARGIN) / strips.len().max(1);
    for (index, strip) in strips.iter().enumerate() {
        let middle = MARGIN + row * index + row / 2;
        let edge = |place: usize| MARGIN + place * (WIDTH - 2 * MARGIN) / longest;
        fill(MARGIN, middle - 1, edge(strip.len()) - MARGIN, 2, LINE);
        for (place, frames) in strip.iter().enumerate() {
            let width = (edge(place + 1) - edge(place)).saturating_sub(4).max(1);
            let height = row * 3 / 10;
            for framing in [0, 1].into_iter().filter(|framing| frames.has(*framing)) {
                let top = if framing == 0 { middle - 3 - height } else { middle + 3 };
                fill(edge(place), top, width, height, FIRST + framing as u8);
            }
        }
    }
    encode(WIDTH, HEIGHT, &pixels)
}

/// Palette pixels as a PNG.
pub(super) fn encode(width: usize, height: usize, pixels: &[u8]) -> Vec<u8> {
    /// Bits a pixel, color type "palette", and the only methods there are.
    const KIND: [u8; 5] = [8, 3, 0, 0, 0];
    let size = [width, height].map(|side| (side as u32).to_be_bytes()).concat();
    // Every row begins with its filter: none.
    let rows: Vec<u8> = pixels.chunks(width).flat_map(|row| [&[0], row].concat()).collect();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [
        (b"IHDR", [&size[..], &KIND].concat()),
        (b"PLTE", PALETTE.concat()),
        (b"IDAT", compress_to_vec_zlib(&rows, LEVEL)),
        (b"IEND", Vec::new()),
    ] {
        let chunk = [&name[..], &data].concat();
        png.extend((data.len() as u32).to_be_bytes());
        png.extend(&chunk);
        png.extend(crc32(&chunk).to_be_bytes());
    }
    png
}

/// The check sum of a PNG's chunks (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    /// The polynomial, lowest bit first.
    const POLYNOMIAL: u32 = 0xedb8_8320;
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ if sum & 1 == 1 { POLYNOMIAL } else { 0 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_sums_are_those_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn a_picture_is_a_png_of_its_size() {
        let png = encode(WIDTH, HEIGHT, &vec![0; WIDTH * HEIGHT]);
        assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(png[16..24], [0, 0, 4, 0xb0, 0, 0, 2, 0x76]);
    }
}
