use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{Framework, StatedRule, Waiver};

pub static RULE: Rule = Rule {
    id: "waiver-not-allowed",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en undtagelse fra en regel, som skabelonen ikke tillader undtagelser fra",
            "et unntak fra en regel som malen ikke tillater unntak fra",
            "a waiver of a rule that the framework does not let a plan set aside",
        ),
        why: words!(
            "Undtagelsen virker ikke, og den, der skrev den, tror, at sagen er ude af verden.",
            "Unntaket virker ikke, og den som skrev det, tror at saken er ute av verden.",
            "The waiver has no effect, and whoever wrote it believes the matter settled.",
        ),
        bad: "[[waivers]]\nrule   = \"LOKAL-1\" # skabelonen siger waivable: false\nreason = \"Ingen havde tid\"\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for waiver in &cx.plan.waivers {
        let (Some(rule), Some(stated)) = (&waiver.rule, forbidden(cx.framework, waiver)) else {
            continue;
        };
        let finding = out.add(
            cx.at(rule.span),
            say!(
                "`{rule}` kan ikke fraviges",
                "`{rule}` kan ikke fravikes",
                "`{rule}` cannot be waived",
                rule = &rule.value
            ),
        );
        if let Some(reason) = &stated.reason {
            finding.label(|lang| reason.get(lang).to_owned());
        }
        finding
            .help(say!(
                "slet undtagelsen, og ret det, reglen finder",
                "slett unntaket, og rett det regelen finner",
                "delete the waiver and mend what the rule finds",
            ))
            .about(waiver.at.as_ref().unwrap_or(rule).as_str());
    }
}

/// The framework's own rule that forbids a waiver: the one it names, or the
/// one behind every statement of the check that it names.
pub(super) fn forbidden<'a>(framework: &'a Framework, waiver: &Waiver) -> Option<&'a StatedRule> {
    let named = waiver.rule.as_ref()?;
    if let Some(stated) = framework.rules.get(named.as_str()) {
        return (!stated.is_waivable()).then_some(stated);
    }
    let mut stated = framework.rules.values().filter(|stated| stated.carried_out_by(named));
    let first = stated.next()?;
    (!first.is_waivable() && stated.all(|other| !other.is_waivable())).then_some(first)
}
