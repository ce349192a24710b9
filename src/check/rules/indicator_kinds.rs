use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{Words, msg, say, words};
use crate::model::{IndicatorKind, ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "indicator-kinds",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en slags indikator, som planen mangler, når fasen begynder",
            "en type indikator som planen mangler når fasen begynner",
            "a kind of indicator that the plan lacks when the phase begins",
        ),
        why: words!(
            "Det, der ikke er målt fra begyndelsen, kan ikke evalueres til sidst, fordi der ikke er noget at sammenligne med.",
            "Det som ikke er målt fra begynnelsen, kan ikke evalueres til slutt, for det er ikke noe å sammenligne med.",
            "What was not measured from the beginning cannot be evaluated at the end: there is nothing to compare with.",
        ),
        bad: "[indicators.oplaerte]\ntitle = \"Oplærte medarbejdere\"\nkind  = \"result\"\n",
        good: "[indicators.oplaerte]\ntitle = \"Oplærte medarbejdere\"\nkind  = \"result\"\n\n[indicators.tryghed]\ntitle = \"Forældre, der føler sig hørt\"\nkind  = \"value\"\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Kinds), Parameter::exactly(1, ParameterKey::Phases)],
    ),
    absence: true,
};

/// So many days before the phase begins it is said as a warning.
const AHEAD: i64 = 30;

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let Some(phase) = stated.phases.first() else { return };
    let Some(start) = cx.plan.phases.get(phase.as_str()).and_then(|dates| dates.start.as_ref()) else { return };
    let begun = start.first() <= cx.today;
    let unsure = cx.plan.indicators.values().any(|indicator| indicator.is_unread("kind"));
    if unsure || cx.today.add_days(AHEAD) < start.first() {
        return;
    }
    let has = |kind| cx.plan.indicators.values().filter_map(|own| own.kind.as_ref()).any(|own| own.value == kind);
    let asked = |kind: &IndicatorKind| stated.kinds.iter().any(|asked| asked.value == kind.keyword());
    for kind in IndicatorKind::ALL.into_iter().filter(|kind| asked(kind) && !has(*kind)) {
        let message = if begun {
            msg!(
                "»{name}« er begyndt uden en indikator for {word}",
                "«{name}» har begynt uten en indikator for {word}",
                "\"{name}\" has begun without an indicator of {word}";
                name = cx.phase_name(phase), word = word(kind)
            )
        } else {
            msg!(
                "»{name}« begynder snart ({day}) uden en indikator for {word}",
                "«{name}» begynner snart ({day}) uten en indikator for {word}",
                "\"{name}\" begins soon ({day}) without an indicator of {word}";
                name = cx.phase_name(phase), day = when(start.value), word = word(kind)
            )
        };
        let keyword = kind.keyword();
        let finding = out.add(cx.at(start.span), message);
        finding
            .help(say!(
                "skriv en indikator, [indicators.…], med title = \"…\" og kind = \"{keyword}\"",
                "skriv en indikator, [indicators.…], med title = \"…\" og kind = \"{keyword}\"",
                "write an indicator, [indicators.…], with title = \"…\" and kind = \"{keyword}\"",
            ))
            .about(phase.as_str());
        // There is still time.
        if !begun {
            finding.severity = finding.severity.min(Severity::Warning);
        }
    }
}

/// What the kind is about.
fn word(kind: IndicatorKind) -> Words {
    match kind {
        IndicatorKind::Quality => words!("kvalitet", "kvalitet", "quality"),
        IndicatorKind::Result => words!("resultat", "resultat", "result"),
        IndicatorKind::Value => words!("nytte", "nytte", "value"),
    }
}
