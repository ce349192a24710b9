//! Whether the settings of a repository name rules that are there to be set.

use super::Run;
use super::selection::{Known, find};
use crate::finding::{Finding, Severity, reading};
use crate::locale::{msg, say};
use crate::model::{Config, Framework, Loudness, RuleSetting};

/// Every mistake in what the settings say of rules. `built_in` gives the
/// frameworks that come with the program, where a number of theirs is set.
pub fn config(config: &Config, built_in: impl Fn() -> Vec<Framework>) -> Vec<Finding> {
    config.rules.values().filter_map(|setting| mistake(config, setting, &built_in)).collect()
}

fn mistake(config: &Config, setting: &RuleSetting, built_in: &impl Fn() -> Vec<Framework>) -> Option<Finding> {
    let id = &setting.id.value;
    let wrong = |rule, span, message| Finding::new(rule, Severity::Error, config.at(span), message);
    let found = find(id, built_in);
    let known = if let Known::General(rule) = found { Some(rule) } else { None };
    // Settings are looked up as they are written.
    let found = match found {
        Known::General(rule) if rule.id != id => Known::Not { meant: Some(rule.id) },
        found => found,
    };
    if let Some(most) = &setting.at_most {
        let counts = known.is_some_and(|rule| matches!(rule.run, Run::Across(_, most) if most > 0));
        if !counts || most.value < 1 {
            let message = if counts {
                msg!("`at-most` er mindst 1", "`at-most` er minst 1", "`at-most` is at least 1")
            } else {
                msg!("`{id}` tager ikke `at-most`", "`{id}` tar ikke `at-most`", "`{id}` takes no `at-most`")
            };
            return Some(wrong(reading::INVALID_VALUE, most.span, message));
        }
    }
    if known.is_some_and(|rule| !rule.is_waivable()) {
        let message = msg!("`{id}` kan ikke ændres", "`{id}` kan ikke endres", "`{id}` cannot be changed");
        let mut finding = wrong(reading::INVALID_VALUE, setting.id.span, message);
        finding.help(say!("slet linjen", "slett linjen", "delete the line"));
        return Some(finding);
    }
    let meant = match found {
        Known::Not { meant } => meant,
        Known::Stated { id: own, .. } if own != *id => {
            let message = msg!("der er ingen regel `{id}`", "det finnes ingen regel `{id}`", "there is no rule `{id}`");
            let mut finding = wrong(reading::UNKNOWN_KEY, setting.id.span, message);
            finding.help(say!("skriv {own}", "skriv {own}", "write {own}"));
            return Some(finding);
        }
        Known::Stated { waivable: false, severity: least, .. } => {
            let milder = |set: Loudness| set < Loudness::On(least);
            let set = setting.severity.as_ref().filter(|set| milder(set.value))?;
            let least = least.keyword();
            let message = msg!(
                "skabelonen lader ingen gøre `{id}` mildere end {least}",
                "malen lar ingen gjøre `{id}` mildere enn {least}",
                "the framework lets nobody make `{id}` milder than {least}",
            );
            return Some(wrong(reading::INVALID_VALUE, set.span, message));
        }
        Known::General(_) | Known::Stated { .. } | Known::Own => return None,
    };
    let message = msg!("der er ingen regel `{id}`", "det finnes ingen regel `{id}`", "there is no rule `{id}`");
    let mut finding = wrong(reading::UNKNOWN_KEY, setting.id.span, message);
    finding.help(match meant {
        Some(meant) => msg!("mente du `{meant}`?", "mente du `{meant}`?", "did you mean `{meant}`?"),
        None => msg!("`plan explain` viser dem alle", "`plan explain` viser alle", "`plan explain` lists them all"),
    });
    Some(finding)
}
