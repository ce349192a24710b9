use crate::check::criteria::{open, report};
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "criteria-before-milestone",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et kriterium, som er åbent, selv om milepælen er nået",
            "et kriterium som er åpent selv om milepælen er nådd",
            "a criterion that is open although its milestone is reached",
        ),
        why: words!(
            "Den dag, alle skal arbejde på en ny måde, mangler de noget, som skulle have været klar.",
            "Den dagen alle skal arbeide på en ny måte, mangler de noe som skulle ha vært klart.",
            "On the day when everybody is to work in a new way they lack something that should have been ready.",
        ),
        bad: "[milestones.go-live]\ntitle = \"Go-live\"\ndate  = 2025-06-02\n\n[criteria.forbered.kommunikation]\nhvorfor = { met = false, task = \"budskaber\" }\n",
        good: "[milestones.go-live]\ntitle = \"Go-live\"\ndate  = 2025-06-02\n\n[criteria.forbered.kommunikation]\nhvorfor = 2025-05-12\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Criteria), Parameter::exactly(1, ParameterKey::Milestone)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let milestone = stated.milestone.as_ref().and_then(|id| cx.plan.milestones.get(id.as_str()));
    let Some((milestone, day)) = milestone.and_then(|own| Some((own, own.reached(cx.today)?))) else { return };
    let reached = match &milestone.done {
        Some(done) if done.span == day.span => words!("blev nået", "ble nådd", "was reached"),
        _ => words!("er sat til", "er satt til", "is set for"),
    };
    for joined in open(cx, stated) {
        let message = msg!(
            "»{title}« {reached} {day}, men »{text}« er ikke opfyldt",
            "«{title}» {reached} {day}, men «{text}» er ikke oppfylt",
            "\"{title}\" {reached} {day}, but \"{text}\" is not met",
            title = milestone.title();
            reached = reached, day = when(day.value), text = joined.criterion.texts()
        );
        let label = msg!("milepælen", "milepælen", "the milestone");
        report(cx, out, &joined, (day.span, label), message);
    }
}
