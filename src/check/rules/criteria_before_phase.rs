use crate::check::criteria::{open, report};
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "criteria-before-phase",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "et kriterium, som er åbent, selv om fasen, der bygger på det, er begyndt",
            "et kriterium som er åpent selv om fasen som bygger på det, har begynt",
            "a criterion that is open although the phase that builds on it has begun",
        ),
        why: words!(
            "Fasen begynder uden det, den hviler på, og det viser sig først, når det er dyrt at rette.",
            "Fasen begynner uten det den hviler på, og det viser seg først når det er dyrt å rette.",
            "The phase begins without what it rests on, and that shows only once it is costly to mend.",
        ),
        bad: "[phases]\nimplementere = { start = 2025-06-02 }\n\n[criteria.planlegge.forankring]\nledere = { met = false }\n",
        good: "[phases]\nimplementere = { start = 2025-06-02 }\n\n[criteria.planlegge.forankring]\nledere = 2025-05-20\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Criteria), Parameter::exactly(1, ParameterKey::Phases)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [phase] = stated.phases.as_slice() else { return };
    let Some(start) = cx.begun(phase) else { return };
    for joined in open(cx, stated) {
        let message = msg!(
            "fasen »{name}« begyndte {day}, men »{text}« er ikke opfyldt",
            "fasen «{name}» begynte {day}, men «{text}» er ikke oppfylt",
            "the phase \"{name}\" began {day}, but \"{text}\" is not met";
            name = cx.phase_name(phase), day = when(start.first()), text = joined.criterion.texts()
        );
        let label = msg!("fasens start", "starten på fasen", "the start of the phase");
        report(cx, out, &joined, (start.span, label), message);
    }
}
