//! Documents as one HTML file: no script, nothing fetched, for screen and paper.

use std::io::{Result, Write};

use super::markup::{add, push, push_unbroken};
use super::svg::{self, tone};
use super::{says_something, text};
use crate::document::{
    Align, Block, Cell, Column, Document, Item, Light, LightColour, Line, Row, RowKind, Table, Timeline, TimelineRow,
    Tone,
};
use crate::locale::{self, Lang};

const STYLE: &str = include_str!("html.css");

/// Nothing is fetched or run, whatever a plan says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Sections from which on a document has a table of contents.
const LONG: usize = 5;

/// Writes a document as a page of HTML.
pub fn write(document: &Document, out: &mut dyn Write) -> Result<()> {
    let mut page = Page { html: String::with_capacity(1 << 16), lang: document.lang, ids: 0, heading: String::new() };
    page.document(document);
    out.write_all(page.html.as_bytes())
}

/// A page as far as it is written.
struct Page {
    html: String,
    lang: Lang,
    /// How many ids were given away.
    ids: usize,
    /// The last heading.
    heading: String,
}

/// A heading of the first level with what is under it; before the first there may be none.
struct Section<'a> {
    heading: Option<&'a str>,
    blocks: Vec<&'a Block>,
}

impl Section<'_> {
    fn has_light(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Light(_)))
    }

    /// Whether it holds what needs a page's long side: a chart, or a grid of several columns.
    fn is_wide(&self) -> bool {
        self.blocks.iter().any(|block| match block {
            Block::Timeline(_) => true,
            Block::Table(table) => table.is_wide(),
            _ => false,
        })
    }
}

fn sections(document: &Document) -> Vec<Section<'_>> {
    let mut sections = vec![Section { heading: None, blocks: Vec::new() }];
    for block in document.blocks.iter().filter(|block| says_something(block)) {
        match block {
            Block::Heading { level: 0 | 1, text } => {
                sections.push(Section { heading: Some(text), blocks: Vec::new() });
            }
            _ => {
                if let Some(last) = sections.last_mut() {
                    last.blocks.push(block);
                }
            }
        }
    }
    sections
}

impl Page {
    fn document(&mut self, document: &Document) {
        let mut sections = sections(document);
        // What was before the first heading may begin with the document's facts.
        let facts = match sections.first_mut() {
            Some(first) if matches!(first.blocks.first(), Some(Block::Facts(_))) => Some(first.blocks.remove(0)),
            _ => None,
        };
        // The one section with the light stands in the head, where it is seen first.
        let status = match sections.iter().filter(|section| section.has_light()).count() {
            1 => sections.iter().position(Section::has_light).map(|at| sections.remove(at)),
            _ => None,
        };
        sections.retain(|section| section.heading.is_some() || !section.blocks.is_empty());
        let all_wide = sections.iter().all(Section::is_wide);
        self.head(document, all_wide);
        self.html.push_str("<body>\n<header>\n<h1>");
        push(&mut self.html, &document.title);
        self.html.push_str("</h1>\n");
        if !document.subtitle.is_empty() {
            self.html.push_str("<p class=\"subtitle\">");
            push(&mut self.html, &document.subtitle);
            self.html.push_str("</p>\n");
        }
        if let Some(facts) = facts {
            self.block(facts);
        }
        if let Some(status) = status {
            self.section(&status, "status", None);
        }
        self.html.push_str("</header>\n");
        let named = sections.iter().filter(|section| section.heading.is_some()).count();
        let begin = self.ids + 1;
        let contents = named >= LONG;
        if contents {
            self.contents(&sections, begin);
        }
        self.html.push_str("<main>\n");
        for section in &sections {
            let id = section.heading.map(|_| self.id());
            let class = if section.is_wide() && !all_wide && section.heading.is_some() { "annex" } else { "" };
            // Ids of sections follow one another, so that the contents know them.
            self.section(section, class, id);
        }
        self.html.push_str("</main>\n</body>\n</html>\n");
    }

    fn head(&mut self, document: &Document, wide: bool) {
        let html = &mut self.html;
        add(
            html,
            format_args!(
                "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
                 content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" \
                 content=\"{POLICY}\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" \
                 content=\"plan {}\">\n<title>",
                document.lang.code(),
                env!("CARGO_PKG_VERSION")
            ),
        );
        push_unbroken(html, &document.title);
        if !document.subtitle.is_empty() {
            html.push_str(" – ");
            push_unbroken(html, &document.subtitle);
        }
        html.push_str("</title>\n<style>\n");
        html.push_str(STYLE);
        html.push_str(svg::STYLE);
        // The foot of a page of paper says what it is a page of.
        html.push_str("@page{@bottom-left{content:\"");
        css_string(html, &document.title);
        html.push_str("\";font:8pt sans-serif;color:#52606d}}\n");
        if wide {
            html.push_str("@page{size:A4 landscape;margin:13mm 14mm 15mm}\n");
        }
        html.push_str("</style>\n</head>\n");
    }

    fn contents(&mut self, sections: &[Section<'_>], begin: usize) {
        let label = self.lang;
        add(
            &mut self.html,
            format_args!(
                "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ol>\n",
                locale::CONTENTS.of(label)
            ),
        );
        for (at, text) in sections.iter().filter_map(|section| section.heading).enumerate() {
            add(&mut self.html, format_args!("<li><a href=\"#s{}\">", begin + at));
            push(&mut self.html, text);
            self.html.push_str("</a></li>\n");
        }
        self.html.push_str("</ol>\n</nav>\n");
    }

    fn section(&mut self, section: &Section<'_>, class: &str, id: Option<usize>) {
        // Without a heading there is nothing to call a section by.
        let element = if section.heading.is_some() { "section" } else { "div" };
        add(&mut self.html, format_args!("<{element}"));
        if !class.is_empty() {
            add(&mut self.html, format_args!(" class=\"{class}\""));
        }
        if let Some(id) = id {
            add(&mut self.html, format_args!(" aria-labelledby=\"s{id}\""));
        }
        self.html.push('>');
        if let Some(text) = section.heading {
            text.clone_into(&mut self.heading);
            match id {
                Some(id) => add(&mut self.html, format_args!("<h2 id=\"s{id}\">")),
                None => self.html.push_str("<h2>"),
            }
            push(&mut self.html, text);
            self.html.push_str("</h2>\n");
        }
        let mut level = if section.heading.is_some() { 1 } else { 0 };
        for block in &section.blocks {
            if let Block::Heading { level: asked, text } = block {
                // No level is left out, however the document counts.
                level = (*asked).min(level + 1).clamp(1, 5);
                self.heading.clone_from(text);
                add(&mut self.html, format_args!("<h{}>", level + 1));
                push(&mut self.html, text);
                add(&mut self.html, format_args!("</h{}>\n", level + 1));
            } else {
                self.block(block);
            }
        }
        add(&mut self.html, format_args!("</{element}>\n"));
    }

    fn id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { .. } => {}
            Block::Paragraph(line) => {
                self.html.push_str("<p>");
                self.line(line);
                self.html.push_str("</p>\n");
            }
            Block::Facts(facts) => {
                self.html.push_str("<dl class=\"facts\">\n");
                for (label, value) in facts {
                    self.html.push_str("<dt>");
                    push(&mut self.html, label);
                    self.html.push_str("</dt><dd>");
                    self.line(value);
                    self.html.push_str("</dd>\n");
                }
                self.html.push_str("</dl>\n");
            }
            Block::List(items) => self.list(items),
            Block::Table(table) => self.table(table),
            Block::Timeline(timeline) => self.timeline(timeline),
            Block::Light(light) => self.light(light),
            Block::Code(text) => {
                self.html.push_str("<pre>");
                for line in text.lines() {
                    push_unbroken(&mut self.html, line);
                    self.html.push('\n');
                }
                self.html.push_str("</pre>\n");
            }
        }
    }

    fn line(&mut self, line: &Line) {
        for run in line.0.iter().filter(|run| !run.text.is_empty()) {
            match run.tone {
                Tone::Plain => push(&mut self.html, &run.text),
                Tone::Strong => {
                    self.html.push_str("<strong>");
                    push(&mut self.html, &run.text);
                    self.html.push_str("</strong>");
                }
                other => {
                    add(&mut self.html, format_args!("<span class=\"{}\">", tone(other)));
                    push(&mut self.html, &run.text);
                    self.html.push_str("</span>");
                }
            }
        }
    }

    fn list(&mut self, items: &[Item]) {
        // Where each item begins with a sign, that is its bullet.
        let signed = items.iter().all(|item| begins_with_sign(&item.text));
        self.html.push_str(if signed { "<ul class=\"signed\">\n" } else { "<ul>\n" });
        for item in items {
            match indent(&item.text) {
                0 => self.html.push_str("<li>"),
                depth => add(&mut self.html, format_args!("<li class=\"in{}\">", depth.min(3))),
            }
            self.line(&item.text);
            if !item.details.is_empty() {
                self.html.push_str("\n<ul>\n");
                for detail in &item.details {
                    self.html.push_str("<li>");
                    self.line(detail);
                    self.html.push_str("</li>\n");
                }
                self.html.push_str("</ul>\n");
            }
            self.html.push_str("</li>\n");
        }
        self.html.push_str("</ul>\n");
    }

    fn light(&mut self, light: &Light) {
        let (class, shape) = match light.colour {
            LightColour::Green => ("green", "<circle cx=\"12\" cy=\"12\" r=\"10\"/>"),
            LightColour::Yellow => ("yellow", "<path d=\"M12 2l11 20H1z\"/>"),
            LightColour::Red => ("red", "<path d=\"M2 2h20v20H2z\"/>"),
            LightColour::None => ("none", "<path d=\"M12 2a10 10 0 1 0 .1 0zm0 3a7 7 0 1 1-.1 0z\"/>"),
        };
        add(
            &mut self.html,
            format_args!(
                "<div class=\"light {class}\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">{shape}</svg><div>\n<p>"
            ),
        );
        push(&mut self.html, &light.name);
        self.html.push_str("</p><p class=\"word\">");
        push(&mut self.html, &light.word);
        self.html.push_str("</p>\n");
        if !light.reasons.is_empty() {
            self.html.push_str("<ul>\n");
            for reason in &light.reasons {
                self.html.push_str("<li>");
                push(&mut self.html, reason);
                self.html.push_str("</li>\n");
            }
            self.html.push_str("</ul>\n");
        }
        self.html.push_str("</div></div>\n");
    }

    /// A region that scrolls by itself, reached by keyboard, under a name.
    fn scroll(&mut self, name: &str) {
        self.html.push_str("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
        push_unbroken(&mut self.html, name);
        self.html.push_str("\">\n");
    }

    fn timeline(&mut self, timeline: &Timeline) {
        self.html.push_str("<figure class=\"chart\">\n");
        self.scroll(&timeline.caption);
        let parts = parts(&timeline.rows);
        for (at, rows) in parts.iter().enumerate() {
            let id = format!("g{}", self.id());
            svg::part(&mut self.html, timeline, rows, &id, at + 1 == parts.len());
        }
        self.html.push_str("</div>\n</figure>\n");
        if let Some(table) = &timeline.table {
            self.html.push_str("<details class=\"told\"><summary>");
            push(&mut self.html, locale::AS_TABLE.of(self.lang));
            self.html.push_str("</summary>\n");
            self.table(table);
            self.html.push_str("</details>\n");
        }
    }

    fn table(&mut self, table: &Table) {
        let count = columns(table);
        if count == 0 {
            return;
        }
        // Few columns always fit, since their words break; many may have to be scrolled to.
        let scrolls = count > 5;
        if scrolls {
            self.scroll(&table.caption);
        }
        let mut classes = Vec::new();
        classes.extend((count > 2).then_some("stack"));
        classes.extend(table.ruled.then_some("ruled"));
        classes.extend(table.is_grid().then_some("grid"));
        classes.extend((!scrolls && table.rows.len() > 12).then_some("tall"));
        // Under a heading of the same words it is only for those who leap from table to table.
        let told = self.heading.starts_with(&table.caption);
        let caption = if told { "<caption class=\"told-above\">" } else { "<caption>" };
        add(&mut self.html, format_args!("<table class=\"{}\">\n{caption}", classes.join(" ")));
        push(&mut self.html, &table.caption);
        self.html.push_str("</caption>\n<thead><tr>");
        for at in 0..count {
            let column = table.columns.get(at);
            add(&mut self.html, format_args!("<th scope=\"col\"{}>", class(column, Tone::Plain)));
            if let Some(column) = column {
                push(&mut self.html, &column.header);
            }
            self.html.push_str("</th>");
        }
        self.html.push_str("</tr></thead>\n<tbody>\n");
        let mut is_first = true;
        for row in &table.rows {
            match row {
                Row::Group(cells) => {
                    if !is_first {
                        self.html.push_str("</tbody>\n<tbody>\n");
                    }
                    self.row(table, cells, count, true);
                }
                Row::Cells(cells) => self.row(table, cells, count, false),
            }
            is_first = false;
        }
        self.html.push_str("</tbody>\n</table>\n");
        if scrolls {
            self.html.push_str("</div>\n");
        }
    }

    fn row(&mut self, table: &Table, cells: &[Cell], count: usize, group: bool) {
        self.html.push_str(if group { "<tr class=\"group\">" } else { "<tr>" });
        let empty = Cell::default();
        // A group that only has a name has the whole width for it.
        let alone = group && cells.len() == 1;
        for at in 0..if alone { 1 } else { count } {
            let (cell, column) = (cells.get(at).unwrap_or(&empty), table.columns.get(at));
            let class = class(if alone { None } else { column }, cell.tone);
            let heads = at == 0 && (group || table.row_headers);
            if heads {
                let scope = if group { "rowgroup" } else { "row" };
                add(&mut self.html, format_args!("<th scope=\"{scope}\"{class}"));
                if alone {
                    add(&mut self.html, format_args!(" colspan=\"{count}\""));
                }
            } else {
                add(&mut self.html, format_args!("<td{class}"));
                if let Some(column) = column.filter(|column| at > 0 && !column.header.is_empty()) {
                    self.html.push_str(" data-head=\"");
                    push_unbroken(&mut self.html, &column.header);
                    self.html.push('"');
                }
            }
            self.html.push('>');
            match cell.lines.as_slice() {
                [only] => self.line(only),
                lines => {
                    for line in lines {
                        self.html.push_str("<div>");
                        self.line(line);
                        self.html.push_str("</div>");
                    }
                }
            }
            self.html.push_str(if heads { "</th>" } else { "</td>" });
        }
        self.html.push_str("</tr>\n");
    }
}

/// The most rows of one picture: as many as a page of paper holds.
const MOST_ROWS: usize = 28;

/// The rows of a chart, a page of paper each, new phases at the top of one where there is room.
fn parts(rows: &[TimelineRow]) -> Vec<&[TimelineRow]> {
    let mut parts = Vec::new();
    let mut rest = rows;
    while rest.len() > MOST_ROWS {
        let heads = (MOST_ROWS * 2 / 3..=MOST_ROWS).rev();
        let at = heads.into_iter().find(|&at| rest.get(at).is_some_and(|row| row.kind == RowKind::Head));
        let (part, after) = rest.split_at(at.unwrap_or(MOST_ROWS));
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

fn columns(table: &Table) -> usize {
    let cells = |row: &Row| match row {
        Row::Group(cells) | Row::Cells(cells) => cells.len(),
    };
    table.rows.iter().map(cells).max().unwrap_or(0).max(table.columns.len())
}

fn class(column: Option<&Column>, heat: Tone) -> String {
    let mut classes = Vec::new();
    if let Some(column) = column {
        classes.extend((column.align == Align::Right).then_some("n"));
        classes.extend((!column.wraps).then_some("f"));
    }
    if heat != Tone::Plain {
        classes.extend(["heat", tone(heat)]);
    }
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}

fn begins_with_sign(line: &Line) -> bool {
    let Some(first) = line.0.iter().find(|run| !run.text.is_empty()) else { return false };
    let mut letters = first.text.trim_start().chars();
    letters.next().is_some_and(|sign| !sign.is_alphanumeric() && !"»«\"(".contains(sign))
        && letters.next().is_none_or(char::is_whitespace)
}

/// How deep a line lies, two blanks a step.
fn indent(line: &Line) -> usize {
    line.0.first().map_or(0, |run| run.text.chars().take_while(|c| *c == ' ').count() / 2)
}

/// Adds a text for between the quotes of CSS: what is no letter or digit by its number.
fn css_string(out: &mut String, text: &str) {
    const MOST: usize = 90;
    let text = text::unbroken(text);
    for c in text.chars().take(MOST) {
        if c.is_ascii_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            add(out, format_args!("\\{:06x}", u32::from(c)));
        }
    }
    if text.chars().nth(MOST).is_some() {
        out.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::document::samples;

    fn html(document: &Document) -> String {
        let mut out = Vec::new();
        write(document, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The page from its body on; the style above it is a file of its own.
    fn body(document: &Document) -> String {
        let html = html(document);
        html[html.find("<body>").unwrap()..].to_owned()
    }

    #[test]
    fn a_document() {
        insta::assert_snapshot!(body(&samples::everything()));
    }

    #[test]
    fn one_light_stands_in_the_head() {
        let light = Light { name: "Tid".into(), colour: LightColour::Red, word: "rød".into(), reasons: vec![] };
        let heading = |text: &str| Block::Heading { level: 1, text: text.into() };
        let body = body(&samples::document(vec![heading("A"), heading("Status"), Block::Light(light), heading("B")]));
        let (head, main) = body.split_once("</header>").unwrap();
        assert!(head.contains("Status") && head.contains("rød") && !main.contains("Status"), "{body}");
    }

    #[test]
    fn no_text_acts() {
        let text = "<script>alert(1)</script>\"';}</style>\u{202E}";
        let line = || Line::from(text);
        let mut document = samples::document(vec![
            Block::Heading { level: 1, text: text.into() },
            Block::Paragraph(line()),
            Block::Facts(vec![(text.into(), line())]),
            Block::Table(Table { caption: text.into(), ..samples::groups() }),
            Block::Timeline(Timeline { caption: text.into(), ..samples::timeline() }),
            Block::Code(text.into()),
        ]);
        document.title = text.into();
        let html = html(&document);
        assert!(!html.contains("<script") && !html.contains('\u{202E}'));
        assert_eq!(html.matches("</style>").count(), 1);
        assert!(!html.contains("\"';}"));
    }

    #[test]
    fn a_long_chart_is_parted() {
        let row = samples::timeline().rows.remove(1);
        let rows = vec![row; 100];
        assert_eq!(parts(&rows).iter().map(|part| part.len()).collect::<Vec<_>>(), [28, 28, 28, 16]);
        assert_eq!(parts(&[]).len(), 1);
    }
}
