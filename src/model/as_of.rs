//! A plan as it stood on a day.

use super::{Plan, Status};
use crate::calendar::Date;
use crate::source::Spanned;

impl Plan {
    /// The plan without what had not happened yet on a day: what is marked done,
    /// decided, graded or met later is open again. So an earlier day can be looked at,
    /// and nothing counts as done that a slip of the pen put in the future.
    #[must_use]
    pub fn as_of(mut self, today: Date) -> Plan {
        let later = |day: &Option<Spanned<Date>>| day.as_ref().is_some_and(|day| day.value > today);
        for task in self.tasks.values_mut().filter(|task| later(&task.done)) {
            task.done = None;
            if let Some(status) = task.status.as_mut().filter(|status| status.value == Status::Done) {
                let begun = task.start.as_ref().is_some_and(|start| start.first() <= today);
                status.value = if begun { Status::Doing } else { Status::Todo };
            }
        }
        for milestone in self.milestones.values_mut().filter(|milestone| later(&milestone.done)) {
            milestone.done = None;
        }
        for decision in self.decisions.values_mut().filter(|decision| later(&decision.decided)) {
            (decision.decided, decision.outcome) = (None, None);
        }
        self.assessments.retain(|_, assessment| assessment.on.is_none_or(|on| on <= today));
        let cells = self.criteria.values_mut().flat_map(|phase| phase.dimensions.values_mut());
        for criterion in cells.flat_map(|cell| cell.criteria.values_mut()).filter(|criterion| later(&criterion.on)) {
            (criterion.met, criterion.on) = (false, None);
        }
        self
    }
}
