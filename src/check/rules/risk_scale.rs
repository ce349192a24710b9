use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};

pub static RULE: Rule = Rule {
    id: "risk-scale",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en risiko, hvis sandsynlighed eller konsekvens ikke er fra 1 til 5",
            "en risiko der sannsynlighet eller konsekvens ikke er fra 1 til 5",
            "a risk whose likelihood or impact is not from 1 to 5",
        ),
        why: words!(
            "Risici på hver sin skala kan ikke sammenlignes, og den værste kommer til at ligne de andre.",
            "Risikoer på hver sin skala kan ikke sammenlignes, og den verste ser ut som de andre.",
            "Risks on different scales cannot be compared, and the worst one looks like the others.",
        ),
        bad: "[risks.frafald]\ntitle      = \"Superbrugere siger op\"\nlikelihood = 3\nimpact     = 10\n",
        good: "[risks.frafald]\ntitle      = \"Superbrugere siger op\"\nlikelihood = 3\nimpact     = 5\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for risk in cx.plan.risks.values() {
        for (key, value) in [("likelihood", &risk.likelihood), ("impact", &risk.impact)] {
            let Some(said) = value.as_ref().filter(|value| !(1..=5).contains(&value.value)) else { continue };
            let (title, number) = (risk.title(), said.value);
            let which = match key {
                "likelihood" => words!("sandsynligheden for", "sannsynligheten for", "the likelihood of"),
                _ => words!("konsekvensen af", "konsekvensen av", "the impact of"),
            };
            out.add(
                cx.at(said.span),
                say!(
                    "{which} »{title}« er {number}, men skal være fra 1 til 5",
                    "{which} «{title}» er {number}, men må være fra 1 til 5",
                    "{which} \"{title}\" is {number} but must be from 1 to 5";
                    which = which
                ),
            )
            .help(say!(
                "skriv {key} = 1 (mindst) til 5 (størst)",
                "skriv {key} = 1 (minst) til 5 (størst)",
                "write {key} = 1 (least) to 5 (most)",
            ))
            .about(risk.id.as_str());
        }
    }
}
