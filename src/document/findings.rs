//! What a check found, as documents: a table for the summary of a CI job, and
//! how often each rule spoke.

use std::cmp::Reverse;

use indexmap::IndexMap;

use super::{Block, Column, Document, Line, Row, Table, Tone};
use crate::finding::{Finding, Severity};
use crate::locale::{self, Lang};
use crate::view::Checked;

/// A summary holds no more rows: GitHub shows none that is larger than a megabyte.
const MOST_ROWS: usize = 1000;

/// Every finding in a table, the gravest first.
pub fn summary(checked: &Checked) -> Document {
    let lang = checked.lang;
    let mut findings: Vec<&(Lang, Finding)> = checked.findings.iter().collect();
    findings.sort_by_key(|(_, finding)| Reverse(finding.severity));
    let table = Table {
        caption: locale::FINDINGS.of(lang).to_owned(),
        columns: vec![
            Column::fixed(locale::SEVERITY.of(lang)),
            Column::text(locale::PLACE.of(lang)),
            Column::text(locale::FINDING.of(lang)),
            Column::text(locale::INSTEAD.of(lang)),
            Column::fixed(locale::RULE.of(lang)),
        ],
        rows: findings.iter().take(MOST_ROWS).map(|(lang, finding)| row(finding, *lang)).collect(),
        row_headers: false,
        ruled: false,
    };
    let mut blocks = Vec::new();
    if !findings.is_empty() {
        blocks.push(Block::Table(table));
    }
    if findings.len() > MOST_ROWS {
        blocks.push(Block::Paragraph(locale::and_more(lang, findings.len() - MOST_ROWS).into()));
    }
    for (_, why) in &checked.unread {
        blocks.push(Block::Paragraph(Line::toned(why.get(lang).as_str(), Tone::Bad)));
    }
    document(checked, blocks)
}

/// How often each rule spoke, the most frequent first.
pub fn statistics(checked: &Checked) -> Document {
    let lang = checked.lang;
    let mut counts: IndexMap<(&'static str, Severity), usize> = IndexMap::new();
    for finding in checked.alone() {
        *counts.entry((finding.rule, finding.severity)).or_default() += 1;
    }
    counts.sort_by_key(|(rule, severity), count| (Reverse(*count), Reverse(*severity), *rule));
    let row = |(&(rule, severity), count): (&(&'static str, Severity), &usize)| {
        let what = checked.rules.iter().find(|known| known.id == rule).map_or("", |rule| rule.doc.what.of(lang));
        Row::Cells(vec![count.to_string().into(), toned(severity, lang).into(), rule.into(), what.into()])
    };
    let table = Table {
        caption: locale::FINDINGS.of(lang).to_owned(),
        columns: vec![
            Column::number(locale::COUNT.of(lang)),
            Column::fixed(locale::SEVERITY.of(lang)),
            Column::fixed(locale::RULE.of(lang)),
            Column::text(locale::WHAT.of(lang)),
        ],
        rows: counts.iter().map(row).collect(),
        row_headers: false,
        ruled: false,
    };
    let mut blocks = Vec::new();
    if !counts.is_empty() {
        blocks.push(Block::Table(table));
    }
    document(checked, blocks)
}

fn document(checked: &Checked, blocks: Vec<Block>) -> Document {
    let lang = checked.lang;
    let (title, subtitle) = (locale::CHECKED.of(lang).to_owned(), checked.summary());
    Document { lang, title, subtitle, blocks }
}

fn toned(severity: Severity, lang: Lang) -> Line {
    let tone = match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Caution,
        Severity::Note => Tone::Muted,
    };
    Line::toned(severity.word(lang), tone)
}

fn row(finding: &Finding, lang: Lang) -> Row {
    let at = &finding.primary.at;
    let place = format!("{}:{}", at.source.name(), at.position().line);
    let help = finding.help.as_ref().map_or("", |help| help.get(lang));
    let rule = finding.stated.as_ref().map_or(finding.rule, |stated| &stated.id);
    Row::Cells(vec![
        toned(finding.severity, lang).into(),
        place.into(),
        finding.message.get(lang).into(),
        help.into(),
        rule.into(),
    ])
}
