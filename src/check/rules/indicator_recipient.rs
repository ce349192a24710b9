use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::StatedRule;

pub static RULE: Rule = Rule {
    id: "indicator-recipient",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en indikator, som ingen får at vide",
            "en indikator som ingen får vite om",
            "an indicator that nobody is told of",
        ),
        why: words!(
            "De, der leverer tal, holder op med det, når de aldrig hører, hvad tallene viste.",
            "De som leverer tall, slutter med det når de aldri får høre hva tallene viste.",
            "People stop delivering figures when they never hear what the figures showed.",
        ),
        bad: "[indicators.oplaerte]\ntitle = \"Oplærte medarbejdere\"\n",
        good: "[indicators.oplaerte]\ntitle     = \"Oplærte medarbejdere\"\nrecipient = \"Afdelingslederne, hvert kvartal\"\n",
    },
    run: Run::Stated(check, &[]),
    absence: true,
};

fn check(cx: &Context, _: &StatedRule, out: &mut Sink) {
    let lacking = cx.plan.indicators.values().filter(|own| own.recipient.is_none() && !own.is_unread("recipient"));
    for indicator in lacking {
        let title = indicator.title();
        out.add(
            cx.at(indicator.id.span),
            say!(
                "ingen får at vide, hvad »{title}« viser",
                "ingen får vite hva «{title}» viser",
                "nobody is told what \"{title}\" shows",
            ),
        )
        .help(say!(
            "skriv recipient = \"…\" med dem, der skal have tallene at se",
            "skriv recipient = \"…\" med dem som skal få se tallene",
            "write recipient = \"…\" with those who are to see the figures",
        ))
        .about(indicator.id.as_str());
    }
}
