//! Timelines as text that Mermaid draws as a Gantt chart.

use std::io::{Result, Write};

use super::text::unbroken;
use crate::calendar::Date;
use crate::document::{Block, Document, Mark, RowKind, Timeline, TimelineRow};

/// Writes the timelines of a document, one after the other.
pub fn write(document: &Document, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "gantt")?;
    writeln!(out, "    title {}", escape(&format!("{} · {}", document.title, document.subtitle)))?;
    writeln!(out, "    dateFormat YYYY-MM-DD")?;
    writeln!(out, "    inclusiveEndDates")?;
    // The chart is as of its own day; the reader's today would contradict it.
    writeln!(out, "    todayMarker off")?;
    document.blocks.iter().try_for_each(|block| match block {
        Block::Timeline(timeline) => rows(timeline, out),
        _ => Ok(()),
    })
}

fn rows(timeline: &Timeline, out: &mut dyn Write) -> Result<()> {
    let mut over = "";
    for row in &timeline.rows {
        if row.kind == RowKind::Task {
            over = &row.label;
        }
        let whole = match row.kind {
            RowKind::Part => format!("{over} – {}", row.label),
            _ => row.label.clone(),
        };
        let words = if row.remark.is_empty() { whole } else { format!("{whole} ({})", row.remark) };
        let words = escape(&words);
        match (row.kind, span(row, timeline.last)) {
            (RowKind::Head, _) => writeln!(out, "\n    section {words}")?,
            (_, Some((first, last))) => writeln!(out, "    {words} :{}{first}, {last}", tags(row))?,
            (RowKind::Task, None) if row.remark.is_empty() => {}
            // Mermaid cannot draw what has no date; it is kept for who reads the text.
            (_, None) => writeln!(out, "    %% {words}")?,
        }
    }
    Ok(())
}

/// From the first day to the last, or to the length of a point: none.
fn span(row: &TimelineRow, end: Date) -> Option<(Date, String)> {
    if let Some((day, _)) = row.point {
        return Some((day, "0d".to_owned()));
    }
    let first = row.bars.iter().map(|bar| bar.first).min()?;
    let last = row.bars.iter().map(|bar| if bar.open { bar.last.max(end) } else { bar.last }).max()?;
    Some((first, last.max(first).to_string()))
}

fn tags(row: &TimelineRow) -> String {
    let has = |mark: Mark| row.bars.iter().any(|bar| bar.mark == mark) || row.point.is_some_and(|one| one.1 == mark);
    let tags = [
        ("crit", has(Mark::Late) || has(Mark::MilestoneLate)),
        ("done", has(Mark::Done) || has(Mark::MilestoneDone)),
        ("active", has(Mark::Active) || (has(Mark::Ongoing) && !has(Mark::Done))),
        ("milestone", row.point.is_some()),
    ];
    tags.iter().filter(|(_, is)| *is).map(|(tag, _)| format!("{tag}, ")).collect()
}

/// What begins a statement of Mermaid's, in small letters.
const STATEMENTS: [&str; 18] = [
    "gantt",
    "title",
    "section",
    "dateformat",
    "axisformat",
    "tickinterval",
    "todaymarker",
    "excludes",
    "includes",
    "inclusiveenddates",
    "topaxis",
    "weekday",
    "weekend",
    "click",
    "acctitle",
    "accdescr",
    "call",
    "href",
];

/// The text such that Mermaid shows it as it is: what acts is written by its number.
fn escape(text: &str) -> String {
    let text = unbroken(text);
    let text = text.trim();
    let small = text.to_lowercase();
    let begins =
        STATEMENTS.iter().any(|word| small.starts_with(word)) || small.starts_with(|c: char| c.is_ascii_digit());
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if matches!(c, ':' | ';' | '#' | '%' | '<' | '>' | '{' | '}' | '&' | '"' | '\\' | '`') || (begins && at == 0) {
            escaped.push_str(&format!("#{};", u32::from(c)));
        } else {
            escaped.push(c);
        }
    }
    if escaped.is_empty() { "–".to_owned() } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::document::samples;

    #[test]
    fn a_timeline() {
        let mut out = Vec::new();
        write(&samples::document(vec![Block::Timeline(samples::timeline())]), &mut out).unwrap();
        insta::assert_snapshot!(String::from_utf8(out).unwrap());
    }

    #[test]
    fn no_text_acts() {
        assert_eq!(escape("a: b; c# %%{x}\nd"), "a#58; b#59; c#35; #37;#37;#123;x#125; d");
        assert_eq!(escape("Title of it"), "#84;itle of it");
        assert_eq!(escape("2025-01-01"), "#50;025-01-01");
        assert_eq!(escape(" "), "–");
    }
}
