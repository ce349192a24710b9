//! How many success criteria are met, what is open now, and what each open one waits for.

use serde::Serialize;

use super::{Head, Named, Scene, TaskFacts};
use crate::calendar::Date;
use crate::model::{JoinedCriterion, Standing};

#[derive(Debug, Serialize)]
pub struct Criteria {
    pub head: Head,
    /// What the framework calls a row, where it says.
    pub row_label: Option<String>,
    pub phases: Vec<Named>,
    /// One row a dimension; its counts are in the order of the phases.
    pub rows: Vec<CriteriaRow>,
    pub met: usize,
    pub total: usize,
    pub cells: Vec<CriteriaCell>,
}

#[derive(Debug, Serialize)]
pub struct CriteriaRow {
    pub dimension: Named,
    pub counts: Vec<Count>,
}

/// Settled of all: those that do not apply here count as settled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    pub met: usize,
    pub total: usize,
}

/// The criteria of one cell.
#[derive(Debug, Serialize)]
pub struct CriteriaCell {
    pub phase: Named,
    pub dimension: Named,
    /// What the cell is about.
    pub gist: Option<String>,
    /// Whether the phase is under way, or over with something left.
    pub current: bool,
    pub count: Count,
    pub criteria: Vec<CriterionFacts>,
}

#[derive(Debug, Serialize)]
pub struct CriterionFacts {
    pub id: String,
    pub text: String,
    /// 1 for a part of the criterion above it.
    pub depth: usize,
    pub state: CriterionProgress,
    pub met_on: Option<Date>,
    /// Why it does not apply here.
    pub waived: Option<String>,
    pub note: Option<String>,
    /// Somebody must decide before it is met.
    pub decision: bool,
    /// The open criteria that come first.
    pub waits_for: Vec<String>,
    /// The task that is to meet it.
    pub task: Option<TaskFacts>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CriterionProgress {
    Met,
    Waived,
    Open,
}

/// Builds the list of criteria.
pub fn criteria(scene: &Scene) -> Criteria {
    let lang = scene.lang;
    let framework = scene.framework;
    let phases: Vec<Named> = framework.phases.keys().map(|id| Named::new(id, framework.phase_name(id, lang))).collect();
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    for phase in framework.phases.keys() {
        for row in &scene.joined.rows {
            cells.extend(cell(scene, phase, row.id));
        }
    }
    let count_of = |phase: &str, row: &str| {
        let of = |cell: &&CriteriaCell| cell.phase.id == phase && cell.dimension.id == row;
        cells.iter().find(of).map_or(Count::default(), |cell| cell.count)
    };
    for row in &scene.joined.rows {
        let counts: Vec<Count> = phases.iter().map(|phase| count_of(&phase.id, row.id)).collect();
        if counts.iter().any(|count| count.total > 0) {
            rows.push(CriteriaRow { dimension: Named::new(row.id, row.name), counts });
        }
    }
    let met = cells.iter().map(|cell| cell.count.met).sum();
    let total = cells.iter().map(|cell| cell.count.total).sum();
    let label = framework.labels.dimension.as_ref();
    let row_label = label.map(|label| label.get(lang).to_owned());
    Criteria { head: scene.head(), row_label, phases, rows, met, total, cells }
}

fn cell(scene: &Scene, phase: &str, row: &str) -> Option<CriteriaCell> {
    let (phase, _) = scene.framework.phases.get_key_value(phase)?;
    let joined = scene.joined.criteria(phase, scene.joined.rows.iter().find(|own| own.id == row)?.id);
    if joined.is_empty() {
        return None;
    }
    let count = Count { met: joined.iter().filter(|one| one.standing.is_settled()).count(), total: joined.len() };
    let gist = scene.framework.cell(phase, row).and_then(|cell| cell.gist.as_ref());
    Some(CriteriaCell {
        phase: Named::new(phase, scene.framework.phase_name(phase, scene.lang)),
        dimension: Named::new(row, scene.framework.dimension_name(row, scene.lang)),
        gist: gist.map(|gist| gist.get(scene.lang).to_owned()),
        current: is_current(scene, phase),
        count,
        criteria: joined.iter().map(|one| facts(scene, one)).collect(),
    })
}

/// Whether a phase has begun; without dates, whether any of its criteria or tasks is taken up.
fn is_current(scene: &Scene, phase: &str) -> bool {
    let dates = scene.plan.phases.get(phase);
    match dates.and_then(|dates| dates.start.as_ref()) {
        Some(start) => start.first() <= scene.today,
        None => scene.plan.criteria.contains_key(phase),
    }
}

fn facts(scene: &Scene, joined: &JoinedCriterion) -> CriterionFacts {
    let lang = scene.lang;
    let text = |criterion: &crate::model::Criterion| {
        criterion.text.as_ref().map_or(criterion.id.value.as_str(), |text| text.get(lang)).to_owned()
    };
    let open = |address: &crate::source::Spanned<String>| {
        let first = scene.framework.criterion(address)?;
        let standing = scene.joined.standing(address)?;
        (!standing.is_settled()).then(|| text(first))
    };
    let (state, met_on, waived) = match joined.standing {
        Standing::Met(on) => (CriterionProgress::Met, on, None),
        Standing::Waived(why) => (CriterionProgress::Waived, None, Some(why.to_owned())),
        Standing::Open | Standing::Unread => (CriterionProgress::Open, None, None),
    };
    let task = joined.said.and_then(|said| scene.plan.tasks.get(said.task.as_ref()?.as_str()));
    CriterionFacts {
        id: joined.criterion.id.value.clone(),
        text: text(joined.criterion),
        depth: usize::from(joined.parent.is_some()),
        state,
        met_on,
        waived,
        note: joined.said.and_then(|said| said.note.as_ref()).map(|note| note.value.clone()),
        decision: joined.criterion.decision,
        waits_for: joined.criterion.after.iter().filter_map(open).collect(),
        task: task.map(|task| scene.task(task)),
    }
}
