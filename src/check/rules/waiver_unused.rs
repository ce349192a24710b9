use super::waiver_not_allowed::forbidden;
use std::collections::HashMap;

use crate::check::{self, Asked, Context, Doc, Rule, Run};
use crate::finding::{Finding, MOST_FINDINGS, Severity};
use crate::locale::{say, words};
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
    if cx.plan.waivers.is_empty() {
        return findings;
    }
    let waivers: Vec<&Waiver> = cx
        .plan
        .waivers
        .iter()
        .filter(|waiver| waiver.unread.is_empty())
        .filter(|waiver| waiver.until.as_ref().is_none_or(|until| cx.today <= until.value))
        .collect();
    let mut by_name: HashMap<(&str, Option<&str>), Vec<usize>> = HashMap::new();
    for (at, waiver) in waivers.iter().enumerate() {
        let Some(rule) = &waiver.rule else { continue };
        by_name.entry((rule, waiver.at.as_ref().map(|at| at.as_str()))).or_default().push(at);
    }
    // Of so many findings some are not here, and a waiver may be used by those.
    let all_seen = findings.len() < MOST_FINDINGS;
    let mut used = vec![false; waivers.len()];
    let mut kept = findings;
    kept.retain(|finding| {
        let mut set_aside = false;
        for at in names(cx, finding).filter_map(|name| by_name.get(&name)).flatten() {
            (used[*at], set_aside) = (true, true);
        }
        !set_aside
    });
    if cx.plan.damaged.is_empty() && all_seen {
        let unused = waivers.iter().zip(used).filter(|(waiver, used)| !used && could_be_used(cx, waiver, asked));
        for (waiver, _) in unused {
            let Some(rule) = &waiver.rule else { continue };
            let message = say!(
                "undtagelsen fra `{rule}` bruges ikke",
                "unntaket fra `{rule}` brukes ikke",
                "the waiver of `{rule}` is not used",
                rule = &rule.value
            );
            let mut finding = Finding::new(RULE.id, RULE.severity, cx.at(rule.span), message);
            finding.help(say!("slet undtagelsen", "slett unntaket", "delete the waiver"));
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
        // Whether plans together need it is not seen from one.
        Some(known) if matches!(known.run, Run::Across(..)) => false,
        Some(known) if matches!(known.run, Run::Asked(_)) => asked.is_asked(known),
        Some(known) => {
            let mut carried = cx.framework.rules.values().filter(|stated| stated.carried_out_by(known.id)).peekable();
            match carried.peek() {
                None => !asked.is_off(None, known),
                Some(_) => carried.any(|stated| !asked.is_off(Some(stated), known)),
            }
        }
        None => cx.framework.rules.get(rule.as_str()).is_some_and(|stated| {
            let mut checks = stated.checks.iter().filter_map(|id| check::rule(id));
            checks.any(|known| !asked.is_off(Some(stated), known))
        }),
    });
    let exists = waiver.at.as_ref().is_none_or(|at| cx.joined.is_place(at));
    looked_at && exists && forbidden(cx.framework, waiver).is_none()
}

/// What a waiver may call a finding: its rule or the framework's number for it,
/// with its place or without; nothing where the framework forbids it.
fn names<'f>(cx: &Context, finding: &'f Finding) -> impl Iterator<Item = (&'f str, Option<&'f str>)> {
    let stated = finding.stated.as_ref().map(|stated| stated.id.as_str());
    let waivable = stated.and_then(|id| cx.framework.rules.get(id)).is_none_or(|stated| stated.is_waivable());
    let places = [None, finding.subject.as_deref()].into_iter().enumerate();
    let places = places.filter(|(at, place)| *at == 0 || place.is_some()).map(|(_, place)| place);
    let rules = [Some(finding.rule), stated].into_iter().flatten();
    let may = waivable && check::rule(finding.rule).is_none_or(check::Rule::is_waivable);
    let names = places.flat_map(move |place| rules.clone().map(move |rule| (rule, place)));
    names.filter(move |_| may)
}
