use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "initiatives-complex",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "flere komplekse indsatser på én gang, end der er kræfter til",
            "flere komplekse tiltak på én gang enn det er krefter til",
            "more complex initiatives at once than there is capacity for",
        ),
        why: words!(
            "Komplekse indsatser trækker på de samme ledere og medarbejdere; er der for mange, bliver ingen af dem færdige.",
            "Komplekse tiltak trekker på de samme lederne og medarbeiderne; er det for mange, blir ingen av dem ferdige.",
            "Complex initiatives draw on the same leaders and staff; with too many, none is finished.",
        ),
        bad: "# højst 1 ad gangen\n[initiatives.alkohol]\ntitle      = \"Samtaler om alkohol\"\ncomplexity = \"high\"\ndegree     = \"yellow\"\nchosen     = true\n\n[initiatives.trivsel]\ntitle      = \"Unges trivsel\"\ncomplexity = \"high\"\ndegree     = \"red\"\nchosen     = true\n",
        good: "[initiatives.alkohol]\ntitle      = \"Samtaler om alkohol\"\ncomplexity = \"high\"\ndegree     = \"yellow\"\nchosen     = true\n\n[initiatives.trivsel]\ntitle      = \"Unges trivsel\"\ncomplexity = \"high\"\ndegree     = \"red\"\nnote       = \"Vælges, når den første er i drift\"\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(1, ParameterKey::AtMost)]),
    absence: false,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let Some(most) = stated.at_most.as_ref().and_then(|most| usize::try_from(most.value).ok()) else {
        return;
    };
    let running = cx.plan.initiatives.values().filter(|initiative| initiative.is_complex_and_running());
    let mut running: Vec<_> = running.collect();
    // Those that begin first stay; without a start comes last.
    running.sort_by_key(|initiative| {
        let start = initiative.start.as_ref().map(|start| start.first());
        (start.is_none(), start)
    });
    let Some(one_too_many) = running.get(most) else {
        return;
    };
    let (title, count) = (one_too_many.title(), running.len());
    let finding = out.add(
        cx.at(one_too_many.id.span),
        say!(
            "»{title}« er én kompleks indsats for meget: {count} er valgt på én gang, og grænsen er {most}",
            "«{title}» er ett komplekst tiltak for mye: {count} er valgt på én gang, og grensen er {most}",
            "\"{title}\" is one complex initiative too many: {count} are chosen at once, and the limit is {most}",
        ),
    );
    for other in running.iter().take(most) {
        finding.also(cx.at(other.id.span), say!("også valgt", "også valgt", "also chosen"));
    }
    finding
        .help(say!(
            "vent med en af dem: slet chosen = true, indtil en anden er gennemført og har degree = \"green\"",
            "vent med et av dem: slett chosen = true til et annet er gjennomført og har degree = \"green\"",
            "let one of them wait: delete chosen = true until another is in full use and has degree = \"green\"",
        ))
        .about(&*one_too_many.id.value);
}
