//! Words of a line, measured once and laid out in columns.

use std::ops::Range;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Line, Tone};
use crate::write::document::text::{SOFT_HYPHEN, clean, width};

/// Columns below which a hanging indent costs more than it shows.
const ROOM_TO_HANG: usize = 9;

/// A line ready to be wrapped. Reading another line reuses the buffers: tables
/// have many cells.
#[derive(Debug, Default)]
pub struct Flow {
    /// The clean words, one space between them, without soft hyphens.
    text: String,
    /// Where each tone ends in `text`.
    tones: Vec<(usize, Tone)>,
    parts: Vec<Part>,
    /// Whether the line starts with a sign that its other lines stand clear of.
    hangs: bool,
}

/// What is never broken, unless it is longer than a whole line.
#[derive(Debug, Clone, Copy)]
struct Part {
    start: usize,
    end: usize,
    width: usize,
    /// A space follows.
    space: bool,
    /// A hyphen is shown if the line is broken after this part.
    hyphen: bool,
}

impl Part {
    /// The columns it takes where the line is broken after it.
    fn broken(self) -> usize {
        self.width + usize::from(self.hyphen)
    }
}

#[expect(clippy::cast_precision_loss, reason = "columns are few")]
impl Fragment for Part {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(u8::from(self.space))
    }

    fn penalty_width(&self) -> f64 {
        f64::from(u8::from(self.hyphen))
    }
}

/// What a laid out line is made of, in order.
#[derive(Debug)]
pub enum Piece<'a> {
    Text(&'a str, Tone),
    Break,
}

impl Flow {
    /// Reads a line. Words without a tone get `plain`.
    pub fn read(&mut self, line: &Line, plain: Tone) {
        self.text.clear();
        self.tones.clear();
        self.parts.clear();
        self.hangs = false;
        let mut start = 0;
        for (index, run) in line.0.iter().enumerate() {
            let clean = clean(&run.text);
            self.read_run(&clean, &mut start);
            let tone = if run.tone == Tone::Plain { plain } else { run.tone };
            self.tones.push((self.text.len(), tone));
            if index == 0 && line.0.len() > 1 {
                let sign = clean.trim_end_matches(' ');
                let next = line.0.get(1).is_some_and(|next| next.text.starts_with(' '));
                self.hangs =
                    width(sign) == 1 && !sign.contains(char::is_alphanumeric) && (sign.len() < clean.len() || next);
            }
        }
        self.close(&mut start, false, false);
        if let Some(last) = self.parts.last_mut() {
            last.hyphen = false;
            last.space = false;
            self.text.truncate(last.end);
        }
        // A sign alone on a line would say nothing.
        if let (true, [sign, word, ..]) = (self.hangs, self.parts.as_mut_slice()) {
            *word = Part { start: sign.start, width: sign.width + usize::from(sign.space) + word.width, ..*word };
            self.parts.remove(0);
        }
    }

    fn read_run(&mut self, run: &str, start: &mut usize) {
        let mut rest = 0;
        for (at, sign) in run.match_indices([' ', SOFT_HYPHEN, '-', '/', '\u{2010}']) {
            self.text.push_str(&run[rest..at]);
            rest = at + sign.len();
            match sign.chars().next() {
                Some(' ') => self.close(start, true, false),
                Some(SOFT_HYPHEN) => self.close(start, false, true),
                _ => {
                    self.text.push_str(sign);
                    let joins =
                        run[..at].ends_with(char::is_alphabetic) && run[rest..].starts_with(char::is_alphabetic);
                    if joins {
                        self.close(start, false, false);
                    }
                }
            }
        }
        self.text.push_str(&run[rest..]);
    }

    fn close(&mut self, start: &mut usize, space: bool, hyphen: bool) {
        let end = self.text.len();
        if end > *start {
            self.parts.push(Part { start: *start, end, width: width(&self.text[*start..end]), space, hyphen });
        } else if let Some(last) = self.parts.last_mut()
            && space
            && !last.space
        {
            last.space = true;
            last.hyphen = false;
        } else {
            return;
        }
        if space {
            self.text.push(' ');
        }
        *start = self.text.len();
    }

    /// The columns it takes on one line.
    pub fn whole(&self) -> usize {
        self.parts.iter().map(|part| part.width + usize::from(part.space)).sum()
    }

    /// The columns below which a word must be cut.
    pub fn least(&self) -> usize {
        // The first part has the sign before it, the others its room.
        let hang = self.hang(usize::MAX);
        let first = self.parts.first().map_or(0, |part| part.broken());
        self.parts.iter().skip(1).map(|part| part.broken() + hang).fold(first, usize::max)
    }

    fn hang(&self, width: usize) -> usize {
        if self.hangs && width >= ROOM_TO_HANG { 2 } else { 0 }
    }

    /// Lays the line out in so many columns.
    pub fn lay(&mut self, columns: usize, put: &mut dyn FnMut(Piece<'_>)) {
        let columns = columns.max(1);
        if self.whole() <= columns {
            self.put(0..self.text.len(), put);
            return;
        }
        let hang = self.hang(columns);
        let rest = columns - hang;
        if self.parts.iter().any(|part| part.broken() > rest) {
            self.cut(columns, rest);
        }
        #[expect(clippy::cast_precision_loss, reason = "columns are few")]
        let lines = wrap_first_fit(&self.parts, &[columns as f64, rest as f64]);
        let count = lines.len();
        for (index, parts) in lines.into_iter().enumerate() {
            let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
                continue;
            };
            if index > 0 {
                put(Piece::Break);
                if hang > 0 {
                    put(Piece::Text("  ", Tone::Plain));
                }
            }
            self.put(first.start..last.end, put);
            if last.hyphen && index + 1 < count {
                put(Piece::Text("-", self.tone_before(last.end)));
            }
        }
    }

    /// Cuts what is longer than a line, between characters as people see them:
    /// words with a hyphen, the rest wherever the line is full.
    fn cut(&mut self, first: usize, others: usize) {
        let mut cut = Vec::with_capacity(self.parts.len() + 4);
        for part in &self.parts {
            let mut rest = *part;
            let mut columns = if cut.is_empty() { first } else { others };
            while rest.broken() > columns {
                let Some((end, width, hyphen)) = first_cut(&self.text[rest.start..rest.end], columns) else {
                    break;
                };
                let end = rest.start + end;
                cut.push(Part { end, width, space: false, hyphen, ..rest });
                columns = others;
                rest = Part { start: end, width: super::width(&self.text[end..rest.end]), ..rest };
            }
            // One sign may fill the line: better without its hyphen than too wide.
            cut.push(Part { hyphen: rest.hyphen && rest.broken() <= columns, ..rest });
        }
        self.parts = cut;
    }

    fn put(&self, range: Range<usize>, put: &mut dyn FnMut(Piece<'_>)) {
        let mut start = range.start;
        let first = self.tones.partition_point(|(end, _)| *end <= start);
        for (end, tone) in &self.tones[first..] {
            if start >= range.end {
                break;
            }
            let end = (*end).min(range.end);
            if end > start {
                put(Piece::Text(&self.text[start..end], *tone));
            }
            start = end;
        }
    }

    fn tone_before(&self, end: usize) -> Tone {
        let index = self.tones.partition_point(|(tone_end, _)| *tone_end < end);
        self.tones.get(index).map_or(Tone::Plain, |(_, tone)| *tone)
    }
}

/// Where to cut a word that is too long: how much of it stays, its width, and
/// whether a hyphen follows.
fn first_cut(word: &str, columns: usize) -> Option<(usize, usize, bool)> {
    let mut graphemes = word.grapheme_indices(true).map(|(at, grapheme)| (at, grapheme, width(grapheme))).peekable();
    // A hyphen in an address or a number would seem to belong to it.
    let is_word = word.trim_matches(|c: char| !c.is_alphanumeric()).chars().all(char::is_alphabetic);
    let mut full = None;
    let mut syllable = None;
    let mut joint = None;
    let mut before: [Option<(char, usize, usize)>; 2] = [None, None];
    let mut used = 0;
    while let Some((at, grapheme, columns_taken)) = graphemes.next() {
        let letter = grapheme.chars().next().filter(|c| c.is_alphabetic() && columns_taken == 1);
        let next = graphemes.peek().and_then(|(_, next, _)| next.chars().next());
        // A consonant with a vowel after it mostly begins a syllable, and takes
        // along one that it is spoken with: `gruppe`, `plan`.
        if let ([Some(_), Some((previous, previous_at, previous_used))], Some(consonant), Some(vowel)) =
            (before, letter, next)
            && is_word
            && !is_vowel(consonant)
            && is_vowel(vowel)
            && used < columns
        {
            let together = matches!(consonant, 'l' | 'r' | 'v' | 'j')
                && matches!(previous, 'b'..='d' | 'f' | 'g' | 'k' | 'p' | 't');
            syllable = Some(if together { (previous_at, previous_used, true) } else { (at, used, true) });
        }
        // A compound is cut best where its words meet: `forandrings-agent`.
        if is_word && used < columns && is_joint(word, at) {
            joint = Some((at, used, true));
        }
        // Signs may be wider or narrower together than alone.
        let together = width(&word[..at + grapheme.len()]);
        if together > columns && at > 0 {
            break;
        }
        if at + grapheme.len() < word.len() {
            full = Some((at + grapheme.len(), together, false));
        }
        before = [before[1], letter.map(|c| (c, at, used))];
        used = together;
    }
    joint.filter(|(_, used, _)| 3 * used >= columns).or(syllable).or(full)
}

/// What ends words that others follow in Danish and Norwegian compounds.
const JOINTS: [&str; 8] = ["ings", "heds", "hets", "skabs", "skaps", "tions", "sjons", "tets"];

/// Whether two words of a compound meet at a place in it.
fn is_joint(word: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (word.get(..at), word.get(at..)) else { return false };
    after.chars().take(3).count() == 3
        && JOINTS.iter().any(|joint| before.ends_with(joint) && before.len() > joint.len())
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_lowercase().next(), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å' | 'é' | 'ö' | 'ä'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay(line: &Line, columns: usize) -> String {
        let mut flow = Flow::default();
        flow.read(line, Tone::Plain);
        let mut out = String::new();
        flow.lay(columns, &mut |piece| match piece {
            Piece::Text(text, _) => out.push_str(text),
            Piece::Break => out.push('\n'),
        });
        out
    }

    #[test]
    fn breaks_at_soft_hyphens() {
        let line = Line::plain("Kom\u{AD}pe\u{AD}ten\u{AD}ce\u{AD}ud\u{AD}vik\u{AD}ling for ledere");
        insta::assert_snapshot!(lay(&line, 40), @r##"Kompetenceudvikling for ledere"##);
        insta::assert_snapshot!(lay(&line, 14), @r##"
        Kompetenceud-
        vikling for
        ledere
        "##);
        insta::assert_snapshot!(lay(&line, 6), @r##"
        Kompe-
        tence-
        udvik-
        ling
        for
        ledere
        "##);
        insta::assert_snapshot!(lay(&line, 1).replace('\n', ""), @r##"Kompetenceudviklingforledere"##);
    }

    #[test]
    fn breaks_words_only_when_longer_than_the_line() {
        insta::assert_snapshot!(lay(&"se https://example.dk/en-meget-lang/adresse her".into(), 16), @r##"
        se
        https://example.
        dk/en-meget-
        lang/adresse her
        "##);
        insta::assert_snapshot!(lay(&"den 2025-05-17 HR/ledelse IT-afdeling".into(), 13), @r##"
        den
        2025-05-17
        HR/ledelse
        IT-afdeling
        "##);
        insta::assert_snapshot!(lay(&"中文字符很长 👩\u{200d}💻👩\u{200d}💻👩\u{200d}💻 e\u{301}e\u{301}e\u{301}e\u{301}".into(), 3), @r##"
        中
        文
        字
        符
        很
        长
        👩‍💻
        👩‍💻
        👩‍💻
        ééé
        é
        "##);
    }

    #[test]
    fn a_sign_hangs() {
        let line = Line::toned("✓ ", Tone::Good).then("Ledelsen har besluttet planen", Tone::Plain);
        insta::assert_snapshot!(lay(&line, 16), @r##"
        ✓ Ledelsen har
          besluttet
          planen
        "##);
        let line = Line::toned("!", Tone::Bad).then(" Ledelsen har besluttet planen", Tone::Plain);
        insta::assert_snapshot!(lay(&line, 16), @r##"
        ! Ledelsen har
          besluttet
          planen
        "##);
        let line = Line::toned("3", Tone::Bad).then(" opgaver er forsinkede", Tone::Plain);
        insta::assert_snapshot!(lay(&line, 16), @r##"
        3 opgaver er
        forsinkede
        "##);
    }
}
