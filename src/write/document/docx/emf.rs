//! Enhanced metafiles (MS-EMF), the vector pictures that Word and LibreOffice
//! both draw: rectangles, polygons, lines and words. A unit is 0.01 mm.

use unicode_width::UnicodeWidthChar as _;

/// Red, green and blue.
pub type Colour = [u8; 3];

/// Where words stand to the point given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Left,
    Middle,
}

/// Which letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Font {
    Regular = 1,
    Bold = 2,
    /// signs that text fonts lack
    Signs = 3,
}

/// The height of the letters.
pub const LETTERS: i32 = 290;

const BRUSH: u32 = 4;
const PEN: u32 = 5;
const NO_PEN: u32 = 0x8000_0008;
const NO_BRUSH: u32 = 0x8000_0005;

/// A picture that is being drawn.
pub struct Emf {
    records: Vec<u8>,
    count: u32,
    width: i32,
    height: i32,
}

impl Emf {
    pub fn new(width: i32, height: i32) -> Emf {
        let mut emf = Emf { records: Vec::new(), count: 0, width, height };
        emf.record(17, &[8]);
        emf.record(10, &[0, 0]);
        emf.record(9, &[width, height]);
        emf.record(12, &[0, 0]);
        emf.record(11, &[width, height]);
        emf.record(18, &[1]);
        emf.font(Font::Regular, "Arial", 400);
        emf.font(Font::Bold, "Arial", 700);
        emf.font(Font::Signs, "Segoe UI Symbol", 400);
        emf
    }

    /// A rectangle, filled or with an edge or both.
    pub fn rectangle(&mut self, at: [i32; 4], fill: Option<Colour>, edge: Option<Colour>) {
        let [left, top, right, bottom] = at;
        self.shaped(fill, edge, |emf| emf.record(43, &[left, top, right, bottom]));
    }

    /// A polygon, filled or with an edge or both.
    pub fn polygon(&mut self, points: &[(i32, i32)], fill: Option<Colour>, edge: Option<Colour>) {
        let mut words = vec![0, 0, self.width, self.height, i32::try_from(points.len()).unwrap_or(0)];
        words.extend(points.iter().map(|(x, y)| (x & 0xFFFF) | (y << 16)));
        self.shaped(fill, edge, |emf| emf.record(86, &words));
    }

    /// A line.
    pub fn line(&mut self, from: (i32, i32), to: (i32, i32), colour: Colour, thick: i32) {
        self.pen(colour, thick);
        self.record(27, &[from.0, from.1]);
        self.record(54, &[to.0, to.1]);
        self.drop(PEN);
    }

    /// Words on their base line.
    pub fn words(&mut self, at: (i32, i32), text: &str, font: Font, colour: Colour, anchor: Anchor) {
        let units: Vec<u16> = text.encode_utf16().collect();
        if units.is_empty() {
            return;
        }
        self.record_u32(37, &[font as u32]);
        self.record(24, &[rgb(colour)]);
        self.record(22, &[24 | if anchor == Anchor::Middle { 6 } else { 0 }]);
        let count = u32::try_from(units.len()).unwrap_or(0);
        let padded = units.len().next_multiple_of(2);
        let after = 76 + 2 * u32::try_from(padded).unwrap_or(0);
        let mut body = Vec::with_capacity(80 + 6 * units.len());
        for word in [0, 0, self.width, self.height, 2, 0, 0, at.0, at.1] {
            body.extend(word.to_le_bytes());
        }
        for word in [count, 76, 0, 0, 0, 0, 0, after] {
            body.extend(word.to_le_bytes());
        }
        units.iter().for_each(|unit| body.extend(unit.to_le_bytes()));
        body.resize(body.len() + 2 * (padded - units.len()), 0);
        for c in text.chars() {
            body.extend(letter(c, font).to_le_bytes());
            if c.len_utf16() == 2 {
                body.extend(0_i32.to_le_bytes());
            }
        }
        self.raw(84, &body);
    }

    /// The file.
    pub fn finish(mut self) -> Vec<u8> {
        self.record(14, &[0, 16, 20]);
        let size = u32::try_from(self.records.len()).unwrap_or(u32::MAX).saturating_add(108);
        let mut file = Vec::with_capacity(self.records.len() + 108);
        let mut put = |words: &[i32]| words.iter().for_each(|word| file.extend(word.to_le_bytes()));
        put(&[1, 108, 0, 0, self.width, self.height, 0, 0, self.width, self.height]);
        put(&[0x464D_4520, 0x0001_0000, i32::try_from(size).unwrap_or(i32::MAX)]);
        // The records with the header and the end; six things to draw with.
        put(&[i32::try_from(self.count + 1).unwrap_or(0), 6, 0, 0, 0]);
        // A device of a hundred points a millimetre.
        put(&[29700, 21000, 297, 210, 0, 0, 0, 297_000, 210_000]);
        file.extend(self.records);
        file
    }

    fn shaped(&mut self, fill: Option<Colour>, edge: Option<Colour>, draw: impl FnOnce(&mut Emf)) {
        match fill {
            Some(colour) => {
                self.record(39, &[BRUSH as i32, 0, rgb(colour), 0]);
                self.record_u32(37, &[BRUSH]);
            }
            None => self.record_u32(37, &[NO_BRUSH]),
        }
        match edge {
            Some(colour) => self.pen(colour, 25),
            None => self.record_u32(37, &[NO_PEN]),
        }
        draw(self);
        if fill.is_some() {
            self.record_u32(37, &[NO_BRUSH]);
            self.record_u32(40, &[BRUSH]);
        }
        if edge.is_some() {
            self.drop(PEN);
        }
    }

    fn pen(&mut self, colour: Colour, thick: i32) {
        self.record(38, &[PEN as i32, 0, thick, 0, rgb(colour)]);
        self.record_u32(37, &[PEN]);
    }

    fn drop(&mut self, handle: u32) {
        self.record_u32(37, &[NO_PEN]);
        self.record_u32(40, &[handle]);
    }

    fn font(&mut self, font: Font, face: &str, weight: i32) {
        let mut body = Vec::with_capacity(324);
        for word in [font as i32, -LETTERS, 0, 0, 0, weight] {
            body.extend(word.to_le_bytes());
        }
        // No slant or lines; any alphabet; drawn as outlines.
        body.extend([0, 0, 0, 1, 4, 0, 0, 0]);
        face.encode_utf16().for_each(|unit| body.extend(unit.to_le_bytes()));
        body.resize(324, 0);
        self.raw(82, &body);
    }

    fn record(&mut self, kind: u32, words: &[i32]) {
        let body: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.raw(kind, &body);
    }

    fn record_u32(&mut self, kind: u32, words: &[u32]) {
        let body: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.raw(kind, &body);
    }

    fn raw(&mut self, kind: u32, body: &[u8]) {
        let size = u32::try_from(body.len()).unwrap_or(0) + 8;
        self.records.extend(kind.to_le_bytes());
        self.records.extend(size.to_le_bytes());
        self.records.extend(body);
        self.count += 1;
    }
}

fn rgb([red, green, blue]: Colour) -> i32 {
    i32::from(red) | i32::from(green) << 8 | i32::from(blue) << 16
}

/// How wide words are.
pub fn width(text: &str, font: Font) -> i32 {
    text.chars().map(|c| letter(c, font)).sum()
}

/// The widths of Arial from the space to the tilde, in hundredths of the letters' height.
const ARIAL: [u8; 95] = [
    28, 28, 35, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58,
    58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67,
    67, 61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56,
    50, 72, 50, 50, 50, 33, 26, 33, 58,
];

fn letter(c: char, font: Font) -> i32 {
    let index = (c as usize).wrapping_sub(0x20);
    let hundredths = match (ARIAL.get(index), c) {
        (Some(width), _) => i32::from(*width),
        (None, 'À'..='Å' | 'È'..='Ë' | 'Ý') => 67,
        (None, 'Æ') => 100,
        (None, 'Ø' | 'Ò'..='Ö') => 78,
        (None, 'æ') => 89,
        (None, 'ø') => 61,
        (None, 'ì'..='ï' | 'Ì'..='Ï' | '·' | '\u{A0}') => 28,
        (None, 'à'..='ÿ' | '–' | '»' | '«') => 56,
        (None, '…' | '—') => 100,
        (None, _) => match c.width() {
            Some(0) | None => 0,
            Some(1) => 67,
            Some(_) => 100,
        },
    };
    let hundredths = if font == Font::Bold { hundredths * 107 / 100 } else { hundredths };
    hundredths * LETTERS / 100
}
