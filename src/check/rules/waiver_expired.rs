use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};

pub static RULE: Rule = Rule {
    id: "waiver-expired",
    severity: Severity::Warning,
    doc: Doc {
        what: words!("en undtagelse, der er udløbet", "et unntak som er utløpt", "a waiver that has expired"),
        why: words!(
            "Det, der blev udsat til datoen, er enten kommet på plads eller skal besluttes igen.",
            "Det som ble utsatt til datoen, er enten kommet på plass eller må besluttes på nytt.",
            "What was put off until then is either in place by now or has to be decided again.",
        ),
        bad: "[[waivers]]\nrule   = \"task-without-owner\"\nat     = \"undervisning\"\nreason = \"Navn følger efter ferien\"\nuntil  = 2025-05-30 # i dag er det 15. juni 2025\n",
        good: "[[waivers]]\nrule   = \"task-without-owner\"\nat     = \"undervisning\"\nreason = \"Navn følger efter ferien\"\nuntil  = 2025-08-29\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for waiver in &cx.plan.waivers {
        let (Some(rule), Some(until)) = (&waiver.rule, &waiver.until) else {
            continue;
        };
        if cx.today <= until.value {
            continue;
        }
        out.add(
            cx.at(until.span),
            say!(
                "undtagelsen fra `{rule}` udløb {until}",
                "unntaket fra `{rule}` utløp {until}",
                "the waiver of `{rule}` expired {until}",
                rule = &rule.value;
                until = when(until.value)
            ),
        )
        .help(say!(
            "slet undtagelsen, eller skriv en ny dato i until, hvis den stadig er aftalt",
            "slett unntaket, eller skriv en ny dato i until hvis det fortsatt er avtalt",
            "delete the waiver, or write a new date in until if it is still agreed",
        ))
        .about(waiver.at.as_ref().unwrap_or(rule).as_str());
    }
}
