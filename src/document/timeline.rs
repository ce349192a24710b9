//! The timeline as a chart, and the same facts as a table.

use super::{
    Bar, Block, Cell, Column, Document, Line, Mark, Medium, Row, RowKind, Scale, Table, Tick, Timeline, TimelineRow,
    Tone, common, words,
};
use crate::calendar::{Date, Period, Unit};
use crate::locale::{self, Lang};
use crate::model::{Missed, State};
use crate::view::{self, MilestoneFacts, TimelineTask};

/// How fine the axis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AxisScale {
    /// what suits the length of the plan
    Fitting,
    Weeks,
    Months,
    Quarters,
}

/// The timeline on a page of its own, as a chart or as a table.
pub fn document(timeline: &view::Timeline, scale: AxisScale, as_table: bool, medium: Medium) -> Document {
    let lang = timeline.head.lang;
    let mut document = common::titled(&timeline.head, locale::TIMELINE.of(lang));
    document.blocks = match as_table && !medium.sorts() {
        true => vec![Block::Table(table(timeline))],
        false => blocks(timeline, scale, medium),
    };
    document
}

/// The timeline as a part of a page.
pub fn blocks(timeline: &view::Timeline, scale: AxisScale, medium: Medium) -> Vec<Block> {
    if medium.sorts() {
        return vec![Block::Table(records(timeline))];
    }
    let table = (medium.tells()).then(|| table(timeline));
    vec![Block::Timeline(Timeline { table, ..chart(timeline, scale) })]
}

fn chart(timeline: &view::Timeline, scale: AxisScale) -> Timeline {
    let lang = timeline.head.lang;
    let today = timeline.head.as_of;
    let mut rows = Vec::new();
    if !timeline.milestones.is_empty() {
        rows.push(head(locale::MILESTONES.of(lang), Vec::new()));
        rows.extend(timeline.milestones.iter().map(|one| milestone(lang, one)));
    }
    for group in &timeline.groups {
        let name = group.phase.as_ref().map_or_else(|| locale::WITHOUT_PHASE.of(lang), |phase| &phase.name);
        let first = group.start.or(group.due).map(Period::first);
        let last = group.due.map(Period::last).or(first);
        let bar = first.zip(last).map(|(first, last)| Bar { first, last, mark: Mark::Phase, open: group.ongoing });
        rows.push(head(name, bar.into_iter().collect()));
        rows.extend(group.tasks.chunk_by(same_in_units).flat_map(|tasks| several(lang, tasks, today)));
    }
    let used = |mark: Mark| {
        rows.iter()
            .any(|row| row.bars.iter().any(|bar| bar.mark == mark) || row.point.is_some_and(|point| point.1 == mark))
    };
    let marks = [
        (Mark::Done, words::state(lang, State::Done)),
        (Mark::Active, words::state(lang, State::Doing)),
        (Mark::Planned, locale::PLANNED.of(lang)),
        (Mark::Late, locale::LATE_SINCE_DUE.of(lang)),
        (Mark::Ongoing, words::state(lang, State::Ongoing)),
        (Mark::Milestone, locale::MILESTONE_WORD.of(lang)),
        (Mark::MilestoneDone, locale::MILESTONE_REACHED.of(lang)),
        (Mark::MilestoneLate, locale::MILESTONE_LATE.of(lang)),
    ];
    let mut legend: Vec<(Mark, String)> =
        marks.into_iter().filter(|(mark, _)| used(*mark)).map(|(mark, words)| (mark, words.to_owned())).collect();
    legend.push((Mark::Today, locale::TODAY.of(lang).to_owned()));
    let (first, last) = axis(timeline);
    Timeline {
        caption: locale::TIMELINE.of(lang).to_owned(),
        first,
        last,
        scales: scales(lang, first, last, scale),
        today,
        today_label: locale::TODAY.of(lang).to_owned(),
        rows,
        legend,
        table: None,
    }
}

/// The days drawn: whole weeks, with room after the last for what goes on.
fn axis(timeline: &view::Timeline) -> (Date, Date) {
    let open = timeline.groups.iter().any(|group| group.ongoing || group.tasks.iter().any(|task| task.open));
    let room = if open { 14 } else { 0 };
    (Period::of(Unit::Week, timeline.first).first(), Period::of(Unit::Week, timeline.last.add_days(room)).last())
}

fn scales(lang: Lang, first: Date, last: Date, scale: AxisScale) -> Vec<Scale> {
    let days = first.days_until(last);
    let units = match scale {
        AxisScale::Weeks => [Unit::Month, Unit::Week],
        AxisScale::Months => [Unit::Year, Unit::Month],
        AxisScale::Quarters => [Unit::Year, Unit::Quarter],
        AxisScale::Fitting if days <= 800 => [Unit::Month, Unit::Week],
        AxisScale::Fitting if days <= 1500 => [Unit::Year, Unit::Month],
        AxisScale::Fitting => [Unit::Year, Unit::Quarter],
    };
    let has_years = units.contains(&Unit::Year);
    units.into_iter().map(|unit| ticks(lang, unit, first, last, has_years)).collect()
}

fn ticks(lang: Lang, unit: Unit, first: Date, last: Date, has_years: bool) -> Scale {
    let mut ticks = Vec::new();
    let mut period = Period::of(unit, first);
    let mut year = None;
    while period.first() <= last {
        let new_year = year.replace(period.year()) != Some(period.year());
        let label = match unit {
            Unit::Week => period.number().to_string(),
            Unit::Month if new_year && period.first() > first && !has_years => period.year().to_string(),
            Unit::Month => locale::month_short(lang, period.number()).to_owned(),
            Unit::Quarter => locale::quarter_short(lang, period.number()),
            _ => period.year().to_string(),
        };
        ticks.push(Tick { first: period.first().max(first), last: period.last().min(last), label });
        let next = period.next();
        if next == period {
            break;
        }
        period = next;
    }
    let name = match unit {
        Unit::Week => locale::WEEK.of(lang).to_owned(),
        // The axis begins with a whole week, which may be the old year's last.
        Unit::Month if !has_years => first.add_days(6).year().to_string(),
        _ => String::new(),
    };
    Scale { name, ticks }
}

fn head(label: &str, bars: Vec<Bar>) -> TimelineRow {
    TimelineRow {
        kind: RowKind::Head,
        sign: String::new(),
        label: label.to_owned(),
        tone: Tone::Strong,
        bars,
        point: None,
        remark: String::new(),
    }
}

fn milestone(lang: Lang, milestone: &MilestoneFacts) -> TimelineRow {
    let state = if milestone.done.is_some() { State::Done } else { State::Todo };
    let (sign, tone) = common::sign(state, milestone.late.is_some());
    let mark = match (milestone.done, milestone.late) {
        (Some(_), _) => Mark::MilestoneDone,
        (None, Some(_)) => Mark::MilestoneLate,
        (None, None) => Mark::Milestone,
    };
    let day = milestone.done.or(milestone.date.map(Period::last));
    let when = milestone.date.map_or_else(|| locale::NO_DUE.of(lang).to_owned(), |date| locale::period(lang, date));
    let remark = milestone.late.map_or(when, |late| words::late(lang, late));
    TimelineRow {
        kind: RowKind::Milestone,
        sign: sign.to_owned(),
        label: milestone.title.clone(),
        tone,
        bars: Vec::new(),
        point: day.map(|day| (day, mark)),
        remark,
    }
}

/// Whether two tasks are the same one in two units.
fn same_in_units(a: &TimelineTask, b: &TimelineTask) -> bool {
    a.facts.unit.is_some() && b.facts.unit.is_some() && a.facts.title == b.facts.title
}

/// Tasks that differ by their unit alone: the title once, then the units.
fn several(lang: Lang, tasks: &[TimelineTask], today: Date) -> Vec<TimelineRow> {
    let [first, _, ..] = tasks else { return tasks.iter().map(|one| task(lang, one, today)).collect() };
    let title = TimelineRow { kind: RowKind::Task, tone: Tone::Plain, ..head(&first.facts.title, Vec::new()) };
    let part = |one: &TimelineTask| {
        let label = one.facts.unit.as_ref().map_or_else(String::new, |unit| unit.name.clone());
        TimelineRow { kind: RowKind::Part, label, ..task(lang, one, today) }
    };
    std::iter::once(title).chain(tasks.iter().map(part)).collect()
}

fn task(lang: Lang, task: &TimelineTask, today: Date) -> TimelineRow {
    let facts = &task.facts;
    let (sign, tone) = common::sign(facts.state, facts.late.is_some());
    let mut remark = Vec::new();
    if task.from.is_none() && task.to.is_none() {
        remark.push(locale::NO_DUE.of(lang).to_owned());
    }
    if facts.state == State::Blocked {
        remark.push(words::state(lang, State::Blocked).to_owned());
    }
    if let Some(late) = facts.late {
        remark.push(words::late(lang, late));
    }
    if facts.owner.is_none() && facts.open {
        remark.push(locale::NO_OWNER.of(lang).to_owned());
    }
    TimelineRow {
        kind: RowKind::Task,
        sign: sign.to_owned(),
        label: common::title(facts).text(),
        tone,
        bars: bars(task, today),
        point: None,
        remark: remark.join(", "),
    }
}

fn bars(task: &TimelineTask, today: Date) -> Vec<Bar> {
    let facts = &task.facts;
    let Some(from) = task.from.or(task.to) else { return Vec::new() };
    let mark = match facts.state {
        State::Done => Mark::Done,
        State::Doing | State::Blocked => Mark::Active,
        State::Ongoing => Mark::Ongoing,
        State::Todo | State::Dropped => Mark::Planned,
    };
    let mut bars = Vec::new();
    match task.to {
        Some(to) => {
            // The first delivery is a stretch of its own; what goes on follows it.
            let delivered = facts.ongoing && facts.delivered;
            let first = if delivered {
                Mark::Done
            } else if facts.ongoing {
                delivery(facts.state)
            } else {
                mark
            };
            bars.push(Bar { first: from, last: to, mark: first, open: false });
            let late_by_due = facts.late.is_some_and(|late| late.missed != Missed::Check);
            if late_by_due && to < today {
                bars.push(Bar { first: to.add_days(1), last: today, mark: Mark::Late, open: false });
            }
            if task.open {
                let after = if late_by_due { to.max(today) } else { to };
                bars.push(Bar { first: after.add_days(1), last: after.add_days(1), mark: Mark::Ongoing, open: true });
            }
        }
        None => {
            let last = facts.check.map_or(from, Period::last).max(from);
            bars.push(Bar { first: from, last, mark, open: task.open });
        }
    }
    bars
}

fn delivery(state: State) -> Mark {
    if state == State::Todo { Mark::Planned } else { Mark::Active }
}

/// The same facts, a milestone or task a row and a fact a cell.
fn records(timeline: &view::Timeline) -> Table {
    let lang = timeline.head.lang;
    let phase = |phase: Option<&view::Named>| Cell::from(phase.map_or("", |phase| phase.name.as_str()));
    let first = |period: Option<Period>| common::maybe_day(lang, period.map(Period::first));
    let last = |period: Option<Period>| common::maybe_day(lang, period.map(Period::last));
    let mut rows = Vec::new();
    for one in &timeline.milestones {
        let kind = if one.decision { locale::DECISION_POINT } else { locale::MILESTONE_WORD };
        let state = if one.done.is_some() { locale::MILESTONE_REACHED } else { locale::PLANNED };
        rows.push(Row::Cells(vec![
            one.title.clone().into(),
            kind.of(lang).into(),
            phase(one.phase.as_ref()),
            Cell::default(),
            Cell::default(),
            last(one.date),
            state.of(lang).into(),
            common::maybe_day(lang, one.done),
            common::lateness(lang, one.late),
        ]));
    }
    for group in &timeline.groups {
        for task in &group.tasks {
            let facts = &task.facts;
            rows.push(Row::Cells(vec![
                common::title(facts).into(),
                locale::TASK.of(lang).to_lowercase().into(),
                phase(group.phase.as_ref()),
                facts.owner.as_ref().map_or("", |owner| &owner.name).into(),
                first(facts.start),
                last(facts.due),
                words::state(lang, facts.state).into(),
                common::maybe_day(lang, facts.done),
                common::lateness(lang, facts.late),
            ]));
        }
    }
    Table {
        caption: locale::TIMELINE.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::WHAT_IT_IS.of(lang)),
            Column::text(locale::KIND.of(lang)),
            Column::text(locale::PHASE.of(lang)),
            Column::text(locale::OWNER.of(lang)),
            Column::fixed(locale::START.of(lang)),
            Column::fixed(locale::DUE.of(lang)),
            Column::text(locale::STATUS.of(lang)),
            Column::fixed(locale::DONE.of(lang)),
            Column::number(locale::DAYS_LATE.of(lang)),
        ],
        rows,
        row_headers: true,
        ruled: false,
    }
}

/// The same facts in words.
fn table(timeline: &view::Timeline) -> Table {
    let lang = timeline.head.lang;
    let mut rows = Vec::new();
    if !timeline.milestones.is_empty() {
        rows.push(Row::Group(vec![locale::MILESTONES.of(lang).into()]));
        for one in &timeline.milestones {
            let date = one.date.map_or_else(String::new, |date| locale::period(lang, date));
            let status = match (one.done, one.late) {
                (Some(done), _) => Line::toned(format!("✓ {}", locale::date(lang, done)), Tone::Good),
                (None, Some(late)) => Line::toned(format!("! {}", words::late(lang, late)), Tone::Bad),
                (None, None) => Line::default(),
            };
            let kind = if one.decision { locale::DECISION_POINT.of(lang) } else { "" };
            rows.push(Row::Cells(vec![one.title.clone().into(), kind.into(), date.into(), status.into()]));
        }
    }
    for group in &timeline.groups {
        let name = group.phase.as_ref().map_or_else(|| locale::WITHOUT_PHASE.of(lang), |phase| &phase.name);
        let when = locale::span_ongoing(lang, group.start, group.due, group.ongoing);
        rows.push(Row::Group(vec![name.into(), Cell::default(), when.into()]));
        for task in &group.tasks {
            let facts = &task.facts;
            let when = match locale::span_ongoing(lang, facts.start, facts.due, facts.ongoing) {
                empty if empty.is_empty() => common::due(lang, facts),
                when => when,
            };
            rows.push(Row::Cells(vec![
                common::title(facts).into(),
                common::owner(lang, facts).into(),
                when.into(),
                common::status(lang, facts).into(),
            ]));
        }
    }
    Table {
        caption: locale::TIMELINE.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::TASK.of(lang)),
            Column::text(locale::OWNER.of(lang)),
            Column::text(locale::TIME.of(lang)),
            Column::text(locale::STATUS.of(lang)),
        ],
        rows,
        row_headers: true,
        ruled: false,
    }
}
