use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "phase-planned-before",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en fase uden indhold, når den fase begynder, hvor den skal være planlagt",
            "en fase uten innhold når fasen der den skal være planlagt, begynner",
            "a phase that is still empty when the phase by which it is to be planned begins",
        ),
        why: words!(
            "Når arbejdet først er i gang, er der ingen tid til at planlægge det, der kommer efter, og så stopper det dér.",
            "Når arbeidet først er i gang, er det ikke tid til å planlegge det som kommer etter, og da stopper det der.",
            "Once the work is under way there is no time to plan what comes after, and so it ends there.",
        ),
        bad: "[phases]\ngennemfoerelse = { start = 2025-06-01 }\ndrift          = { start = 2026-01-01 }\n",
        good: "[phases]\ngennemfoerelse = { start = 2025-06-01 }\ndrift          = { start = 2026-01-01 }\n\n[tasks.aftal-drift]\ntitle = \"Aftal, hvem der driver det videre\"\nphase = \"drift\"\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(2, ParameterKey::Phases)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [later, now] = stated.phases.as_slice() else { return };
    let begun = cx.plan.phases.get(now.as_str()).and_then(|dates| dates.begun(cx.today));
    let (Some(begun), Some(at)) = (begun, cx.framework.phases.get_index_of(later.as_str())) else { return };
    if cx.coverage().planned.has(at) {
        return;
    }
    let later = later.as_str();
    out.add(
        cx.place_of_phase(later),
        say!(
            "»{later}« skal være planlagt, når »{now}« begynder, men er tom",
            "«{later}» skal være planlagt når «{now}» begynner, men er tom",
            "\"{later}\" is to be planned when \"{now}\" begins, but is empty";
            later = cx.phase_name(later), now = cx.phase_name(now)
        ),
    )
    .also(
        cx.at(begun.span),
        say!(
            "»{now}« er begyndt ({day})",
            "«{now}» har begynt ({day})",
            "\"{now}\" has begun ({day})";
            now = cx.phase_name(now), day = when(begun.value)
        ),
    )
    .help(say!(
        "skriv mindst én opgave eller milepæl med phase = \"{later}\"",
        "skriv minst én oppgave eller milepæl med phase = \"{later}\"",
        "write at least one task or milestone with phase = \"{later}\"",
    ))
    .instead_of(super::phase_missing::RULE.id)
    .about(later);
}
