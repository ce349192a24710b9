//! What a framework holds.

use serde::Serialize;

use super::Named;
use crate::calendar::Country;
use crate::locale::Lang;
use crate::model::{
    Activity, Dimension, Framework, FrameworkCells, FrameworkMeeting, FrameworkMilestone, FrameworkStakeholder, Keyed,
    Labels, Origin, Phase, ReportingLevel, Role, StatedRule, Term, UnitKind,
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
    /// Success criteria of all cells, those below others counted too.
    pub criteria: usize,
    pub reporting_levels: &'f Keyed<ReportingLevel>,
    pub stakeholders: &'f Keyed<FrameworkStakeholder>,
    pub assessment: &'f Keyed<Term>,
    pub commitments: &'f Keyed<Term>,
    pub degrees: &'f Keyed<Term>,
    pub complexity: &'f Keyed<Term>,
    pub evidence: &'f Keyed<Term>,
    pub sectors: &'f Keyed<Term>,
    pub mandates: &'f Keyed<Term>,
    pub skills: &'f Keyed<Term>,
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
        criteria: criteria(framework, None),
        reporting_levels: &framework.reporting_levels,
        stakeholders: &framework.stakeholders,
        assessment: &framework.assessment,
        commitments: &framework.commitments,
        degrees: &framework.degrees,
        complexity: &framework.complexity,
        evidence: &framework.evidence,
        sectors: &framework.sectors,
        mandates: &framework.mandates,
        skills: &framework.skills,
        milestones: &framework.milestones,
        meetings: &framework.meetings,
        rules: &framework.rules,
    }
}

/// How many success criteria a framework has, in one cell or in all.
pub fn criteria(framework: &Framework, cell: Option<(&str, &str)>) -> usize {
    let in_cell = |cell: &crate::model::FrameworkCell| {
        cell.criteria.values().map(|criterion| 1 + criterion.criteria.len()).sum::<usize>()
    };
    match cell {
        Some((phase, row)) => framework.cell(phase, row).map_or(0, in_cell),
        None => framework.cells.values().flat_map(|row| row.cells.values()).map(in_cell).sum(),
    }
}
