use crate::check::criteria::{open, report};
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Message, msg, words};
use crate::model::{ParameterKey, StatedRule};
use crate::source::Span;

pub static RULE: Rule = Rule {
    id: "criteria-answered",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "et kriterium uden svar, selv om fasen er slut",
            "et kriterium uten svar selv om fasen er slutt",
            "a criterion without an answer although its phase is over",
        ),
        why: words!(
            "Planen lukkes, uden at nogen har taget stilling, og det, der skulle afgøres, bliver bare, som det er.",
            "Planen lukkes uten at noen har tatt stilling, og det som skulle avgjøres, blir bare som det er.",
            "The plan is closed without anybody taking a stand, and what should have been settled stays as it is.",
        ),
        bad: "[phases]\nviderefoere = { due = 2025-05-30 }\n\n[criteria.viderefoere.beslutningstre]\nfortsette = { met = false }\n",
        good: "[phases]\nviderefoere = { due = 2025-05-30 }\n\n[criteria.viderefoere.beslutningstre]\nfortsette = { waived = \"Tiltaket ophører\" }\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Criteria), Parameter::exactly(1, ParameterKey::Phases)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [phase] = stated.phases.as_slice() else { return };
    let Some((at, why)) = cx.closed(phase).or_else(|| all_done(cx, phase)) else { return };
    for joined in open(cx, stated) {
        let message = msg!(
            "»{text}« er hverken opfyldt eller valgt fra, men {why}",
            "«{text}» er verken oppfylt eller valgt bort, men {why}",
            "\"{text}\" is neither met nor waived, but {why}";
            text = joined.criterion.texts(), why = why
        );
        report(cx, out, &joined, (at, why.clone()), message);
    }
}

/// A phase that says no day on which it ends is over once all its tasks are done.
fn all_done(cx: &Context, phase: &str) -> Option<(Span, Message)> {
    if cx.plan.phases.get(phase).is_some_and(|dates| !dates.ongoing && dates.due.is_some()) {
        return None;
    }
    let mut last = None;
    for task in cx.tasks().filter(|task| task.phases.iter().any(|own| own.value == phase)) {
        if task.is_open() {
            return None;
        }
        last = Some(task.id.span);
    }
    let why = msg!(
        "alle opgaver i »{name}« er udført",
        "alle oppgaver i «{name}» er utført",
        "all tasks in \"{name}\" are done";
        name = cx.phase_name(phase)
    );
    Some((last?, why))
}
