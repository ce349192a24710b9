//! What changed in a plan: told under headings, or as one list of records.

use super::{Block, Cell, Column, Document, Item, Line, Row, Table, Tone, Value, common};
use crate::calendar::{Date, Period};
use crate::locale::{self, Lang, Words};
use crate::model::Missed;
use crate::view::{
    Changes, CriterionChange, DecisionFacts, Diff, Dropped, MilestoneFacts, Move, Moved, OwnerChange, PhaseSlip,
    Renamed, RiskChange, TaskFacts, Trend, Version, VersionKind,
};

/// The changes on a page of their own.
pub fn document(diff: &Diff) -> Document {
    let lang = diff.head.lang;
    let mut document = titled(diff);
    let blocks = &mut document.blocks;
    if diff.changes.is_empty() {
        blocks.push(Block::Paragraph(Line::toned(locale::NO_CHANGES.of(lang), Tone::Good)));
    }
    told(&diff.changes, lang, 1, blocks);
    document
}

/// The changes as one list.
pub fn records(diff: &Diff) -> Document {
    let mut document = titled(diff);
    document.blocks.push(Block::Table(table(&diff.changes, diff.head.lang)));
    document
}

fn titled(diff: &Diff) -> Document {
    let Diff { head, changes, now } = diff;
    let mut document = common::titled(head, locale::CHANGES.of(head.lang));
    let from = basis(changes, head.lang);
    document.blocks.extend(from.map(|text| Block::Paragraph(Line::toned(text, Tone::Muted))));
    if now.kind != VersionKind::File {
        let day = locale::date(head.lang, now.day);
        document.subtitle = [locale::CHANGES.of(head.lang), &place(now), &day].join(" · ");
    }
    document
}

/// What the changes are told against.
pub(super) fn basis(changes: &Changes, lang: Lang) -> Option<String> {
    match &changes.then {
        Some(version) => Some(compared(version, changes.since, lang)),
        None => changes.since.map(|_| locale::BY_DATES.of(lang).to_owned()),
    }
}

fn compared(version: &Version, since: Option<Date>, lang: Lang) -> String {
    match version.kind {
        VersionKind::File => locale::compared_with(lang, version.name.as_deref().unwrap_or("")),
        _ => locale::compared(lang, since, version.day, &place(version)),
    }
}

fn place(version: &Version) -> String {
    let name = version.name.as_deref().unwrap_or("");
    match version.kind {
        VersionKind::Git => format!("git {name}"),
        VersionKind::Snapshot | VersionKind::File => name.to_owned(),
    }
}

/// What changed, under a heading for each kind of change that there was.
pub(super) fn told(changes: &Changes, lang: Lang, level: u8, blocks: &mut Vec<Block>) {
    list(locale::DONE, &changes.done, |task| done(task, lang), lang, level, blocks);
    if !changes.moved.is_empty() {
        let text = locale::counted(locale::MOVED.of(lang), changes.moved.len());
        blocks.push(Block::Heading { level, text });
        blocks.push(Block::Table(moved(&changes.moved, lang)));
    }
    let dropped =
        |one: &Dropped| with_note(common::title(&one.task), &one.task, one.removed.then_some(locale::REMOVED), lang);
    list(locale::DROPPED, &changes.dropped, dropped, lang, level, blocks);
    let noted = |task: &TaskFacts| with_note(common::signed_title(task), task, None, lang);
    list(locale::BLOCKED, &changes.blocked, noted, lang, level, blocks);
    list(locale::REOPENED, &changes.reopened, noted, lang, level, blocks);
    list(locale::ADDED, &changes.added, |task| owed(task, lang), lang, level, blocks);
    list(locale::BEGUN, &changes.begun, |task| owed(task, lang), lang, level, blocks);
    let renamed = |one: &Renamed| -> Item {
        let id =
            if one.then.id == one.task.id { String::new() } else { format!(" ({} → {})", one.then.id, one.task.id) };
        let title = if one.then.name == one.task.title { Line::default() } else { was(lang, &one.then.name) };
        let line = common::signed_title(&one.task).then(id, Tone::Muted);
        line.append(title).into()
    };
    list(locale::OTHER_TITLE, &changes.renamed, renamed, lang, level, blocks);
    list(locale::OTHER_OWNER, &changes.owners, |one| other_owner(one, lang), lang, level, blocks);
    let reached = |one: &MilestoneFacts| -> Item {
        let on = one.done.map(|done| format!(" ({})", locale::day_month(lang, done))).unwrap_or_default();
        Line::plain(format!("◆ {}{on}", one.title)).into()
    };
    list(locale::REACHED, &changes.milestones_reached, reached, lang, level, blocks);
    let dated = |one: &MilestoneFacts| -> Item {
        let date = one.date.map(|date| format!(" ({})", locale::period_short(lang, date))).unwrap_or_default();
        Line::plain(format!("◇ {}", one.title)).then(date, Tone::Muted).into()
    };
    list(locale::MILESTONES_REOPENED, &changes.milestones_reopened, dated, lang, level, blocks);
    list(locale::MILESTONES_ADDED, &changes.milestones_added, dated, lang, level, blocks);
    list(locale::MILESTONES_DROPPED, &changes.milestones_dropped, dated, lang, level, blocks);
    list(locale::DECIDED, &changes.decided, |one| Item::from(decided(one)), lang, level, blocks);
    let wanted = |one: &DecisionFacts| -> Item {
        let deadline = one.deadline.map(|due| format!(" ({})", locale::period_short(lang, due))).unwrap_or_default();
        Line::plain(one.text.clone()).then(deadline, Tone::Muted).into()
    };
    list(locale::UNDECIDED, &changes.undecided, wanted, lang, level, blocks);
    list(locale::DECISIONS_ADDED, &changes.decisions_added, wanted, lang, level, blocks);
    list(locale::DECISIONS_DROPPED, &changes.decisions_dropped, wanted, lang, level, blocks);
    list(locale::CRITERIA_MET, &changes.criteria_met, |one| Item::from(criterion(one, lang)), lang, level, blocks);
    list(locale::CRITERIA_LOST, &changes.criteria_lost, |one| Item::from(criterion(one, lang)), lang, level, blocks);
    list(locale::RISKS_CHANGED, &changes.risks, |one| Item::from(risk(one, lang)), lang, level, blocks);
    let slipped: Vec<&PhaseSlip> = changes.phases.iter().filter(|one| one.then != one.now || one.moved > 0).collect();
    if !slipped.is_empty() {
        blocks.push(Block::Heading { level, text: locale::SLIP.of(lang).to_owned() });
        blocks.push(Block::Table(slip(&slipped, lang)));
    }
}

fn list<T>(heading: Words, of: &[T], item: impl Fn(&T) -> Item, lang: Lang, level: u8, blocks: &mut Vec<Block>) {
    if !of.is_empty() {
        blocks.push(Block::Heading { level, text: locale::counted(heading.of(lang), of.len()) });
        blocks.push(Block::List(of.iter().map(item).collect()));
    }
}

fn done(task: &TaskFacts, lang: Lang) -> Item {
    let on = task.done.map(|done| locale::day_month(lang, done));
    let by = task.owner.as_ref().map(|owner| owner.name.clone());
    let said: Vec<String> = on.into_iter().chain(by).collect();
    let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) };
    common::signed_title(task).then(said, Tone::Muted).into()
}

/// A task with when it is due and who is accountable.
fn owed(task: &TaskFacts, lang: Lang) -> Item {
    let line = common::signed_title(task).then(format!(" ({}, ", common::due(lang, task)), Tone::Muted);
    line.append(common::owner(lang, task)).then(")", Tone::Muted).into()
}

fn with_note(line: Line, task: &TaskFacts, aside: Option<Words>, lang: Lang) -> Item {
    let aside = aside.map(|words| format!(" ({})", words.of(lang))).unwrap_or_default();
    let details = task.note.iter().map(|note| Line::toned(note.clone(), Tone::Muted)).collect();
    Item { text: line.then(aside, Tone::Muted), details }
}

fn other_owner(change: &OwnerChange, lang: Lang) -> Item {
    let line = common::signed_title(&change.task).then(": ", Tone::Plain);
    let line = line.append(common::owner(lang, &change.task));
    let then = change.then.as_ref().map_or(locale::NO_OWNER.of(lang), |then| &then.name);
    line.append(was(lang, then)).into()
}

/// " (før: Ida Holm)".
fn was(lang: Lang, then: &str) -> Line {
    Line::toned(format!(" ({}: {then})", locale::WAS.of(lang)), Tone::Muted)
}

fn decided(decision: &DecisionFacts) -> Line {
    let joint = if decision.text.ends_with(['?', '.', '!']) { " " } else { ": " };
    let outcome = decision.outcome.as_ref().map(|outcome| format!("{joint}{outcome}")).unwrap_or_default();
    Line::plain(decision.text.clone()).then(outcome, Tone::Strong)
}

fn criterion(change: &CriterionChange, lang: Lang) -> Line {
    let cell = format!(" ({} × {}", change.phase.name, change.dimension.name);
    let waived = change.waived.as_ref().map(|why| format!("; {}: {why}", locale::NOT_RELEVANT.of(lang).to_lowercase()));
    Line::plain(change.text.clone()).then(format!("{cell}{})", waived.unwrap_or_default()), Tone::Muted)
}

fn risk(change: &RiskChange, lang: Lang) -> Line {
    let (words, tone) = trend(change.trend);
    let score = |score: Option<i64>| score.map_or_else(|| "–".to_owned(), |score| score.to_string());
    let scores = match change.trend {
        Trend::New | Trend::Gone => score(change.risk.score),
        Trend::Worse | Trend::Better => format!("{} → {}", score(change.then), score(change.risk.score)),
    };
    Line::plain(format!("{}: ", change.risk.title)).then(format!("{} ({scores})", words.of(lang)), tone)
}

fn trend(trend: Trend) -> (Words, Tone) {
    match trend {
        Trend::New => (locale::RISK_NEW, Tone::Caution),
        Trend::Worse => (locale::RISK_WORSE, Tone::Bad),
        Trend::Better => (locale::RISK_BETTER, Tone::Good),
        Trend::Gone => (locale::RISK_GONE, Tone::Muted),
    }
}

/// What moved, with the date that is and, in parentheses, the one that was.
fn moved(moves: &[Move], lang: Lang) -> Table {
    let owned = moves.iter().any(|one| matches!(&one.subject, Moved::Task { task } if task.owner.is_some()));
    let reasons = moves.iter().any(|one| one.reason.is_some());
    let mut columns = vec![Column::text(locale::TASK.of(lang))];
    columns.extend(owned.then(|| Column::text(locale::OWNER.of(lang))));
    columns.push(Column::fixed(locale::NOW_AND_THEN.of(lang)));
    columns.push(Column::fixed(locale::MOVED.of(lang)));
    columns.extend(reasons.then(|| Column::text(locale::NOTED.of(lang))));
    let row = |one: &Move| {
        let (title, owner) = match &one.subject {
            Moved::Task { task } => (common::signed_title(task), common::owner(lang, task)),
            Moved::Milestone { milestone } => (milestone_title(milestone, lang), Line::plain("–")),
        };
        let mut cells: Vec<Cell> = vec![title.into()];
        cells.extend(owned.then(|| owner.into()));
        let now = Line::plain(when(lang, one.what, one.now));
        let then = Line::toned(format!("({})", when(lang, one.what, one.then)), Tone::Muted);
        cells.push(Cell::lines(vec![now, then]).with(one.now.map(|now| Value::Date(now.last()))));
        cells.push(common::shifted(lang, one.days));
        cells.extend(reasons.then(|| one.reason.clone().unwrap_or_default().into()));
        Row::Cells(cells)
    };
    let caption = locale::MOVED_TABLE.of(lang).to_owned();
    Table { caption, columns, rows: moves.iter().map(row).collect(), row_headers: true, ruled: false }
}

fn milestone_title(milestone: &MilestoneFacts, lang: Lang) -> Line {
    let kind = if milestone.decision { locale::DECISION_POINT } else { locale::MILESTONE_WORD };
    Line::plain(format!("◇ {}", milestone.title)).then(format!(" ({})", kind.of(lang)), Tone::Muted)
}

/// A date and which of a task's dates it is, where it is not its due.
fn when(lang: Lang, what: Missed, period: Option<Period>) -> String {
    let Some(period) = period else { return locale::NOT_SET.of(lang).to_owned() };
    let date = locale::period_short(lang, period);
    match what {
        Missed::Due => date,
        Missed::Start => format!("{} {date}", locale::STARTS.of(lang)),
        Missed::Check => format!("{} {date}", locale::NEXT_CHECK.of(lang)),
    }
}

fn slip(phases: &[&PhaseSlip], lang: Lang) -> Table {
    let day = |day: Option<Date>| {
        day.map_or_else(|| locale::NOT_SET.of(lang).to_owned(), |day| locale::date_short(lang, day))
    };
    let row = |one: &&PhaseSlip| {
        let mut end = Line::plain(day(one.now));
        if one.then != one.now {
            end = end.then(format!(" ({})", day(one.then)), Tone::Muted);
        }
        let end = Cell::from(end).with(one.now.map(Value::Date));
        let moved = if one.moved == 0 { "–".to_owned() } else { one.moved.to_string() };
        let moved = Cell::from(moved).with(Value::Number(one.moved as f64));
        Row::Cells(vec![one.phase.name.clone().into(), end, common::shifted(lang, one.days), moved])
    };
    Table {
        caption: locale::SLIP.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::PHASE.of(lang)),
            Column::fixed(locale::END_AND_THEN.of(lang)),
            Column::fixed(locale::SHIFT.of(lang)),
            Column::number(locale::TASKS_MOVED.of(lang)),
        ],
        rows: phases.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}

/// Every change on a row of its own, to be sorted and counted.
pub(super) fn table(changes: &Changes, lang: Lang) -> Table {
    Table {
        caption: locale::CHANGES.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::CHANGE.of(lang)),
            Column::text(locale::WHAT_IT_IS.of(lang)),
            Column::text(locale::OWNER.of(lang)),
            Column::fixed(locale::THEN.of(lang)),
            Column::fixed(locale::NOW.of(lang)),
            Column::number(locale::MOVED_DAYS.of(lang)),
            Column::text(locale::NOTED.of(lang)),
            Column::fixed(locale::ID.of(lang)),
        ],
        rows: all_records(changes, lang).into_iter().map(|record| record.row(lang)).collect(),
        row_headers: false,
        ruled: false,
    }
}

/// A change as a row.
#[derive(Default)]
struct Record<'c> {
    change: Words,
    id: &'c str,
    what: String,
    owner: &'c str,
    then: Cell,
    now: Cell,
    /// Calendar days that it moved.
    days: Option<i64>,
    note: &'c str,
}

impl<'c> Record<'c> {
    fn task(change: Words, task: &'c TaskFacts) -> Record<'c> {
        let owner = task.owner.as_ref().map_or("", |owner| &owner.name);
        Record { change, id: &task.id, what: common::title(task).text(), owner, ..Record::default() }
    }

    fn named(change: Words, id: &'c str, what: &str) -> Record<'c> {
        Record { change, id, what: what.to_owned(), ..Record::default() }
    }

    fn row(self, lang: Lang) -> Row {
        let days = number(self.days);
        let change = Cell::from(self.change.of(lang));
        let (what, owner, note, id) = (self.what.into(), self.owner.into(), self.note.into(), self.id.into());
        Row::Cells(vec![change, what, owner, self.then, self.now, days, note, id])
    }
}

fn number(number: Option<i64>) -> Cell {
    number.map_or_else(Cell::default, |number| Cell::from(number.to_string()).with(Value::Number(number as f64)))
}

fn all_records(changes: &Changes, lang: Lang) -> Vec<Record<'_>> {
    let day = |day| common::maybe_day(lang, day);
    let mut records = Vec::new();
    records.extend(changes.done.iter().map(|one| Record { now: day(one.done), ..Record::task(locale::DONE, one) }));
    records.extend(changes.moved.iter().map(|one| moved_record(one, lang)));
    records.extend(changes.dropped.iter().map(|one| Record {
        now: if one.removed { locale::REMOVED.of(lang).into() } else { Cell::default() },
        note: one.task.note.as_deref().unwrap_or(""),
        ..Record::task(locale::DROPPED, &one.task)
    }));
    let states = [
        (locale::BLOCKED, &changes.blocked),
        (locale::REOPENED, &changes.reopened),
        (locale::ADDED, &changes.added),
        (locale::BEGUN, &changes.begun),
    ];
    for (change, tasks) in states {
        records.extend(tasks.iter().map(|one| Record {
            now: common::due(lang, one).into(),
            note: one.note.as_deref().unwrap_or(""),
            ..Record::task(change, one)
        }));
    }
    records.extend(changes.owners.iter().map(|one| Record {
        then: one.then.as_ref().map_or(locale::NO_OWNER.of(lang), |then| &then.name).into(),
        now: common::owner(lang, &one.task).into(),
        ..Record::task(locale::OTHER_OWNER, &one.task)
    }));
    records.extend(changes.renamed.iter().map(|one| Record {
        then: format!("{} ({})", one.then.name, one.then.id).into(),
        now: format!("{} ({})", one.task.title, one.task.id).into(),
        ..Record::task(locale::OTHER_TITLE, &one.task)
    }));
    let milestones = [
        (locale::REACHED, &changes.milestones_reached),
        (locale::MILESTONES_REOPENED, &changes.milestones_reopened),
        (locale::MILESTONES_ADDED, &changes.milestones_added),
        (locale::MILESTONES_DROPPED, &changes.milestones_dropped),
    ];
    for (change, of) in milestones {
        records.extend(of.iter().map(|one| Record {
            now: day(one.done.or(one.date.map(Period::last))),
            ..Record::named(change, &one.id, &one.title)
        }));
    }
    let decisions = [
        (locale::DECIDED, &changes.decided),
        (locale::UNDECIDED, &changes.undecided),
        (locale::DECISIONS_ADDED, &changes.decisions_added),
        (locale::DECISIONS_DROPPED, &changes.decisions_dropped),
    ];
    for (change, of) in decisions {
        records.extend(of.iter().map(|one| Record {
            now: match (&one.outcome, one.deadline) {
                (Some(outcome), _) => outcome.clone().into(),
                (None, Some(due)) => common::day(lang, due.last()),
                (None, None) => Cell::default(),
            },
            ..Record::named(change, &one.id, &one.text)
        }));
    }
    for (change, of) in [(locale::CRITERIA_MET, &changes.criteria_met), (locale::CRITERIA_LOST, &changes.criteria_lost)]
    {
        records.extend(of.iter().map(|one| Record {
            note: one.waived.as_deref().unwrap_or(""),
            ..Record::named(change, &one.address, &one.text)
        }));
    }
    records.extend(changes.risks.iter().map(|one| Record {
        owner: one.risk.owner.as_ref().map_or("", |owner| &owner.name),
        then: number(one.then),
        now: number(one.risk.score.filter(|_| one.trend != Trend::Gone)),
        note: trend(one.trend).0.of(lang),
        ..Record::named(locale::RISKS_CHANGED, &one.risk.id, &one.risk.title)
    }));
    records.extend(changes.phases.iter().filter(|one| one.then != one.now).map(|one| Record {
        then: day(one.then),
        now: day(one.now),
        days: one.days,
        ..Record::named(locale::SLIP, &one.phase.id, &one.phase.name)
    }));
    records
}

fn moved_record(one: &Move, lang: Lang) -> Record<'_> {
    let date = |period: Option<Period>| {
        let value = period.map(|period| Value::Date(period.last()));
        Cell::from(when(lang, one.what, period)).with(value)
    };
    let of = match &one.subject {
        Moved::Task { task } => Record::task(locale::MOVED, task),
        Moved::Milestone { milestone } => Record::named(locale::MOVED, &milestone.id, &milestone.title),
    };
    let note = one.reason.as_deref().unwrap_or("");
    Record { then: date(one.then), now: date(one.now), days: one.days, note, ..of }
}
