use crate::check::{Context, Doc, Rule, Run};
use crate::finding::{Finding, Severity};
use crate::locale::{msg, words};
use crate::model::Waiver;

pub static RULE: Rule = Rule {
    id: "waiver-unused",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en undtagelse, som intet længere bruger",
            "et unntak som ingenting lenger bruker",
            "a waiver that nothing needs any more",
        ),
        why: words!(
            "En glemt undtagelse skjuler den næste fejl af samme slags.",
            "Et glemt unntak skjuler den neste feilen av samme slag.",
            "A forgotten waiver hides the next mistake of its kind.",
        ),
        bad: "[[waivers]]\nrule   = \"task-without-owner\"\nat     = \"undervisning\"\nreason = \"Navn følger efter ferien\"\n\n[tasks.undervisning]\ntitle = \"Undervis\"\nowner = \"ida\"\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis\"\nowner = \"ida\"\n",
    },
    run: Run::Last,
    absence: true,
};

/// Leaves out what the plan's waivers set aside, and reports those that set nothing aside.
pub(in crate::check) fn waive(cx: &Context, findings: Vec<Finding>) -> Vec<Finding> {
    let waivers: Vec<&Waiver> = cx
        .plan
        .waivers
        .iter()
        .filter(|waiver| waiver.until.as_ref().is_none_or(|until| cx.today <= until.value))
        .collect();
    let mut used = vec![false; waivers.len()];
    let mut kept: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| {
            let mut set_aside = false;
            for (waiver, used) in waivers.iter().zip(&mut used) {
                if covers(cx, waiver, finding) {
                    (*used, set_aside) = (true, true);
                }
            }
            !set_aside
        })
        .collect();
    if cx.plan.damaged.is_empty() {
        for (waiver, _) in waivers.iter().zip(used).filter(|(_, used)| !used) {
            let rule = waiver.rule.as_ref().map_or("", |rule| rule);
            let at = cx.at(waiver.rule.as_ref().map_or(waiver.span, |rule| rule.span));
            let message = msg!(
                "undtagelsen fra `{rule}` bruges ikke",
                "unntaket fra `{rule}` brukes ikke",
                "the waiver of `{rule}` is not used",
            );
            let mut finding = Finding::new(RULE.id, RULE.severity, at, message);
            finding.help(msg!("slet undtagelsen", "slett unntaket", "delete the waiver"));
            kept.push(finding);
        }
    }
    kept
}

fn covers(cx: &Context, waiver: &Waiver, finding: &Finding) -> bool {
    let Some(rule) = &waiver.rule else { return false };
    let stated = finding.stated.as_ref();
    let named = rule.value == finding.rule || stated.is_some_and(|stated| stated.id == rule.value);
    let waivable = stated.is_none_or(|stated| {
        cx.framework.rules.get(&stated.id).and_then(|rule| rule.waivable.as_ref()).is_none_or(|waivable| waivable.value)
    });
    let here = waiver.at.as_ref().is_none_or(|at| finding.subject.as_deref() == Some(at.as_str()));
    named && waivable && here
}
