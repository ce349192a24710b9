//! The text: blocks in their styles, in sections that stand or lie.

use std::io::Result;

use super::xml::{Xml, legal};
use super::{chart, parts, picture, table};
use crate::document::{Block, Document, Item, Light, Line, Run, Table, Tone};
use crate::write::document::palette;

/// A page of A4 and its margins, in twentieths of a point.
const SHORT_SIDE: usize = 11906;
const LONG_SIDE: usize = 16838;
const MARGIN: usize = 1134;

/// The text and the pictures that it names.
pub struct Body {
    pub xml: Vec<u8>,
    pub pictures: Vec<Vec<u8>>,
}

/// How a section's pages are turned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Portrait,
    Landscape,
}

impl Page {
    /// The room between the margins.
    fn width(self) -> usize {
        match self {
            Page::Portrait => SHORT_SIDE - 2 * MARGIN,
            Page::Landscape => LONG_SIDE - 2 * MARGIN,
        }
    }
}

/// Writes the main part of the package.
pub fn write(document: &Document) -> Result<Body> {
    let mut xml = Xml::new()?;
    let mut pictures = Vec::new();
    xml.open(
        "w:document",
        &[
            ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
            ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
            ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
            ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
            ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ],
    )?;
    xml.open("w:body", &[])?;
    let chapters = chapters(&document.blocks);
    let mut page = chapters.first().map_or(Page::Portrait, |chapter| turned(chapter));
    paragraph(&mut xml, "Title", &Line::plain(document.title.clone()), false, false)?;
    if !document.subtitle.is_empty() {
        paragraph(&mut xml, "Subtitle", &Line::plain(document.subtitle.clone()), false, false)?;
    }
    for (index, chapter) in chapters.iter().enumerate() {
        let turned = turned(chapter);
        let breaks = turned == page && page == Page::Landscape && index > 0;
        if turned != page {
            section_end(&mut xml, Some(page))?;
            page = turned;
        }
        for (at, block) in chapter.iter().enumerate() {
            let next = chapter.get(at + 1);
            self::block(&mut xml, block, next, page, breaks && at == 0, &mut pictures)?;
        }
    }
    if document.blocks.last().is_some_and(ends_in_table) {
        section_end(&mut xml, None)?;
    }
    section(&mut xml, page)?;
    xml.close("w:body")?;
    xml.close("w:document")?;
    Ok(Body { xml: xml.into_bytes(), pictures })
}

/// The blocks from one heading of the first level to the next.
fn chapters(blocks: &[Block]) -> Vec<&[Block]> {
    let begins = |block: &Block| matches!(block, Block::Heading { level: 1, .. });
    blocks.chunk_by(|_, next| !begins(next)).collect()
}

/// Charts and tables of many columns lie.
fn turned(chapter: &[Block]) -> Page {
    let lies = chapter.iter().any(|block| match block {
        Block::Timeline(_) => true,
        Block::Table(table) => table.is_wide(),
        _ => false,
    });
    if lies { Page::Landscape } else { Page::Portrait }
}

fn ends_in_table(block: &Block) -> bool {
    match block {
        Block::Table(_) => true,
        Block::Timeline(timeline) => timeline.table.is_some(),
        _ => false,
    }
}

fn block(
    xml: &mut Xml,
    block: &Block,
    next: Option<&Block>,
    page: Page,
    breaks: bool,
    pictures: &mut Vec<Vec<u8>>,
) -> Result<()> {
    match block {
        Block::Heading { level, text } => heading(xml, *level, text, breaks),
        Block::Paragraph(line) if line.is_empty() => Ok(()),
        Block::Paragraph(line) => paragraph(xml, "Normal", line, false, false),
        Block::Facts(facts) => facts.iter().try_for_each(|(label, value)| fact(xml, label, value)),
        Block::List(items) => items.iter().try_for_each(|one| item(xml, one)),
        Block::Table(table) => set_table(xml, table, next, page),
        Block::Timeline(timeline) => {
            for (number, chart) in chart::pages(timeline).into_iter().enumerate() {
                let name = if number == 0 {
                    timeline.caption.clone()
                } else {
                    format!("{} ({})", timeline.caption, number + 1)
                };
                picture::write(xml, &chart, pictures.len(), &name)?;
                pictures.push(chart.emf);
            }
            timeline.table.iter().try_for_each(|table| set_table(xml, table, next, page))
        }
        Block::Light(one) => light(xml, one),
        Block::Code(text) => text.lines().try_for_each(|line| paragraph(xml, "Code", &line.into(), false, false)),
    }
}

/// A table, and a paragraph where another would grow together with it.
fn set_table(xml: &mut Xml, one: &Table, next: Option<&Block>, page: Page) -> Result<()> {
    table::write(xml, one, page.width())?;
    match next {
        Some(Block::Heading { .. }) | None => Ok(()),
        Some(_) => between(xml),
    }
}

/// The gap below a table.
fn between(xml: &mut Xml) -> Result<()> {
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.value("w:pStyle", "SectionEnd")?;
    xml.empty("w:spacing", &[("w:line", "120"), ("w:lineRule", "exact")])?;
    xml.close("w:pPr")?;
    xml.close("w:p")
}

fn heading(xml: &mut Xml, level: u8, text: &str, breaks: bool) -> Result<()> {
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.value("w:pStyle", &format!("Heading{}", level.clamp(1, 4)))?;
    if breaks {
        xml.empty("w:pageBreakBefore", &[])?;
    }
    xml.close("w:pPr")?;
    run(xml, text, &Look::of(Tone::Plain))?;
    xml.close("w:p")
}

fn fact(xml: &mut Xml, label: &str, value: &Line) -> Result<()> {
    begin(xml, "Facts", false, false)?;
    run(xml, &format!("{label}:"), &Look::of(Tone::Strong))?;
    xml.open("w:r", &[])?;
    xml.empty("w:tab", &[])?;
    xml.close("w:r")?;
    runs(xml, value)?;
    xml.close("w:p")
}

fn item(xml: &mut Xml, item: &Item) -> Result<()> {
    paragraph(xml, "ListBullet", &item.text, false, !item.details.is_empty())?;
    item.details.iter().try_for_each(|line| paragraph(xml, "ListContinue", line, false, false))
}

/// The light as a word on its colour, and below it what made it so.
fn light(xml: &mut Xml, light: &Light) -> Result<()> {
    let tone = light.colour.tone();
    begin(xml, "Light", false, !light.reasons.is_empty())?;
    run(xml, &format!("{}: ", light.name), &Look::of(Tone::Strong))?;
    let look = Look { bold: true, ink: Some(palette::ink(tone)), ground: palette::ground(tone) };
    let sign = light.colour.sign();
    run(xml, &format!("\u{A0}{sign} {}\u{A0}", light.word), &look)?;
    xml.close("w:p")?;
    light.reasons.iter().try_for_each(|reason| paragraph(xml, "ListBullet", &reason.as_str().into(), false, false))
}

/// A paragraph in a style.
pub fn paragraph(xml: &mut Xml, style: &str, line: &Line, right: bool, with_next: bool) -> Result<()> {
    begin(xml, style, right, with_next)?;
    runs(xml, line)?;
    xml.close("w:p")
}

fn begin(xml: &mut Xml, style: &str, right: bool, with_next: bool) -> Result<()> {
    xml.open("w:p", &[])?;
    if style == "Normal" && !right && !with_next {
        return Ok(());
    }
    xml.open("w:pPr", &[])?;
    xml.value("w:pStyle", style)?;
    if with_next {
        xml.empty("w:keepNext", &[])?;
    }
    if right {
        xml.value("w:jc", "right")?;
    }
    xml.close("w:pPr")
}

/// The words of a line, all of them bold.
pub fn strong(line: &Line) -> Line {
    Line::toned(line.text(), Tone::Strong)
}

fn runs(xml: &mut Xml, line: &Line) -> Result<()> {
    line.0.iter().filter(|run| !run.text.is_empty()).try_for_each(|Run { text, tone }| run(xml, text, &Look::of(*tone)))
}

/// How a run looks beside its paragraph's style.
struct Look {
    bold: bool,
    ink: Option<u32>,
    ground: Option<u32>,
}

impl Look {
    fn of(tone: Tone) -> Look {
        let ink = (!matches!(tone, Tone::Plain | Tone::Strong)).then(|| palette::ink(tone));
        Look { bold: matches!(tone, Tone::Strong | Tone::Bad), ink, ground: None }
    }
}

fn run(xml: &mut Xml, text: &str, look: &Look) -> Result<()> {
    xml.open("w:r", &[])?;
    if look.bold || look.ink.is_some() || look.ground.is_some() {
        xml.open("w:rPr", &[])?;
        if look.bold {
            xml.empty("w:b", &[])?;
            xml.empty("w:bCs", &[])?;
        }
        if let Some(ink) = look.ink {
            xml.value("w:color", &format!("{ink:06X}"))?;
        }
        if let Some(ground) = look.ground {
            xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", &format!("{ground:06X}"))])?;
        }
        xml.close("w:rPr")?;
    }
    for (index, piece) in legal(text).split(super::super::SOFT_HYPHEN).enumerate() {
        if index > 0 {
            xml.empty("w:softHyphen", &[])?;
        }
        if !piece.is_empty() {
            xml.text("w:t", &[("xml:space", "preserve")], piece)?;
        }
    }
    xml.close("w:r")
}

/// A paragraph without words or height: it ends a section, or stands between tables.
fn section_end(xml: &mut Xml, page: Option<Page>) -> Result<()> {
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.value("w:pStyle", "SectionEnd")?;
    if let Some(page) = page {
        section(xml, page)?;
    }
    xml.close("w:pPr")?;
    xml.close("w:p")
}

fn section(xml: &mut Xml, page: Page) -> Result<()> {
    let (short, long, margin) = (SHORT_SIDE.to_string(), LONG_SIDE.to_string(), MARGIN.to_string());
    xml.open("w:sectPr", &[])?;
    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", parts::HEADER)])?;
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", parts::FOOTER)])?;
    match page {
        Page::Portrait => xml.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)])?,
        Page::Landscape => xml.empty("w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", "landscape")])?,
    }
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &margin),
            ("w:right", &margin),
            ("w:bottom", &margin),
            ("w:left", &margin),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ],
    )?;
    xml.close("w:sectPr")
}
