//! Gantt charts as SVG: each mark has a shape of its own, whatever its colour.

use std::io::{Result, Write};

use unicode_segmentation::UnicodeSegmentation;

use super::markup::{add, push, push_unbroken};
use super::text::{unbroken, width};
use crate::calendar::Date;
use crate::document::{Bar, Block, Document, Mark, RowKind, Scale, Timeline, TimelineRow, Tone};

/// The chart's colours and letters, which a page that holds charts has once.
pub const STYLE: &str = include_str!("svg.css");

const WIDTH: f64 = 1000.0;
const LABELS: f64 = 290.0;
const MARGIN: f64 = 8.0;
const ROW: f64 = 20.0;
const SCALE: f64 = 17.0;
/// A letter's mean width, by which words are cut: the reader's fonts are not known here.
const LETTER: f64 = 6.6;
const SMALL_LETTER: f64 = 6.1;

/// Writes the timelines of a document as a picture of its own.
pub fn write(document: &Document, out: &mut dyn Write) -> Result<()> {
    let timelines = || {
        document.blocks.iter().filter_map(|block| match block {
            Block::Timeline(timeline) => Some(timeline),
            _ => None,
        })
    };
    let head = 62.0;
    let height: f64 = head + timelines().map(|one| chart_height(one, &one.rows, true)).sum::<f64>() + MARGIN;
    let mut svg = String::new();
    add(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gantt\" role=\"img\" aria-labelledby=\"t d\" \
             lang=\"{}\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\">\n<title id=\"t\">",
            document.lang.code()
        ),
    );
    push_unbroken(&mut svg, &document.title);
    svg.push_str("</title>\n<desc id=\"d\">");
    push_unbroken(&mut svg, &document.subtitle);
    svg.push_str("</desc>\n<style>");
    svg.push_str(STYLE);
    add(
        &mut svg,
        format_args!(
            "</style>\n<rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n<text class=\"big\" x=\"{MARGIN}\" y=\"26\">"
        ),
    );
    push(&mut svg, &cut(&unbroken(&document.title), WIDTH - 2.0 * MARGIN, 9.4));
    add(&mut svg, format_args!("</text>\n<text class=\"soft\" x=\"{MARGIN}\" y=\"46\">"));
    push(&mut svg, &cut(&unbroken(&document.subtitle), WIDTH - 2.0 * MARGIN, SMALL_LETTER));
    svg.push_str("</text>\n");
    let mut y = head;
    for timeline in timelines() {
        add(&mut svg, format_args!("<g transform=\"translate(0 {y})\">\n"));
        body(&mut svg, timeline, &timeline.rows, true);
        svg.push_str("</g>\n");
        y += chart_height(timeline, &timeline.rows, true);
    }
    svg.push_str("</svg>\n");
    out.write_all(svg.as_bytes())
}

/// Adds some rows of a timeline as a picture within a page; `id` begins the ids in it.
pub fn part(out: &mut String, timeline: &Timeline, rows: &[TimelineRow], id: &str, legend: bool) {
    let height = chart_height(timeline, rows, legend);
    add(
        out,
        format_args!(
            "<svg class=\"gantt\" role=\"img\" aria-labelledby=\"{id}t {id}d\" viewBox=\"0 0 {WIDTH} {height}\" \
             width=\"{WIDTH}\" height=\"{height}\">\n<title id=\"{id}t\">"
        ),
    );
    push_unbroken(out, &timeline.caption);
    add(out, format_args!("</title>\n<desc id=\"{id}d\">"));
    let heads = rows.iter().filter(|row| row.kind == RowKind::Head);
    for (at, row) in heads.enumerate() {
        out.push_str(if at == 0 { "" } else { "; " });
        push_unbroken(out, &row.label);
    }
    add(out, format_args!(" ({} – {})</desc>\n", timeline.first, timeline.last));
    body(out, timeline, rows, legend);
    out.push_str("</svg>\n");
}

fn chart_height(timeline: &Timeline, rows: &[TimelineRow], legend: bool) -> f64 {
    let legend = if legend { 12.0 + legend_lines(timeline) * 20.0 } else { 2.0 };
    top(timeline) + count(rows.len()) * ROW + legend
}

/// Where the rows begin: below the scales and the word for today.
fn top(timeline: &Timeline) -> f64 {
    count(timeline.scales.len()) * SCALE + 18.0
}

fn count(number: usize) -> f64 {
    number as f64
}

fn body(out: &mut String, timeline: &Timeline, rows: &[TimelineRow], legend: bool) {
    let axis =
        Axis { first: timeline.first, days: timeline.first.days_until(timeline.last).saturating_add(1).max(1) as f64 };
    let top = top(timeline);
    let bottom = top + count(rows.len()) * ROW;
    for (at, row) in rows.iter().enumerate() {
        let y = top + count(at) * ROW;
        if row.kind == RowKind::Head {
            add(out, format_args!("<rect class=\"band\" x=\"0\" y=\"{y}\" width=\"{WIDTH}\" height=\"{ROW}\"/>"));
        }
    }
    for (at, scale) in timeline.scales.iter().enumerate() {
        axis.scale(out, scale, count(at) * SCALE, if at == 0 { Some(bottom) } else { None });
    }
    add(out, format_args!("<path class=\"rule\" d=\"M0 {top}H{WIDTH}M0 {bottom}H{WIDTH}\"/>\n"));
    if timeline.first <= timeline.today && timeline.today <= timeline.last {
        let x = axis.x(timeline.today) + axis.day() / 2.0;
        let (y, words) = (top - 5.0, width(&timeline.today_label) as f64 * SMALL_LETTER / 2.0);
        let middle = x.clamp(LABELS + words, WIDTH - MARGIN - words);
        add(
            out,
            format_args!(
                "<path class=\"now\" d=\"M{x:.1} {:.1}V{bottom}\"/><text class=\"nowtext\" text-anchor=\"middle\" x=\"{middle:.1}\" y=\"{y}\">",
                top - 2.0
            ),
        );
        push_unbroken(out, &timeline.today_label);
        out.push_str("</text>\n");
    }
    for (at, row) in rows.iter().enumerate() {
        axis.row(out, row, top + count(at) * ROW);
    }
    if legend {
        self::legend(out, timeline, bottom + 10.0);
    }
}

/// Days on the axis.
struct Axis {
    first: Date,
    days: f64,
}

impl Axis {
    fn day(&self) -> f64 {
        (WIDTH - MARGIN - LABELS) / self.days
    }

    /// Where a day begins; days before and after are at the ends.
    fn x(&self, date: Date) -> f64 {
        LABELS + (self.first.days_until(date) as f64).clamp(0.0, self.days) * self.day()
    }

    fn scale(&self, out: &mut String, scale: &Scale, y: f64, grid: Option<f64>) {
        let base = y + 12.0;
        add(out, format_args!("<text class=\"soft\" text-anchor=\"end\" x=\"{}\" y=\"{base}\">", LABELS - 6.0));
        push_unbroken(out, &scale.name);
        out.push_str("</text>\n");
        let mut free = LABELS;
        let mut lines = String::new();
        for tick in &scale.ticks {
            let (from, to) = (self.x(tick.first), self.x(tick.last.add_days(1)));
            let needs = width(&tick.label) as f64 * SMALL_LETTER + 5.0;
            if let Some(bottom) = grid {
                add(&mut lines, format_args!("M{from:.1} {y}V{bottom}"));
            }
            // A label may reach into the next stretch, but not over the next label.
            if from >= free && from + needs <= WIDTH && (to - from >= needs.min(22.0) || grid.is_none()) {
                add(out, format_args!("<text class=\"soft\" x=\"{:.1}\" y=\"{base}\">", from + 2.0));
                push_unbroken(out, &tick.label);
                out.push_str("</text>");
                free = from + needs;
            }
        }
        if !lines.is_empty() {
            add(out, format_args!("<path class=\"rule\" d=\"{lines}\"/>"));
        }
        out.push('\n');
    }

    fn row(&self, out: &mut String, row: &TimelineRow, y: f64) {
        out.push_str("<g><title>");
        push_unbroken(out, &row.label);
        if !row.remark.is_empty() {
            out.push_str(" – ");
            push_unbroken(out, &row.remark);
        }
        out.push_str("</title>");
        let base = y + 14.0;
        let left = match row.kind {
            RowKind::Head => MARGIN,
            RowKind::Task | RowKind::Milestone => MARGIN + 18.0,
            RowKind::Part => MARGIN + 32.0,
        };
        if !row.sign.is_empty() {
            let tone = tone(row.tone);
            add(out, format_args!("<text class=\"{tone}\" x=\"{:.0}\" y=\"{base}\">", left - 15.0));
            push_unbroken(out, &row.sign);
            out.push_str("</text>");
        }
        let class = if row.kind == RowKind::Head { " class=\"head\"" } else { "" };
        let bare = row.bars.is_empty() && row.point.is_none();
        let room = if bare && row.remark.is_empty() { WIDTH - MARGIN } else { LABELS - 8.0 } - left;
        let letter = if row.kind == RowKind::Head { 7.1 } else { LETTER };
        add(out, format_args!("<text{class} x=\"{left}\" y=\"{base}\">"));
        push(out, &cut(&unbroken(&row.label), room, letter));
        out.push_str("</text>");
        let (mut from, mut to) = (WIDTH, LABELS);
        for bar in &row.bars {
            let (start, end) = self.bar(out, bar, y);
            (from, to) = (from.min(start), to.max(end));
        }
        if let Some((day, mark)) = row.point {
            let x = self.x(day) + self.day() / 2.0;
            diamond(out, mark, x, y + ROW / 2.0);
            (from, to) = (from.min(x - 7.0), to.max(x + 7.0));
        }
        remark(out, row, (from, to), base);
        out.push_str("</g>\n");
    }

    /// Draws a bar, and says where it begins and ends.
    fn bar(&self, out: &mut String, bar: &Bar, y: f64) -> (f64, f64) {
        let from = self.x(bar.first).min(WIDTH - MARGIN - 3.0);
        let end = if bar.open { WIDTH - MARGIN } else { self.x(bar.last.add_days(1)) };
        let to = end.max(from + 3.0);
        shape(out, bar.mark, (from, to), y);
        if bar.open {
            let middle = y + ROW / 2.0;
            add(
                out,
                format_args!(
                    "<path class=\"{}\" d=\"M{:.1} {:.1}l5 5l-5 5\"/>",
                    if bar.mark == Mark::Phase { "rule" } else { "ongoing" },
                    to - 5.0,
                    middle - 5.0
                ),
            );
        }
        (from, to)
    }
}

/// The words after the bars, else before them, else over their end: what is late is never hidden.
fn remark(out: &mut String, row: &TimelineRow, (from, to): (f64, f64), base: f64) {
    if row.remark.is_empty() {
        return;
    }
    let text = cut(&unbroken(&row.remark), WIDTH - LABELS - 2.0 * MARGIN, SMALL_LETTER);
    let needs = width(&text) as f64 * SMALL_LETTER + 6.0;
    let (x, anchor) = if to + needs <= WIDTH {
        (to + 6.0, "start")
    } else if from - needs >= LABELS {
        (from - 6.0, "end")
    } else {
        (WIDTH - MARGIN - 10.0, "end")
    };
    let tone = tone(row.tone);
    add(out, format_args!("<text class=\"remark {tone}\" text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"{base}\">"));
    push(out, &text);
    out.push_str("</text>");
}

fn shape(out: &mut String, mark: Mark, (from, to): (f64, f64), y: f64) {
    let wide = to - from;
    let rect = |out: &mut String, class: &str, top: f64, high: f64| {
        add(
            out,
            format_args!("<rect class=\"{class}\" x=\"{from:.1}\" y=\"{top}\" width=\"{wide:.1}\" height=\"{high}\"/>"),
        );
    };
    match mark {
        Mark::Phase => {
            rect(out, "phase", y + 7.0, 4.0);
            add(
                out,
                format_args!(
                    "<path class=\"phase\" d=\"M{from:.1} {a}v9l3 -5v-4zM{to:.1} {a}v9l-3 -5v-4z\"/>",
                    a = y + 7.0
                ),
            );
        }
        Mark::Planned => rect(out, "planned", y + 5.0, 10.0),
        Mark::Active => {
            rect(out, "active", y + 5.0, 10.0);
            rect(out, "half", y + 10.0, 5.0);
        }
        Mark::Done => rect(out, "done", y + 4.5, 11.0),
        Mark::Late => rect(out, "late", y + 5.0, 10.0),
        Mark::Ongoing => {
            add(
                out,
                format_args!(
                    "<path class=\"ongoing\" d=\"M{from:.1} {}H{to:.1}M{from:.1} {}H{to:.1}\"/>",
                    y + 7.5,
                    y + 12.5
                ),
            );
        }
        Mark::Milestone | Mark::MilestoneDone | Mark::MilestoneLate => {
            diamond(out, mark, f64::midpoint(from, to), y + ROW / 2.0);
        }
        Mark::Today => {
            let x = f64::midpoint(from, to);
            add(out, format_args!("<path class=\"now\" d=\"M{x:.1} {}V{}\"/>", y + 2.0, y + ROW - 2.0));
        }
    }
}

fn diamond(out: &mut String, mark: Mark, x: f64, y: f64) {
    let class = match mark {
        Mark::MilestoneDone => "msdone",
        Mark::MilestoneLate => "mslate",
        _ => "ms",
    };
    add(out, format_args!("<path class=\"{class}\" d=\"M{x:.1} {:.1}l6.5 6.5l-6.5 6.5l-6.5 -6.5z\"/>", y - 6.5));
    if mark == Mark::MilestoneLate {
        add(out, format_args!("<path class=\"cross\" d=\"M{:.1} {:.1}l5 5m0 -5l-5 5\"/>", x - 2.5, y - 2.5));
    }
}

/// Where each mark of the legend stands: on which line, how far in.
fn legend_places(timeline: &Timeline) -> Vec<(f64, f64)> {
    let (mut x, mut line) = (MARGIN, 0.0);
    let mut places = Vec::new();
    for (_, words) in &timeline.legend {
        let needs = 36.0 + width(words) as f64 * SMALL_LETTER + 20.0;
        if x + needs > WIDTH && x > MARGIN {
            (x, line) = (MARGIN, line + 1.0);
        }
        places.push((x, line));
        x += needs;
    }
    places
}

fn legend_lines(timeline: &Timeline) -> f64 {
    legend_places(timeline).last().map_or(0.0, |(_, line)| line + 1.0)
}

fn legend(out: &mut String, timeline: &Timeline, top: f64) {
    for ((mark, words), (x, line)) in timeline.legend.iter().zip(legend_places(timeline)) {
        let y = top + line * 20.0;
        shape(out, *mark, (x + 2.0, x + 28.0), y);
        add(out, format_args!("<text class=\"soft\" x=\"{}\" y=\"{}\">", x + 36.0, y + 14.0));
        push_unbroken(out, words);
        out.push_str("</text>\n");
    }
}

/// The class of a tone.
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "Plain",
        Tone::Strong => "Strong",
        Tone::Muted => "Muted",
        Tone::Good => "Good",
        Tone::Active => "Active",
        Tone::Caution => "Caution",
        Tone::Bad => "Bad",
    }
}

/// The text cut to a width, never within what is read as one letter.
fn cut(text: &str, room: f64, letter: f64) -> String {
    let room = (room / letter).max(1.0) as usize;
    if width(text) <= room {
        return text.to_owned();
    }
    let (mut short, mut used) = (String::new(), 1);
    for cluster in text.graphemes(true) {
        used += width(cluster);
        if used > room {
            break;
        }
        short.push_str(cluster);
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::document::samples;

    fn svg(document: &Document) -> String {
        let mut out = Vec::new();
        write(document, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_row_is_named_in_full_and_every_mark_has_its_shape() {
        let timeline = samples::timeline();
        let svg = svg(&samples::document(vec![Block::Timeline(timeline.clone())]));
        for row in &timeline.rows {
            assert!(svg.contains(&*unbroken(&row.label)), "{}", row.label);
            assert!(svg.contains(&row.remark), "{}", row.remark);
        }
        for class in ["phase", "planned", "half", "done", "late", "ongoing", "ms", "msdone", "mslate", "now"] {
            assert!(svg.contains(&format!("class=\"{class}\"")), "{class}");
        }
        for (_, words) in &timeline.legend {
            assert!(svg.contains(&format!(">{words}</text>")), "{words}");
        }
    }

    #[test]
    fn labels_are_cut_between_letters() {
        assert_eq!(cut("👩\u{200d}💻👩\u{200d}💻👩\u{200d}💻", 30.0, 6.0), "👩\u{200d}💻👩\u{200d}💻…");
        assert_eq!(cut("kort", 30.0, 6.0), "kort");
    }
}
