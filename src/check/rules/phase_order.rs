use crate::calendar::Period;
use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::StatedRule;
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "phase-order",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en fase, som begynder før den fase, der kommer før den",
            "en fase som begynner før fasen som kommer foran",
            "a phase that begins before the one that comes first",
        ),
        why: words!(
            "Hver fase bygger på den foregående; i omvendt rækkefølge mangler deltagerne det, de skal arbejde videre med.",
            "Hver fase bygger på den forrige; i omvendt rekkefølge mangler deltakerne det de skal arbeide videre med.",
            "Each phase builds on the one before; the other way round, people lack what they are to work on with.",
        ),
        bad: "[phases]\nforberedelse = { start = 2025-09-01 }\nafproevning  = { start = 2025-08-01 }\n",
        good: "[phases]\nforberedelse = { start = 2025-08-01 }\nafproevning  = { start = 2025-09-01 }\n",
    },
    run: Run::Stated(check, &[]),
    absence: false,
};

fn check(cx: &Context, _: &StatedRule, out: &mut Sink) {
    let phases = cx.framework.phases.keys().filter_map(|id| Some((id, cx.plan.phases.get(id)?.start.as_ref()?)));
    // The one that begins last of those so far.
    let mut latest: Option<Dated> = None;
    for (id, start) in phases {
        match latest {
            Some(before) if start.last() < before.1.first() => too_early(cx, (id, start), before, out),
            // A month says only roughly when a phase begins.
            Some((_, before)) if start.first() < before.first() => {}
            _ => latest = Some((id, start)),
        }
    }
}

/// A phase and its start.
type Dated<'a> = (&'a str, &'a Spanned<Period>);

fn too_early(cx: &Context, (id, start): Dated, (earlier, before): Dated, out: &mut Sink) {
    let (name, earlier) = (cx.phase_name(id), cx.phase_name(earlier));
    out.add(
        cx.at(start.span),
        say!(
            "starten på »{name}«, {day}, ligger før starten på »{earlier}«",
            "starten på «{name}», {day}, ligger før starten på «{earlier}»",
            "the start of \"{name}\", {day}, lies before that of \"{earlier}\"";
            name = name, day = when(start.value), earlier = earlier
        ),
    )
    .also(
        cx.at(before.span),
        say!("»{earlier}«: {day}", "«{earlier}»: {day}", "\"{earlier}\": {day}"; earlier = earlier, day = when(before.value)),
    )
    .help(say!(
        "skriv en start tidligst {day}, eller lad »{earlier}« begynde før",
        "skriv en start tidligst {day}, eller la «{earlier}» begynne før",
        "write a start no earlier than {day}, or let \"{earlier}\" begin before";
        day = when(before.first()), earlier = earlier
    ))
    .about(id);
}
