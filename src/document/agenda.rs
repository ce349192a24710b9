//! The report as the text of a point on an agenda: what it is about, how it stands,
//! what is recommended, and room for what is decided.

use super::{Block, Document, Item, Line, Tone, common, report, words};
use crate::locale::{self, Lang};
use crate::model::Ask;
use crate::view::Report;

/// The text of the next meeting's point about the plan.
pub fn document(report: &Report) -> Document {
    let lang = report.head.lang;
    let mut document = common::titled(&report.head, locale::AGENDA_TEXT.of(lang));
    let blocks = &mut document.blocks;
    blocks.push(Block::Facts(report::facts(report, lang)));
    heading(blocks, locale::ABSTRACT.of(lang));
    blocks.push(Block::Light(report::light(report, lang)));
    blocks.extend(report::light_by_hand(report, lang).map(Block::Light));
    blocks.push(Block::Paragraph(Line::plain(locale::asked_of(lang, decisions(report, lang).len()))));
    heading(blocks, locale::PRESENTATION.of(lang));
    let mut case = Vec::new();
    report::since(report, lang, &mut case);
    report::late(report, lang, &mut case);
    report::milestones(report, lang, &mut case);
    report::outlook(report, lang, &mut case);
    report::next(report, lang, &mut case);
    report::risks(report, lang, &mut case);
    blocks.extend(case.into_iter().map(under));
    for ask in [Ask::Discuss, Ask::Inform] {
        let lines = report.agenda.iter().filter(|line| line.ask == ask);
        let items: Vec<Item> = lines.map(|line| report::agenda_item(line, lang)).collect();
        if !items.is_empty() {
            blocks.push(Block::Heading { level: 2, text: words::ask(lang, ask).to_owned() });
            blocks.push(Block::List(items));
        }
    }
    heading(blocks, locale::RECOMMENDATION.of(lang));
    let wanted = decisions(report, lang);
    if wanted.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(locale::TO_BE_NOTED.of(lang))));
    } else {
        blocks.push(Block::List(wanted));
    }
    heading(blocks, locale::RESOLUTION.of(lang));
    blocks.push(Block::Paragraph(Line::toned(locale::AFTER_MEETING.of(lang), Tone::Muted)));
    document
}

/// What is to be decided: what stands on the agenda, then what stands on none.
fn decisions(report: &Report, lang: Lang) -> Vec<Item> {
    let asked = report.agenda.iter().filter(|line| line.ask == Ask::Decide);
    let placed = asked.map(|line| report::agenda_item(line, lang));
    placed.chain(report.unplaced_decisions.iter().map(|one| report::decision_item(one, lang))).collect()
}

fn heading(blocks: &mut Vec<Block>, text: &str) {
    blocks.push(Block::Heading { level: 1, text: text.to_owned() });
}

/// A part of the report, one heading further down.
fn under(block: Block) -> Block {
    match block {
        Block::Heading { level, text } => Block::Heading { level: level + 1, text },
        other => other,
    }
}
