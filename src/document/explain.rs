//! Rules as documents.

use super::{Block, Column, Document, Line, Row, Table, Tone};
use crate::locale::{self, Lang};
use crate::view::{RuleLine, RuleView};

/// The list of rules.
pub fn list(rules: &[RuleLine], lang: Lang) -> Document {
    let row = |rule: &RuleLine| Row::Cells(vec![rule.id.into(), rule.severity.word(lang).into(), rule.what.into()]);
    let table = Table {
        caption: locale::RULES.of(lang).to_owned(),
        columns: vec![
            Column::fixed(locale::RULE.of(lang)),
            Column::fixed(locale::SEVERITY.of(lang)),
            Column::text(locale::WHAT.of(lang)),
        ],
        rows: rules.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    };
    Document {
        lang,
        title: locale::RULES.of(lang).to_owned(),
        subtitle: locale::HOW_TO_EXPLAIN.of(lang).to_owned(),
        blocks: vec![Block::Table(table)],
    }
}

/// One rule: what it finds, why, the frameworks that state it, and an example.
pub fn one(rule: &RuleView, lang: Lang) -> Document {
    let heading = |text: &str| Block::Heading { level: 1, text: text.to_owned() };
    let mut blocks = vec![
        Block::Paragraph(Line::plain(format!("{}: {}.", locale::WHAT.of(lang), rule.line.what))),
        heading(locale::WHY.of(lang)),
        Block::Paragraph(Line::plain(rule.why)),
    ];
    if !rule.stated.is_empty() {
        blocks.push(heading(locale::STATED_BY.of(lang)));
        // The framework may judge more strictly than the rule by itself.
        let whose = |stated: &crate::view::StatedLine| match stated.severity {
            Some(severity) => format!("{}, {}", stated.framework, severity.word(lang)),
            None => stated.framework.clone(),
        };
        let item = |stated: &crate::view::StatedLine| super::Item {
            text: Line::toned(format!("{} ({}): ", stated.id, whose(stated)), Tone::Strong)
                .then(stated.reason.clone(), Tone::Plain),
            details: (!stated.waivable)
                .then(|| Line::toned(locale::NOT_WAIVABLE.of(lang), Tone::Muted))
                .into_iter()
                .collect(),
        };
        blocks.push(Block::List(rule.stated.iter().map(item).collect()));
    }
    blocks.push(heading(locale::BAD.of(lang)));
    blocks.push(Block::Code(rule.bad.to_owned()));
    blocks.push(heading(locale::GOOD.of(lang)));
    blocks.push(Block::Code(rule.good.to_owned()));
    if rule.waivable {
        blocks.push(Block::Paragraph(Line::toned(locale::WAIVABLE.of(lang), Tone::Muted)));
    }
    Document {
        lang,
        title: rule.asked.clone().unwrap_or_else(|| rule.line.id.to_owned()),
        subtitle: format!("{} · {}: {}", rule.line.id, locale::SEVERITY.of(lang), rule.severity().word(lang)),
        blocks,
    }
}
