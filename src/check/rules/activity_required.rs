use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, no_task_is};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "activity-required",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en aktivitet, som skal være i planen, men ikke er det",
            "en aktivitet som skal være i planen, men ikke er det",
            "an activity that the plan is to have and lacks",
        ),
        why: words!(
            "Det, som ingen har skrevet ned, bliver der hverken sat tid eller navn på, og det opdages først, når de andre står og mangler det.",
            "Det ingen har skrevet ned, får verken tid eller navn, og det oppdages først når de andre står og mangler det.",
            "What nobody wrote down gets neither time nor a name, and that shows only when the others need it.",
        ),
        bad: "[tasks.moede]\ntitle = \"Hold et møde\"\n",
        good: "[tasks.konference]\ntitle = \"Hold en konference med personalet\"\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Activities)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    if cx.activity_is_unsure() {
        return;
    }
    for activity in stated.activities.iter().filter(|id| cx.framework.activities.contains_key(id.as_str())) {
        if cx.joined.carrying_out(activity).next().is_some() {
            continue;
        }
        let activity = activity.as_str();
        let finding = out.add(cx.whole(), no_task_is(cx, activity));
        finding.about(activity);
        match cx.joined.dropped(activity).next() {
            Some(dropped) => {
                let at = dropped.status.as_ref().map_or(dropped.id.span, |status| status.span);
                finding.also(cx.at(at), say!("opgaven er udgået", "oppgaven er utgått", "the task is dropped"));
                finding.help(say!(
                    "tag opgaven med igen, eller skriv [[waivers]] med rule = \"{rule}\", at = \"{activity}\" og reason = \"…\"",
                    "ta oppgaven med igjen, eller skriv [[waivers]] med rule = \"{rule}\", at = \"{activity}\" og reason = \"…\"",
                    "take the task up again, or write [[waivers]] with rule = \"{rule}\", at = \"{activity}\" and reason = \"…\"",
                    rule = RULE.id
                ));
            }
            None => {
                finding.help(say!(
                    "skriv en opgave [tasks.{activity}]",
                    "skriv en oppgave [tasks.{activity}]",
                    "write a task [tasks.{activity}]",
                ));
            }
        }
    }
}
