//! How a plan's elements were graded, and what is done about the weak ones.

use super::{Assessment, ElementGrade, Plan, Status, Task};

impl Plan {
    /// The assessments from the first day to the last.
    pub fn assessments_by_day(&self) -> Vec<&Assessment> {
        let mut assessments: Vec<_> = self.assessments.values().collect();
        assessments.sort_by_key(|assessment| assessment.on);
        assessments
    }

    /// The task that is to make an element better, dropped ones left out: the one
    /// that the latest grade names; where it names none, one that an earlier grade
    /// named and that is still open.
    pub fn action(&self, latest: &ElementGrade, earlier: &[&ElementGrade]) -> Option<&Task> {
        let named = |grade: &ElementGrade| self.tasks.get(grade.task.as_ref()?.as_str());
        if latest.task.is_some() {
            return named(latest).filter(|task| task.status() != Status::Dropped);
        }
        earlier.iter().rev().filter_map(|grade| named(grade)).find(|task| task.is_open())
    }
}
