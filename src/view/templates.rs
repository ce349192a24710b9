//! What a framework holds.

use serde::Serialize;

use super::Named;
use crate::calendar::Country;
use crate::locale::Lang;
use crate::model::{
    Activity, Dimension, Framework, FrameworkCells, FrameworkMeeting, FrameworkMilestone, Keyed, Labels, Origin, Phase,
    Role, StatedRule, UnitKind,
};

/// One line of the list of frameworks.
#[derive(Debug, Serialize)]
pub struct TemplateLine {
    #[serde(flatten)]
    pub named: Named,
    pub language: Lang,
    pub summary: String,
    pub phases: usize,
    pub rows: usize,
    pub activities: usize,
    pub rules: usize,
}

/// A framework's line in the list.
pub fn template_line(framework: &Framework, lang: Lang) -> TemplateLine {
    TemplateLine {
        named: Named::new(framework.id(), framework.name(lang)),
        language: framework.language(),
        summary: framework.summary.as_ref().map_or("", |summary| summary.get(lang)).to_owned(),
        phases: framework.phases.len(),
        rows: framework.rows(lang).len(),
        activities: framework.activities.len(),
        rules: framework.rules.len(),
    }
}

/// A framework whole, as its file has it.
#[derive(Debug, Serialize)]
pub struct FrameworkView<'f> {
    pub id: &'f str,
    pub name: &'f str,
    pub aka: Vec<&'f str>,
    pub language: Lang,
    pub country: Option<Country>,
    pub version: Option<&'f str>,
    pub summary: &'f str,
    pub source: &'f Origin,
    pub cycle: bool,
    pub decision_body: Option<&'f str>,
    pub labels: &'f Labels,
    pub units: &'f Keyed<UnitKind>,
    pub phases: &'f Keyed<Phase>,
    pub dimensions: &'f Keyed<Dimension>,
    pub roles: &'f Keyed<Role>,
    pub activities: &'f Keyed<Activity>,
    pub cells: &'f Keyed<FrameworkCells>,
    pub milestones: &'f Keyed<FrameworkMilestone>,
    pub meetings: &'f Keyed<FrameworkMeeting>,
    pub rules: &'f Keyed<StatedRule>,
}

/// Shows a framework whole.
pub fn framework(framework: &Framework, lang: Lang) -> FrameworkView<'_> {
    FrameworkView {
        id: framework.id(),
        name: framework.name(lang),
        aka: framework.aka.iter().map(|aka| aka.value.as_str()).collect(),
        language: framework.language(),
        country: framework.country.as_ref().map(|country| country.value),
        version: framework.version.as_ref().map(|version| version.value.as_str()),
        summary: framework.summary.as_ref().map_or("", |summary| summary.get(lang)),
        source: &framework.origin,
        cycle: framework.cycle,
        decision_body: framework.decision_body.as_ref().map(|body| body.value.as_str()),
        labels: &framework.labels,
        units: &framework.units,
        phases: &framework.phases,
        dimensions: &framework.dimensions,
        roles: &framework.roles,
        activities: &framework.activities,
        cells: &framework.cells,
        milestones: &framework.milestones,
        meetings: &framework.meetings,
        rules: &framework.rules,
    }
}
