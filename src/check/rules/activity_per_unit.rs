use std::collections::HashSet;

use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, no_task_is};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule, Status, Unit};

pub static RULE: Rule = Rule {
    id: "activity-per-unit",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en aktivitet, som skal gennemføres i hver enhed, men mangler i en",
            "en aktivitet som skal gjennomføres i hver enhet, men mangler i en",
            "an activity to be done in every unit that is missing in one",
        ),
        why: words!(
            "Det, der skal ske hvert sted, bliver ellers glemt det sted, hvor ingen spurgte.",
            "Det som skal skje hvert sted, blir ellers glemt der ingen spurte.",
            "What is to happen everywhere is otherwise forgotten in the one place where nobody asked.",
        ),
        bad: "[units]\nfyn = \"Sundhedsklynge Fyn\"\nlillebaelt = \"Sundhedsklynge Lillebælt\"\n\n[tasks.undervisning-fyn]\ntitle = \"Undervis i Fyn\"\nunit  = \"fyn\"\n",
        good: "[tasks.undervisning-fyn]\ntitle = \"Undervis i Fyn\"\nunit  = \"fyn\"\n\n[tasks.undervisning-lillebaelt]\ntitle = \"Undervis i Lillebælt\"\nunit  = \"lillebaelt\"\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Activities)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let asked = |unit: &&Unit| stated.unit.as_ref().is_none_or(|kind| unit.kind(cx.framework) == Some(kind.as_str()));
    let units: Vec<_> = cx.plan.units.values().filter(asked).collect();
    for activity in stated.activities.iter().filter(|id| cx.framework.activities.contains_key(id.as_str())) {
        let tasks: Vec<_> = cx.joined.carrying_out(activity).collect();
        if units.is_empty() && tasks.is_empty() {
            nowhere(cx, activity, out);
        }
        let reached: HashSet<_> = tasks.iter().filter_map(|task| task.unit_id()).collect();
        for unit in units.iter().filter(|unit| !reached.contains(unit.id.as_str())) {
            missing(cx, activity, unit, out);
        }
    }
}

fn missing(cx: &Context, activity: &str, unit: &Unit, out: &mut Sink) {
    let (name, id) = (cx.plan.unit_name(&unit.id), &unit.id.value);
    let title = cx.framework.activity_title(activity);
    let finding = out.add(
        cx.at(unit.id.span),
        say!(
            "{name} mangler »{da}«",
            "{name} mangler «{nb}»",
            "{name} lacks \"{en}\"",
            da = title.da,
            nb = title.nb,
            en = title.en
        ),
    );
    finding.about(id.as_str());
    let task = cx.plan.tasks.get(&format!("{activity}-{id}"));
    if let Some(task) = task.filter(|task| task.status() == Status::Dropped) {
        let at = task.status.as_ref().map_or(task.id.span, |status| status.span);
        finding.also(cx.at(at), say!("opgaven er udgået", "oppgaven er utgått", "the task is dropped"));
        let rule = RULE.id;
        finding.help(say!(
            "tag opgaven med igen, eller skriv [[waivers]] med rule = \"{rule}\", at = \"{id}\" og reason = \"…\"",
            "ta oppgaven med igjen, eller skriv [[waivers]] med rule = \"{rule}\", at = \"{id}\" og reason = \"…\"",
            "take the task up again, or write [[waivers]] with rule = \"{rule}\", at = \"{id}\" and reason = \"…\"",
        ));
    } else if let Some(task) = task {
        finding.also(cx.at(task.id.span), say!("opgaven her?", "oppgaven her?", "the task here?"));
        finding.help(say!(
            "skriv unit = \"{id}\" i [tasks.{activity}-{id}]",
            "skriv unit = \"{id}\" i [tasks.{activity}-{id}]",
            "write unit = \"{id}\" in [tasks.{activity}-{id}]",
        ));
    } else {
        finding.help(say!(
            "skriv en opgave [tasks.{activity}-{id}] med unit = \"{id}\"",
            "skriv en oppgave [tasks.{activity}-{id}] med unit = \"{id}\"",
            "write a task [tasks.{activity}-{id}] with unit = \"{id}\"",
        ));
    }
}

/// There are no units to name, and no task either.
fn nowhere(cx: &Context, activity: &str, out: &mut Sink) {
    out.add(cx.whole(), no_task_is(cx, activity))
        .help(say!(
            "skriv en opgave [tasks.{activity}]",
            "skriv en oppgave [tasks.{activity}]",
            "write a task [tasks.{activity}]",
        ))
        .about(activity);
}
