//! Every word a person reads, in Danish, Norwegian bokmål and English.
//!
//! A text is written in all three languages at once or it does not compile:
//! [`Text`] has a field for each, and so has every `msg!`.

mod calendar;
mod changes;
mod findings;
mod forecast;
pub(crate) mod keys;
pub(crate) mod keywords;
mod portfolio;
mod starter;
mod views;

use std::borrow::Cow;

use serde::Serialize;

pub use calendar::*;
pub(crate) use changes::*;
pub use findings::*;
pub(crate) use forecast::*;
pub(crate) use portfolio::*;
pub(crate) use starter::*;
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

/// Some languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Langs(u8);

impl Langs {
    /// Every language.
    pub const ALL: Langs = Langs::NONE.with(Lang::Da).with(Lang::Nb).with(Lang::En);
    /// No language yet.
    pub const NONE: Langs = Langs(0);

    /// These and one more.
    #[must_use]
    pub const fn with(self, lang: Lang) -> Langs {
        Langs(self.0 | 1 << lang as u8)
    }

    /// Whether a language is one of them.
    pub const fn has(self, lang: Lang) -> bool {
        self.0 & 1 << lang as u8 != 0
    }
}

impl Default for Langs {
    fn default() -> Langs {
        Langs::ALL
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
    /// What is made for each language.
    pub fn each(make: impl Fn(Lang) -> T) -> Text<T> {
        Text { da: make(Lang::Da), nb: make(Lang::Nb), en: make(Lang::En) }
    }

    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Da => &self.da,
            Lang::Nb => &self.nb,
            Lang::En => &self.en,
        }
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

/// What can be said: a [`Message`], or a closure (see `say!`) that makes the
/// sentence once its language is known.
pub trait Say {
    /// The sentence in one language.
    fn say(&self, lang: Lang) -> Cow<'_, str>;
}

impl<T: AsRef<str>> Say for Text<T> {
    fn say(&self, lang: Lang) -> Cow<'_, str> {
        Cow::Borrowed(self.get(lang).as_ref())
    }
}

impl<F: Fn(Lang) -> String> Say for F {
    fn say(&self, lang: Lang) -> Cow<'_, str> {
        Cow::Owned(self(lang))
    }
}

/// Several names as one, each given in the three languages: "a, b og c".
pub fn list(names: &[Message]) -> Message {
    Text::each(|lang| {
        let and = words!("og", "og", "and").of(lang);
        let names: Vec<&str> = names.iter().map(|name| name.get(lang).as_str()).collect();
        match names.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, first)) => format!("{} {and} {last}", first.join(", ")),
            None => String::new(),
        }
    })
}

/// Fixed words in the three languages: `words!("uge", "uke", "week")`.
macro_rules! words {
    ($da:literal, $nb:literal, $en:literal $(,)?) => {
        $crate::locale::Text { da: $da, nb: $nb, en: $en }
    };
}

/// A sentence in the three languages, each a format string:
/// `msg!("nøglen {key}", "nøkkelen {key}", "the key {key}")`. Values that are
/// themselves a [`Say`] stand after a semicolon: `msg!("til {day}", …; day = when(due))`.
macro_rules! msg {
    ($da:literal, $nb:literal, $en:literal $($values:tt)*) => {
        $crate::locale::Text::each($crate::locale::say!($da, $nb, $en $($values)*))
    };
}

/// The same as a closure, for who may want it in one language only: its values are worked
/// out for each language, so they are cheap. `msg!` is for what must own its values, and for
/// sentences of which one is chosen.
macro_rules! say {
    ($da:literal, $nb:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::locale::say!($da, $nb, $en $(, $name = $value)*;)
    };
    ($da:literal, $nb:literal, $en:literal $(, $name:ident = $value:expr)*; $($text:ident = $each:expr),* $(,)?) => {
        |lang: $crate::locale::Lang| -> String {
            $(let $name = &$value;)*
            #[allow(unused_imports, reason = "not every sentence has such values")]
            use $crate::locale::Say as _;
            $(
                let $text = &$each;
                let $text = $text.say(lang);
            )*
            match lang {
                $crate::locale::Lang::Da => format!($da),
                $crate::locale::Lang::Nb => format!($nb),
                $crate::locale::Lang::En => format!($en),
            }
        }
    };
}

pub(crate) use {msg, say, words};
