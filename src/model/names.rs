//! What texts and ids in a plan name.

/// What a text or an id in a plan names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// something that the plan itself names as it likes
    Own,
    /// a day
    Day,
    /// a framework, or the path of one
    Template,
    Phase,
    /// a row, or a group of rows
    Dimension,
    Role,
    /// one of the plan's people, or a role
    PersonOrRole,
    /// a role, or whoever else meets
    Body,
    UnitKind,
    Activity,
    /// a task of the plan's own, which may carry out an activity
    Task,
    Milestone,
    Meeting,
    /// a fixed point of a meeting, or one of the plan's own
    MeetingPoint,
    Stakeholder,
    Commitment,
    /// something that is assessed
    Element,
    /// a level at which benefits are reported
    Level,
    Sector,
    Mandate,
    Skill,
    /// a criterion in the cell around it
    CriterionHere,
    /// a criterion's address, `phase.dimension.criterion`
    Criterion,
    Degree,
    Complexity,
    Evidence,
    /// how a plan ends
    Outcome,
    Rule,
}
