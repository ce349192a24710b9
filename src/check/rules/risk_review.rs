use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "risk-review",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "risici, som ikke er skrevet ned eller ikke er set efter",
            "risikoer som ikke er skrevet ned eller ikke er gått gjennom",
            "risks that are not written down, or not looked at again",
        ),
        why: words!(
            "En liste fra starten advarer ikke om det, der er ved at gå galt nu.",
            "En liste fra starten advarer ikke om det som er i ferd med å gå galt nå.",
            "A list from the start gives no warning of what is going wrong now.",
        ),
        bad: "[phases]\nigangsaet = { start = 2025-06-02 }\n\n[risks.frafald]\ntitle    = \"Superbrugere siger op\"\nreviewed = 2025-03-10\n",
        good: "[phases]\nigangsaet = { start = 2025-06-02 }\n\n[risks.frafald]\ntitle    = \"Superbrugere siger op\"\nreviewed = 2025-06-10\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(2, ParameterKey::Phases)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [written, reviewed] = stated.phases.as_slice() else { return };
    let second = cx.begun(reviewed).map(|start| (reviewed, start));
    let Some((phase, start)) = second.or_else(|| Some((written, cx.begun(written)?))) else { return };
    let (name, day) = (cx.phase_name(phase), when(start.first()));
    if cx.plan.risks.is_empty() {
        out.add(
            cx.at(start.span),
            say!(
                "fasen »{name}« begyndte {day}, men planen har ingen risici",
                "fasen «{name}» begynte {day}, men planen har ingen risikoer",
                "the phase \"{name}\" began {day}, but the plan has no risks";
                name = name, day = day
            ),
        )
        .help(say!(
            "skriv [risks.…] med title, likelihood, impact, owner og response",
            "skriv [risks.…] med title, likelihood, impact, owner og response",
            "write [risks.…] with title, likelihood, impact, owner and response",
        ))
        .about(phase.as_str());
        return;
    }
    let unsure = cx.plan.risks.values().any(|risk| risk.is_unread("reviewed"));
    let latest = cx.plan.risks.values().filter_map(|risk| risk.reviewed.as_ref()).max_by_key(|day| day.value);
    if second.is_none() || unsure || latest.is_some_and(|latest| latest.value >= start.first()) {
        return;
    }
    let finding = out.add(
        cx.at(start.span),
        say!(
            "ingen risiko er gennemgået, siden fasen »{name}« begyndte {day}",
            "ingen risiko er gjennomgått siden fasen «{name}» begynte {day}",
            "no risk has been reviewed since the phase \"{name}\" began {day}";
            name = name, day = day
        ),
    );
    if let Some(latest) = latest {
        finding.also(cx.at(latest.span), say!("senest gennemgået", "sist gjennomgått", "last reviewed"));
    }
    finding
        .help(say!(
            "gå risiciene igennem, og skriv reviewed = med dagens dato ved dem",
            "gå gjennom risikoene, og skriv reviewed = med dagens dato for dem",
            "go through the risks and write reviewed = with the day for each",
        ))
        .about(phase.as_str());
}
