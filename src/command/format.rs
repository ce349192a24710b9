//! The formats of a view: how each is asked for, where it is read, and who writes it.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Result;

use super::stop;
use crate::cli::{Format, Output};
use crate::document::{Block, Document, Medium};
use crate::locale::msg;
use crate::write::document::{self, Options};

/// How a document is written in one format.
type Writer = fn(&Document, &Options, &mut dyn Write) -> io::Result<()>;

/// What there is to know of a format.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    format: Format,
    /// The endings of files that mean it, the usual one first.
    endings: &'static [&'static str],
    /// Whether it is no text, which no terminal can show.
    pub binary: bool,
    pub written: Written,
}

/// What a format is made from.
#[derive(Debug, Clone, Copy)]
pub enum Written {
    /// a view's data
    Data,
    /// the document made of it, for a medium
    Document(Medium, Writer),
    /// the entries of a calendar, which one command has
    Calendar,
    /// the timelines of the document, if it has any
    Chart(Writer),
}

const FORMS: &[Form] = &[
    text(Format::Terminal, &["txt"], Medium::Screen, document::terminal::write),
    text(Format::Markdown, &["md", "markdown"], Medium::Text, |page, _, out| document::markdown::write(page, out)),
    text(Format::Html, &["html", "htm"], Medium::Page, |page, _, out| document::html::write(page, out)),
    binary(Format::Docx, &["docx"], Medium::Page, |page, _, out| document::docx::write(page, out)),
    binary(Format::Xlsx, &["xlsx"], Medium::Workbook, |page, _, out| document::xlsx::write(page, out)),
    text(Format::Csv, &["csv"], Medium::Records, document::csv::write),
    chart(Format::Svg, &["svg"], |page, _, out| document::svg::write(page, out)),
    chart(Format::Mermaid, &["mmd", "mermaid"], |page, _, out| document::mermaid::write(page, out)),
    Form { format: Format::Ics, endings: &["ics"], binary: false, written: Written::Calendar },
    Form { format: Format::Json, endings: &["json"], binary: false, written: Written::Data },
];

const fn text(format: Format, endings: &'static [&'static str], medium: Medium, writer: Writer) -> Form {
    Form { format, endings, binary: false, written: Written::Document(medium, writer) }
}

const fn binary(format: Format, endings: &'static [&'static str], medium: Medium, writer: Writer) -> Form {
    Form { binary: true, ..text(format, endings, medium, writer) }
}

const fn chart(format: Format, endings: &'static [&'static str], writer: Writer) -> Form {
    Form { format, endings, binary: false, written: Written::Chart(writer) }
}

/// Stops where a format draws timelines and the document has none.
pub fn has_chart(document: &Document) -> Result<()> {
    if document.blocks.iter().any(|block| matches!(block, Block::Timeline(_))) {
        return Ok(());
    }
    stop(msg!(
        "her er ingen tidsplan at tegne; skriv `plan timeline` (uden --table) eller `plan report` som .svg eller .mmd",
        "her er ingen tidsplan å tegne; skriv `plan timeline` (uten --table) eller `plan report` som .svg eller .mmd",
        "there is no timeline to draw here; write `plan timeline` (without --table) or `plan report` as .svg or .mmd",
    ))
}

/// The format asked for, else the one that the file's ending means, else the terminal's.
pub fn form(args: &Output) -> Result<&'static Form> {
    let of = |format: Format| FORMS.iter().find(|form| form.format == format).unwrap_or(&FORMS[0]);
    match (args.format, args.file()) {
        (Some(format), _) => Ok(of(format)),
        (None, None) => Ok(of(Format::Terminal)),
        (None, Some(path)) => {
            let ending = ending(path);
            let means = |form: &&Form| form.endings.iter().any(|one| ending.as_deref() == Some(one));
            let endings = || FORMS.iter().filter_map(|form| form.endings.first()).map(|ending| format!(".{ending}"));
            FORMS.iter().find(means).map_or_else(|| unknown_ending(path, &endings().collect::<Vec<_>>().join(", ")), Ok)
        }
    }
}

/// A file's ending, in small letters.
pub fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

/// Stops because a file's ending means no format.
pub fn unknown_ending<T>(path: &Path, endings: &str) -> Result<T> {
    let name = path.display();
    if ending(path).as_deref() == Some("pdf") {
        return stop(msg!(
            "`{name}`: skriv .docx eller .html, åbn filen, og gem den som PDF derfra",
            "`{name}`: skriv .docx eller .html, åpne filen, og lagre den som PDF derfra",
            "`{name}`: write .docx or .html, open the file and save it as PDF from there",
        ));
    }
    stop(msg!(
        "`{name}`: endelsen siger ikke, hvilket format det er; brug {endings}, eller skriv --format",
        "`{name}`: endelsen sier ikke hvilket format det er; bruk {endings}, eller skriv --format",
        "`{name}`: the ending does not name a format; use {endings}, or write --format",
    ))
}
