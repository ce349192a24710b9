//! Documents as Excel workbooks: each table a sheet of its own, with filters, a
//! head that stays, real dates and numbers; all else on a sheet before them.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Table as Range, TableColumn,
    TableStyle, Workbook, Worksheet, XlsxError,
};

use super::palette;
use super::text::unbroken;
use crate::document::{Align, Block, Cell, Column, Document, Item, Line, Row, Table, Tone, Value};
use crate::locale::Lang;

/// The longest text that a cell holds, and the longest that a column is called by, in letters.
const MOST_IN_CELL: usize = 32_000;
const MOST_IN_HEADER: usize = 250;
/// The longest name of a sheet.
const MOST_IN_NAME: usize = 31;
/// The widest and the narrowest column, in letters.
const WIDEST: usize = 48;
const NARROWEST: usize = 9;
/// Excel's number for A4.
const A4: u8 = 9;
/// How many letters a printed line has room for, if they are to be read: columns beyond are not printed.
const MOST_PRINTED: usize = 210;
/// The longest list of words that a cell can choose from.
const MOST_CHOICES: usize = 255;

/// Writes a document as a workbook.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let mut workbook = Workbook::new();
    let bytes = fill(&mut workbook, document).and_then(|()| workbook.save_to_buffer()).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn fill(workbook: &mut Workbook, document: &Document) -> Result<(), XlsxError> {
    // The same document is the same bytes, whenever it is written.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = unbroken(&document.title).into_owned();
    let about = DocProperties::new().set_title(&title).set_subject(unbroken(&document.subtitle));
    workbook.set_properties(&about.set_creation_datetime(&made));
    workbook.set_zip_compression_level(1);
    let mut names = Names::default();
    let words = document.blocks.iter().any(|block| !matches!(block, Block::Table(_) | Block::Heading { .. }));
    if words {
        let sheet = workbook.add_worksheet();
        sheet.set_name(names.name(&document.title))?;
        front(sheet, document)?;
    }
    for table in document.blocks.iter().filter_map(table_of).filter(|table| !table.columns.is_empty()) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(names.name(&table.caption))?;
        self::table(sheet, table, document)?;
    }
    if names.taken.is_empty() {
        workbook.add_worksheet().set_name(names.name(&document.title))?;
    }
    Ok(())
}

fn table_of(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) => Some(table),
        Block::Timeline(timeline) => timeline.table.as_ref(),
        _ => None,
    }
}

/// Names of sheets: short, without what Excel refuses, and no two alike.
#[derive(Default)]
struct Names {
    taken: HashSet<String>,
}

impl Names {
    fn name(&mut self, wanted: &str) -> String {
        let allowed = |c: char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
        let plain: String = unbroken(wanted).chars().map(|c| if allowed(c) { c } else { ' ' }).collect();
        let plain = plain.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "Plan" } else { plain };
        let mut number = 1;
        loop {
            let ending = if number == 1 { String::new() } else { format!(" {number}") };
            let name = format!("{}{ending}", units(plain, MOST_IN_NAME - ending.len()).trim_end());
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// The beginning of a text, as long as Excel counts: a letter beyond the usual ones is two.
fn units(text: &str, most: usize) -> &str {
    let mut count = 0;
    let end = text.char_indices().find(|(_, letter)| {
        count += letter.len_utf16();
        count > most
    });
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

/// All that is no table, one below the other.
fn front(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = wrapped.clone().set_bold();
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(1, 90)?;
    let heading = |level: u8| bold.clone().set_font_size(if level == 1 { 14 } else { 12 }).set_text_wrap();
    sheet.write_string_with_format(0, 0, cut(&document.title), &bold.clone().set_font_size(18).unset_text_wrap())?;
    sheet.write_string_with_format(1, 0, cut(&document.subtitle), &Format::new().set_font_color(ink(Tone::Muted)))?;
    let mut at = 3;
    let mut line = |sheet: &mut Worksheet, first: &str, second: &str, format: &Format| -> Result<(), XlsxError> {
        if !first.is_empty() {
            sheet.write_string_with_format(at, 0, cut(first), format)?;
        }
        if !second.is_empty() {
            sheet.write_string_with_format(at, 1, cut(second), &wrapped)?;
        }
        at += 1;
        Ok(())
    };
    for (at, block) in document.blocks.iter().enumerate() {
        match block {
            // What heads a table alone stands with the table.
            Block::Heading { .. }
                if matches!(document.blocks.get(at + 1), Some(Block::Table(_) | Block::Timeline(_))) => {}
            Block::Heading { level, text } => {
                line(sheet, "", "", &bold)?;
                line(sheet, text, "", &heading(*level).unset_text_wrap())?;
            }
            Block::Paragraph(words) => line(sheet, "", &words.text(), &wrapped)?,
            Block::Facts(facts) => {
                for (label, value) in facts {
                    line(sheet, label, &value.text(), &bold)?;
                }
            }
            Block::List(items) => {
                for Item { text, details } in items {
                    let words: Vec<String> = std::iter::once(text).chain(details).map(Line::text).collect();
                    line(sheet, "", &words.join("\n"), &wrapped)?;
                }
            }
            Block::Light(light) => {
                let tone = light.colour.tone();
                let words = format!("{} {}", light.colour.sign(), light.word);
                let words: Vec<&str> =
                    std::iter::once(words.as_str()).chain(light.reasons.iter().map(String::as_str)).collect();
                line(sheet, &light.name, &words.join("\n"), &toned(&bold, tone))?;
            }
            Block::Code(text) => line(sheet, "", text, &wrapped)?,
            Block::Table(_) | Block::Timeline(_) => {}
        }
    }
    page(sheet, document);
    Ok(())
}

/// A sheet with one table: a head that stays and filters, then a row for each.
fn table(sheet: &mut Worksheet, table: &Table, document: &Document) -> Result<(), XlsxError> {
    let columns = table.columns.len();
    let last = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
    let mut formats = Formats::new(document.lang);
    let mut widths: Vec<usize> = Vec::new();
    let mut headers = Headers::default();
    let heads: Vec<String> = table.columns.iter().map(|column| headers.name(&column.header)).collect();
    for (at, (column, head)) in (0..).zip(table.columns.iter().zip(&heads)) {
        let format =
            Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
        let format = if column.align == Align::Right { format.set_align(FormatAlign::Right) } else { format };
        sheet.write_string_with_format(0, at, head, &format)?;
        // Room for the arrow of the filter.
        widths.push(head.chars().count() + 3);
    }
    for (at, row) in (1..).zip(&table.rows) {
        let (cells, group) = match row {
            Row::Group(cells) => (cells, true),
            Row::Cells(cells) => (cells, false),
        };
        for (column, cell) in (0u16..).zip(cells.iter().take(columns)) {
            let right = table.columns.get(usize::from(column)).is_some_and(|column| column.align == Align::Right);
            let look = Look {
                date: matches!(cell.value, Some(Value::Date(_))),
                right,
                tone: cell_tone(cell),
                bold: group || (table.row_headers && column == 0),
            };
            let format = formats.of(look);
            let words = words(cell);
            let width = words.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            if let Some(widest) = widths.get_mut(usize::from(column)) {
                *widest = (*widest).max(width);
            }
            match cell.value {
                Some(Value::Date(day)) => {
                    let (year, month, day) = (day.year() as u16, day.month() as u8, day.day() as u8);
                    match ExcelDateTime::from_ymd(year, month, day) {
                        Ok(date) => sheet.write_datetime_with_format(at, column, date, format)?,
                        // Before Excel's first day there are words only.
                        Err(_) => sheet.write_string_with_format(at, column, words, format)?,
                    };
                }
                Some(Value::Number(number)) => drop(sheet.write_number_with_format(at, column, number, format)?),
                None if words.is_empty() => drop(sheet.write_blank(at, column, format)?),
                None => drop(sheet.write_string_with_format(at, column, words, format)?),
            }
        }
    }
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    if rows > 0 {
        let named: Vec<TableColumn> = heads.iter().map(|head| TableColumn::new().set_header(head)).collect();
        let range = Range::new().set_columns(&named).set_style(TableStyle::Light1).set_banded_rows(false);
        let range = range.set_alt_text_title(unbroken(&table.caption)).set_alt_text(unbroken(&document.subtitle));
        sheet.add_table(0, 0, rows, last, &range)?;
        for (at, column) in (0..).zip(&table.columns).filter(|(_, column)| offers(column)) {
            let choices: Vec<&str> = column.choices.iter().map(String::as_str).collect();
            sheet.add_data_validation(1, at, rows, at, &DataValidation::new().allow_list_strings(&choices)?)?;
        }
    }
    let widths: Vec<usize> = widths.into_iter().map(|width| width.clamp(NARROWEST, WIDEST) + 1).collect();
    for (at, width) in (0..).zip(&widths) {
        sheet.set_column_width(at, *width as f64)?;
    }
    let mut room = MOST_PRINTED;
    let fits = widths.iter().take_while(|width| room.checked_sub(**width).map(|left| room = left).is_some()).count();
    if let Some(beyond) = u16::try_from(fits.max(1)).ok().filter(|fits| *fits <= last) {
        sheet.set_print_area(0, 0, rows, beyond - 1)?;
    }
    sheet.set_freeze_panes(1, u16::from(table.row_headers))?;
    sheet.set_repeat_rows(0, 0)?;
    page(sheet, document);
    Ok(())
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Look {
    date: bool,
    right: bool,
    tone: Tone,
    bold: bool,
}

/// The formats of a sheet's cells, each made once.
struct Formats {
    lang: Lang,
    made: HashMap<Look, Format>,
}

impl Formats {
    fn new(lang: Lang) -> Formats {
        Formats { lang, made: HashMap::new() }
    }

    fn of(&mut self, look: Look) -> &Format {
        let lang = self.lang;
        self.made.entry(look).or_insert_with(|| {
            let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
            let format = match look {
                Look { date: true, .. } => format.set_num_format(date_format(lang)).set_align(FormatAlign::Left),
                Look { right: true, .. } => format.set_align(FormatAlign::Right),
                Look { .. } => format,
            };
            let format = toned(&format, look.tone);
            if look.bold { format.set_bold() } else { format }
        })
    }
}

/// Whether Excel can offer a column's words as a list.
fn offers(column: &Column) -> bool {
    let length: usize = column.choices.iter().map(|choice| choice.encode_utf16().count() + 1).sum();
    !column.choices.is_empty() && length <= MOST_CHOICES && !column.choices.iter().any(|choice| choice.contains(','))
}

/// What columns are called, no two alike.
#[derive(Default)]
struct Headers {
    taken: HashSet<String>,
}

impl Headers {
    fn name(&mut self, wanted: &str) -> String {
        let wanted = unbroken(wanted);
        let plain = if wanted.trim().is_empty() { "–" } else { units(&wanted, MOST_IN_HEADER) };
        let mut name = plain.to_owned();
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{plain} {number}");
        }
        name
    }
}

/// How the sheet is printed: lying, as wide as the page, with its number at the foot.
fn page(sheet: &mut Worksheet, document: &Document) {
    // An ampersand begins one of Excel's own signs.
    let title = unbroken(&document.title).replace('&', "&&");
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_footer(format!("&L{}&R&P / &N", units(&title, 150)));
}

/// How a cell is coloured: by its own tone, else by that of all its words.
fn cell_tone(cell: &Cell) -> Tone {
    let mut tones = cell.lines.iter().flat_map(|line| &line.0).map(|run| run.tone);
    match (cell.tone, tones.next()) {
        (Tone::Plain, Some(first)) if tones.all(|tone| tone == first) => first,
        (tone, _) => tone,
    }
}

fn toned(format: &Format, tone: Tone) -> Format {
    let format = match tone {
        Tone::Plain => return format.clone(),
        Tone::Strong => return format.clone().set_bold(),
        tone => format.clone().set_font_color(ink(tone)),
    };
    palette::ground(tone).map_or(format.clone(), |ground| format.set_background_color(ground))
}

fn ink(tone: Tone) -> u32 {
    palette::ink(tone)
}

fn date_format(lang: Lang) -> &'static str {
    match lang {
        Lang::Da => "dd-mm-yyyy",
        Lang::Nb => "dd.mm.yyyy",
        Lang::En => "yyyy-mm-dd",
    }
}

fn words(cell: &Cell) -> String {
    let lines: Vec<String> = cell.lines.iter().map(|line| unbroken(&line.text()).into_owned()).collect();
    units(&lines.join("\n"), MOST_IN_CELL).to_owned()
}

/// A text as a cell can hold it.
fn cut(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| unbroken(line).into_owned()).collect();
    units(&lines.join("\n"), MOST_IN_CELL).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_excel_takes() {
        let mut names = Names::default();
        assert_eq!(names.name("SAM:BO [1/2]?"), "SAM BO  1 2");
        assert_eq!(names.name("'History'"), "Plan");
        assert_eq!(names.name(""), "Plan 2");
        let long = "Sundhedsaftalen i Region Syddanmark 2025";
        assert_eq!(names.name(long), "Sundhedsaftalen i Region Syddan");
        assert_eq!(names.name(long), "Sundhedsaftalen i Region Sydd 2");
        assert!(names.name(&"👩‍💻".repeat(30)).encode_utf16().count() <= 31);
    }

    #[test]
    fn the_same_document_is_the_same_bytes() {
        let bytes = || {
            let mut out = Vec::new();
            write(&crate::write::document::samples::everything(), &mut out).unwrap();
            out
        };
        assert_eq!(bytes(), bytes());
    }
}
