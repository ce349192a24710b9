//! A plan, its framework and a day, to plain data: what each command shows,
//! computed once and told in any format.

mod calendar;
mod capacity;
mod changes;
mod checked;
mod criteria;
mod explain;
mod facts;
mod forecast;
mod governance;
mod initiatives;
mod light;
mod matrix;
mod overdue;
mod portfolio;
mod report;
mod starter;
mod tasks;
mod templates;
mod timeline;
mod vocabulary;

use serde::Serialize;

use crate::calendar::{Country, Date};
use crate::locale::Lang;
use crate::model::{Framework, Joined, Plan};

pub use calendar::{Calendar, Event, EventKind, calendar};
pub use capacity::{Capacity, ElementFacts, GradeFacts, capacity};
pub use changes::{
    Changes, CriterionChange, Diff, Dropped, Move, Moved, OwnerChange, PhaseSlip, Renamed, RiskChange, Trend, Version,
    VersionKind, add_decisions_of_period, changes, dated_changes,
};
pub use checked::Checked;
pub use criteria::{Count, Criteria, CriteriaCell, CriteriaRow, CriterionFacts, CriterionProgress, criteria};
pub use explain::{RuleLine, RuleView, StatedLine, rule_line, rule_view};
pub use facts::{DecisionFacts, MeetingFacts, MilestoneFacts, Named, Owed, TaskFacts};
pub use forecast::{
    Because, Cost, Delayed, FIRST_LINKS, Forecast, Link, MilestoneForecast, Outlook, TaskForecast, forecast, outlook,
};
pub use governance::{BenefitFacts, RiskFacts, benefits, risks};
pub use initiatives::{
    DegreeCounts, DegreeMeaning, InitiativeFacts, InitiativeGroup, Initiatives, InitiativesBy, initiatives,
};
pub use light::{Colour, HandSet, Light, LightReason, schedule_light};
pub use matrix::{CellKind, ColumnsBy, Entry, Matrix, MatrixCell, MatrixRow, RowsBy, matrix};
pub use overdue::{Item, Overdue, Subject, overdue, soon_until, soon_usual};
pub use portfolio::{Load, NextDecision, PersonLoad, PlanLine, Portfolio, SharedMilestones, SharedRow, portfolio};
pub use report::{
    AgendaKind, AgendaLine, Earlier, Gap, GapKind, MANY_TASKS, PhaseProgress, Report, Since, report, usual_since,
};
pub use starter::{Starter, StarterMeeting, StarterMilestone, StarterPhase, StarterTask, StarterUnit, Wishes, starter};
pub use tasks::{Sheets, TaskFilter, TaskLine, Tasks, sheets, tasks};
pub use templates::{FrameworkView, TemplateLine, criteria as criteria_count, framework, template_line};
pub use timeline::{Group, Timeline, TimelineTask, timeline};
pub use vocabulary::{Choice, Choices, Vocabulary};

/// What every view looks at: a plan joined with its framework, from a day, in a language.
#[derive(Debug)]
pub struct Scene<'a> {
    pub plan: &'a Plan,
    pub framework: &'a Framework,
    pub joined: Joined<'a>,
    pub today: Date,
    pub lang: Lang,
    pub country: Country,
}

impl<'a> Scene<'a> {
    pub fn new(plan: &'a Plan, framework: &'a Framework, today: Date, lang: Lang) -> Scene<'a> {
        let country = crate::model::country(plan, framework);
        Scene { plan, framework, joined: Joined::new(plan, framework, lang), today, lang, country }
    }

    /// What heads every view.
    pub fn head(&self) -> Head {
        Head {
            title: self.plan.title().to_owned(),
            case: self.plan.case.as_ref().map(|case| case.value.clone()),
            framework: (!self.framework.id().is_empty())
                .then(|| Named::new(self.framework.id(), self.framework.name(self.lang))),
            as_of: self.today,
            lang: self.lang,
        }
    }
}

/// What heads every view: which plan, and from which day.
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    pub title: String,
    /// Journal number.
    pub case: Option<String>,
    pub framework: Option<Named>,
    pub as_of: Date,
    pub lang: Lang,
}

/// A view's data with its name and version, as JSON.
#[derive(Debug, Serialize)]
pub struct Versioned<'v, T> {
    /// Such as `plan.matrix/1`; the number rises when a field changes its meaning or goes.
    pub schema: &'static str,
    #[serde(flatten)]
    pub data: &'v T,
}
