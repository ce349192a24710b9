//! The two pages that a steering group reads.

use serde::Serialize;

use super::{
    BenefitFacts, CellKind, Changes, ColumnsBy, Criteria, DecisionFacts, Head, Item, Light, Matrix, MeetingFacts,
    MilestoneFacts, Named, Outlook, Overdue, RiskFacts, RowsBy, Scene, TaskFacts, Timeline, Version,
    add_decisions_of_period, benefits, changes, criteria, dated_changes, matrix, outlook, overdue, risks,
    schedule_light, timeline,
};
use crate::calendar::{Date, Period};
use crate::model::{Ask, Milestone, Plan, State, Status};

#[derive(Debug, Serialize)]
pub struct Report {
    pub head: Head,
    /// The last meeting of the body that the report is for.
    pub last_meeting: Option<MeetingFacts>,
    pub next_meeting: Option<MeetingFacts>,
    /// From when the report tells what changed.
    pub since: Since,
    /// The day from which on: the last meeting's, which saw little of itself in its report, the one
    /// asked for, else the plan's start.
    pub period_start: Option<Date>,
    /// The end of the next period: the meeting after the one that the report is for, else a month on.
    pub next_period_end: Date,
    /// What the next meeting is asked, decisions first.
    pub agenda: Vec<AgendaLine>,
    /// Decisions that are wanted and stand on no coming agenda.
    pub unplaced_decisions: Vec<DecisionFacts>,
    pub light: Light,
    /// What changed in the period.
    pub changes: Changes,
    /// Due in the period, and not done.
    pub not_done: Vec<TaskFacts>,
    pub overdue: Overdue,
    /// Of the next 90 days, and those that are late.
    pub milestones: Vec<MilestoneFacts>,
    /// When milestones are likely to be reached, and what delays them most.
    pub outlook: Outlook,
    /// Due in the next period.
    pub next: Vec<Item>,
    /// The worst first.
    pub risks: Vec<RiskFacts>,
    pub benefits: Vec<BenefitFacts>,
    pub gaps: Vec<Gap>,
    /// Success criteria, where the framework has any.
    pub criteria: Option<Criteria>,
    pub phases: Vec<PhaseProgress>,
    pub matrix: Matrix,
    pub timeline: Timeline,
}

/// What a report's period begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    /// the last meeting of the body that the report is for
    LastMeeting,
    /// the plan's start, where no meeting has been
    Start,
    /// the day, or the state of the plan, that was asked for
    Asked,
}

/// An earlier state of the plan that a report tells the difference to.
#[derive(Debug)]
pub struct Earlier<'a> {
    pub scene: Scene<'a>,
    pub version: Version,
}

/// A point of the next meeting.
#[derive(Debug, Serialize)]
pub struct AgendaLine {
    pub id: String,
    pub title: String,
    pub kind: AgendaKind,
    pub ask: Ask,
    pub decision: Option<DecisionFacts>,
}

/// What a point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AgendaKind {
    Decision,
    Task,
    Milestone,
    Risk,
    Benefit,
    /// nothing that the plan has
    Other,
}

/// Something that the plan lacks.
#[derive(Debug, Serialize)]
pub struct Gap {
    pub kind: GapKind,
    /// What lacks it: task titles, or cells as "phase × row".
    pub of: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapKind {
    NoOwner,
    NoDate,
    Cell,
}

/// How far a phase is.
#[derive(Debug, Serialize)]
pub struct PhaseProgress {
    pub phase: Named,
    pub start: Option<Period>,
    pub due: Option<Period>,
    pub ongoing: bool,
    pub done: usize,
    /// Tasks that run without an end.
    pub running: usize,
    pub late: usize,
    pub total: usize,
}

/// From so many tasks on, the parts of a report are made side by side.
pub const MANY_TASKS: usize = 1000;

/// How far ahead milestones are shown, in days.
const MILESTONES_AHEAD: i64 = 90;
/// The next period where no meeting ends it, in days.
const NEXT_PERIOD: i64 = 30;

/// A report is for a meeting at most this many days ahead.
const BEFORE_MEETING: i64 = 28;

/// From which day a report tells what changed where nobody says: the last meeting's, else the plan's start.
pub fn usual_since(scene: &Scene) -> (Since, Option<Date>) {
    match scene.last_meeting(scene.reporting_body()) {
        Some(meeting) => (Since::LastMeeting, Some(meeting.date)),
        None => (Since::Start, scene.plan.start.as_ref().map(|start| start.value)),
    }
}

/// Builds the report of a plan: what changed since a day, told by an earlier state if there is one.
pub fn report(scene: Scene, (since, period_start): (Since, Option<Date>), earlier: Option<Earlier>) -> Report {
    let body = scene.reporting_body();
    let last_meeting = scene.last_meeting(body);
    let coming = scene.coming_meetings(body);
    let next_meeting = coming.first().cloned();
    let next_period_end = next_period_end(&coming, scene.today);
    let in_period = |day: Date| period_start.is_none_or(|start| start <= day) && day <= scene.today;
    let decisions: Vec<DecisionFacts> =
        scene.plan.decisions.values().map(|decision| scene.decision(decision)).collect();
    let agenda = next_meeting.as_ref().map_or_else(Vec::new, |next| agenda(&scene, &coming, next.date, &decisions));
    let wanted = |decision: &&DecisionFacts| decision.wanted;
    let placed = |decision: &DecisionFacts| {
        scene.plan.meetings.values().any(|meeting| {
            let coming = meeting.date.as_ref().is_some_and(|date| date.value >= scene.today);
            coming && meeting.agenda.contains_key(&decision.id)
        })
    };
    let unplaced_decisions = decisions.iter().filter(wanted).filter(|one| !placed(one)).cloned().collect();
    let due_in_period = |task: &&crate::model::Task| {
        !task.is_delivered()
            && task.is_open()
            && task.due.as_ref().is_some_and(|due| in_period(due.last()) && due.last() < scene.today)
    };
    let all: Vec<MilestoneFacts> = scene.plan.milestones.values().map(|one| scene.milestone(one)).collect();
    let horizon = scene.today.add_days(MILESTONES_AHEAD);
    let ahead = |one: &&MilestoneFacts| one.done.is_none() && one.date.is_some_and(|date| date.last() <= horizon);
    let mut milestones: Vec<MilestoneFacts> = all.iter().filter(ahead).cloned().collect();
    milestones.sort_by_key(|one| one.date.map(Period::last));
    let is_small = scene.plan.tasks.len() < MANY_TASKS;
    let pictures = || {
        let (matrix, timeline) = (|| matrix(&scene, RowsBy::Dimension, ColumnsBy::Phase), || timeline(&scene));
        if is_small { (matrix(), timeline()) } else { rayon::join(matrix, timeline) }
    };
    let lists = || {
        let changes = match earlier {
            Some(earlier) => {
                let mut changes = changes(&earlier.scene, earlier.version, period_start, &scene);
                add_decisions_of_period(&scene, period_start, &mut changes);
                changes
            }
            None => dated_changes(&scene, period_start),
        };
        let not_done = scene.plan.tasks.values().filter(due_in_period).map(|task| scene.task(task)).collect();
        (changes, not_done, overdue(std::slice::from_ref(&scene), scene.today, next_period_end), outlook(&scene))
    };
    // Of a small plan they take less time than another thread takes to start.
    let ((matrix, timeline), (changes, not_done, mut overdue, outlook)) =
        if is_small { (pictures(), lists()) } else { rayon::join(pictures, lists) };
    let (head, light) = (scene.head(), schedule_light(&scene));
    let (gaps, phases) = (gaps(&scene, &matrix), phases(&scene));
    let (risks, benefits) = (risks(&scene), benefits(&scene));
    let criteria = Some(criteria(&scene)).filter(|criteria| criteria.total > 0);
    let next = std::mem::take(&mut overdue.soon);
    Report {
        head,
        last_meeting,
        next_meeting,
        since,
        period_start,
        next_period_end,
        agenda,
        unplaced_decisions,
        light,
        changes,
        not_done,
        overdue,
        milestones,
        outlook,
        next,
        risks,
        benefits,
        gaps,
        criteria,
        phases,
        matrix,
        timeline,
    }
}

/// A report written shortly before a meeting is for that meeting, which then
/// asks about the time until the one after it.
fn next_period_end(coming: &[MeetingFacts], today: Date) -> Date {
    let own = coming.first().filter(|meeting| today.days_until(meeting.date) <= BEFORE_MEETING);
    let until = if own.is_some() { coming.get(1).or(own) } else { coming.first() };
    until.map_or(today.add_days(NEXT_PERIOD), |meeting| meeting.date)
}

/// What the meetings of a day are asked; a decision that is taken is asked no more.
fn agenda(scene: &Scene, coming: &[MeetingFacts], day: Date, decisions: &[DecisionFacts]) -> Vec<AgendaLine> {
    let of_day = coming.iter().filter(|meeting| meeting.date == day);
    let meetings = of_day.filter_map(|meeting| scene.plan.meetings.get(&meeting.id));
    let mut lines: Vec<AgendaLine> = meetings
        .flat_map(|meeting| meeting.agenda.values())
        .map(|item| AgendaLine {
            id: item.id.value.clone(),
            title: scene.agenda_title(&item.id),
            kind: kind(scene.plan, &item.id),
            ask: item.ask.value,
            decision: decisions.iter().find(|decision| decision.id == item.id.value).cloned(),
        })
        .filter(|line| line.ask != Ask::Decide || line.decision.as_ref().is_none_or(|decision| decision.wanted))
        .collect();
    // A decision point that has come is for the meeting, if nobody wrote it on an agenda.
    let placed = |id: &str| {
        let of_coming = coming.iter().filter_map(|meeting| scene.plan.meetings.get(&meeting.id));
        of_coming.into_iter().any(|meeting| meeting.agenda.contains_key(id))
    };
    let has_come = |one: &&Milestone| one.date.as_ref().is_some_and(|date| date.last() <= day);
    let open = scene.plan.milestones.values().filter(|one| one.decision && one.done.is_none());
    lines.extend(open.filter(has_come).filter(|one| !placed(&one.id)).map(|one| AgendaLine {
        id: one.id.value.clone(),
        title: one.title().to_owned(),
        kind: AgendaKind::Milestone,
        ask: Ask::Decide,
        decision: None,
    }));
    lines.sort_by_key(|line| match line.ask {
        Ask::Decide => 0,
        Ask::Discuss => 1,
        Ask::Inform => 2,
    });
    lines
}

fn kind(plan: &Plan, id: &str) -> AgendaKind {
    match id {
        _ if plan.decisions.contains_key(id) => AgendaKind::Decision,
        _ if plan.tasks.contains_key(id) => AgendaKind::Task,
        _ if plan.milestones.contains_key(id) => AgendaKind::Milestone,
        _ if plan.risks.contains_key(id) => AgendaKind::Risk,
        _ if plan.benefits.contains_key(id) => AgendaKind::Benefit,
        _ => AgendaKind::Other,
    }
}

fn gaps(scene: &Scene, matrix: &Matrix) -> Vec<Gap> {
    let title = |task: &&crate::model::Task| scene.full_title(task);
    let titles = |tasks: Vec<&crate::model::Task>| tasks.iter().map(title).collect::<Vec<_>>();
    let unowned = titles(scene.plan.tasks.values().filter(|task| task.lacks_owner()).collect());
    let undated = titles(scene.plan.tasks.values().filter(|task| task.lacks_date()).collect());
    let mut cells = Vec::new();
    for row in &matrix.rows {
        for (cell, column) in row.cells.iter().zip(&matrix.columns) {
            if cell.kind == CellKind::Gap {
                cells.push(format!("{} × {}", column.name, row.name));
            }
        }
    }
    [(GapKind::NoOwner, unowned), (GapKind::NoDate, undated), (GapKind::Cell, cells)]
        .into_iter()
        .filter(|(_, of)| !of.is_empty())
        .map(|(kind, of)| Gap { kind, of })
        .collect()
}

fn phases(scene: &Scene) -> Vec<PhaseProgress> {
    let progress = |id: &String| {
        let tasks = scene.plan.tasks.values().filter(|task| task.status() != Status::Dropped);
        let tasks: Vec<_> = tasks.filter(|task| task.phases.iter().any(|phase| phase.value == *id)).collect();
        let dates = scene.plan.phases.get(id);
        PhaseProgress {
            phase: Named::new(id, scene.framework.phase_name(id, scene.lang)),
            start: dates.and_then(|dates| dates.start.as_ref()).map(|start| start.value),
            due: dates.and_then(|dates| dates.due.as_ref()).map(|due| due.value),
            ongoing: dates.is_some_and(|dates| dates.ongoing),
            done: tasks.iter().filter(|task| task.is_delivered()).count(),
            running: tasks.iter().filter(|task| !task.is_delivered() && task.state() == State::Ongoing).count(),
            late: tasks.iter().filter(|task| task.late(scene.today).is_some()).count(),
            total: tasks.len(),
        }
    };
    scene.framework.phases.keys().map(progress).collect()
}
