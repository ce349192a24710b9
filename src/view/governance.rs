//! Risks and benefits: what may go wrong, and what the plan is to bring.

use serde::Serialize;

use super::{Named, Scene};
use crate::calendar::Date;
use crate::model::{Benefit, BenefitOutcome, Keyed, Measure, Reading, Risk};

/// A risk as the report tells it.
#[derive(Debug, Clone, Serialize)]
pub struct RiskFacts {
    pub id: String,
    pub title: String,
    pub likelihood: Option<i64>,
    pub impact: Option<i64>,
    /// Likelihood times impact, from 1 to 25.
    pub score: Option<i64>,
    pub owner: Option<Named>,
    pub response: Option<String>,
    pub reviewed: Option<Date>,
}

/// A benefit as the report tells it.
#[derive(Debug, Clone, Serialize)]
pub struct BenefitFacts {
    pub id: String,
    pub title: String,
    pub owner: Option<Named>,
    pub question: Option<String>,
    pub baseline: Option<String>,
    pub target: Option<String>,
    /// The last reading up to the day, and when it was made.
    pub reading: Option<(Date, String)>,
    pub outcome: Option<BenefitOutcome>,
}

/// The plan's risks, the worst first.
pub fn risks(scene: &Scene) -> Vec<RiskFacts> {
    let mut risks: Vec<RiskFacts> = scene.plan.risks.values().map(|one| risk(scene, one)).collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.score));
    risks
}

fn risk(scene: &Scene, risk: &Risk) -> RiskFacts {
    let (likelihood, impact) =
        (risk.likelihood.as_ref().map(|one| one.value), risk.impact.as_ref().map(|one| one.value));
    RiskFacts {
        id: risk.id.value.clone(),
        title: risk.title().to_owned(),
        likelihood,
        impact,
        score: likelihood.zip(impact).map(|(likelihood, impact)| likelihood.saturating_mul(impact)),
        owner: risk.owner.as_ref().map(|owner| scene.person(owner)),
        response: risk.response.as_ref().map(|response| response.value.clone()),
        reviewed: risk.reviewed.as_ref().map(|reviewed| reviewed.value).filter(|day| *day <= scene.today),
    }
}

/// The plan's benefits, in the writer's order.
pub fn benefits(scene: &Scene) -> Vec<BenefitFacts> {
    let facts = |benefit: &Benefit| BenefitFacts {
        id: benefit.id.value.clone(),
        title: benefit.title().to_owned(),
        owner: benefit.owner.as_ref().map(|owner| scene.person(owner)),
        question: benefit.question.as_ref().map(|question| question.value.clone()),
        baseline: benefit.baseline.as_ref().map(|measure| written(measure)),
        target: benefit.target.as_ref().map(|measure| written(measure)),
        reading: latest(&benefit.readings, scene.today),
        outcome: benefit.outcome.as_ref().map(|outcome| outcome.value),
    };
    scene.plan.benefits.values().map(facts).collect()
}

/// The last reading up to a day.
pub fn latest(readings: &Keyed<Reading>, today: Date) -> Option<(Date, String)> {
    let read = readings.values().filter_map(|reading| Some((reading.on?, written(&reading.value))));
    read.filter(|(on, _)| *on <= today).max_by_key(|(on, _)| *on)
}

fn written(measure: &Measure) -> String {
    match measure {
        Measure::Number(number) => number.clone(),
        Measure::Words(words) => words.clone(),
    }
}
