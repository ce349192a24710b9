//! Documents as GitHub-flavoured Markdown. No text can act as mark-up.

use std::io::{Result, Write};

use super::says_something;
use super::text::{clean, unbroken};
use crate::document::{Align, Block, Cell, Document, Item, Light, Line, Row, Table, Tone};

/// Writes a document as Markdown.
pub fn write(document: &Document, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "# {}", escape(&document.title, Place::Inside))?;
    if !document.subtitle.is_empty() {
        writeln!(out, "\n{}", escape(&document.subtitle, Place::Start))?;
    }
    for block in document.blocks.iter().filter(|block| says_something(block)) {
        writeln!(out)?;
        match block {
            Block::Heading { level, text } => {
                // Markdown has six levels; the title is the first.
                let signs = "#".repeat(usize::from(*level).saturating_add(1).min(6));
                writeln!(out, "{signs} {}", escape(text, Place::Inside))?;
            }
            Block::Paragraph(line) => writeln!(out, "{}", inline(line, Place::Start))?,
            Block::Facts(facts) => {
                for (label, value) in facts {
                    writeln!(out, "{}", format!("- {} {}", name(label), inline(value, Place::Inside)).trim_end())?;
                }
            }
            Block::List(items) => list(items, out)?,
            Block::Table(table) => self::table(table, out)?,
            Block::Timeline(timeline) => timeline.table.iter().try_for_each(|table| self::table(table, out))?,
            Block::Light(light) => self::light(light, out)?,
            Block::Code(text) => code(text, out)?,
        }
    }
    Ok(())
}

fn name(text: &str) -> String {
    bold(&escape(&format!("{text}:"), Place::Inside))
}

fn list(items: &[Item], out: &mut dyn Write) -> Result<()> {
    for item in items {
        writeln!(out, "{}", format!("- {}", inline(&item.text, Place::Start)).trim_end())?;
        for detail in &item.details {
            writeln!(out, "{}", format!("  - {}", inline(detail, Place::Start)).trim_end())?;
        }
    }
    Ok(())
}

/// A fence longer than any in the text.
fn code(text: &str, out: &mut dyn Write) -> Result<()> {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    writeln!(out, "{fence}")?;
    for line in text.lines() {
        writeln!(out, "{}", clean(line))?;
    }
    writeln!(out, "{fence}")
}

fn light(light: &Light, out: &mut dyn Write) -> Result<()> {
    let sign = light.colour.sign();
    writeln!(out, "{} {sign} {}", name(&light.name), escape(&light.word, Place::Inside))?;
    if !light.reasons.is_empty() {
        writeln!(out)?;
    }
    for reason in &light.reasons {
        writeln!(out, "- {}", escape(reason, Place::Start))?;
    }
    Ok(())
}

fn table(table: &Table, out: &mut dyn Write) -> Result<()> {
    let cells = |row: &Row| match row {
        Row::Group(cells) | Row::Cells(cells) => cells.len(),
    };
    let count = table.rows.iter().map(cells).max().unwrap_or(0).max(table.columns.len());
    if count == 0 {
        return Ok(());
    }
    let fill = |mut texts: Vec<String>| {
        texts.resize(count, String::new());
        texts
    };
    let header = table.columns.iter().map(|column| escape(&column.header, Place::Inside)).collect();
    line(fill(header), out)?;
    let rule = |index: usize| match table.columns.get(index).map(|column| column.align) {
        Some(Align::Right) => "---:".to_owned(),
        _ => "---".to_owned(),
    };
    line((0..count).map(rule).collect(), out)?;
    for row in &table.rows {
        let (cells, group) = match row {
            Row::Group(cells) => (cells, true),
            Row::Cells(cells) => (cells, false),
        };
        let text = |(index, cell): (usize, &Cell)| {
            let strong = group || (table.row_headers && index == 0);
            let lines: Vec<String> = cell.lines.iter().map(|line| self::cell(line, strong)).collect();
            lines.join("<br>")
        };
        line(fill(cells.iter().enumerate().map(text).collect()), out)?;
    }
    Ok(())
}

/// One line of a cell, all of it bold where the cell heads a row.
fn cell(line: &Line, strong: bool) -> String {
    if strong { bold(&escape(&line.text(), Place::Inside)) } else { inline(line, Place::Inside) }
}

fn line(texts: Vec<String>, out: &mut dyn Write) -> Result<()> {
    for text in texts {
        write!(out, "|{}{text} ", if text.is_empty() { "" } else { " " })?;
    }
    writeln!(out, "|")
}

/// A line with its strong words in bold. What only has a colour elsewhere is
/// plain here: the words say it.
fn inline(line: &Line, place: Place) -> String {
    let is_bold = |tone| matches!(tone, Tone::Strong | Tone::Bad);
    let mut text = String::new();
    let mut groups = line.0.chunk_by(|a, b| is_bold(a.tone) == is_bold(b.tone)).peekable();
    while let Some(group) = groups.next() {
        let words: String = group.iter().map(|run| run.text.as_str()).collect();
        let words = unbroken(&words);
        let place = if text.trim().is_empty() { place } else { Place::Inside };
        let escaped = escape_clean(&words, place);
        let trimmed = escaped.trim();
        // Where letters touch a sign across the border of the bold words, the
        // asterisks would be printed as they are.
        let after = groups.peek().and_then(|next| next.iter().find_map(|run| run.text.chars().next()));
        let closed_in = |outside: Option<char>, inside: Option<char>| {
            outside.is_some_and(|c| !c.is_whitespace()) && !inside.is_some_and(char::is_alphanumeric)
        };
        let before = text.chars().next_back();
        let unclear = escaped.len() == trimmed.len()
            && (closed_in(before, words.chars().next()) || closed_in(after, words.chars().next_back()));
        if group.first().is_some_and(|run| is_bold(run.tone)) && !unclear && !trimmed.is_empty() {
            let start = escaped.len() - escaped.trim_start().len();
            text.push_str(&escaped[..start]);
            text.push_str(&bold(trimmed));
            text.push_str(&escaped[start + trimmed.len()..]);
        } else {
            text.push_str(&escaped);
        }
    }
    text.trim().to_owned()
}

fn bold(escaped: &str) -> String {
    if escaped.is_empty() { String::new() } else { format!("**{escaped}**") }
}

/// Where a text stands: at the start of a line more characters are mark-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Inside,
}

/// The text such that Markdown shows it as it is.
fn escape(text: &str, place: Place) -> String {
    escape_clean(&unbroken(text), place).trim().to_owned()
}

fn escape_clean(text: &str, place: Place) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let body = text.trim_start();
    escaped.push_str(&text[..text.len() - body.len()]);
    let marker = if place == Place::Start { line_marker(body) } else { None };
    let mut chars = body.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, next)| *next);
        let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let acts = match c {
            '\\' | '`' | '*' | '[' | '<' | '|' | '~' => true,
            '_' => !(in_word(before) && in_word(after)),
            // An entity such as `&lt;`.
            '&' => {
                let name = body[at + 1..].trim_start_matches(|c: char| c == '#' || c.is_ascii_alphanumeric());
                name.starts_with(';')
            }
            // A heading's optional closing signs.
            '#' => before.is_none_or(char::is_whitespace),
            _ => marker == Some(at),
        };
        if acts {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}

/// Where the sign stands that would make the line a list item, a quotation or
/// a rule.
fn line_marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b'>') if digits == 0 => Some(0),
        Some(b'.' | b')') if digits > 0 => Some(digits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::write::document::samples;

    fn markdown(document: &Document) -> String {
        let mut out = Vec::new();
        write(document, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_document() {
        insta::assert_snapshot!(markdown(&samples::everything()), @r##"
        # Implementeringsplan

        Tidsplan pr. 17. marts 2025 · Nyt fagsystem i Ældre og Sundhed

        - **Sagsnummer:** 2025-001234
        - **Periode:** 1. januar–31. december 2025
        - **Formål:** Alle medarbejdere i hjemmeplejen dokumenterer i det nye system, så borgerens forløb kan følges på tværs af distrikter og myndighed.

        **Tid:** ● følger planen

        **Økonomi:** ○ ikke vurderet

        **Opgaver:** ▲ tæt på grænsen

        - 2 opgaver er forsinkede
        - 1 opgave er blokeret

        **Kriterier:** ■ mangler

        - Ingen kriterier har en måling

        ## Forsinkede opgaver

        Der er **3 opgaver**, som skulle være afsluttet.

        | Id | Opgave | Frist | Dage |
        | --- | --- | --- | ---: |
        | **Afklaring** | | **2025-03-01** | **12** |
        | t1 | Interessentanalyse med æøå og en ret lang titel, som brydes | 2025-02-01 | **44** |
        | t2 | Budget 👩‍💻 中文字符 | 2025-02-28 | **17** |
        | **Forberedelse af ibrugtagning** | | | |
        | t3 | Medarbejderinddragelse�\[31m i to linjer | 2025-03-10 | **7** |

        ### Næste skridt

        - Aftal ny frist med styregruppen, og skriv den i planen, så alle kan se den ved næste møde
          - Ansvarlig: Mette
        - **!** Gevinster uden ejer
        "##);
    }

    #[test]
    fn a_timeline_is_its_table() {
        insta::assert_snapshot!(markdown(&samples::document(vec![Block::Timeline(samples::timeline())])), @r##"
        # Implementeringsplan

        Tidsplan pr. 17. marts 2025 · Nyt fagsystem i Ældre og Sundhed

        | Opgave | Fra | Til |
        | --- | --- | --- |
        | **Undervis superbrugere** | 7. april | 13. juni |
        "##);
    }

    #[test]
    fn no_text_is_mark_up() {
        let texts = [
            "# ikke en overskrift",
            "- ikke et punkt",
            "1. ikke et punkt",
            "--- ingen streg",
            "<script>alert(1)</script> &lt; R&D",
            "[link](http://x) ![billede](y)",
            "snake_case _skrå_ **fed** `kode` ~~slettet~~",
            "a | b \\| c",
            "linje\nto\u{1b}[31m",
            "C# # ",
            "> intet citat",
        ];
        let blocks = texts.iter().map(|text| Block::Paragraph(Line::from(*text))).collect();
        let document = Document { lang: Lang::Da, title: "Titel #".into(), subtitle: "=== ".into(), blocks };
        insta::assert_snapshot!(markdown(&document), @r##"
        # Titel \#

        \===

        \# ikke en overskrift

        \- ikke et punkt

        1\. ikke et punkt

        \--- ingen streg

        \<script>alert(1)\</script> \&lt; R&D

        \[link](http://x) !\[billede](y)

        snake_case \_skrå\_ \*\*fed\*\* \`kode\` \~\~slettet\~\~

        a \| b \\\| c

        linje to�\[31m

        C# \#

        \> intet citat
        "##);
    }

    #[test]
    fn bold_stands_clear_of_blanks_and_signs() {
        let line = Line::toned("sen ", Tone::Bad).then("siden", Tone::Plain).then(" (3)", Tone::Strong);
        assert_eq!(inline(&line, Place::Start), "**sen** siden **(3)**");
        let line = Line::plain("før").then("(3)", Tone::Strong).then("efter", Tone::Plain);
        assert_eq!(inline(&line, Place::Start), "før(3)efter");
        let line = Line::toned("a", Tone::Strong).then("b", Tone::Bad);
        assert_eq!(inline(&line, Place::Start), "**ab**");
    }
}
