//! The report as the text of a point on an agenda: what it is about, how it stands,
//! what is recommended, and room for what is decided.

use super::{Block, Document, Item, Line, Tone, common, report, words};
use crate::locale::{self, Lang};
use crate::model::Ask;
use crate::view::{DecisionFacts, Report};

/// The text of the next meeting's point about the plan.
pub fn document(report: &Report) -> Document {
    let lang = report.head.lang;
    let mut document = common::titled(&report.head, locale::AGENDA_TEXT.of(lang));
    let blocks = &mut document.blocks;
    blocks.push(Block::Facts(report::facts(report, lang)));
    heading(blocks, locale::ABSTRACT.of(lang));
    blocks.push(Block::Light(report::light(report, lang)));
    blocks.extend(report::light_by_hand(report, lang).map(Block::Light));
    blocks.push(Block::Paragraph(Line::plain(locale::asked_of(lang, recommended(report, lang).len()))));
    heading(blocks, locale::PRESENTATION.of(lang));
    let mut case = Vec::new();
    let open: Vec<Item> =
        wanted(report).filter(|one| !one.options.is_empty()).map(|one| report::decision_item(one, lang)).collect();
    if !open.is_empty() {
        case.push(Block::Heading { level: 1, text: locale::QUESTIONS.of(lang).to_owned() });
        case.push(Block::List(open));
    }
    report::since(report, lang, &mut case);
    report::late(report, lang, &mut case);
    report::outlook(report, lang, &mut case);
    report::risks(report, lang, &mut case);
    blocks.extend(case.into_iter().map(common::under));
    for ask in [Ask::Discuss, Ask::Inform] {
        let lines = report.agenda.iter().filter(|line| line.ask == ask);
        let items: Vec<Item> = lines.map(|line| report::agenda_item(line, lang)).collect();
        if !items.is_empty() {
            blocks.push(Block::Heading { level: 2, text: words::ask(lang, ask).to_owned() });
            blocks.push(Block::List(items));
        }
    }
    heading(blocks, locale::RECOMMENDATION.of(lang));
    let recommended = recommended(report, lang);
    if recommended.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(locale::TO_BE_NOTED.of(lang))));
    } else {
        blocks.push(Block::Paragraph(Line::plain(locale::IT_IS_RECOMMENDED.of(lang))));
        let numbered = (1..).zip(recommended).map(|(number, text)| format!("{number}. {text}"));
        blocks.extend(numbered.map(|point| Block::Paragraph(Line::plain(point))));
    }
    heading(blocks, locale::RESOLUTION.of(lang));
    blocks.push(Block::Paragraph(Line::toned(locale::AFTER_MEETING.of(lang), Tone::Muted)));
    document
}

/// The decisions that are wanted: those on the agenda, then those on none.
fn wanted(report: &Report) -> impl Iterator<Item = &DecisionFacts> {
    let asked = report.agenda.iter().filter(|line| line.ask == Ask::Decide);
    asked.filter_map(|line| line.decision.as_ref()).chain(&report.unplaced_decisions)
}

/// What the meeting is recommended to do, a point each.
fn recommended(report: &Report, lang: Lang) -> Vec<String> {
    let decision = |one: &DecisionFacts| match &one.recommendation {
        Some(recommendation) => locale::decides(lang, recommendation, &one.text),
        None => locale::takes_a_stand(lang, &one.text),
    };
    let asked = report.agenda.iter().filter(|line| line.ask == Ask::Decide);
    let asked = asked.map(|line| match &line.decision {
        Some(one) => decision(one),
        None => locale::takes_a_stand(lang, &line.title),
    });
    asked.chain(report.unplaced_decisions.iter().map(decision)).collect()
}

fn heading(blocks: &mut Vec<Block>, text: &str) {
    blocks.push(Block::Heading { level: 1, text: text.to_owned() });
}
