//! The steering report, in the order in which a steering group reads it.

use super::{
    Block, Cell, Column, Document, Item, Light, LightColour, Line, Medium, Row, Table, Tone, Value, changes, common,
    criteria, forecast, matrix, overdue, timeline, words,
};
use crate::locale::{self, Lang};
use crate::model::Ask;
use crate::view::{
    AgendaKind, AgendaLine, BenefitFacts, Colour, DecisionFacts, MANY_TASKS, MilestoneFacts, MilestoneForecast, Report,
    RiskFacts, Since,
};

/// The report as a document.
pub fn document(report: &Report, medium: Medium) -> Document {
    let lang = report.head.lang;
    let mut document = common::titled(&report.head, locale::REPORT.of(lang));
    let (body, annex) = both(report, || body(report, lang), || annex(report, lang, medium));
    document.blocks.extend(body);
    document.blocks.extend(annex);
    document
}

/// Two parts of a report, side by side where it is long.
fn both<A: Send, B: Send>(report: &Report, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    let tasks: usize = report.timeline.groups.iter().map(|group| group.tasks.len()).sum();
    if tasks < MANY_TASKS { (one(), other()) } else { rayon::join(one, other) }
}

fn body(report: &Report, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Facts(facts(report, lang))];
    asked(report, lang, &mut blocks);
    heading(&mut blocks, 1, locale::OVERALL.of(lang));
    blocks.push(Block::Light(light(report, lang)));
    blocks.extend(light_by_hand(report, lang).map(Block::Light));
    let limits =
        locale::light_limits(lang, report.light.yellow_days, report.light.red_days, report.light.task_red_days);
    blocks.push(Block::Paragraph(Line::toned(limits, Tone::Muted)));
    since(report, lang, &mut blocks);
    late(report, lang, &mut blocks);
    milestones(report, lang, &mut blocks);
    outlook(report, lang, &mut blocks);
    next(report, lang, &mut blocks);
    risks(report, lang, &mut blocks);
    benefits(report, lang, &mut blocks);
    gaps(report, lang, &mut blocks);
    if !report.phases.is_empty() {
        heading(&mut blocks, 1, locale::PROGRESS.of(lang));
        blocks.push(Block::Table(progress(report, lang)));
    }
    if let Some(criteria) = &report.criteria {
        heading(&mut blocks, 1, locale::CRITERIA.of(lang));
        blocks.push(Block::Table(criteria::table(criteria)));
    }
    blocks
}

fn heading(blocks: &mut Vec<Block>, level: u8, text: impl Into<String>) {
    blocks.push(Block::Heading { level, text: text.into() });
}

pub(super) fn facts(report: &Report, lang: Lang) -> Vec<(String, Line)> {
    let mut facts = Vec::new();
    if let Some(case) = &report.head.case {
        facts.push((locale::CASE.of(lang).to_owned(), Line::plain(case.clone())));
    }
    let until = locale::date(lang, report.head.as_of);
    let period = match report.period_start {
        Some(start) if start <= report.head.as_of => format!("{} – {until}", locale::date(lang, start)),
        _ => until,
    };
    facts.push((locale::PERIOD.of(lang).to_owned(), Line::plain(period)));
    if let Some(meeting) = &report.next_meeting {
        let mut line = Line::plain(format!("{}, {}", meeting.title, locale::date(lang, meeting.date)));
        if let Some(purpose) = &meeting.purpose {
            line = line.then(format!(": {purpose}"), Tone::Plain);
        }
        facts.push((locale::NEXT_MEETING.of(lang).to_owned(), line));
    }
    facts
}

/// What the group is asked, decisions first.
fn asked(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    let decide: Vec<&AgendaLine> = report.agenda.iter().filter(|line| line.ask == Ask::Decide).collect();
    heading(blocks, 1, locale::WANTED.of(lang));
    if decide.is_empty() && report.unplaced_decisions.is_empty() {
        let words = if report.next_meeting.is_some() { locale::NOTHING_ASKED } else { locale::NO_MEETING };
        blocks.push(Block::Paragraph(Line::plain(words.of(lang))));
    } else {
        blocks.push(Block::List(decide.iter().map(|line| agenda_item(line, lang)).collect()));
    }
    if !report.unplaced_decisions.is_empty() {
        heading(blocks, 2, locale::WITHOUT_MEETING.of(lang));
        blocks.push(Block::List(report.unplaced_decisions.iter().map(|one| decision_item(one, lang)).collect()));
    }
    for ask in [Ask::Discuss, Ask::Inform] {
        let lines: Vec<Item> =
            report.agenda.iter().filter(|line| line.ask == ask).map(|line| agenda_item(line, lang)).collect();
        if !lines.is_empty() {
            heading(blocks, 2, words::ask(lang, ask));
            blocks.push(Block::List(lines));
        }
    }
}

pub(super) fn agenda_item(line: &AgendaLine, lang: Lang) -> Item {
    match &line.decision {
        Some(decision) => decision_item(decision, lang),
        None => {
            let kind = match line.kind {
                AgendaKind::Milestone if line.ask == Ask::Decide => Some(locale::DECISION_POINT),
                AgendaKind::Milestone => Some(locale::MILESTONE),
                AgendaKind::Risk => Some(locale::RISK),
                AgendaKind::Benefit => Some(locale::BENEFIT),
                AgendaKind::Decision | AgendaKind::Task | AgendaKind::Other => None,
            };
            let kind = kind.map(|kind| format!(" ({})", kind.of(lang).to_lowercase())).unwrap_or_default();
            Line::plain(line.title.clone()).then(kind, Tone::Muted).into()
        }
    }
}

pub(super) fn decision_item(decision: &DecisionFacts, lang: Lang) -> Item {
    let labelled = |label: locale::Words, text: String| {
        Line::toned(format!("{}: ", label.of(lang)), Tone::Muted).then(text, Tone::Plain)
    };
    let mut details = Vec::new();
    if let Some(text) = &decision.recommendation {
        details.push(labelled(locale::RECOMMENDATION, text.clone()));
    }
    if !decision.options.is_empty() {
        details.push(labelled(locale::OPTIONS, String::new()));
        let lettered = ('a'..='z').zip(&decision.options);
        details.extend(lettered.map(|(letter, option)| Line::plain(format!("{letter}) {option}"))));
    }
    if let Some(deadline) = decision.deadline {
        details.push(labelled(locale::DEADLINE, locale::period(lang, deadline)));
    }
    Item { text: Line::toned(decision.text.clone(), Tone::Strong), details }
}

pub(super) fn light(report: &Report, lang: Lang) -> Light {
    let reasons = report.light.reasons.iter().map(|reason| words::light_reason(lang, reason)).collect();
    one_light(lang, locale::TIME.of(lang), report.light.colour, reasons)
}

/// The light that somebody set, beside the computed one.
pub(super) fn light_by_hand(report: &Report, lang: Lang) -> Option<Light> {
    let hand = report.light.by_hand.as_ref()?;
    Some(one_light(lang, locale::SET_BY_HAND.of(lang), hand.colour, hand.reason.iter().cloned().collect()))
}

fn one_light(lang: Lang, name: &str, colour: Colour, reasons: Vec<String>) -> Light {
    Light { name: name.to_owned(), colour: self::colour(colour), word: words::light(lang, colour).to_owned(), reasons }
}

/// A light's colour as documents know it.
pub(super) fn colour(colour: Colour) -> LightColour {
    match colour {
        Colour::Green => LightColour::Green,
        Colour::Yellow => LightColour::Yellow,
        Colour::Red => LightColour::Red,
        Colour::None => LightColour::None,
    }
}

pub(super) fn since(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    let title = match (report.since, report.period_start) {
        (Since::LastMeeting, Some(day)) => {
            format!("{}, {}", locale::SINCE_MEETING.of(lang), locale::date(lang, day))
        }
        (Since::Asked, Some(day)) => locale::since_day(lang, day),
        _ => locale::SINCE_START.of(lang).to_owned(),
    };
    heading(blocks, 1, title);
    if report.since != Since::Start || report.changes.then.is_some() {
        let basis = changes::basis(&report.changes, lang);
        blocks.extend(basis.map(|text| Block::Paragraph(Line::toned(text, Tone::Muted))));
    }
    if report.changes.is_empty() {
        let nothing = if report.changes.then.is_some() { locale::NO_CHANGES } else { locale::NOTHING };
        blocks.push(Block::Paragraph(Line::plain(nothing.of(lang))));
    }
    changes::told(&report.changes, lang, 2, blocks);
    // Each of them is late, and stands in the list of what is.
    if !report.not_done.is_empty() {
        let text = locale::planned_but_not_done(lang, report.not_done.len());
        blocks.push(Block::Paragraph(Line::toned(text, Tone::Bad)));
    }
}

pub(super) fn late(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    heading(blocks, 1, locale::counted(locale::OVERDUE.of(lang), report.overdue.late.len()));
    let noted = overdue::Shows { notes: true, ..overdue::Shows::default() };
    if report.overdue.late.is_empty() {
        blocks.push(Block::Paragraph(Line::toned(locale::NOTHING_LATE.of(lang), Tone::Good)));
    } else {
        let table = overdue::table(locale::OVERDUE.of(lang), &report.overdue.late, lang, noted);
        blocks.push(Block::Table(table));
    }
    if !report.overdue.checks.is_empty() {
        let title = locale::CHECKS_PASSED.of(lang);
        heading(blocks, 2, locale::counted(title, report.overdue.checks.len()));
        blocks.push(Block::Table(overdue::table(title, &report.overdue.checks, lang, noted)));
    }
}

pub(super) fn milestones(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    heading(blocks, 1, locale::AHEAD.of(lang));
    if report.milestones.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(locale::NO_MILESTONES.of(lang))));
        return;
    }
    let row = |one: &MilestoneFacts| {
        let title = if one.decision {
            Line::plain(one.title.clone()).then(format!(" ({})", locale::DECISION_POINT.of(lang)), Tone::Muted)
        } else {
            Line::plain(one.title.clone())
        };
        let phase = one.phase.as_ref().map_or("", |phase| &phase.name);
        let date = one.date.map_or_else(String::new, |date| locale::period_short(lang, date));
        let likely = report.outlook.milestones.iter().find(|likely| likely.milestone.id == one.id);
        let forecast = common::maybe_day(lang, likely.and_then(|likely| likely.forecast));
        let slip = common::put_off(lang, likely.and_then(|likely| likely.slip));
        Row::Cells(vec![title.into(), phase.into(), date.into(), forecast, slip])
    };
    blocks.push(Block::Table(Table {
        caption: locale::MILESTONES.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::MILESTONE.of(lang)),
            Column::text(locale::PHASE.of(lang)),
            Column::fixed(locale::PLANNED_DATE.of(lang)),
            Column::fixed(locale::FORECAST.of(lang)),
            Column::fixed(locale::SHIFT.of(lang)),
        ],
        rows: report.milestones.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }));
}

/// What is likely, where it is not what the plan says or hangs on what is not done.
pub(super) fn outlook(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    let outlook = &report.outlook;
    let is_told = |one: &&MilestoneForecast| !one.chain.is_empty() || one.slip.is_some_and(|days| days > 0);
    let told: Vec<&MilestoneForecast> = outlook.milestones.iter().filter(is_told).collect();
    if outlook.costliest.is_some() || !told.is_empty() {
        heading(blocks, 1, locale::FORECAST.of(lang));
        blocks.push(Block::Paragraph(Line::toned(locale::HOW_FORECAST.of(lang), Tone::Muted)));
        forecast::told(&told, outlook.costliest.as_ref(), lang, blocks);
    }
}

pub(super) fn next(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    heading(blocks, 1, locale::next_period(lang, report.next_period_end));
    if report.next.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(locale::NOTHING.of(lang))));
    } else {
        let title = locale::NEXT_PERIOD.of(lang);
        let until = overdue::Shows { until: Some(report.next_period_end), ..overdue::Shows::default() };
        blocks.push(Block::Table(overdue::table(title, &report.next, lang, until)));
    }
}

/// How many risks the steering group is shown: the worst.
const MOST_RISKS: usize = 5;

pub(super) fn risks(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    if report.risks.is_empty() {
        return;
    }
    heading(blocks, 1, locale::counted(locale::RISKS.of(lang), report.risks.len()));
    let worst = report.risks.get(..MOST_RISKS).unwrap_or(&report.risks);
    blocks.push(Block::Table(risk_table(worst, lang)));
    blocks.push(Block::Paragraph(Line::toned(locale::HOW_SCORED.of(lang), Tone::Muted)));
}

/// Risks as a table.
pub fn risk_table(risks: &[RiskFacts], lang: Lang) -> Table {
    let row = |risk: &RiskFacts| {
        let tone = match risk.score {
            Some(15..) => Tone::Bad,
            Some(8..) => Tone::Caution,
            _ => Tone::Plain,
        };
        let part = |number: Option<i64>| number.map_or_else(|| "–".to_owned(), |number| number.to_string());
        let score = format!("{} ({} × {})", part(risk.score), part(risk.likelihood), part(risk.impact));
        let score = Cell::from(Line::toned(score, tone)).with(risk.score.map(|score| Value::Number(score as f64)));
        let owner = risk.owner.as_ref().map_or_else(
            || Line::toned(locale::NO_OWNER.of(lang), Tone::Caution),
            |owner| Line::plain(owner.name.clone()),
        );
        let response = risk.response.clone().unwrap_or_default();
        Row::Cells(vec![risk.title.clone().into(), score.toned(tone), owner.into(), response.into()])
    };
    Table {
        caption: locale::RISKS.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::RISK.of(lang)),
            Column::fixed(locale::SCORE.of(lang)),
            Column::text(locale::OWNER.of(lang)),
            Column::text(locale::RESPONSE.of(lang)),
        ],
        rows: risks.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}

fn benefits(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    if report.benefits.is_empty() {
        return;
    }
    let row = |benefit: &BenefitFacts| {
        let reading = benefit.reading.as_ref();
        let reading =
            reading.map_or_else(String::new, |(on, value)| format!("{value} ({})", locale::date_short(lang, *on)));
        let outcome = benefit.outcome.map_or("", |outcome| words::benefit_outcome(lang, outcome));
        let now = if outcome.is_empty() { reading } else { outcome.to_owned() };
        Row::Cells(vec![
            benefit.title.clone().into(),
            benefit.baseline.clone().unwrap_or_default().into(),
            now.into(),
            benefit.target.clone().unwrap_or_default().into(),
        ])
    };
    heading(blocks, 1, locale::BENEFITS.of(lang));
    blocks.push(Block::Table(Table {
        caption: locale::BENEFITS.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::BENEFIT.of(lang)),
            Column::text(locale::BASELINE.of(lang)),
            Column::text(locale::NOW.of(lang)),
            Column::text(locale::TARGET.of(lang)),
        ],
        rows: report.benefits.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }));
}

/// How many gaps of one kind are named: `plan check` names all.
const MOST_GAPS: usize = 12;

fn gaps(report: &Report, lang: Lang, blocks: &mut Vec<Block>) {
    heading(blocks, 1, locale::GAPS.of(lang));
    if report.gaps.is_empty() {
        blocks.push(Block::Paragraph(Line::toned(locale::NO_GAPS.of(lang), Tone::Good)));
        return;
    }
    for gap in &report.gaps {
        heading(blocks, 2, locale::counted(words::gap(lang, gap.kind), gap.of.len()));
        let (shown, rest) = gap.of.split_at(gap.of.len().min(MOST_GAPS));
        let mut items: Vec<Item> = shown.iter().map(|what| Line::plain(what.clone()).into()).collect();
        items.extend((!rest.is_empty()).then(|| Line::toned(locale::more(lang, rest.len()), Tone::Muted).into()));
        blocks.push(Block::List(items));
    }
}

fn progress(report: &Report, lang: Lang) -> Table {
    let number = |count: usize, tone: Tone| -> Cell {
        if count == 0 { Line::toned("–", Tone::Muted).into() } else { Line::toned(count.to_string(), tone).into() }
    };
    let row = |phase: &crate::view::PhaseProgress| {
        Row::Cells(vec![
            phase.phase.name.clone().into(),
            locale::span_ongoing(lang, phase.start, phase.due, phase.ongoing).into(),
            format!("{}/{}", phase.done, phase.total).into(),
            number(phase.running, Tone::Active),
            number(phase.late, Tone::Bad),
        ])
    };
    Table {
        caption: locale::PROGRESS.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::PHASE.of(lang)),
            Column::text(locale::TIME.of(lang)),
            Column::number(locale::DONE.of(lang)),
            Column::number(locale::ONGOING.of(lang)),
            Column::number(locale::LATE.of(lang)),
        ],
        rows: report.phases.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}

fn annex(report: &Report, lang: Lang, medium: Medium) -> Vec<Block> {
    let matrix = || matrix::blocks(&report.matrix);
    let timeline = || timeline::blocks(&report.timeline, timeline::AxisScale::Fitting, medium);
    let (matrix, timeline) = both(report, matrix, timeline);
    let mut blocks = Vec::new();
    heading(&mut blocks, 1, format!("{} 1: {}", locale::ANNEX.of(lang), locale::MATRIX.of(lang)));
    blocks.extend(matrix.into_iter().map(common::under));
    heading(&mut blocks, 1, format!("{} 2: {}", locale::ANNEX.of(lang), locale::TIMELINE.of(lang)));
    blocks.extend(timeline.into_iter().map(common::under));
    blocks
}
