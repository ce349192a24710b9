//! The settings of a repository of plans.

use super::{Id, Keyed, Person};
use crate::finding::Severity;
use crate::locale::Lang;
use crate::source::{Files, Location, Span, Spanned};

/// What `.plan/config.toml` says.
#[derive(Debug, Default)]
pub struct Config {
    pub files: Files,
    /// Plans to leave out, as patterns of `.gitignore`.
    pub ignore: Vec<Spanned<String>>,
    /// The folder of the repository's own frameworks, from the repository's folder; default: `.plan/templates`.
    pub templates: Option<Spanned<String>>,
    /// The file of people that all plans share, from the repository's folder; default: `.plan/people.toml`.
    pub people: Option<Spanned<String>>,
    pub rules: Keyed<RuleSetting>,
    /// The language of all that is said of the repository's plans; default: each plan's own.
    pub language: Option<Spanned<Lang>>,
}

impl Config {
    /// A place in the file.
    pub fn at(&self, span: Span) -> Location {
        self.files.locate(span)
    }

    /// What is set for a rule: by the framework's own number for it, else by its name.
    pub fn rule(&self, stated: Option<&str>, rule: &str) -> Option<&RuleSetting> {
        stated.and_then(|id| self.rules.get(id)).or_else(|| self.rules.get(rule))
    }
}

/// What is set for one rule.
#[derive(Debug, Default)]
pub struct RuleSetting {
    pub id: Id,
    pub severity: Option<Spanned<Loudness>>,
    /// The most that the rule lets pass, where it counts.
    pub at_most: Option<Spanned<i64>>,
}

/// How loudly a rule speaks, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loudness {
    Off,
    On(Severity),
}

/// The people that all plans of a repository share: `people.toml`.
#[derive(Debug, Default)]
pub struct SharedPeople {
    pub files: Files,
    pub people: Keyed<Person>,
}
