//! The overdue lists as tables.

use indexmap::IndexMap;

use super::{Block, Cell, Column, Document, Line, Row, Table, Tone, common, words};
use crate::calendar::{Date, Period};
use crate::locale::{self, Lang};
use crate::model::{Missed, State};
use crate::view::{Item, Overdue, Subject};

/// The lists on a page of their own, one below the other or by owner.
pub fn document(overdue: &Overdue, lang: Lang, by_owner: bool) -> Document {
    let mut document = match overdue.plans.as_slice() {
        [only] => common::titled(only, locale::DEADLINES.of(lang)),
        several => Document {
            lang,
            title: locale::DEADLINES.of(lang).to_owned(),
            subtitle: format!("{} · {}", locale::plans(lang, several.len()), locale::as_of(lang, overdue.as_of)),
            blocks: Vec::new(),
        },
    };
    let several = overdue.plans.len() > 1;
    let lists = [
        (locale::OVERDUE.of(lang).to_owned(), &overdue.late),
        (locale::CHECKS_PASSED.of(lang).to_owned(), &overdue.checks),
        (locale::soon(lang, overdue.soon_until), &overdue.soon),
        (locale::UNOWNED.of(lang).to_owned(), &overdue.unowned),
    ];
    for (at, (heading, items)) in lists.into_iter().enumerate() {
        let until = Some(overdue.soon_until);
        if items.is_empty() && at > 0 {
            continue;
        }
        document.blocks.push(Block::Heading { level: 1, text: locale::counted(&heading, items.len()) });
        if items.is_empty() {
            document.blocks.push(Block::Paragraph(Line::toned(locale::NOTHING_LATE.of(lang), Tone::Good)));
        } else {
            document.blocks.push(Block::Table(table(
                &heading,
                items,
                lang,
                Shows { plans: several, by_owner, notes: false, until },
            )));
        }
    }
    document
}

/// The lists as one, with the name of each line's list before it.
pub fn records(overdue: &Overdue, lang: Lang) -> Document {
    let mut document = document(overdue, lang, false);
    document.blocks.clear();
    let lists = [
        (locale::OVERDUE, &overdue.late),
        (locale::CHECKS_PASSED, &overdue.checks),
        (locale::DUE_SOON, &overdue.soon),
        (locale::UNOWNED, &overdue.unowned),
    ];
    let row = |list: locale::Words, item: &Item| {
        let (id, kind, owner, day) = match &item.subject {
            Subject::Task(task) => {
                let owner = task.owner.as_ref().map_or("", |owner| owner.name.as_str());
                (&task.id, locale::TASK, owner, task.owes.map(|owed| owed.when.last()))
            }
            Subject::Milestone(one) => (&one.id, locale::MILESTONE, "", one.date.map(Period::last)),
            Subject::Decision(one) => (&one.id, locale::DECISION, "", one.deadline.map(Period::last)),
        };
        let title = match &item.subject {
            Subject::Task(task) => common::title(task),
            Subject::Milestone(_) | Subject::Decision(_) => Line::plain(item.title()),
        };
        Row::Cells(vec![
            list.of(lang).into(),
            title.into(),
            kind.of(lang).into(),
            item.plan.clone().into(),
            owner.into(),
            common::maybe_day(lang, day),
            common::lateness(lang, item.late()),
            item.waiting.join("; ").into(),
            id.clone().into(),
        ])
    };
    let rows = lists.into_iter().flat_map(|(list, items)| items.iter().map(move |item| (list, item)));
    document.blocks.push(Block::Table(Table {
        caption: locale::DEADLINES.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::LIST.of(lang)),
            Column::text(locale::WHAT_IT_IS.of(lang)),
            Column::text(locale::KIND.of(lang)),
            Column::text(locale::PLAN.of(lang)),
            Column::text(locale::OWNER.of(lang)),
            Column::fixed(locale::DUE.of(lang)),
            Column::number(locale::DAYS_LATE.of(lang)),
            Column::text(locale::BLOCKS.of(lang)),
            Column::text(locale::ID.of(lang)),
        ],
        rows: rows.map(|(list, item)| row(list, item)).collect(),
        row_headers: false,
        ruled: false,
    }));
    document
}

/// What a list shows besides what each line is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shows {
    /// which plan each line is of
    pub plans: bool,
    /// the lines of each owner together
    pub by_owner: bool,
    /// what is noted of each task
    pub notes: bool,
    /// the last day that the list is about: what is due later is in it because it begins
    pub until: Option<Date>,
}

/// One list as a table.
pub fn table(caption: &str, items: &[Item], lang: Lang, shows: Shows) -> Table {
    let waits = items.iter().any(|item| !item.waiting.is_empty());
    let any_late = items.iter().any(|item| item.late().is_some());
    let mut columns = vec![Column::text(locale::TASK.of(lang))];
    if shows.plans {
        columns.push(Column::text(locale::PLAN.of(lang)));
    }
    let shows_owner = !shows.by_owner && items.iter().any(Item::has_owner);
    if shows_owner {
        columns.push(Column::text(locale::OWNER.of(lang)));
    }
    let is_check = |item: &Item| item.late().is_some_and(|late| late.missed == Missed::Check);
    let when = if items.iter().all(is_check) { locale::FOLLOW_UP } else { locale::DUE };
    columns.push(Column::fixed(when.of(lang)));
    if any_late {
        columns.push(Column::number(locale::LATE.of(lang)));
    }
    if waits {
        columns.push(Column::text(locale::BLOCKS.of(lang)));
    }
    let row = |item: &Item| {
        let mut cells: Vec<Cell> = vec![title(lang, item)];
        if let (true, Subject::Task(task), Some(first)) = (shows.notes, &item.subject, cells.first_mut()) {
            let noted = |note: &String| Line::toned("· ", Tone::Muted).then(note.clone(), Tone::Muted);
            first.lines.extend(task.note.iter().map(noted));
        }
        if shows.plans {
            cells.push(item.plan.clone().into());
        }
        if shows_owner {
            cells.push(owner(lang, item).into());
        }
        cells.push(due(lang, item, shows.until).into());
        if any_late {
            cells.push(common::lateness(lang, item.late()));
        }
        if waits {
            cells.push(Cell::lines(item.waiting.iter().map(|waiting| Line::plain(waiting.clone())).collect()));
        }
        Row::Cells(cells)
    };
    let rows = if shows.by_owner { grouped(items, lang, row) } else { items.iter().map(row).collect() };
    Table { caption: caption.to_owned(), columns, rows, row_headers: true, ruled: false }
}

fn grouped(items: &[Item], lang: Lang, row: impl Fn(&Item) -> Row) -> Vec<Row> {
    let mut groups: IndexMap<String, Vec<Row>> = IndexMap::new();
    for item in items {
        // What is nobody's own stands together.
        let owner = match &item.subject {
            Subject::Task(_) => owner(lang, item).text(),
            Subject::Milestone(_) | Subject::Decision(_) => locale::POINTS.of(lang).to_owned(),
        };
        groups.entry(owner).or_default().push(row(item));
    }
    let mut rows = Vec::new();
    for (owner, of_owner) in groups {
        rows.push(Row::Group(vec![Line::toned(owner, Tone::Strong).into()]));
        rows.extend(of_owner);
    }
    rows
}

fn title(lang: Lang, item: &Item) -> Cell {
    match &item.subject {
        // Its sign says that it is late, so that words must say what it waits for.
        Subject::Task(task) if task.state == State::Blocked && task.late.is_some() => {
            let blocked = format!(" ({})", words::state(lang, State::Blocked));
            common::signed_title(task).then(blocked, Tone::Caution).into()
        }
        Subject::Task(task) => common::signed_title(task).into(),
        Subject::Milestone(milestone) if milestone.decision => point(lang, &milestone.title, locale::DECISION_POINT),
        Subject::Milestone(milestone) => point(lang, &milestone.title, locale::MILESTONE_WORD),
        Subject::Decision(decision) => point(lang, &decision.text, locale::DECISION_WORD),
    }
}

/// A single day on which something is to happen, and what kind of thing.
fn point(lang: Lang, title: &str, kind: locale::Words) -> Cell {
    Line::plain("◇ ").then(title, Tone::Plain).then(format!(" ({})", kind.of(lang)), Tone::Muted).into()
}

fn owner(lang: Lang, item: &Item) -> Line {
    match &item.subject {
        Subject::Task(task) => common::owner(lang, task),
        Subject::Milestone(_) | Subject::Decision(_) => Line::plain("–"),
    }
}

fn due(lang: Lang, item: &Item, until: Option<Date>) -> String {
    let day = match &item.subject {
        Subject::Task(task) => {
            let later = task.owes.is_some_and(|owed| until.is_some_and(|until| owed.when.last() > until));
            return match task.start.filter(|_| later && task.state == State::Todo) {
                Some(start) => format!("{} {}", locale::STARTS.of(lang), locale::period_short(lang, start)),
                None => common::due(lang, task),
            };
        }
        Subject::Milestone(milestone) => milestone.date,
        Subject::Decision(decision) => decision.deadline,
    };
    day.map_or_else(String::new, |day| locale::period_short(lang, day))
}
