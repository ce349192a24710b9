//! Documents as lists of records. One table is written as it is; several stand
//! one below the other, each under its name, with a blank line between.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::text::unbroken;
use super::{Dialect, Options};
use crate::document::{Block, Cell, Document, Row, Table, Value};
use crate::locale::Lang;

/// Writes the tables of a document.
pub fn write(document: &Document, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let excel = match options.dialect {
        Some(dialect) => dialect == Dialect::Excel,
        None => document.lang != Lang::En,
    };
    // Only who asks for the plain form by name is taken to read it with a program.
    let guarded = options.dialect != Some(Dialect::Rfc4180);
    if excel {
        // Without it Excel takes the file for the old Windows alphabet.
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut writer = WriterBuilder::new()
        .delimiter(if excel { b';' } else { b',' })
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(out);
    let tables: Vec<&Table> = document.blocks.iter().filter_map(table_of).collect();
    // Where there is nothing to list, what is said instead.
    let said = document.blocks.iter().filter(|_| tables.is_empty());
    for line in said.filter_map(|block| match block {
        Block::Paragraph(line) => Some(line.text()),
        _ => None,
    }) {
        writer.write_record([text(&line, guarded)])?;
    }
    for (at, table) in tables.iter().enumerate() {
        if tables.len() > 1 {
            if at > 0 {
                writer.write_record([""])?;
            }
            writer.write_record([unbroken(&table.caption).as_ref()])?;
        }
        writer.write_record(table.columns.iter().map(|column| text(&column.header, guarded)))?;
        for row in &table.rows {
            let (Row::Group(cells) | Row::Cells(cells)) = row;
            let empty = Cell::default();
            let count = table.columns.len().max(cells.len());
            writer.write_record((0..count).map(|at| field(cells.get(at).unwrap_or(&empty), excel, guarded)))?;
        }
    }
    writer.flush()
}

fn table_of(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) => Some(table),
        Block::Timeline(timeline) => timeline.table.as_ref(),
        _ => None,
    }
}

fn field(cell: &Cell, excel: bool, guarded: bool) -> String {
    match cell.value {
        // Excel reads a day written so as a date, whatever the country.
        Some(Value::Date(day)) => day.to_string(),
        Some(Value::Number(number)) if excel => number.to_string().replace('.', ","),
        Some(Value::Number(number)) => number.to_string(),
        None => {
            let lines: Vec<String> = cell.lines.iter().map(|line| unbroken(&line.text()).into_owned()).collect();
            text(&lines.join("\n"), guarded)
        }
    }
}

/// A text that a spreadsheet cannot take for a formula.
fn text(words: &str, guarded: bool) -> String {
    let words = if words.contains('\n') { words.to_owned() } else { unbroken(words).into_owned() };
    // What nobody sees before the sign changes nothing for a spreadsheet that trims.
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    let acts = words.starts_with(['\t', '\r']) || words.trim_start_matches(unseen).starts_with(['=', '+', '-', '@']);
    if guarded && acts { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Line};

    fn csv(lang: Lang, dialect: Option<Dialect>) -> String {
        let cells = vec!["=1+1".into(), Cell::from(Line::plain("a;b \"c\"")), Cell::from("x").with(Value::Number(1.5))];
        let table = Table {
            caption: "Liste".into(),
            columns: ["Titel", "Note", "Tal"].map(Column::text).into(),
            rows: vec![Row::Cells(cells)],
            row_headers: true,
            ruled: false,
        };
        let blocks = vec![Block::Table(table)];
        let document = Document { lang, title: "T".into(), subtitle: String::new(), blocks };
        let mut out = Vec::new();
        let options = Options { width: 80, colour: false, dialect };
        write(&document, &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn excel_in_danish_wants_semicolons_and_a_mark() {
        let text = csv(Lang::Da, None);
        assert_eq!(text, "\u{FEFF}Titel;Note;Tal\r\n'=1+1;\"a;b \"\"c\"\"\";1,5\r\n");
        assert_eq!(text, csv(Lang::En, Some(Dialect::Excel)));
    }

    #[test]
    fn programs_read_the_words_as_they_are() {
        let text = csv(Lang::En, Some(Dialect::Rfc4180));
        assert_eq!(text, "Titel,Note,Tal\r\n=1+1,\"a;b \"\"c\"\"\",1.5\r\n");
        assert_eq!(text, csv(Lang::Da, Some(Dialect::Rfc4180)));
    }

    #[test]
    fn what_nobody_asked_to_be_plain_holds_no_formula() {
        assert_eq!(csv(Lang::En, None), "Titel,Note,Tal\r\n'=1+1,\"a;b \"\"c\"\"\",1.5\r\n");
    }
}
