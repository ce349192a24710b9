//! Tables: columns shared out, cells wrapped to them, lines drawn.

use std::io::Result;

use super::wrap::{Flow, Piece};
use super::{Page, width};
use crate::document::{Align, Cell, Column, Line, Row, Table, Tone};

/// Stand for a tone and its end in a cell that is laid out. They take no columns,
/// and `text::clean` takes them out of every text.
const TONES: [(char, Tone); 6] = [
    ('\u{206A}', Tone::Strong),
    ('\u{206B}', Tone::Muted),
    ('\u{206C}', Tone::Good),
    ('\u{206D}', Tone::Active),
    ('\u{206E}', Tone::Caution),
    ('\u{206F}', Tone::Bad),
];
const END: char = '\u{2066}';

pub fn write(page: &mut Page<'_>, table: &Table) -> Result<()> {
    let count = table.rows.iter().map(|row| cells(row).len()).max().unwrap_or(0).max(table.columns.len());
    if count == 0 {
        return Ok(());
    }
    let gap = if table.ruled { 3 } else { 2 };
    let mut flow = std::mem::take(&mut page.flow);
    let mut layout = Layout {
        widths: share(&needs(table, count, &mut flow), page.width.saturating_sub(gap * (count - 1))),
        gap,
        flow: &mut flow,
        marks: page.colour,
    };
    let rows = lay(table, &mut layout);
    let drawing = Drawing::new(table, layout.widths);
    for row in &rows {
        match row {
            Laid::Rule(rule) => {
                page.put(if *rule == Rule::Row { &drawing.row_rule } else { &drawing.group_rule }, Tone::Muted)?;
                page.end_line()?;
            }
            Laid::Cells { span, cells } => drawing.put_row(page, *span, cells)?,
        }
    }
    page.flow = flow;
    Ok(())
}

fn cells(row: &Row) -> &[Cell] {
    match row {
        Row::Group(cells) | Row::Cells(cells) => cells,
    }
}

/// How many columns of the table the first cell of a row runs over.
fn span(row: &Row, count: usize) -> usize {
    match row {
        Row::Group(cells) => {
            let empty = |cell: &&Cell| cell.0.iter().all(Line::is_empty);
            let given = 1 + cells.iter().skip(1).take_while(empty).count();
            if given >= cells.len() { count } else { given }
        }
        Row::Cells(_) => 1,
    }
}

/// How many columns of the screen a column of the table takes.
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    /// without cutting a word
    least: usize,
    /// without wrapping anything
    whole: usize,
    wraps: bool,
}

fn needs(table: &Table, count: usize, flow: &mut Flow) -> Vec<Need> {
    let mut needs: Vec<Need> = vec![Need { wraps: true, ..Need::default() }; count];
    for (need, column) in needs.iter_mut().zip(&table.columns) {
        need.wraps = column.wraps;
    }
    for row in &table.rows {
        // What heads a group runs over the empty cells beside it.
        let spanned = if span(row, count) > 1 { 1 } else { 0 };
        for (need, cell) in needs.iter_mut().zip(cells(row)).skip(spanned) {
            for line in &cell.0 {
                flow.read(line, Tone::Plain);
                let whole = flow.whole();
                need.whole = need.whole.max(whole);
                need.least = need.least.max(if need.wraps { flow.least() } else { whole });
            }
        }
    }
    for (need, column) in needs.iter_mut().zip(&table.columns) {
        flow.read(&Line::plain(column.header.as_str()), Tone::Plain);
        need.whole = need.whole.max(flow.whole()).max(1);
        need.least = need.least.max(flow.least()).max(1);
    }
    needs
}

/// Shares the room among the columns: first so that no word is cut, then so
/// that long columns get more, less than in proportion, which keeps rows low.
fn share(needs: &[Need], room: usize) -> Vec<usize> {
    let bounds = |least: &dyn Fn(&Need) -> usize, most: &dyn Fn(&Need) -> usize| -> Vec<(usize, usize)> {
        needs.iter().map(|need| (least(need), most(need).max(least(need)))).collect()
    };
    let keep_words = bounds(&|need| need.least, &|need| need.whole);
    let cut_words = bounds(&|need| if need.wraps { need.least.min(6) } else { need.least }, &|need| need.least);
    let cut_all = bounds(&|need| need.least.min(2), &|need| need.least);
    fit(&keep_words, room, f64::sqrt)
        .or_else(|| fit(&cut_words, room, |_| 1.0))
        .or_else(|| fit(&cut_all, room, |_| 1.0))
        .unwrap_or_else(|| cut_all.iter().map(|(least, _)| *least).collect())
}

/// Widths within the bounds that take the room, or as much of it as is needed.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "columns are few and widths positive"
)]
fn fit(bounds: &[(usize, usize)], room: usize, weight: fn(f64) -> f64) -> Option<Vec<usize>> {
    if bounds.iter().map(|(least, _)| least).sum::<usize>() > room {
        return None;
    }
    if bounds.iter().map(|(_, most)| most).sum::<usize>() <= room {
        return Some(bounds.iter().map(|(_, most)| *most).collect());
    }
    let at = |level: f64| -> Vec<usize> {
        bounds.iter().map(|(least, most)| ((level * weight(*most as f64)) as usize).clamp(*least, *most)).collect()
    };
    let (mut low, mut high) = (0.0, room as f64);
    for _ in 0..32 {
        let middle = f64::midpoint(low, high);
        if at(middle).iter().sum::<usize>() <= room { low = middle } else { high = middle }
    }
    let mut widths = at(low);
    // What rounding left over, less than one for each, goes to those who lack most.
    let left = room.saturating_sub(widths.iter().sum());
    let mut lacking: Vec<_> = widths.iter_mut().zip(bounds).filter(|(width, (_, most))| **width < *most).collect();
    lacking.sort_by_key(|(width, (_, most))| std::cmp::Reverse(*most - **width));
    for (width, _) in lacking.into_iter().take(left) {
        *width += 1;
    }
    Some(widths)
}

/// A row of the table, its cells wrapped.
enum Laid {
    Rule(Rule),
    Cells {
        /// How many columns of the table the first cell runs over.
        span: usize,
        cells: Vec<String>,
    },
}

/// A line between rows.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    Row,
    Group,
}

/// Wraps every cell: only then are the widths certain.
fn lay(table: &Table, layout: &mut Layout<'_>) -> Vec<Laid> {
    let header =
        |(index, column): (usize, &Column)| layout.cell(index, &[Line::plain(column.header.as_str())], Tone::Strong);
    let header = table.columns.iter().enumerate().map(header).collect();
    let mut rows = vec![Laid::Cells { span: 1, cells: header }, Laid::Rule(Rule::Group)];
    let count = layout.widths.len();
    for (at, row) in table.rows.iter().enumerate() {
        let group = matches!(row, Row::Group(_));
        match (at > 0, group, table.ruled) {
            (false, ..) | (true, false, false) => {}
            (true, true, true) => rows.push(Laid::Rule(Rule::Group)),
            (true, ..) => rows.push(Laid::Rule(Rule::Row)),
        }
        let span = span(row, count);
        let cell = |(index, cell): (usize, &Cell)| {
            if index == 0 && span > 1 {
                return layout.wide_cell(span, &cell.0);
            }
            let strong = group || (table.row_headers && index == 0);
            layout.cell(index, &cell.0, if strong { Tone::Strong } else { Tone::Plain })
        };
        rows.push(Laid::Cells { span, cells: cells(row).iter().enumerate().map(cell).collect() });
    }
    rows
}

/// Wraps cells to their columns.
struct Layout<'a> {
    widths: Vec<usize>,
    gap: usize,
    flow: &'a mut Flow,
    marks: bool,
}

impl Layout<'_> {
    fn cell(&mut self, column: usize, lines: &[Line], plain: Tone) -> String {
        let columns = self.widths.get(column).copied().unwrap_or(1);
        let (text, wrapped) = self.lay(columns, lines, plain);
        // A single sign wider than its column: better a wide column than a
        // sign that is cut.
        if (wrapped || columns <= 2)
            && let Some(column) = self.widths.get_mut(column)
        {
            *column = text.lines().map(width).fold(*column, usize::max);
        }
        text
    }

    /// A cell over several columns.
    fn wide_cell(&mut self, span: usize, lines: &[Line]) -> String {
        let columns = self.widths.iter().take(span).sum::<usize>() + self.gap * (span - 1);
        self.lay(columns, lines, Tone::Strong).0
    }

    fn lay(&mut self, columns: usize, lines: &[Line], plain: Tone) -> (String, bool) {
        let mut text = String::new();
        let mut wrapped = false;
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                text.push('\n');
            }
            self.flow.read(line, plain);
            self.flow.lay(columns, &mut |piece| match piece {
                Piece::Break => {
                    wrapped = true;
                    text.push('\n');
                }
                Piece::Text(part, tone) => match TONES.iter().find(|(_, of)| *of == tone) {
                    Some((mark, _)) if self.marks => {
                        text.push(*mark);
                        text.push_str(part);
                        text.push(END);
                    }
                    _ => text.push_str(part),
                },
            });
        }
        (text, wrapped)
    }
}

/// How the lines of a table are drawn.
struct Drawing {
    widths: Vec<usize>,
    /// Whether the numbers of a column stand at its right.
    right: Vec<bool>,
    ruled: bool,
    row_rule: String,
    group_rule: String,
}

impl Drawing {
    fn new(table: &Table, widths: Vec<usize>) -> Drawing {
        let rule = |fill: &str, cross: &str| -> String {
            let parts: Vec<String> = widths.iter().map(|width| fill.repeat(*width)).collect();
            parts.join(&if table.ruled { format!("{fill}{cross}{fill}") } else { fill.repeat(2) })
        };
        let (row_rule, group_rule) = if table.ruled {
            (rule("─", "┼"), rule("━", "┿"))
        } else {
            (rule("─", "─"), rule("─", "─"))
        };
        let is_right = |index| table.columns.get(index).is_some_and(|column: &Column| column.align == Align::Right);
        let right = (0..widths.len()).map(is_right).collect();
        Drawing { widths, right, ruled: table.ruled, row_rule, group_rule }
    }

    /// Puts a row, as many lines as its highest cell has.
    fn put_row(&self, page: &mut Page<'_>, span: usize, cells: &[String]) -> Result<()> {
        let height = |cell: &String| cell.matches('\n').count() + 1;
        let wide = if span > 1 { cells.first().map_or(0, height) } else { 0 };
        let mut lines: Vec<_> = cells.iter().map(|cell| cell.split('\n')).collect();
        for line in 0..cells.iter().map(height).max().unwrap_or(1) {
            let mut column = 0;
            while column < self.widths.len() {
                if column > 0 {
                    self.put_gap(page)?;
                }
                let text = lines.get_mut(column).and_then(Iterator::next).unwrap_or("");
                let over = if column == 0 && line < wide { span } else { 1 };
                self.put_cell(page, column, over, text)?;
                column += over;
            }
            page.end_line()?;
        }
        Ok(())
    }

    fn put_gap(&self, page: &mut Page<'_>) -> Result<()> {
        if !self.ruled {
            page.indent(2);
            return Ok(());
        }
        page.indent(1);
        page.put("│", Tone::Plain)?;
        page.indent(1);
        Ok(())
    }

    /// Puts a line of a cell that runs over so many columns.
    fn put_cell(&self, page: &mut Page<'_>, column: usize, over: usize, text: &str) -> Result<()> {
        let gap = if self.ruled { 3 } else { 2 };
        let columns = self.widths.iter().skip(column).take(over).sum::<usize>() + gap * (over - 1);
        let room = columns.saturating_sub(width(text));
        if over == 1 && self.right.get(column) == Some(&true) {
            page.indent(room);
            put_toned(page, text)
        } else {
            put_toned(page, text)?;
            page.indent(room);
            Ok(())
        }
    }
}

/// Prints a text, its marks turned into tones.
fn put_toned(page: &mut Page<'_>, line: &str) -> Result<()> {
    if !page.colour {
        return page.put(line, Tone::Plain);
    }
    let mut tone = Tone::Plain;
    let mut start = 0;
    let is_mark = |c: char| matches!(c, '\u{2066}'..='\u{206F}');
    for (at, mark) in line.match_indices(is_mark) {
        page.put(&line[start..at], tone)?;
        start = at + mark.len();
        tone = TONES.iter().find(|(of, _)| mark.starts_with(*of)).map_or(Tone::Plain, |(_, tone)| *tone);
    }
    page.put(&line[start..], tone)
}
