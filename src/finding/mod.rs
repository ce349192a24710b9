//! What is wrong, where, and what to write instead. A finding cannot be made
//! without a place.

mod fingerprint;

use std::sync::Arc;

use serde::Serialize;

use crate::locale::{Lang, Message, Text, msg, words};
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
/// ends. The three texts are one piece of memory: a repository has tens of thousands.
#[derive(Debug, Clone)]
pub struct Said {
    texts: Box<str>,
    /// Where the second begins.
    nb: u32,
    /// Where the third begins.
    en: u32,
}

impl Said {
    fn of(message: &Message) -> Said {
        let mut texts = String::with_capacity(message.da.len() + message.nb.len() + message.en.len());
        let mut add = |text: &str| {
            let start = texts.len() as u32;
            let most = text.floor_char_boundary(MOST_SAID);
            texts.push_str(text.get(..most).unwrap_or(text));
            if most < text.len() {
                texts.push('…');
            }
            start
        };
        let (_, nb, en) = (add(&message.da), add(&message.nb), add(&message.en));
        Said { texts: texts.into_boxed_str(), nb, en }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        let (nb, en) = (self.nb as usize, self.en as usize);
        let part = match lang {
            Lang::Da => self.texts.get(..nb),
            Lang::Nb => self.texts.get(nb..en),
            Lang::En => self.texts.get(en..),
        };
        part.unwrap_or("")
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

/// One thing that is wrong in one place.
#[derive(Debug, Clone)]
pub struct Finding {
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
}

impl Finding {
    pub fn new(rule: &'static str, severity: Severity, at: Location, message: Message) -> Finding {
        Finding {
            rule,
            severity,
            message: Said::of(&message),
            primary: Label { at, text: None },
            related: Vec::new(),
            help: None,
            stated: None,
            subject: None,
            replaces: None,
        }
    }

    /// Says what is to be seen at the place itself.
    pub fn label(&mut self, text: Message) -> &mut Finding {
        self.primary.text = Some(Said::of(&text));
        self
    }

    /// Points to a second place.
    pub fn also(&mut self, at: Location, text: Message) -> &mut Finding {
        self.related.push(Label { at, text: Some(Said::of(&text)) });
        self
    }

    /// Says what to write instead.
    pub fn help(&mut self, text: Message) -> &mut Finding {
        self.help = Some(Said::of(&text));
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

    /// The order in which findings are shown: file, place, rule.
    fn sort_key(&self) -> (&str, u32, std::cmp::Reverse<Severity>, &'static str) {
        (self.primary.at.source.name(), self.primary.at.span.start, std::cmp::Reverse(self.severity), self.rule)
    }
}

/// Puts findings in the order in which they are shown.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
}

#[cfg(test)]
mod tests {
    use super::{MOST_SAID, Said};
    use crate::locale::{Lang, Text};

    #[test]
    fn each_language_gets_its_own_text_back() {
        let whole = "a".repeat(MOST_SAID);
        // The letter `å` is two bytes, and the last byte that fits is its first.
        let across = format!("{}åb", "a".repeat(MOST_SAID - 1));
        let said = Said::of(&Text { da: across, nb: String::new(), en: whole.clone() });
        assert_eq!(said.get(Lang::Da), format!("{}…", "a".repeat(MOST_SAID - 1)));
        assert_eq!(said.get(Lang::Nb), "");
        assert_eq!(said.get(Lang::En), whole);
    }
}
