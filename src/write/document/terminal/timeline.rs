//! Gantt charts drawn with characters: each mark has a shape of its own.

use std::io::Result;

use unicode_segmentation::UnicodeSegmentation;

use super::Page;
use crate::calendar::Date;
use crate::document::{Bar, Mark, RowKind, Scale, Timeline, TimelineRow, Tone};
use crate::write::document::text::{is_plain, unbroken, width};

/// Between the labels and the axis.
const GAP: usize = 2;
/// The columns below which a remark that must be cut is left out.
const LEAST_REMARK: usize = 10;

pub fn write(page: &mut Page<'_>, timeline: &Timeline) -> Result<()> {
    let signs = timeline.rows.iter().any(|row| !row.sign.is_empty());
    let longest = timeline.rows.iter().map(|row| label_start(row, signs) + width(&unbroken(&row.label))).max();
    let names = timeline.scales.iter().map(|scale| width(&unbroken(&scale.name))).max();
    let labels = longest.max(names).unwrap_or(0).min(page.width * 35 / 100);
    let axis = Axis {
        first: timeline.first,
        days: timeline.first.days_until(timeline.last).saturating_add(1).max(1),
        columns: page.width.saturating_sub(labels + GAP).max(10),
    };
    let today = axis.point(timeline.today);
    let grid = axis.grid(&timeline.scales);
    for scale in &timeline.scales {
        let name = unbroken(&scale.name);
        let name = cut(&name, labels);
        page.put(&name, Tone::Muted)?;
        page.indent(labels + GAP - width(&name));
        axis.scale(scale).put(page)?;
    }
    if let Some(today) = today {
        page.indent(labels + GAP);
        today_line(&axis, today, &timeline.today_label).put(page)?;
    }
    for row in &timeline.rows {
        // With nothing of its own on the axis, a label may run on over it.
        if row.bars.is_empty() && row.point.is_none() && row.remark.is_empty() && row.kind != RowKind::Head {
            put_label(page, row, signs, page.width)?;
            page.end_line()?;
            continue;
        }
        put_label(page, row, signs, labels)?;
        axis.row(row, today, &grid).put(page)?;
    }
    legend(page, &timeline.legend)
}

/// A sign for each meaning, apart in black and white and on a poor projector:
/// the cells of a bar, and its first and last.
struct Sign {
    first: char,
    middle: char,
    last: char,
    /// A bar of one cell, or a point.
    single: char,
    tone: Tone,
}

fn sign(mark: Mark) -> Sign {
    let even = |c, tone| Sign { first: c, middle: c, last: c, single: c, tone };
    match mark {
        Mark::Phase => Sign { first: '┣', middle: '━', last: '┫', single: '╋', tone: Tone::Strong },
        Mark::Planned => even('░', Tone::Plain),
        Mark::Active => even('▄', Tone::Active),
        Mark::Done => even('█', Tone::Good),
        Mark::Late => even('!', Tone::Bad),
        Mark::Ongoing => even('═', Tone::Active),
        Mark::Milestone => even('◇', Tone::Strong),
        Mark::MilestoneDone => even('◆', Tone::Good),
        Mark::MilestoneLate => even('✗', Tone::Bad),
        Mark::Today => even('│', Tone::Caution),
    }
}

/// A guide for the eye.
const GRID: char = '·';

/// The end of a bar that goes on.
const OPEN: char = '→';

/// A line of the axis: cells one column wide, with words over them.
struct Cells {
    cells: Vec<(char, Tone)>,
    /// Where the words stand, in order, never over each other.
    words: Vec<(usize, String, Tone)>,
}

impl Cells {
    fn new(columns: usize) -> Cells {
        Cells { cells: vec![(' ', Tone::Plain); columns], words: Vec::new() }
    }

    fn set(&mut self, column: usize, c: char, tone: Tone) {
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = (c, tone);
        }
    }

    /// A dot of the grid right beside something would read as a part of it.
    fn clear_beside(&mut self, start: usize, end: usize) {
        for beside in [start.checked_sub(1), Some(end)].into_iter().flatten() {
            if self.cells.get(beside).is_some_and(|(c, _)| *c == GRID) {
                self.set(beside, ' ', Tone::Plain);
            }
        }
    }

    fn put(&self, page: &mut Page<'_>) -> Result<()> {
        let mut at = 0;
        for (start, words, tone) in &self.words {
            self.put_cells(page, at, *start)?;
            page.put(words, *tone)?;
            at = start + width(words);
        }
        self.put_cells(page, at, self.cells.len())?;
        page.end_line()
    }

    fn put_cells(&self, page: &mut Page<'_>, from: usize, to: usize) -> Result<()> {
        let cells = self.cells.get(from..to).unwrap_or_default();
        for run in cells.chunk_by(|a, b| a.1 == b.1) {
            let text: String = run.iter().map(|(c, _)| *c).collect();
            page.put(&text, run.first().map_or(Tone::Plain, |(_, tone)| *tone))?;
        }
        Ok(())
    }
}

/// Days on columns. Every column is computed from the first day, so that
/// rounding never adds up.
struct Axis {
    first: Date,
    days: i64,
    columns: usize,
}

impl Axis {
    /// The column in which a day begins; days before and after are at the ends.
    fn column(&self, days: i64) -> usize {
        let columns = i64::try_from(self.columns).unwrap_or(i64::MAX);
        let column = days.clamp(0, self.days).saturating_mul(columns) / self.days;
        usize::try_from(column).unwrap_or(0)
    }

    /// The columns from one day to another, at least one; none if all of them
    /// are off the axis.
    fn span(&self, first: Date, last: Date) -> Option<(usize, usize)> {
        let (first, last) = (self.first.days_until(first), self.first.days_until(last.max(first)));
        if last < 0 || first >= self.days {
            return None;
        }
        let start = self.column(first).min(self.columns.saturating_sub(1));
        Some((start, self.column(last.saturating_add(1)).max(start + 1)))
    }

    /// The middle of a day.
    fn point(&self, day: Date) -> Option<usize> {
        self.span(day, day).map(|(start, end)| (start + end - 1) / 2)
    }

    /// The ticks that get a label, and whether there is room to mark where each
    /// begins.
    fn labelled<'a>(&self, scale: &'a Scale) -> (Vec<(usize, std::borrow::Cow<'a, str>)>, bool) {
        let ticks: Vec<_> = scale
            .ticks
            .iter()
            .filter_map(|tick| Some((self.span(tick.first, tick.last)?.0, unbroken(&tick.label))))
            .collect();
        // The first and the last tick may be cut off by the axis; they do not
        // thin out the others.
        let fits = |step: usize, spare: usize| {
            let chosen: Vec<_> = ticks.iter().step_by(step).collect();
            let inner = chosen.get(1..).unwrap_or_default();
            inner.windows(2).all(|pair| match pair {
                [(start, label), (next, _)] => start + width(label) + spare <= *next,
                _ => true,
            })
        };
        if fits(1, 2) {
            return (ticks, true);
        }
        let step = (0..16).map(|power| 1 << power).find(|step| fits(*step, 1)).unwrap_or(usize::MAX);
        (ticks.into_iter().step_by(step).collect(), false)
    }

    fn scale(&self, scale: &Scale) -> Cells {
        let mut cells = Cells::new(self.columns);
        let (ticks, marked) = self.labelled(scale);
        for (index, (start, label)) in ticks.iter().enumerate() {
            let mut start = *start;
            if marked {
                cells.set(start, '╷', Tone::Muted);
                start += 1;
            }
            // The last label may end where the axis ends.
            let end = ticks.get(index + 1).map_or(self.columns, |(next, _)| next.saturating_sub(1));
            if start + width(label) <= end {
                cells.words.push((start, label.to_string(), Tone::Plain));
            }
        }
        cells
    }

    /// Columns that guide the eye down from the finest scale with marks.
    fn grid(&self, scales: &[Scale]) -> Vec<usize> {
        let marked = |scale: &Scale| {
            let (ticks, marked) = self.labelled(scale);
            marked.then(|| ticks.iter().map(|(start, _)| *start).filter(|start| *start > 0).collect())
        };
        scales.iter().rev().find_map(marked).unwrap_or_default()
    }

    fn row(&self, row: &TimelineRow, today: Option<usize>, grid: &[usize]) -> Cells {
        let mut cells = Cells::new(self.columns);
        for column in grid {
            cells.set(*column, GRID, Tone::Muted);
        }
        if let Some(today) = today {
            let sign = sign(Mark::Today);
            cells.set(today, sign.single, sign.tone);
        }
        let mut taken: Option<(usize, usize)> = None;
        let mut take = |cells: &mut Cells, start: usize, end: usize| {
            cells.clear_beside(start, end);
            taken = Some(taken.map_or((start, end), |(first, last)| (first.min(start), last.max(end))));
        };
        for bar in &row.bars {
            if let Some((start, end)) = self.bar(bar, &mut cells) {
                take(&mut cells, start, end);
            }
        }
        if let Some((day, mark)) = row.point
            && let Some(column) = self.point(day)
        {
            let sign = sign(mark);
            cells.set(column, sign.single, sign.tone);
            take(&mut cells, column, column + 1);
        }
        self.remark(row, taken, today, &mut cells);
        cells
    }

    fn bar(&self, bar: &Bar, cells: &mut Cells) -> Option<(usize, usize)> {
        let (mut start, mut end) = self.span(bar.first, bar.last)?;
        let sign = sign(bar.mark);
        // An arrow alone stands after a bar that ends in the same column, not over it.
        let drawn = |column: usize| cells.cells.get(column).is_some_and(|(c, _)| ![' ', GRID, '│'].contains(c));
        if bar.open && start + 1 == end && drawn(start) && end < cells.cells.len() {
            (start, end) = (start + 1, end + 1);
        }
        for column in start..end {
            let c = if bar.open && column + 1 == end {
                OPEN
            } else if start + 1 == end {
                sign.single
            } else if column == start {
                sign.first
            } else if column + 1 == end {
                sign.last
            } else {
                sign.middle
            };
            cells.set(column, c, sign.tone);
        }
        Some((start, end))
    }

    /// Puts the remark after the bars, or else before them, clear of today's
    /// line if it can be.
    fn remark(&self, row: &TimelineRow, taken: Option<(usize, usize)>, today: Option<usize>, cells: &mut Cells) {
        let remark = unbroken(&row.remark);
        let length = width(&remark);
        if length == 0 {
            return;
        }
        let (start, end) = taken.unwrap_or((0, 0));
        let after = if taken.is_some() { end + 1 } else { 0 };
        let covers = |at: usize| today.is_some_and(|today| (at.saturating_sub(1)..=at + length).contains(&today));
        let fits = |at: usize| at + length <= self.columns;
        let before = start.checked_sub(length + 1);
        let beyond = today.map(|today| today + 2).filter(|at| *at >= after && covers(after));
        let place = [Some(after), beyond, before]
            .into_iter()
            .flatten()
            .find(|at| fits(*at) && !covers(*at))
            .or_else(|| [Some(after), before].into_iter().flatten().find(|at| fits(*at)));
        // Better half a remark than none.
        let at = place.or(beyond).unwrap_or(after);
        let room = self.columns.saturating_sub(at);
        if room < length.min(LEAST_REMARK) {
            return;
        }
        let remark = cut(&remark, room);
        cells.clear_beside(at, at + width(&remark));
        let tone = if row.tone == Tone::Strong { Tone::Plain } else { row.tone };
        cells.words.push((at, remark, tone));
    }
}

fn today_line(axis: &Axis, today: usize, label: &str) -> Cells {
    let mut cells = Cells::new(axis.columns);
    let tone = sign(Mark::Today).tone;
    cells.set(today, '▼', tone);
    let label = unbroken(label);
    let length = width(&label);
    if today + 2 + length <= axis.columns {
        cells.words.push((today + 2, label.into_owned(), tone));
    } else if today > length {
        cells.words.push((today - length - 1, label.into_owned(), tone));
    }
    cells
}

fn indent(row: &TimelineRow) -> usize {
    match row.kind {
        RowKind::Head => 0,
        RowKind::Task | RowKind::Milestone => 2,
        RowKind::Part => 4,
    }
}

/// Where the label starts, after its indent and sign. Tasks without a sign keep
/// its place free; phases mostly have none.
fn label_start(row: &TimelineRow, signs: bool) -> usize {
    let free = if row.kind == RowKind::Head { !row.sign.is_empty() } else { signs };
    indent(row) + if free { 2 } else { 0 }
}

fn put_label(page: &mut Page<'_>, row: &TimelineRow, signs: bool, columns: usize) -> Result<()> {
    let tone = if row.kind == RowKind::Head && row.tone == Tone::Plain { Tone::Strong } else { row.tone };
    let start = label_start(row, signs);
    page.indent(indent(row));
    if start > indent(row) {
        let sign = unbroken(&row.sign);
        page.put(&sign, row.tone)?;
        page.indent(2_usize.saturating_sub(width(&sign)));
    }
    let label = unbroken(&row.label);
    let label = cut(&label, columns.saturating_sub(start));
    page.put(&label, tone)?;
    page.indent((columns + GAP).saturating_sub(start + width(&label)));
    Ok(())
}

/// The text cut to so many columns, with `…` where it is cut.
fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut end = 0;
    if is_plain(text) {
        end = text.char_indices().nth(columns.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    } else {
        let mut used = 1;
        for (at, grapheme) in text.grapheme_indices(true) {
            used += width(grapheme);
            if used > columns {
                break;
            }
            end = at + grapheme.len();
        }
    }
    let mut cut = text.get(..end).unwrap_or("").trim_end().to_owned();
    if columns > 0 {
        cut.push('…');
    }
    cut
}

fn legend(page: &mut Page<'_>, legend: &[(Mark, String)]) -> Result<()> {
    if legend.is_empty() {
        return Ok(());
    }
    page.end_line()?;
    let mut used = 0;
    for (mark, words) in legend {
        let sign = sign(*mark);
        let sample: String = match mark {
            Mark::Milestone | Mark::MilestoneDone | Mark::MilestoneLate | Mark::Today => sign.single.into(),
            Mark::Ongoing => [sign.first, sign.middle, OPEN].iter().collect(),
            _ => [sign.first, sign.middle, sign.last].iter().collect(),
        };
        let words = unbroken(words);
        let length = width(&sample) + 1 + width(&words);
        if used > 0 && used + 3 + length > page.width {
            page.end_line()?;
            used = 0;
        } else if used > 0 {
            page.indent(3);
            used += 3;
        }
        page.put(&sample, sign.tone)?;
        page.put(" ", Tone::Plain)?;
        let words = cut(&words, page.width.saturating_sub(width(&sample) + 1));
        page.put(&words, Tone::Plain)?;
        used += length;
    }
    page.end_line()
}
