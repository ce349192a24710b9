use super::waiver_not_allowed::forbidden;
use crate::check::{self, Asked, Context, Doc, Rule, Run};
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
pub(in crate::check) fn waive(cx: &Context, findings: Vec<Finding>, asked: Asked) -> Vec<Finding> {
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
        let unused = waivers.iter().zip(used).filter(|(waiver, used)| !used && could_be_used(cx, waiver, asked));
        for (waiver, _) in unused {
            let Some(rule) = &waiver.rule else { continue };
            let message = msg!(
                "undtagelsen fra `{rule}` bruges ikke",
                "unntaket fra `{rule}` brukes ikke",
                "the waiver of `{rule}` is not used",
                rule = &rule.value
            );
            let mut finding = Finding::new(RULE.id, RULE.severity, cx.at(rule.span), message);
            finding.help(msg!("slet undtagelsen", "slett unntaket", "delete the waiver"));
            finding.about(waiver.at.as_ref().unwrap_or(rule).as_str());
            kept.push(finding);
        }
    }
    kept
}

/// Whether a waiver names a rule that was looked at and a place that exists:
/// another rule speaks of those that do not.
fn could_be_used(cx: &Context, waiver: &Waiver, asked: Asked) -> bool {
    let looked_at = waiver.rule.as_ref().is_some_and(|rule| match check::rule(rule) {
        Some(known) => !matches!(known.run, Run::Asked(_)) || asked.overdue,
        None => cx.framework.rules.contains_key(rule.as_str()),
    });
    let exists = waiver.at.as_ref().is_none_or(|at| is_place(cx, at));
    looked_at && exists && forbidden(cx.framework, waiver).is_none()
}

fn is_place(cx: &Context, at: &str) -> bool {
    let (plan, framework) = (cx.plan, cx.framework);
    let in_plan = plan.tasks.contains_key(at)
        || plan.milestones.contains_key(at)
        || plan.units.contains_key(at)
        || plan.decisions.contains_key(at)
        || plan.meetings.contains_key(at);
    let in_framework = framework.roles.contains_key(at)
        || framework.phases.contains_key(at)
        || framework.activities.contains_key(at)
        || framework.has_dimension(at);
    let is_cell = at
        .split_once('.')
        .is_some_and(|(phase, dimension)| framework.phases.contains_key(phase) && framework.has_dimension(dimension));
    in_plan || in_framework || is_cell
}

fn covers(cx: &Context, waiver: &Waiver, finding: &Finding) -> bool {
    let Some(rule) = &waiver.rule else { return false };
    let stated = finding.stated.as_ref();
    let named = rule.value == finding.rule || stated.is_some_and(|stated| stated.id == rule.value);
    let waivable =
        stated.is_none_or(|stated| cx.framework.rules.get(&stated.id).is_none_or(|stated| stated.is_waivable()));
    let here = waiver.at.as_ref().is_none_or(|at| finding.subject.as_deref() == Some(at.as_str()));
    named && waivable && here
}
