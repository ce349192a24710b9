//! The tasks as a table: what fits on a page, or all that is known in a workbook.

use super::{Block, Cell, Column, Document, Line, Row, Table, Tone, Value, common, criteria, matrix, report, words};
use crate::calendar::Period;
use crate::locale::{self, Lang};
use crate::model::{Late, State};
use crate::view::{CriterionProgress, MilestoneFacts, Named, Sheets, TaskLine, Tasks};

/// The tasks on a page.
pub fn document(tasks: &Tasks) -> Document {
    let lang = tasks.head.lang;
    let mut document = common::titled(&tasks.head, locale::ALL_TASKS.of(lang));
    if tasks.tasks.is_empty() {
        document.blocks.push(Block::Paragraph(Line::plain(locale::NOTHING.of(lang))));
        return document;
    }
    let row = |task: &TaskLine| {
        let facts = &task.facts;
        let phases = names(&facts.phases);
        let due = match facts.due {
            Some(due) => locale::period_short(lang, due),
            None if facts.open => common::due(lang, facts),
            None => String::new(),
        };
        Row::Cells(vec![
            common::signed_title(facts).into(),
            common::owner(lang, facts).into(),
            phases.into(),
            due.into(),
            common::lateness(lang, facts.late),
        ])
    };
    document.blocks.push(Block::Table(Table {
        caption: locale::ALL_TASKS.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::TASK.of(lang)),
            Column::text(locale::OWNER.of(lang)),
            Column::text(locale::PHASE.of(lang)),
            Column::fixed(locale::DUE.of(lang)),
            Column::number(locale::LATE.of(lang)),
        ],
        rows: tasks.tasks.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }));
    let shown = locale::shown_of(lang, tasks.tasks.len(), tasks.total);
    document.blocks.push(Block::Paragraph(Line::plain(shown)));
    document.blocks.push(Block::Paragraph(common::sign_legend(lang)));
    document
}

/// The tasks as a list of records: everything that is known of each.
pub fn records(tasks: &Tasks) -> Document {
    let lang = tasks.head.lang;
    let mut document = common::titled(&tasks.head, locale::ALL_TASKS.of(lang));
    document.blocks.push(Block::Table(list(tasks, lang)));
    document
}

/// The tasks as a workbook: the list, then what else is kept of the plan.
pub fn workbook(tasks: &Tasks, sheets: &Sheets) -> Document {
    let lang = tasks.head.lang;
    let mut document = records(tasks);
    document.blocks.extend(matrix::table_of(&sheets.matrix).map(Block::Table));
    if !sheets.milestones.is_empty() {
        document.blocks.push(Block::Table(milestones(&sheets.milestones, lang)));
    }
    if !sheets.risks.is_empty() {
        document.blocks.push(Block::Table(report::risk_table(&sheets.risks, lang)));
    }
    if sheets.criteria.total > 0 {
        document.blocks.push(Block::Table(criterion_list(&sheets.criteria, lang)));
        let caption = locale::CRITERIA_COUNTS.of(lang).to_owned();
        document.blocks.push(Block::Table(Table { caption, ..criteria::table(&sheets.criteria) }));
    }
    document
}

fn list(tasks: &Tasks, lang: Lang) -> Table {
    let states = [State::Todo, State::Doing, State::Blocked, State::Ongoing, State::Done, State::Dropped];
    let status = Column {
        choices: states.into_iter().map(|state| words::state(lang, state).to_owned()).collect(),
        ..Column::text(locale::STATUS.of(lang))
    };
    let text = |words: locale::Words| Column::text(words.of(lang));
    let date = |words: locale::Words| Column::fixed(words.of(lang));
    Table {
        caption: locale::ALL_TASKS.of(lang).to_owned(),
        // What is printed comes first: a page has not room for all.
        columns: vec![
            text(locale::TASK),
            text(locale::UNIT),
            text(locale::PHASE),
            text(locale::OWNER),
            date(locale::START),
            date(locale::DUE),
            status,
            text(locale::LATE),
            date(locale::DONE),
            text(locale::NOTE),
            text(locale::DIMENSION),
            text(locale::ROLE),
            text(locale::ALSO),
            text(locale::ONGOING),
            date(locale::FOLLOW_UP),
            Column::number(locale::DAYS_LATE.of(lang)),
            text(locale::WAITS_FOR),
            text(locale::ID),
        ],
        rows: tasks.tasks.iter().map(|task| Row::Cells(record(task, lang))).collect(),
        row_headers: true,
        ruled: false,
    }
}

fn record(task: &TaskLine, lang: Lang) -> Vec<Cell> {
    let facts = &task.facts;
    let (_, tone) = common::sign(facts.state, facts.late.is_some());
    let name = |named: &Option<Named>| named.as_ref().map_or_else(Cell::default, |named| named.name.clone().into());
    let first = |period: Option<Period>| date(lang, period, Period::first);
    let last = |period: Option<Period>| date(lang, period, Period::last);
    let late = |words: fn(Lang, Late) -> String| {
        let cell = |late| Cell::from(Line::toned(words(lang, late), Tone::Bad)).toned(Tone::Bad);
        facts.late.map_or_else(Cell::default, cell)
    };
    let days = late(|_, late| late.days.to_string()).with(facts.late.map(|late| Value::Number(late.days as f64)));
    let ongoing = if facts.ongoing { locale::YES.of(lang) } else { "" };
    vec![
        facts.title.clone().into(),
        name(&facts.unit),
        names(&facts.phases).into(),
        name(&facts.owner),
        first(facts.start),
        last(facts.due),
        Cell::from(Line::toned(words::state(lang, facts.state), tone)).toned(tone),
        late(words::late),
        common::maybe_day(lang, facts.done),
        facts.note.clone().unwrap_or_default().into(),
        names(&facts.dimensions).into(),
        name(&facts.role),
        names(&facts.with).into(),
        ongoing.into(),
        last(facts.check),
        days,
        task.after.join("; ").into(),
        facts.id.clone().into(),
    ]
}

/// One of a period's days, as a value that can be sorted.
fn date(lang: Lang, period: Option<Period>, day: fn(Period) -> crate::calendar::Date) -> Cell {
    common::maybe_day(lang, period.map(day))
}

fn names(named: &[Named]) -> String {
    named.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; ")
}

fn milestones(milestones: &[MilestoneFacts], lang: Lang) -> Table {
    let row = |one: &MilestoneFacts| {
        let kind = if one.decision { locale::DECISION_POINT } else { locale::MILESTONE_WORD };
        let phase = one.phase.as_ref().map_or("", |phase| phase.name.as_str());
        let cells = vec![
            one.title.clone().into(),
            kind.of(lang).into(),
            phase.into(),
            date(lang, one.date, Period::last),
            common::maybe_day(lang, one.done),
            common::lateness(lang, one.late),
        ];
        Row::Cells(cells)
    };
    Table {
        caption: locale::MILESTONES.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::MILESTONE.of(lang)),
            Column::text(locale::KIND.of(lang)),
            Column::text(locale::PHASE.of(lang)),
            Column::fixed(locale::DATE.of(lang)),
            Column::fixed(locale::REACHED_ON.of(lang)),
            Column::number(locale::DAYS_LATE.of(lang)),
        ],
        rows: milestones.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}

/// Every criterion on a line of its own.
fn criterion_list(criteria: &crate::view::Criteria, lang: Lang) -> Table {
    let states = [CriterionProgress::Open, CriterionProgress::Met, CriterionProgress::Waived];
    let word = |state: CriterionProgress| match state {
        CriterionProgress::Open => locale::NOT_MET.of(lang),
        CriterionProgress::Met => locale::MET.of(lang),
        CriterionProgress::Waived => locale::NOT_RELEVANT.of(lang),
    };
    let mut rows = Vec::new();
    for cell in &criteria.cells {
        for one in &cell.criteria {
            let tone = if one.state == CriterionProgress::Met { Tone::Good } else { Tone::Plain };
            let note = one.waived.iter().chain(&one.note).cloned().collect::<Vec<_>>().join("; ");
            let task = one.task.as_ref().map_or_else(String::new, |task| task.title.clone());
            rows.push(Row::Cells(vec![
                one.text.clone().into(),
                cell.phase.name.clone().into(),
                cell.dimension.name.clone().into(),
                Cell::from(Line::toned(word(one.state), tone)).toned(tone),
                common::maybe_day(lang, one.met_on),
                task.into(),
                note.into(),
            ]));
        }
    }
    let status = Column {
        choices: states.into_iter().map(|state| word(state).to_owned()).collect(),
        ..Column::text(locale::STATUS.of(lang))
    };
    Table {
        caption: locale::CRITERIA_LIST.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::CRITERION.of(lang)),
            Column::text(locale::PHASE.of(lang)),
            Column::text(common::row_heading(lang, criteria.row_label.as_deref(), locale::DIMENSION)),
            status,
            Column::fixed(locale::MET_ON.of(lang)),
            Column::text(locale::TASK.of(lang)),
            Column::text(locale::NOTE.of(lang)),
        ],
        rows,
        row_headers: true,
        ruled: false,
    }
}
