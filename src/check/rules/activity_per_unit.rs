use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, msg, words};
use crate::model::StatedRule;
use crate::source::Location;

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
    run: Run::Stated(check),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    for activity in &stated.activities {
        let Some(known) = cx.framework.activities.get(activity.as_str()) else { continue };
        let title = known.title.as_ref().map_or(activity.as_str(), |title| title.get(Lang::Da));
        let tasks: Vec<_> = cx.joined.carrying_out(activity).collect();
        let units = cx
            .plan
            .units
            .values()
            .filter(|unit| stated.unit.as_ref().is_none_or(|kind| unit.kind(cx.framework) == Some(kind.as_str())));
        let mut any = false;
        for unit in units {
            any = true;
            if tasks.iter().any(|task| task.unit.as_ref().is_some_and(|own| own.value == unit.id.value)) {
                continue;
            }
            let (name, id) = (cx.plan.unit_name(&unit.id), &unit.id.value);
            out.add(
                cx.at(unit.id.span),
                msg!("{name} mangler »{title}«", "{name} mangler «{title}»", "{name} lacks \"{title}\""),
            )
            .help(msg!(
                "skriv en opgave [tasks.{activity}-{id}] med unit = \"{id}\"",
                "skriv en oppgave [tasks.{activity}-{id}] med unit = \"{id}\"",
                "write a task [tasks.{activity}-{id}] with unit = \"{id}\"",
                activity = &activity.value
            ))
            .about(id.as_str());
        }
        if !any && tasks.is_empty() {
            let whole = cx.plan.files.iter().next().map(Location::whole);
            let Some(at) = whole else { continue };
            out.add(at, msg!("ingen opgave er »{title}«", "ingen oppgave er «{title}»", "no task is \"{title}\""))
                .help(msg!(
                    "skriv en opgave [tasks.{activity}]",
                    "skriv en oppgave [tasks.{activity}]",
                    "write a task [tasks.{activity}]",
                    activity = &activity.value
                ))
                .about(activity.as_str());
        }
    }
}
