use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "benefit-count",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "flere gevinster, end planen kan bære",
            "flere gevinster enn planen kan bære",
            "more benefits than the plan can carry",
        ),
        why: words!(
            "Mange mål trækker i hver sin retning, og i hverdagen er der ikke tid til at følge dem alle.",
            "Mange mål trekker i hver sin retning, og i hverdagen er det ikke tid til å følge alle.",
            "Many goals pull in different directions, and in daily work there is no time to follow them all.",
        ),
        bad: "# højst to gevinster\n[benefits.tid]\ntitle = \"Mere tid hos borgeren\"\n\n[benefits.fejl]\ntitle = \"Færre fejl\"\n\n[benefits.trivsel]\ntitle = \"Bedre trivsel\"\n",
        good: "[benefits.tid]\ntitle = \"Mere tid hos borgeren\"\n\n[benefits.fejl]\ntitle = \"Færre fejl\"\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(1, ParameterKey::AtMost)]),
    absence: false,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let Some(most) = stated.at_most.as_ref().and_then(|most| usize::try_from(most.value).ok()) else { return };
    let benefits: Vec<_> = cx.plan.benefits.values().filter(|benefit| !benefit.is_dropped()).collect();
    let Some(first) = benefits.get(most) else { return };
    let count = benefits.len();
    out.add(
        cx.at(first.id.span),
        say!(
            "planen har {count} gevinster; højst {most} kan følges til dørs",
            "planen har {count} gevinster; høyst {most} kan følges helt fram",
            "the plan has {count} benefits; at most {most} can be seen through",
        ),
    )
    .help(say!(
        "slå gevinster sammen, eller skriv outcome = \"dropped\" ved dem, I giver slip på",
        "slå sammen gevinster, eller skriv outcome = \"dropped\" for dem dere gir slipp på",
        "join benefits, or write outcome = \"dropped\" for those you let go of",
    ))
    .about(first.id.as_str());
}
