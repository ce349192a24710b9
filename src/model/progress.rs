//! Where a task stands on a given day.

use serde::Serialize;

use super::{Decision, Milestone, PhaseDates, Plan, Status, Task};
use crate::calendar::{Date, Period};
use crate::source::Spanned;

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Todo,
    Doing,
    Blocked,
    /// Delivered once, or begun without an end, and going on.
    Ongoing,
    Done,
    Dropped,
}

/// What was to have happened by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Missed {
    /// its due date
    Due,
    /// its start, where it has no due date
    Start,
    /// the follow-up of something ongoing
    Check,
}

/// How late something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Late {
    pub missed: Missed,
    /// The period that passed.
    pub was: Period,
    /// Calendar days since its last day.
    pub days: i64,
}

impl Late {
    fn after(missed: Missed, was: Period, today: Date) -> Option<Late> {
        let days = was.last().days_until(today);
        (days > 0).then_some(Late { missed, was, days })
    }
}

impl Task {
    /// Where the task stands, so far as that does not depend on the day.
    pub fn state(&self) -> State {
        match self.status() {
            Status::Dropped => State::Dropped,
            Status::Blocked => State::Blocked,
            Status::Done if self.ongoing => State::Ongoing,
            Status::Done => State::Done,
            Status::Doing if self.ongoing => State::Ongoing,
            Status::Doing => State::Doing,
            Status::Todo => State::Todo,
        }
    }

    /// Whether it is done, or has delivered once and goes on.
    pub fn is_delivered(&self) -> bool {
        self.status() == Status::Done || (self.done.is_some() && self.status() != Status::Dropped)
    }

    /// Whether what waits for this task may begin: it is delivered, or goes on
    /// without owing a delivery.
    pub fn has_delivered(&self) -> bool {
        self.is_delivered() || (self.state() == State::Ongoing && self.due.is_none())
    }

    /// What the task owes next, and when: its delivery, its start while nobody
    /// has begun and no due date says more, or the next look at what goes on.
    pub fn owes(&self) -> Option<(Missed, Period)> {
        let at = |missed, period: &Option<Spanned<Period>>| Some((missed, period.as_ref()?.value));
        let begun = !matches!(self.status(), Status::Todo);
        match self.status() {
            Status::Dropped => None,
            _ if !self.is_delivered() && self.due.is_some() => at(Missed::Due, &self.due),
            _ if !self.is_delivered() && !begun && self.start.is_some() => at(Missed::Start, &self.start),
            _ if self.ongoing => at(Missed::Check, &self.check),
            _ => None,
        }
    }

    /// How late the task is on a day, if it is.
    pub fn late(&self, today: Date) -> Option<Late> {
        let (missed, period) = self.owes()?;
        Late::after(missed, period, today)
    }

    /// Whether it is open and nobody is accountable for it.
    pub fn lacks_owner(&self) -> bool {
        self.is_open() && self.owner.is_none()
    }

    /// Whether it is open and nothing says when something is to happen: a due
    /// date, or for what goes on a start or a check.
    pub fn lacks_date(&self) -> bool {
        let goes_on = self.ongoing && (self.start.is_some() || self.check.is_some());
        self.is_open() && !self.is_delivered() && self.due.is_none() && !goes_on
    }
}

impl Decision {
    /// Whether it is still to be taken.
    pub fn is_wanted(&self) -> bool {
        self.outcome.is_none() && self.decided.is_none()
    }

    /// What people call the decision; its id where it has no text.
    pub fn title(&self) -> &str {
        self.text.as_ref().map_or(&self.id.value, |text| text)
    }

    /// How late the decision is on a day, if it is.
    pub fn late(&self, today: Date) -> Option<Late> {
        let deadline = self.deadline.as_ref().filter(|_| self.is_wanted())?;
        Late::after(Missed::Due, deadline.value, today)
    }
}

impl PhaseDates {
    /// The start of a phase that has begun.
    pub fn begun(&self, today: Date) -> Option<&Spanned<Period>> {
        self.start.as_ref().filter(|start| start.first() <= today)
    }

    /// The due of a phase that is over; one that goes on is not.
    pub fn over(&self, today: Date) -> Option<&Spanned<Period>> {
        let ends = !self.ongoing && !self.unread.contains(&"ongoing");
        self.due.as_ref().filter(|due| ends && due.last() < today)
    }
}

impl Plan {
    /// Whether the plan is closed or has run out: its phases are over, or where it has none, nothing is left to do.
    pub fn is_over(&self, today: Date) -> bool {
        match self.phases.is_empty() {
            _ if self.outcome.is_some() => true,
            true => !self.tasks.is_empty() && self.tasks.values().all(|task| !task.is_open() && !task.ongoing),
            false => self.phases.values().all(|phase| phase.over(today).is_some()),
        }
    }
}

impl Milestone {
    /// The day on which it was reached, else its date if that has come.
    pub fn reached(&self, today: Date) -> Option<Spanned<Date>> {
        let date = self.date.as_ref().filter(|date| date.last() <= today);
        let done = self.done.clone().filter(|done| done.value <= today);
        done.or_else(|| date.map(|date| Spanned::new(date.last(), date.span)))
    }

    /// How late the milestone is on a day, if it is.
    pub fn late(&self, today: Date) -> Option<Late> {
        match (&self.done, &self.date) {
            (None, Some(date)) => Late::after(Missed::Due, date.value, today),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn period(text: &str) -> Option<Spanned<Period>> {
        Some(Spanned::new(text.parse().unwrap(), Span::default()))
    }

    fn late(task: &Task, today: &str) -> Option<(Missed, i64)> {
        let today = today.parse::<Period>().unwrap().first();
        task.late(today).map(|late| (late.missed, late.days))
    }

    #[test]
    fn a_week_is_late_once_it_is_over() {
        let task = Task { due: period("2025-W15"), ..Task::default() };
        assert_eq!(late(&task, "2025-04-13"), None);
        assert_eq!(late(&task, "2025-04-14"), Some((Missed::Due, 1)));
    }

    #[test]
    fn what_goes_on_is_late_by_its_delivery_then_by_its_check() {
        let mut task = Task { due: period("2025-W15"), check: period("2025-10-01"), ongoing: true, ..Task::default() };
        assert_eq!(late(&task, "2025-10-11"), Some((Missed::Due, 181)));
        task.status = Some(Spanned::new(Status::Done, Span::default()));
        assert_eq!(late(&task, "2025-09-11"), None);
        assert_eq!(late(&task, "2025-10-11"), Some((Missed::Check, 10)));
        assert_eq!(task.state(), State::Ongoing);
    }

    #[test]
    fn what_has_delivered_and_goes_on_is_late_by_its_check_alone() {
        let day = |text| period(text).map(|period| Spanned::new(period.value.first(), period.span));
        let status = Some(Spanned::new(Status::Doing, Span::default()));
        let mut task = Task { due: period("2025-05-28"), ongoing: true, status, ..Task::default() };
        assert!(!task.has_delivered());
        task.done = day("2025-06-02");
        assert!(task.has_delivered());
        task.check = period("2025-10-01");
        assert_eq!(late(&task, "2025-06-15"), None);
        assert_eq!(late(&task, "2025-10-02"), Some((Missed::Check, 1)));
    }

    #[test]
    fn what_is_to_go_on_from_no_day_is_late_by_its_check() {
        let task = Task { check: period("2025-11-19"), ongoing: true, ..Task::default() };
        assert_eq!(late(&task, "2025-11-19"), None);
        assert_eq!(late(&task, "2025-11-21"), Some((Missed::Check, 2)));
    }

    #[test]
    fn what_begins_and_never_ends_is_late_by_its_start() {
        let task = Task { start: period("2025-06"), ongoing: true, ..Task::default() };
        assert_eq!(late(&task, "2025-06-30"), None);
        assert_eq!(late(&task, "2025-07-02"), Some((Missed::Start, 2)));
    }

    #[test]
    fn what_goes_on_is_looked_at_whatever_its_status() {
        let today = "2026-06-15";
        for status in [None, Some(Status::Doing), Some(Status::Blocked), Some(Status::Done)] {
            let status = status.map(|status| Spanned::new(status, Span::default()));
            let task = Task { check: period("2025-10-01"), ongoing: true, status, ..Task::default() };
            assert_eq!(late(&task, today), Some((Missed::Check, 257)), "{:?}", task.status());
        }
        let never_begun =
            Task { start: period("2025-06"), check: period("2025-10-01"), ongoing: true, ..Task::default() };
        assert_eq!(late(&never_begun, today), Some((Missed::Start, 350)));
        let alone = Task { start: period("2025-06"), ..Task::default() };
        assert_eq!(late(&alone, today), Some((Missed::Start, 350)));
    }

    #[test]
    fn nothing_dropped_or_done_is_late() {
        for status in [Status::Done, Status::Dropped] {
            let status = Some(Spanned::new(status, Span::default()));
            let task = Task { due: period("2025-01-01"), status, ..Task::default() };
            assert_eq!(late(&task, "2030-01-01"), None);
        }
    }
}
