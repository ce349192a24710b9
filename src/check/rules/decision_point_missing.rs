use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::StatedRule;

pub static RULE: Rule = Rule {
    id: "decision-point-missing",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en plan uden et eneste beslutningspunkt",
            "en plan uten et eneste beslutningspunkt",
            "a plan without a single decision point",
        ),
        why: words!(
            "Uden et sted, hvor der skal besluttes, kører planen videre, også når den burde ændres eller stoppes.",
            "Uten et sted der det skal besluttes, går planen videre også når den burde endres eller stoppes.",
            "Without a place where somebody decides, the plan rolls on even when it should be changed or stopped.",
        ),
        bad: "[milestones.halvvejs]\ntitle = \"Halvvejs\"\ndate  = 2025-09-18\n",
        good: "[milestones.halvvejs]\ntitle    = \"Halvvejs: fortsætter vi?\"\ndate     = 2025-09-18\ndecision = true\n",
    },
    run: Run::Stated(check, &[]),
    absence: true,
};

fn check(cx: &Context, _: &StatedRule, out: &mut Sink) {
    let mut milestones = cx.plan.milestones.values();
    let decides = milestones.any(|milestone| milestone.decision || milestone.unread.contains(&"decision"));
    if decides || !cx.plan.decisions.is_empty() {
        return;
    }
    out.add(
        cx.whole(),
        say!(
            "planen har intet beslutningspunkt",
            "planen har ingen beslutningspunkter",
            "the plan has no decision point"
        ),
    )
    .help(say!(
        "skriv decision = true ved en milepæl, eller tilføj en beslutning, [decisions.…], med text = \"…\"",
        "skriv decision = true ved en milepæl, eller legg til en beslutning, [decisions.…], med text = \"…\"",
        "write decision = true at a milestone, or add a decision, [decisions.…], with text = \"…\"",
    ));
}
