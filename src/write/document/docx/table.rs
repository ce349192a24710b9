//! Tables: their header row repeats on each page, and no row is torn in two.

use std::io::Result;

use super::body::{self, paragraph};
use super::xml::{Xml, legal};
use crate::document::{Align, Cell, Line, Row, Table, Tone};
use crate::write::document::palette;

/// The ground of a row over others.
const GROUP: u32 = 0xED_ED_ED;
/// A letter's usual width in a cell, and what stands beside the words, in twentieths of a point.
const LETTER: usize = 92;
const PADDING: usize = 200;
/// The longest word that a column is widened for, and the longest line, in letters.
const LONGEST_WORD: usize = 22;
const LONGEST_LINE: usize = 60;
/// A row of more letters in one cell may be torn: it may fill a page.
const LONG_CELL: usize = 1200;

/// Writes a table as wide as the page.
pub fn write(xml: &mut Xml, table: &Table, width: usize) -> Result<()> {
    let count = table.rows.iter().map(|row| cells(row).len()).max().unwrap_or(0).max(table.columns.len());
    if count == 0 {
        return Ok(());
    }
    let widths = widths(table, count, width);
    xml.open("w:tbl", &[])?;
    properties(xml, table, width)?;
    xml.open("w:tblGrid", &[])?;
    for width in &widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())])?;
    }
    xml.close("w:tblGrid")?;
    header(xml, table, &widths)?;
    for row in &table.rows {
        self::row(xml, table, row, &widths)?;
    }
    xml.close("w:tbl")
}

fn properties(xml: &mut Xml, table: &Table, width: usize) -> Result<()> {
    let caption = legal(&table.caption);
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    let description = legal(&format!("{}: {}", table.caption, headers.join(", ")));
    xml.open("w:tblPr", &[])?;
    xml.value("w:tblStyle", "PlanTable")?;
    xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
    if table.ruled {
        xml.open("w:tblBorders", &[])?;
        let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "A6A6A6")];
        xml.empty("w:insideV", &line)?;
        xml.close("w:tblBorders")?;
    }
    xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
    xml.empty(
        "w:tblLook",
        &[
            ("w:val", if table.row_headers { "04A0" } else { "0420" }),
            ("w:firstRow", "1"),
            ("w:lastRow", "0"),
            ("w:firstColumn", if table.row_headers { "1" } else { "0" }),
            ("w:lastColumn", "0"),
            ("w:noHBand", "0"),
            ("w:noVBand", "1"),
        ],
    )?;
    xml.value("w:tblCaption", &caption)?;
    xml.value("w:tblDescription", &description)?;
    xml.close("w:tblPr")
}

fn header(xml: &mut Xml, table: &Table, widths: &[usize]) -> Result<()> {
    xml.open("w:tr", &[])?;
    xml.open("w:trPr", &[])?;
    xml.empty("w:cantSplit", &[])?;
    xml.empty("w:tblHeader", &[])?;
    xml.close("w:trPr")?;
    for (index, width) in widths.iter().enumerate() {
        let text = table.columns.get(index).map_or("", |column| column.header.as_str());
        begin_cell(xml, *width, 1, Some("DEE6F2"))?;
        let line = Line::toned(text, Tone::Strong);
        paragraph(xml, "TableText", &line, right(table, index), false)?;
        xml.close("w:tc")?;
    }
    xml.close("w:tr")
}

fn row(xml: &mut Xml, table: &Table, row: &Row, widths: &[usize]) -> Result<()> {
    let (cells, group) = (cells(row), matches!(row, Row::Group(_)));
    let long = cells.iter().any(|cell| letters(cell) > LONG_CELL);
    xml.open("w:tr", &[])?;
    if !long {
        xml.open("w:trPr", &[])?;
        xml.empty("w:cantSplit", &[])?;
        xml.close("w:trPr")?;
    }
    let empty = Cell::default();
    let alone = group && widths.len() > 1 && cells.iter().skip(1).all(|cell| letters(cell) == 0);
    let shown = if alone { 1 } else { widths.len() };
    for (index, width) in widths.iter().take(shown).enumerate() {
        let cell = cells.get(index).unwrap_or(&empty);
        let fill = palette::ground(cell.tone).or(group.then_some(GROUP)).map(|fill| format!("{fill:06X}"));
        let (width, span) = if alone { (widths.iter().sum(), widths.len()) } else { (*width, 1) };
        begin_cell(xml, width, span, fill.as_deref())?;
        // A matrix's cells hold tasks, also those of a row over others.
        let strong = if table.ruled { index == 0 && (group || table.row_headers) } else { group };
        for line in &cell.lines {
            let heads = strong.then(|| body::strong(line));
            paragraph(xml, "TableText", heads.as_ref().unwrap_or(line), right(table, index), group)?;
        }
        if cell.lines.is_empty() {
            paragraph(xml, "TableText", &Line::default(), false, group)?;
        }
        xml.close("w:tc")?;
    }
    xml.close("w:tr")
}

fn begin_cell(xml: &mut Xml, width: usize, span: usize, fill: Option<&str>) -> Result<()> {
    xml.open("w:tc", &[])?;
    xml.open("w:tcPr", &[])?;
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
    if span > 1 {
        xml.value("w:gridSpan", &span.to_string())?;
    }
    if let Some(fill) = fill {
        xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)])?;
    }
    xml.close("w:tcPr")
}

fn right(table: &Table, index: usize) -> bool {
    table.columns.get(index).is_some_and(|column| column.align == Align::Right)
}

fn cells(row: &Row) -> &[Cell] {
    match row {
        Row::Group(cells) | Row::Cells(cells) => cells,
    }
}

fn letters(cell: &Cell) -> usize {
    cell.lines.iter().flat_map(|line| &line.0).map(|run| run.text.len()).sum()
}

/// How wide each column is: room for its longest word, and of what is left by its longest line.
fn widths(table: &Table, count: usize, width: usize) -> Vec<usize> {
    let mut least = vec![3; count];
    let mut most = vec![3; count];
    let mut see = |index: usize, text: &str, wraps: bool| {
        let line = text.chars().count();
        let word = text.split([' ', super::super::SOFT_HYPHEN]).map(|word| word.chars().count()).max().unwrap_or(0);
        let word = if wraps { word.min(LONGEST_WORD) } else { line.min(LONGEST_LINE / 2) };
        least[index] = word.max(least[index]);
        most[index] = line.clamp(word, LONGEST_LINE).max(most[index]);
    };
    let wraps = |index: usize| table.columns.get(index).is_none_or(|column| column.wraps);
    for (index, column) in table.columns.iter().enumerate() {
        // It is set in bold, which takes more room.
        see(index, &format!("{}.", column.header), true);
    }
    for row in &table.rows {
        for (index, cell) in cells(row).iter().enumerate() {
            // A heading over the rows spans columns, or has few words.
            let wraps = wraps(index) || matches!(row, Row::Group(_));
            cell.lines.iter().for_each(|line| see(index, &line.text(), wraps));
        }
    }
    let size = |letters: &usize| letters * LETTER + PADDING;
    let least: Vec<usize> = least.iter().map(size).collect();
    let wished: Vec<usize> = most.iter().map(size).collect();
    let (low, high): (usize, usize) = (least.iter().sum(), wished.iter().sum());
    let share = |index: usize| -> usize {
        if low >= width {
            least[index] * width / low
        } else if high > width {
            least[index] + (wished[index] - least[index]) * (width - low) / (high - low)
        } else {
            wished[index] * width / high
        }
    };
    (0..count).map(share).collect()
}
