//! Tables: columns shared out here, drawn by `comfy-table`.

use std::collections::VecDeque;
use std::io::Result;

use comfy_table::{
    Cell as Drawn, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table as Drawing,
    TableStyle, Width,
};
use rayon::prelude::*;

use super::wrap::{Flow, Piece};
use super::{Options, Page, width};
use crate::document::{Align, Cell, Column, Line, Row, Table, Tone};

/// Stand for a tone, its end and rules while the table is drawn: escape codes
/// would be counted as columns, these have none. `text::clean` takes them out
/// of every text.
const TONES: [(char, Tone); 6] = [
    ('\u{206A}', Tone::Strong),
    ('\u{206B}', Tone::Muted),
    ('\u{206C}', Tone::Good),
    ('\u{206D}', Tone::Active),
    ('\u{206E}', Tone::Caution),
    ('\u{206F}', Tone::Bad),
];
const END: char = '\u{2066}';
const RULE: char = '\u{2067}';
const GROUP_RULE: char = '\u{2068}';
const GROUP: char = '\u{2069}';

pub fn write(page: &mut Page<'_>, table: &Table) -> Result<()> {
    let count = table.rows.iter().map(|row| cells(row).len()).max().unwrap_or(0).max(table.columns.len());
    if count == 0 {
        return Ok(());
    }
    let gap = if table.ruled { 3 } else { 2 };
    let mut flow = std::mem::take(&mut page.flow);
    let widths = share(&needs(table, count, &mut flow), page.width.saturating_sub(gap * (count - 1)));
    let wrapped = wrap(table, Layout { widths, gap, marks: page.colour }, &mut flow);
    page.flow = flow;
    let rules = Rules::new(&wrapped.widths, table.ruled);
    let print = |page: &mut Page<'_>, rows: &[WrappedRow], header: Option<&[String]>| -> Result<()> {
        let mut groups = VecDeque::new();
        let drawing = draw(table, &wrapped.widths, header, rows, &mut groups);
        drawing.lines().try_for_each(|line| put_line(page, &line, &rules, &mut groups))
    };
    let parts = parts(&wrapped.rows);
    if let [] | [_] = parts.as_slice() {
        return print(page, &wrapped.rows, Some(&wrapped.header));
    }
    let options = Options { width: page.width, colour: page.colour, dialect: None };
    let part = |(index, rows): (usize, &&[WrappedRow])| -> Result<Vec<u8>> {
        let mut text = Vec::new();
        let header = if index == 0 { Some(wrapped.header.as_slice()) } else { None };
        print(&mut Page::new(&options, &mut text), rows, header)?;
        Ok(text)
    };
    let texts: Vec<Vec<u8>> = parts.par_iter().enumerate().with_max_len(1).map(part).collect::<Result<_>>()?;
    texts.iter().try_for_each(|text| page.out.write_all(text))
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
            let empty = |cell: &&Cell| cell.lines.iter().all(Line::is_empty);
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

impl Need {
    fn both(self, other: Need) -> Need {
        Need { least: self.least.max(other.least), whole: self.whole.max(other.whole), ..self }
    }
}

/// So many lines are measured or drawn at a time where all processors do so.
const LINES_AT_A_TIME: usize = 512;

/// How many lines a table takes if none is wrapped.
fn line_count(table: &Table) -> usize {
    let lines = |row: &Row| cells(row).iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    table.rows.iter().map(lines).sum()
}

fn needs(table: &Table, count: usize, flow: &mut Flow) -> Vec<Need> {
    let mut needs: Vec<Need> = vec![Need { wraps: true, ..Need::default() }; count];
    for (need, column) in needs.iter_mut().zip(&table.columns) {
        need.wraps = column.wraps;
    }
    let mut needs = match line_count(table) {
        ..super::MANY_ROWS => needs_of(&table.rows, needs, flow),
        lines => {
            let parts = table.rows.par_chunks((LINES_AT_A_TIME * table.rows.len() / lines).max(1));
            let parts = parts.map(|rows| needs_of(rows, needs.clone(), &mut Flow::default()));
            parts.reduce(|| needs.clone(), |one, other| one.into_iter().zip(other).map(|(a, b)| a.both(b)).collect())
        }
    };
    for (need, column) in needs.iter_mut().zip(&table.columns) {
        flow.read(&Line::plain(column.header.as_str()), Tone::Plain);
        need.whole = need.whole.max(flow.whole()).max(1);
        need.least = need.least.max(flow.least()).max(1);
    }
    needs
}

/// What columns need for some rows, beside what they need already.
fn needs_of(rows: &[Row], mut needs: Vec<Need>, flow: &mut Flow) -> Vec<Need> {
    let count = needs.len();
    for row in rows {
        // What heads a group runs over the empty cells beside it.
        let spanned = if span(row, count) > 1 { 1 } else { 0 };
        for (need, cell) in needs.iter_mut().zip(cells(row)).skip(spanned) {
            for line in &cell.lines {
                flow.read(line, Tone::Plain);
                let whole = flow.whole();
                need.whole = need.whole.max(whole);
                need.least = need.least.max(if need.wraps { flow.least() } else { whole });
            }
        }
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

/// How cells are wrapped to their column.
#[derive(Clone)]
struct Layout {
    widths: Vec<usize>,
    gap: usize,
    marks: bool,
}

/// A table whose cells are wrapped.
struct Wrapped {
    widths: Vec<usize>,
    header: Vec<String>,
    rows: Vec<WrappedRow>,
}

/// A row whose cells are wrapped.
struct WrappedRow {
    is_group: bool,
    /// What runs over several columns in their place, and how many columns of the screen they take.
    wide: Option<(String, usize)>,
    /// The cells, but for the one that runs over several columns.
    cells: Vec<String>,
    /// How many lines it takes.
    lines: usize,
}

/// Wraps the cells of a table: by all processors where they are many and no
/// column has to be widened on the way, for what follows it is wrapped to that.
fn wrap(table: &Table, mut layout: Layout, flow: &mut Flow) -> Wrapped {
    let header = |(index, column): (usize, &Column)| {
        layout.cell(index, &[Line::plain(column.header.as_str())], Tone::Strong, flow)
    };
    let header = table.columns.iter().enumerate().map(header).collect();
    if line_count(table) >= super::MANY_ROWS {
        let one = |(own, flow): &mut (Layout, Flow), row: &Row| {
            let wrapped = own.row(table, row, flow);
            (own.widths == layout.widths).then_some(wrapped)
        };
        let rows = table.rows.par_iter().map_init(|| (layout.clone(), Flow::default()), one);
        if let Some(rows) = rows.collect() {
            return Wrapped { widths: layout.widths, header, rows };
        }
    }
    let rows = table.rows.iter().map(|row| layout.row(table, row, flow)).collect();
    Wrapped { widths: layout.widths, header, rows }
}

/// Rows that are drawn together. A part ends with the row that fills it.
fn parts(rows: &[WrappedRow]) -> Vec<&[WrappedRow]> {
    let mut lines = 0;
    let goes_on = |row: &WrappedRow, _: &WrappedRow| {
        lines = if lines < LINES_AT_A_TIME { lines + row.lines } else { row.lines };
        lines < LINES_AT_A_TIME
    };
    rows.chunk_by(goes_on).collect()
}

impl Layout {
    fn row(&mut self, table: &Table, row: &Row, flow: &mut Flow) -> WrappedRow {
        let is_group = matches!(row, Row::Group(_));
        let span = span(row, self.widths.len());
        let wide = cells(row).first().filter(|_| span > 1).map(|first| {
            let columns = self.widths.iter().take(span).sum::<usize>() + self.gap * (span - 1);
            (self.wrap(columns, &first.lines, Tone::Strong, flow).0, columns)
        });
        let from = usize::from(wide.is_some());
        let cell = |(index, cell): (usize, &Cell)| {
            let strong = is_group || (table.row_headers && index == 0);
            self.cell(index, &cell.lines, if strong { Tone::Strong } else { Tone::Plain }, flow)
        };
        let cells: Vec<String> = cells(row).iter().enumerate().skip(from).map(cell).collect();
        let texts = cells.iter().chain(wide.as_ref().map(|(text, _)| text));
        let lines = texts.map(|text| text.lines().count()).max().unwrap_or(0);
        WrappedRow { is_group, wide, cells, lines }
    }

    fn cell(&mut self, column: usize, lines: &[Line], plain: Tone, flow: &mut Flow) -> String {
        let columns = self.widths.get(column).copied().unwrap_or(1);
        let (text, wrapped) = self.wrap(columns, lines, plain, flow);
        // A single sign wider than its column: better a wide column than a
        // sign that is cut.
        if (wrapped || columns <= 2)
            && let Some(column) = self.widths.get_mut(column)
        {
            *column = text.lines().map(width).fold(*column, usize::max);
        }
        text
    }

    fn wrap(&self, columns: usize, lines: &[Line], plain: Tone, flow: &mut Flow) -> (String, bool) {
        let mut text = String::new();
        let mut wrapped = false;
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                text.push('\n');
            }
            flow.read(line, plain);
            flow.lay(columns, &mut |piece| match piece {
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

/// A cell whose mark is the first thing on its line, whatever the column.
fn mark(mark: impl ToString) -> Drawn {
    Drawn::new(mark).set_alignment(CellAlignment::Left)
}

/// Draws rows below the table's header, or below other rows; lines over several
/// columns are put aside, to be put in when the drawing is printed.
fn draw(
    table: &Table,
    widths: &[usize],
    header: Option<&[String]>,
    rows: &[WrappedRow],
    groups: &mut VecDeque<(String, usize)>,
) -> Drawing {
    let mut drawing = Drawing::new();
    drawing.set_content_arrangement(ContentArrangement::Disabled);
    let mut style = TableStyle::new();
    if table.ruled {
        let line = ContentLineStyle::none().junction('│');
        style = style.header_lines(line).content_lines(line);
    }
    drawing.load_style(style.header_separator(LineStyle::none()));
    if let Some(header) = header {
        drawing.set_header(header.iter().map(Drawn::new));
        drawing.add_row([mark(GROUP_RULE)]);
    }
    for (index, row) in rows.iter().enumerate() {
        let is_first = index == 0 && header.is_some();
        if !is_first && row.is_group {
            drawing.add_row([mark(if table.ruled { GROUP_RULE } else { RULE })]);
        } else if !is_first && table.ruled {
            drawing.add_row([mark(RULE)]);
        }
        let wide = row.wide.as_ref().map(|(text, columns)| {
            let before = groups.len();
            groups.extend(text.lines().map(|line| (line.to_owned(), *columns)));
            // The drawing gets blank lines for it.
            mark(vec![GROUP.to_string(); groups.len() - before].join("\n"))
        });
        let drawn = row.cells.len() + usize::from(wide.is_some());
        let missing = std::iter::repeat_n("", widths.len().saturating_sub(drawn)).map(Drawn::new);
        drawing.add_row(wide.into_iter().chain(row.cells.iter().map(Drawn::new)).chain(missing));
    }
    let last = widths.len() - 1;
    for (index, width) in widths.iter().enumerate() {
        let Some(column) = drawing.column_mut(index) else {
            continue;
        };
        let padding = match (table.ruled, index == last) {
            (true, end) => (u16::from(index > 0), u16::from(!end)),
            (false, end) => (0, if end { 0 } else { 2 }),
        };
        column.set_padding(padding);
        let width = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(padding.0 + padding.1);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        if table.columns.get(index).is_some_and(|column| column.align == Align::Right) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    drawing
}

/// The lines between rows.
struct Rules {
    row: String,
    group: String,
}

impl Rules {
    fn new(widths: &[usize], ruled: bool) -> Rules {
        let rule = |fill: &str, cross: &str| -> String {
            let parts: Vec<String> = widths.iter().map(|width| fill.repeat(*width)).collect();
            parts.join(&if ruled { format!("{fill}{cross}{fill}") } else { fill.repeat(2) })
        };
        if ruled {
            Rules { row: rule("─", "┼"), group: rule("━", "┿") }
        } else {
            Rules { row: rule("─", "─"), group: rule("─", "─") }
        }
    }
}

/// Prints a drawn line, its marks turned into tones.
fn put_line(page: &mut Page<'_>, line: &str, rules: &Rules, groups: &mut VecDeque<(String, usize)>) -> Result<()> {
    if line.starts_with(RULE) {
        page.put(&rules.row, Tone::Muted)?;
    } else if line.starts_with(GROUP_RULE) {
        page.put(&rules.group, Tone::Muted)?;
    } else if let Some(blank) = line.strip_prefix(GROUP)
        && let Some((text, columns)) = groups.pop_front()
    {
        put_toned(page, &text)?;
        page.indent(columns.saturating_sub(width(&text)));
        let rest = blank.char_indices().nth(columns).map_or("", |(at, _)| &blank[at..]);
        put_toned(page, rest)?;
    } else if page.colour {
        put_toned(page, line)?;
    } else {
        page.put(line, Tone::Plain)?;
    }
    page.end_line()
}

fn put_toned(page: &mut Page<'_>, line: &str) -> Result<()> {
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
