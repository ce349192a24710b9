use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::Risk;

pub static RULE: Rule = Rule {
    id: "risk-without-owner",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en stor risiko uden ansvarlig eller uden modtræk",
            "en stor risiko uten ansvarlig eller uten mottiltak",
            "a great risk without an owner or a response",
        ),
        why: words!(
            "Alle kender risikoen, men ingen gør noget ved den, før det er gået galt.",
            "Alle kjenner risikoen, men ingen gjør noe med den før det har gått galt.",
            "Everybody knows the risk, but nobody does anything about it until it has happened.",
        ),
        bad: "[risks.frafald]\ntitle      = \"Superbrugere siger op\"\nlikelihood = 4\nimpact     = 4\n",
        good: "[risks.frafald]\ntitle      = \"Superbrugere siger op\"\nlikelihood = 4\nimpact     = 4\nowner      = \"ida\"\nresponse   = \"To superbrugere i hver afdeling\"\n",
    },
    run: Run::Always(check),
    absence: true,
};

/// Likelihood times impact, from 1 to 25, from which a risk is great.
const GREAT: i64 = 12;

fn check(cx: &Context, out: &mut Sink) {
    for risk in cx.plan.risks.values() {
        let Some(size) = size(risk).filter(|size| *size >= GREAT) else { continue };
        let no_owner = risk.owner.is_none() && !risk.is_unread("owner");
        let no_response = risk.response.is_none() && !risk.is_unread("response");
        let (missing, lines) = match (no_owner, no_response) {
            (true, true) => (
                words!("ansvarlig og modtræk", "ansvarlig og mottiltak", "an owner and a response"),
                words!(
                    "owner = \"…\" og response = \"…\"",
                    "owner = \"…\" og response = \"…\"",
                    "owner = \"…\" and response = \"…\""
                ),
            ),
            (true, false) => (
                words!("ansvarlig", "ansvarlig", "an owner"),
                words!("owner = \"…\"", "owner = \"…\"", "owner = \"…\""),
            ),
            (false, true) => (
                words!("modtræk", "mottiltak", "a response"),
                words!("response = \"…\"", "response = \"…\"", "response = \"…\""),
            ),
            (false, false) => continue,
        };
        let title = risk.title();
        out.add(
            cx.at(risk.id.span),
            say!(
                "»{title}« er en stor risiko ({size} af 25) uden {missing}",
                "«{title}» er en stor risiko ({size} av 25) uten {missing}",
                "\"{title}\" is a great risk ({size} of 25) without {missing}";
                missing = missing
            ),
        )
        .help(say!("skriv {lines}", "skriv {lines}", "write {lines}"; lines = lines))
        .about(risk.id.as_str());
    }
}

/// How great a risk is, where both numbers are on the scale.
fn size(risk: &Risk) -> Option<i64> {
    let scaled = |value: i64| (1..=5).contains(&value).then_some(value);
    Some(scaled(risk.likelihood.as_ref()?.value)? * scaled(risk.impact.as_ref()?.value)?)
}
