//! The schedule's light, and the tasks and thresholds behind it.

use serde::Serialize;

use super::Scene;
use crate::model::{Degree, Late, Missed};

/// More days late than this make the schedule yellow, unless the plan says otherwise.
const YELLOW_DAYS: i64 = 7;
/// More days late than this on a milestone or a decision make it red.
const RED_DAYS: i64 = 30;

/// The worst that is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    Green,
    Yellow,
    Red,
    /// nothing to judge by
    None,
}

/// More days late than this on any task make it red: over three months, as the
/// state's it projects are judged.
const TASK_RED_DAYS: i64 = 90;

/// How the schedule stands, computed from what is late.
#[derive(Debug, Serialize)]
pub struct Light {
    pub colour: Colour,
    pub reasons: Vec<LightReason>,
    /// Days late that make it yellow.
    pub yellow_days: i64,
    /// Days late of a milestone or decision that make it red.
    pub red_days: i64,
    /// Days late of any task that make it red.
    pub task_red_days: i64,
    /// The light as somebody sets it by hand, and why.
    pub by_hand: Option<HandSet>,
}

/// A light set by hand.
#[derive(Debug, Serialize)]
pub struct HandSet {
    pub colour: Colour,
    pub reason: Option<String>,
}

/// What made the light as it is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum LightReason {
    /// a milestone or a decision is more days late than makes it red
    MilestoneRed { title: String, days: i64 },
    /// a milestone or a decision is more days late than makes it yellow
    MilestoneYellow { title: String, days: i64 },
    /// a milestone or a decision is late, but within what is tolerated
    MilestoneTolerated { title: String, days: i64 },
    /// so many tasks are more days late than makes it yellow; the worst of them
    Tasks { count: usize, title: String, days: i64, limit: i64 },
    /// so much is late, but within what is tolerated
    Tolerated { count: usize, days: i64 },
    /// nothing is late
    OnTime,
    /// nothing has a date
    NoDates,
}

/// Judges the schedule: the worst of what is late, by the plan's tolerances.
pub fn schedule_light(scene: &Scene) -> Light {
    let tolerances = &scene.plan.tolerances;
    let yellow_days = tolerances.yellow.as_ref().map_or(YELLOW_DAYS, |days| days.value);
    let red_days = tolerances.red.as_ref().map_or(RED_DAYS, |days| days.value);
    let mut reasons = Vec::new();
    let mut colour = Colour::Green;
    let mut milestones: Vec<(i64, String)> = Vec::new();
    for milestone in scene.plan.milestones.values() {
        milestones.extend(milestone.late(scene.today).map(|late| (late.days, milestone.title().to_owned())));
    }
    for decision in
        scene.plan.decisions.values().filter(|decision| decision.decided.is_none() && decision.outcome.is_none())
    {
        let late =
            decision.deadline.as_ref().map(|deadline| deadline.last().days_until(scene.today)).filter(|days| *days > 0);
        milestones
            .extend(late.map(|days| (days, decision.text.as_ref().map_or(&decision.id, |text| text).value.clone())));
    }
    milestones.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
    for (days, title) in milestones {
        if days > red_days {
            colour = Colour::Red;
            reasons.push(LightReason::MilestoneRed { title, days });
        } else if days > yellow_days {
            colour = worse(colour, Colour::Yellow);
            reasons.push(LightReason::MilestoneYellow { title, days });
        } else {
            reasons.push(LightReason::MilestoneTolerated { title, days });
        }
    }
    let late = |task: &&crate::model::Task| task.late(scene.today).filter(|late| late.missed != Missed::Check);
    let tasks: Vec<(String, Late)> =
        scene.plan.tasks.values().filter_map(|task| Some((scene.full_title(task), late(&task)?))).collect();
    let beyond = tasks.iter().filter(|(_, late)| late.days > yellow_days);
    if let Some((title, worst)) = beyond.clone().max_by_key(|(_, late)| late.days) {
        colour = worse(colour, if worst.days > TASK_RED_DAYS.max(red_days) { Colour::Red } else { Colour::Yellow });
        reasons.push(LightReason::Tasks {
            count: beyond.count(),
            title: title.clone(),
            days: worst.days,
            limit: yellow_days,
        });
    }
    let within = tasks.iter().filter(|(_, late)| late.days <= yellow_days).count();
    if within > 0 {
        reasons.push(LightReason::Tolerated { count: within, days: yellow_days });
    }
    if reasons.is_empty() {
        if is_dated(scene.plan) {
            reasons.push(LightReason::OnTime);
        } else {
            colour = Colour::None;
            reasons.push(LightReason::NoDates);
        }
    }
    let hand = &scene.plan.light;
    let by_hand = hand.colour.as_ref().map(|colour| HandSet {
        colour: match colour.value {
            Degree::Green => Colour::Green,
            Degree::Yellow => Colour::Yellow,
            Degree::Red => Colour::Red,
        },
        reason: hand.reason.as_ref().map(|reason| reason.value.clone()),
    });
    Light { by_hand, colour, reasons, yellow_days, red_days, task_red_days: TASK_RED_DAYS.max(red_days) }
}

fn worse(a: Colour, b: Colour) -> Colour {
    match (a, b) {
        (Colour::Red, _) | (_, Colour::Red) => Colour::Red,
        (_, other) => other,
    }
}

/// Whether anything in the plan can be late.
fn is_dated(plan: &crate::model::Plan) -> bool {
    plan.tasks.values().any(|task| task.due.is_some() || task.start.is_some() || task.check.is_some())
        || plan.milestones.values().any(|milestone| milestone.date.is_some())
        || plan.decisions.values().any(|decision| decision.deadline.is_some())
}
