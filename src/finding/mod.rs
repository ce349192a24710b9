//! What is wrong, where, and what to write instead. A finding cannot be made
//! without a place.

mod fingerprint;

use std::cmp::Ordering;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use serde::Serialize;

use crate::locale::{Lang, Langs, Message, Say, Text, msg, words};
use crate::source::Location;

pub use fingerprint::{file_key, fingerprints};

/// The rules that reading itself applies; `check` documents them with the others.
pub mod reading {
    pub const UNREADABLE: &str = "unreadable";
    pub const SYNTAX: &str = "syntax";
    pub const DUPLICATE_KEY: &str = "duplicate-key";
    pub const UNKNOWN_KEY: &str = "unknown-key";
    pub const MISSING_KEY: &str = "missing-key";
    pub const WRONG_TYPE: &str = "wrong-type";
    pub const INVALID_VALUE: &str = "invalid-value";
    pub const INVALID_DATE: &str = "invalid-date";
    pub const INVALID_ID: &str = "invalid-id";
    pub const FRAMEWORK: &str = "framework";

    pub const ALL: [&str; 10] = [
        UNREADABLE,
        SYNTAX,
        DUPLICATE_KEY,
        UNKNOWN_KEY,
        MISSING_KEY,
        WRONG_TYPE,
        INVALID_VALUE,
        INVALID_DATE,
        INVALID_ID,
        FRAMEWORK,
    ];
}

/// So many findings of one rule, and of the form of one file: nobody reads more,
/// and a file may hold millions.
pub const MOST_FINDINGS: usize = 10_000;

/// The longest text that a finding says, in bytes: it may repeat words of the file.
const MOST_SAID: usize = 1000;

/// What a finding says, as a person can read it: cut where it repeats a word that never
/// ends. The texts are one piece of memory: a repository has tens of thousands.
#[derive(Debug, Clone)]
pub struct Said {
    texts: Box<str>,
    /// Where the second begins.
    nb: u32,
    /// Where the third begins.
    en: u32,
}

impl Said {
    fn of(words: &dyn Say, langs: Langs) -> Said {
        let mut texts = String::new();
        let mut add = |lang| {
            let start = texts.len() as u32;
            if langs.has(lang) {
                let text = words.say(lang);
                let most = text.floor_char_boundary(MOST_SAID);
                let mark = if most < text.len() { "…" } else { "" };
                texts.reserve_exact(most + mark.len());
                texts.push_str(text.get(..most).unwrap_or(&text));
                texts.push_str(mark);
            }
            start
        };
        let (_, nb, en) = (add(Lang::Da), add(Lang::Nb), add(Lang::En));
        Said { texts: texts.into_boxed_str(), nb, en }
    }

    /// The text in one language; in another where it is not said in that one, or is empty.
    pub fn get(&self, lang: Lang) -> &str {
        let (nb, en) = (self.nb as usize, self.en as usize);
        let part = |lang| match lang {
            Lang::Da => self.texts.get(..nb),
            Lang::Nb => self.texts.get(nb..en),
            Lang::En => self.texts.get(en..),
        };
        let texts = [lang, Lang::En, Lang::Da, Lang::Nb].into_iter().filter_map(part);
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or("")
    }
}

/// Says that there is more to find than is shown.
pub fn only_so_many() -> Message {
    msg!(
        "der er flere end de {MOST_FINDINGS}, der vises; ret dem først",
        "det er flere enn de {MOST_FINDINGS} som vises; rett dem først",
        "there are more than the {MOST_FINDINGS} that are shown; mend those first",
    )
}

/// How much a finding matters, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// worth saying once
    Note,
    /// the plan works, but somebody will miss something
    Warning,
    /// the plan contradicts itself, its framework or its format
    Error,
}

impl Severity {
    pub const ALL: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];

    /// What a person reads.
    pub const fn word(self, lang: Lang) -> &'static str {
        match self {
            Severity::Error => words!("fejl", "feil", "error"),
            Severity::Warning => words!("advarsel", "advarsel", "warning"),
            Severity::Note => words!("bemærkning", "merknad", "note"),
        }
        .of(lang)
    }

    /// The keyword used in files and on the command line.
    pub const fn keyword(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A place and what is to be seen there.
#[derive(Debug, Clone)]
pub struct Label {
    pub at: Location,
    pub text: Option<Said>,
}

impl Label {
    /// What is to be seen, in one language.
    pub fn said(&self, lang: Lang) -> Option<&str> {
        self.text.as_ref().map(|text| text.get(lang))
    }
}

/// A rule that a framework states: its number there and its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// such as `SAMBO-4`
    pub id: String,
    pub reason: Text<String>,
}

/// One thing that is wrong in one place. It is one pointer: findings are sorted,
/// set aside and handed on by the ten thousand.
#[derive(Debug, Clone)]
pub struct Finding(Box<Details>);

/// What there is to tell of a finding.
#[derive(Debug, Clone)]
pub struct Details {
    /// The id of the rule that found it.
    pub rule: &'static str,
    pub severity: Severity,
    pub message: Said,
    /// Where it is wrong.
    pub primary: Label,
    /// Where the other half of it stands.
    pub related: Vec<Label>,
    /// What to write instead.
    pub help: Option<Said>,
    /// The framework's own rule behind it.
    pub stated: Option<Arc<Stated>>,
    /// What a waiver calls the place: `phase.dimension`, or a task's id.
    pub subject: Option<String>,
    /// The general rule that need not say the same of the same place.
    pub replaces: Option<&'static str>,
    /// The languages that it is said in.
    pub langs: Langs,
}

impl Deref for Finding {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Details {
        &mut self.0
    }
}

impl Finding {
    /// A finding that is said in every language.
    pub fn new(rule: &'static str, severity: Severity, at: Location, message: impl Say) -> Finding {
        Finding::said_in(Langs::ALL, rule, severity, at, &message)
    }

    /// A finding that is said in some languages, and so is all that is added to it.
    pub fn said_in(langs: Langs, rule: &'static str, severity: Severity, at: Location, message: &dyn Say) -> Finding {
        Finding(Box::new(Details {
            rule,
            severity,
            message: Said::of(message, langs),
            primary: Label { at, text: None },
            related: Vec::new(),
            help: None,
            stated: None,
            subject: None,
            replaces: None,
            langs,
        }))
    }

    /// Says what is to be seen at the place itself.
    pub fn label(&mut self, text: impl Say) -> &mut Finding {
        self.primary.text = Some(Said::of(&text, self.langs));
        self
    }

    /// Points to a second place.
    pub fn also(&mut self, at: Location, text: impl Say) -> &mut Finding {
        let text = Some(Said::of(&text, self.langs));
        self.related.push(Label { at, text });
        self
    }

    /// Says what to write instead.
    pub fn help(&mut self, text: impl Say) -> &mut Finding {
        self.help = Some(Said::of(&text, self.langs));
        self
    }

    /// Names what a waiver would call the place.
    pub fn about(&mut self, subject: impl Into<String>) -> &mut Finding {
        self.subject = Some(subject.into());
        self
    }

    /// Says the same as a general rule, but with a framework's reason; where that rule itself says it, nothing changes.
    pub fn instead_of(&mut self, rule: &'static str) -> &mut Finding {
        self.replaces = (rule != self.rule).then_some(rule);
        self
    }

    /// Whether reading itself found it: something of the file is not known then.
    pub fn is_of_form(&self) -> bool {
        reading::ALL.contains(&self.rule)
    }

    /// The order in which findings are shown: file, place, gravest first, rule.
    fn order(&self, other: &Finding) -> Ordering {
        let (a, b) = (&self.primary.at, &other.primary.at);
        let name =
            || if Arc::ptr_eq(&a.source, &b.source) { Ordering::Equal } else { a.source.name().cmp(b.source.name()) };
        name()
            .then_with(|| a.span.start.cmp(&b.span.start))
            .then_with(|| other.severity.cmp(&self.severity))
            .then_with(|| self.rule.cmp(other.rule))
    }
}

/// Puts findings in the order in which they are shown.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(Finding::order);
}

#[cfg(test)]
mod tests {
    use super::{MOST_SAID, Said};
    use crate::locale::{Lang, Langs, Text, msg};

    #[test]
    fn each_language_gets_its_own_text_back() {
        let whole = "a".repeat(MOST_SAID);
        // The letter `å` is two bytes, and the last byte that fits is its first.
        let across = format!("{}åb", "a".repeat(MOST_SAID - 1));
        let said = Said::of(&Text { da: across, nb: "kort".to_owned(), en: whole.clone() }, Langs::ALL);
        assert_eq!(said.get(Lang::Da), format!("{}…", "a".repeat(MOST_SAID - 1)));
        assert_eq!(said.get(Lang::Nb), "kort");
        assert_eq!(said.get(Lang::En), whole);
    }

    #[test]
    fn only_languages_that_are_wanted_are_said() {
        let week = msg!("uge", "uke", "week");
        let said = Said::of(&week, Langs::NONE.with(Lang::Nb));
        assert_eq!(Lang::ALL.map(|lang| said.get(lang)), ["uke"; 3]);
        let said = Said::of(&week, Langs::NONE.with(Lang::Nb).with(Lang::En));
        assert_eq!(Lang::ALL.map(|lang| said.get(lang)), ["week", "uke", "week"]);
    }
}
