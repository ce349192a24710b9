//! A timeline as pictures, each as high as a page that lies.

use unicode_segmentation::UnicodeSegmentation as _;

use super::emf::{self, Anchor, Colour, Emf, Font, LETTERS};
use crate::calendar::Date;
use crate::document::{Bar, Mark, RowKind, Timeline, TimelineRow, Tone};
use crate::write::document::{palette, unbroken};

/// A picture of some of a timeline's rows.
pub struct Chart {
    pub emf: Vec<u8>,
    /// In hundredths of a millimetre.
    pub width: i32,
    pub height: i32,
    /// The first and the last row that it shows.
    pub told: String,
}

/// The room between a lying page's margins.
const WIDTH: i32 = 25600;
/// Where the axis begins.
const LEFT: i32 = 8600;
const ROW: i32 = 520;
const SCALE: i32 = 480;
/// The rows of a page; the first page has a heading over them.
const ROWS: usize = 25;

const INK: Colour = [0x26, 0x26, 0x26];
const GREY: Colour = of(Tone::Muted);
const RULE: Colour = [0xD9, 0xD9, 0xD9];
const BAND: Colour = [0xF2, 0xF2, 0xF2];
const GOOD: Colour = of(Tone::Good);
const ACTIVE: Colour = of(Tone::Active);
const BAD: Colour = of(Tone::Bad);
const PALE_RED: Colour = [0xF4, 0xB6, 0xB0];
const PALE_BLUE: Colour = [0xC9, 0xDA, 0xF2];
const WHITE: Colour = [0xFF, 0xFF, 0xFF];
const PHASE: Colour = [0x40, 0x40, 0x40];

/// The colour of a tone's letters.
const fn of(tone: Tone) -> Colour {
    let [_, red, green, blue] = palette::ink(tone).to_be_bytes();
    [red, green, blue]
}

/// The timeline in as many pictures as it needs; the last has the legend.
pub fn pages(timeline: &Timeline) -> Vec<Chart> {
    timeline.rows.chunks(ROWS).map(|rows| page(timeline, rows)).collect()
}

fn page(timeline: &Timeline, rows: &[TimelineRow]) -> Chart {
    let scales = i32::try_from(timeline.scales.len()).unwrap_or(0) * SCALE;
    let count = i32::try_from(rows.len()).unwrap_or(0);
    let legend = legend_places(timeline);
    let lines = legend.last().map_or(0, |place| place.1 + 1);
    let rows_end = scales + count * ROW;
    let height = rows_end + 650 + lines * 560;
    let mut canvas = Canvas { emf: Emf::new(WIDTH, height), timeline };
    canvas.scales(rows_end);
    for (row, index) in rows.iter().zip(0..) {
        canvas.row(row, scales + index * ROW);
    }
    canvas.today(scales, rows_end);
    for ((mark, words), (x, line)) in timeline.legend.iter().zip(legend) {
        canvas.legend(*mark, words, x, rows_end + 650 + line * 560);
    }
    let label = |row: Option<&TimelineRow>| row.map_or("", |row| row.label.as_str()).to_owned();
    let (first, last) = (label(rows.first()), label(rows.last()));
    let told = if rows.len() > 1 { format!("{first} – {last}") } else { first };
    Chart { emf: canvas.emf.finish(), width: WIDTH, height, told }
}

/// Where each sign of the legend stands: how far in, and on which line.
fn legend_places(timeline: &Timeline) -> Vec<(i32, i32)> {
    let (mut x, mut line) = (0, 0);
    let place = |(_, words): &(Mark, String)| {
        let wide = 1000 + emf::width(words, Font::Regular) + 500;
        if x > 0 && x + wide > WIDTH {
            (x, line) = (0, line + 1);
        }
        let here = (x, line);
        x += wide;
        here
    };
    timeline.legend.iter().map(place).collect()
}

struct Canvas<'t> {
    emf: Emf,
    timeline: &'t Timeline,
}

impl Canvas<'_> {
    /// Where a day begins on the axis.
    fn x(&self, day: Date) -> i32 {
        let days = self.timeline.first.days_until(self.timeline.last).max(0) + 1;
        let at = self.timeline.first.days_until(day).clamp(0, days);
        let room = i64::from(WIDTH - LEFT);
        LEFT + i32::try_from(at * room / days).unwrap_or(0)
    }

    fn scales(&mut self, bottom: i32) {
        for (scale, index) in self.timeline.scales.iter().zip(0..) {
            let top = index * SCALE;
            let base = top + 350;
            self.text((100, base), &scale.name, Font::Regular, GREY, LEFT - 200);
            let fine = index + 1 == i32::try_from(self.timeline.scales.len()).unwrap_or(0);
            // Labels that would touch are left out, every second or fifth and so on.
            let widest = scale.ticks.iter().map(|tick| emf::width(&tick.label, Font::Regular)).max().unwrap_or(0);
            let narrowest = scale.ticks.iter().skip(1).map(|tick| self.x(tick.last.add_days(1)) - self.x(tick.first));
            let room = narrowest.rev().skip(1).min().unwrap_or(WIDTH).max(1);
            let every = usize::try_from((widest + 120) / room + 1).unwrap_or(1);
            for (tick, at) in scale.ticks.iter().zip(0_usize..) {
                let (left, right) = (self.x(tick.first), self.x(tick.last.add_days(1)));
                let end = if !fine || every == 1 { bottom } else { top + SCALE };
                let thick = if fine { 10 } else { 20 };
                self.emf.line((left, top), (left, end), RULE, thick);
                let fits = right - left >= emf::width(&tick.label, Font::Regular) + 60;
                if fits || (every > 1 && at % every == 0 && left + widest < WIDTH) {
                    let font = if fine { Font::Regular } else { Font::Bold };
                    self.emf.words((left + 60, base), &tick.label, font, GREY, Anchor::Left);
                }
            }
        }
    }

    fn row(&mut self, row: &TimelineRow, top: i32) {
        let head = row.kind == RowKind::Head;
        if head {
            self.emf.rectangle([0, top, LEFT - 150, top + ROW], Some(BAND), None);
        }
        self.emf.line((0, top + ROW), (WIDTH, top + ROW), RULE, 8);
        let base = top + ROW / 2 + LETTERS / 3;
        let indent = match row.kind {
            RowKind::Head => 100,
            RowKind::Task | RowKind::Milestone => 300,
            RowKind::Part => 700,
        };
        if !row.sign.is_empty() {
            self.emf.words((indent + 130, base), &row.sign, Font::Signs, of(row.tone), Anchor::Middle);
        }
        let at = if head { indent } else { indent + 330 };
        let font = if head { Font::Bold } else { Font::Regular };
        self.text((at, base), &row.label, font, INK, LEFT - 250 - at);
        row.bars.iter().for_each(|bar| self.bar(bar, top));
        if let Some((day, mark)) = row.point {
            let middle = (self.x(day) + self.x(day.add_days(1))) / 2;
            self.diamond(mark, middle, top + ROW / 2);
        }
        self.remark(row, base);
    }

    /// After the bars where there is room, else before them.
    fn remark(&mut self, row: &TimelineRow, base: i32) {
        let text = unbroken(&row.remark);
        if text.is_empty() {
            return;
        }
        let wide = emf::width(&text, Font::Regular);
        let ends = row.bars.iter().map(|bar| if bar.open { WIDTH } else { self.x(bar.last.add_days(1)) });
        let point = row.point.map(|(day, _)| self.x(day.add_days(1)) + 200);
        let end = ends.chain(point).max().unwrap_or(LEFT) + 150;
        let begins = row.bars.iter().map(|bar| self.x(bar.first)).chain(row.point.map(|(day, _)| self.x(day) - 200));
        let begin = begins.min().unwrap_or(WIDTH) - 150;
        let ink = if row.tone == Tone::Bad { BAD } else { GREY };
        if end + wide <= WIDTH {
            self.emf.words((end, base), &text, Font::Regular, ink, Anchor::Left);
        } else if begin - wide >= LEFT {
            self.emf.words((begin - wide, base), &text, Font::Regular, ink, Anchor::Left);
        }
    }

    fn bar(&mut self, bar: &Bar, top: i32) {
        let left = self.x(bar.first);
        let right = if bar.open { WIDTH - 50 } else { self.x(bar.last.add_days(1)) };
        self.shape(bar.mark, [left, top + 110, right.max(left + 60), top + ROW - 110], bar.open);
    }

    /// A stretch in its mark's look: each differs in shape or lightness, not in colour alone.
    fn shape(&mut self, mark: Mark, at: [i32; 4], open: bool) {
        let [left, top, right, bottom] = at;
        let middle = (top + bottom) / 2;
        match mark {
            Mark::Phase => self.emf.rectangle([left, middle - 50, right, middle + 50], Some(PHASE), None),
            Mark::Done => self.emf.rectangle(at, Some(GOOD), Some(GOOD)),
            Mark::Active => self.emf.rectangle(at, Some(ACTIVE), Some(ACTIVE)),
            Mark::Planned => self.emf.rectangle(at, Some(WHITE), Some(ACTIVE)),
            Mark::Late => {
                self.emf.rectangle(at, Some(PALE_RED), Some(BAD));
                let step = bottom - top;
                let mut x = left + step;
                while x < right {
                    self.emf.line((x, top), (x - step, bottom), BAD, 20);
                    x += step;
                }
            }
            Mark::Ongoing => self.emf.rectangle([left, middle - 80, right, middle + 80], Some(PALE_BLUE), Some(ACTIVE)),
            Mark::Milestone | Mark::MilestoneDone | Mark::MilestoneLate => {
                self.diamond(mark, (left + right) / 2, middle);
            }
            Mark::Today => self.emf.line((left, top), (left, bottom), BAD, 40),
        }
        if open {
            let tip = [(right - 200, middle - 150), (right, middle), (right - 200, middle + 150)];
            self.emf.polygon(&tip, Some(if mark == Mark::Phase { PHASE } else { ACTIVE }), None);
        }
    }

    fn diamond(&mut self, mark: Mark, x: i32, y: i32) {
        let (fill, edge) = match mark {
            Mark::MilestoneDone => (GOOD, GOOD),
            Mark::MilestoneLate => (PALE_RED, BAD),
            _ => (WHITE, INK),
        };
        let r = 190;
        self.emf.polygon(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], Some(fill), Some(edge));
        if mark == Mark::MilestoneLate {
            self.emf.line((x, y - 90), (x, y + 90), BAD, 50);
        }
    }

    fn today(&mut self, top: i32, bottom: i32) {
        let today = self.timeline.today;
        if today < self.timeline.first || today > self.timeline.last {
            return;
        }
        let x = self.x(today);
        self.emf.line((x, top), (x, bottom + 80), BAD, 40);
        let half = emf::width(&self.timeline.today_label, Font::Bold) / 2;
        let at = x.clamp(half, WIDTH - half);
        self.emf.words((at, bottom + 420), &self.timeline.today_label, Font::Bold, BAD, Anchor::Middle);
    }

    fn legend(&mut self, mark: Mark, words: &str, x: i32, top: i32) {
        let at = if mark == Mark::Today {
            [x + 350, top + 60, x + 350, top + 440]
        } else {
            [x, top + 110, x + 750, top + 410]
        };
        self.shape(mark, at, mark == Mark::Ongoing);
        self.emf.words((x + 900, top + 350), words, Font::Regular, INK, Anchor::Left);
    }

    /// Words cut where the room ends.
    fn text(&mut self, at: (i32, i32), text: &str, font: Font, ink: Colour, room: i32) {
        let text = unbroken(text);
        if emf::width(&text, font) <= room {
            self.emf.words(at, &text, font, ink, Anchor::Left);
            return;
        }
        let mut left = room - emf::width("…", font);
        let mut cut = String::new();
        for letter in text.graphemes(true) {
            left -= emf::width(letter, font);
            if left < 0 {
                break;
            }
            cut.push_str(letter);
        }
        self.emf.words(at, &format!("{}…", cut.trim_end()), font, ink, Anchor::Left);
    }
}
