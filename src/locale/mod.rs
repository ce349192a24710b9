//! Every word a person reads, in Danish, Norwegian bokmål and English.
//!
//! A text is written in all three languages at once or it does not compile:
//! [`Text`] has a field for each, and so has every `msg!`.

mod calendar;
mod findings;
mod views;

use serde::Serialize;

pub use calendar::*;
pub use findings::*;
pub(crate) use views::*;

/// A language that `plan` speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Danish
    Da,
    /// Norwegian bokmål
    Nb,
    /// English
    En,
}

impl Lang {
    /// Every language, in the order in which they are listed everywhere.
    pub const ALL: [Lang; 3] = [Lang::Da, Lang::Nb, Lang::En];

    /// The language of a tag such as `da`, `nb_NO.UTF-8`, `no` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_', '.', '@']).next()?.to_ascii_lowercase().as_str() {
            "da" => Some(Lang::Da),
            "nb" | "no" | "nn" => Some(Lang::Nb),
            "en" | "c" | "posix" => Some(Lang::En),
            _ => None,
        }
    }

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::Nb => "nb",
            Lang::En => "en",
        }
    }
}

/// One text in every language: fixed words ([`Text<&'static str>`]) or a
/// sentence with its values already in place ([`Message`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Text<T> {
    pub da: T,
    pub nb: T,
    pub en: T,
}

/// Fixed words.
pub type Words = Text<&'static str>;
/// A sentence with its values in place.
pub type Message = Text<String>;

impl<T> Text<T> {
    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Da => &self.da,
            Lang::Nb => &self.nb,
            Lang::En => &self.en,
        }
    }
}

impl Message {
    /// A sentence made once in each language, for values that differ between them.
    pub fn each(say: impl Fn(Lang) -> String) -> Message {
        Text { da: say(Lang::Da), nb: say(Lang::Nb), en: say(Lang::En) }
    }
}

impl Words {
    /// The words in one language.
    pub const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Da => self.da,
            Lang::Nb => self.nb,
            Lang::En => self.en,
        }
    }
}

/// Fixed words in the three languages: `words!("uge", "uke", "week")`.
macro_rules! words {
    ($da:literal, $nb:literal, $en:literal $(,)?) => {
        $crate::locale::Text { da: $da, nb: $nb, en: $en }
    };
}

/// A sentence in the three languages, each a format string:
/// `msg!("nøglen {key}", "nøkkelen {key}", "the key {key}")`.
macro_rules! msg {
    ($da:literal, $nb:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        $crate::locale::Text { da: format!($da), nb: format!($nb), en: format!($en) }
    }};
}

pub(crate) use {msg, words};
