//! The values that keys hold: texts, numbers, days, periods, and words from a list.

use unicode_width::UnicodeWidthChar as _;

use super::node::{Node, Value};
use super::record::{Cx, FromNode};
use super::syntax::{date_help, date_message, quoted_period, truth};
use crate::calendar::{Country, Date, Period, PeriodError};
use crate::finding::reading;
use crate::locale::{Lang, Text, msg, words};
use crate::model::suggest;

/// The longest text, in bytes: two pages, where a title wants a line.
pub const MOST_TEXT: usize = 4000;

/// Whether nothing of a text can be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || letter.width().unwrap_or(0) == 0)
}

impl FromNode for String {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<String> {
        match node.value {
            Value::Text(text) if text.len() > MOST_TEXT => {
                let (key, letters) = (&cx.key, text.chars().count());
                let message = msg!(
                    "`{key}` er på {letters} tegn; en tekst må højst fylde {MOST_TEXT}",
                    "`{key}` er på {letters} tegn; en tekst kan være på høyst {MOST_TEXT}",
                    "`{key}` is {letters} characters long; a text may be at most {MOST_TEXT}",
                );
                cx.report(reading::INVALID_VALUE, node.span, message, None);
                None
            }
            Value::Text(text) if is_blank(text) => {
                let key = &cx.key;
                let message = msg!("`{key}` er tom", "`{key}` er tom", "`{key}` is empty");
                let help = match key.as_str() {
                    "title" | "name" | "template" => msg!("skriv en tekst", "skriv en tekst", "write a text"),
                    _ => msg!(
                        "skriv en tekst, eller slet linjen",
                        "skriv en tekst, eller slett linjen",
                        "write a text, or delete the line"
                    ),
                };
                cx.report(reading::INVALID_VALUE, node.span, message, Some(help));
                None
            }
            Value::Text(text) => Some(text.to_string()),
            Value::List(_) if cx.key == "owner" => {
                let message = msg!(
                    "`owner` kan kun være én: den, der står til ansvar",
                    "`owner` kan bare være én: den som står til ansvar",
                    "`owner` can be but one: whoever is accountable",
                );
                let help = msg!(
                    "skriv den ene i owner og de andre i with = [\"…\"]",
                    "skriv den ene i owner og de andre i with = [\"…\"]",
                    "write one in owner and the others in with = [\"…\"]",
                );
                cx.report(reading::WRONG_TYPE, node.span, message, Some(help));
                None
            }
            _ => cx.wrong_type(node, words!("en tekst", "en tekst", "a text"), "\"…\""),
        }
    }
}

impl FromNode for bool {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<bool> {
        match node.value {
            Value::Boolean(truth) => Some(truth),
            _ => {
                let said = if let Value::Text(text) = node.value { truth(text) } else { None };
                let example = said.unwrap_or("true");
                cx.wrong_type(node, words!("true eller false", "true eller false", "true or false"), example)
            }
        }
    }
}

impl FromNode for i64 {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<i64> {
        match node.value {
            Value::Integer(number) => Some(number),
            _ => cx.wrong_type(node, words!("et helt tal", "et helt tall", "a whole number"), "7"),
        }
    }
}

impl FromNode for Period {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Period> {
        match node.value {
            Value::Date(day) => Some(Period::day(day)),
            Value::Text(text) if is_blank(text) => {
                let key = &cx.key;
                let Text { da, nb, en } = date_help();
                let message = msg!("`{key}` er tom", "`{key}` er tom", "`{key}` is empty");
                let help = msg!("{da}, eller slet linjen", "{nb}, eller slett linjen", "{en}, or delete the line");
                cx.report(reading::INVALID_VALUE, node.span, message, Some(help));
                None
            }
            Value::Text(text) => match text.parse::<Period>() {
                Ok(period) => Some(period),
                Err(error) => bad_period(cx, node, &error),
            },
            Value::FarDate(year) => bad_period(cx, node, &PeriodError::YearOutOfRange { year }),
            Value::Integer(number) => bad_number(cx, node, number),
            _ => cx.wrong_type(
                node,
                words!("en dato eller en periode", "en dato eller en periode", "a date or a period"),
                "2025-05-19",
            ),
        }
    }
}

impl FromNode for Date {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Date> {
        let period = Period::from_node(cx, node)?;
        if period.first() == period.last() {
            return Some(period.first());
        }
        let (key, day) = (&cx.key, period.first());
        let message = msg!(
            "`{key}` skal være én dag, ikke `{period}`",
            "`{key}` må være én dag, ikke `{period}`",
            "`{key}` must be one day, not `{period}`",
        );
        let help = msg!(
            "skriv for eksempel {key} = {day}",
            "skriv for eksempel {key} = {day}",
            "write for example {key} = {day}"
        );
        cx.report(reading::INVALID_DATE, node.span, message, Some(help));
        None
    }
}

/// A bare number where a date is to stand: a year, a week, or what Excel makes of a date.
fn bad_number<T>(cx: &mut Cx, node: &Node, number: i64) -> Option<T> {
    // Excel counts from 1 on 1 January 1900, and counts a 29 February that was not there.
    let excel = || Date::from_ymd(1900, 1, 1).map(|day| day.add_days(number - 2).to_string());
    let meant = match number {
        1..=53 => cx.in_the_plans_time(&format!("uge {number}")).map(|week| quoted_period(&week)),
        1900..=2199 => Some(format!("\"{number}\"")),
        36526..=73050 => excel(),
        _ => None,
    };
    let key = &cx.key;
    let message = msg!(
        "`{number}` er et tal, ikke en dato eller en periode",
        "`{number}` er et tall, ikke en dato eller en periode",
        "`{number}` is a number, not a date or a period",
    );
    let help = match meant {
        Some(meant) => msg!("skriv {key} = {meant}", "skriv {key} = {meant}", "write {key} = {meant}"),
        None => date_help(),
    };
    cx.report(reading::INVALID_DATE, node.span, message, Some(help));
    None
}

fn bad_period<T>(cx: &mut Cx, node: &Node, error: &PeriodError) -> Option<T> {
    let key = &cx.key;
    let text = if let Value::Text(text) = node.value { text } else { "" };
    // `uge 13` or `maj`: all that is missing is the year.
    let with_year = cx.in_the_plans_time(text);
    let (message, better) = match (error, with_year) {
        (PeriodError::NotAPeriod, Some(better)) => {
            (msg!("`{text}` mangler et år", "`{text}` mangler et år", "`{text}` lacks a year"), Some(better))
        }
        // `uge 54`: no year has it.
        (PeriodError::NotAPeriod, None) => {
            let year = cx.start.map(|start| format!("{text} {}", start.year()).parse::<Period>());
            match year {
                Some(Err(error @ (PeriodError::NoSuchWeek { .. } | PeriodError::NoSuchDay { .. }))) => {
                    (date_message(text, &error), None)
                }
                _ => (date_message(text, error), None),
            }
        }
        _ => (date_message(text, error), error.suggestion()),
    };
    let help = match better.map(|better| quoted_period(&better)) {
        Some(better) if matches!(error, PeriodError::NotAPeriod) => msg!(
            "skriv for eksempel {key} = {better}",
            "skriv for eksempel {key} = {better}",
            "write for example {key} = {better}",
        ),
        Some(better) => msg!("skriv {key} = {better}", "skriv {key} = {better}", "write {key} = {better}"),
        None => date_help(),
    };
    cx.report(reading::INVALID_DATE, node.span, message, Some(help));
    None
}

/// A value that is one of a few words.
pub trait Keyword: Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];
    /// What people write instead.
    const HINTS: &'static [(&'static str, &'static str)] = &[];
}

impl<T: Keyword> FromNode for T {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<T> {
        keyword(cx, node, T::WORDS, T::HINTS)
    }
}

fn keyword<T: Copy>(
    cx: &mut Cx,
    node: &Node,
    known: &[(&'static str, T)],
    hints: &[(&str, &'static str)],
) -> Option<T> {
    let Value::Text(text) = node.value else {
        let example = format!("\"{}\"", known.first().map_or("", |(word, _)| word));
        return cx.wrong_type(node, words!("et ord", "et ord", "a word"), &example);
    };
    if let Some((_, value)) = known.iter().find(|(word, _)| *word == text) {
        return Some(*value);
    }
    let key = &cx.key;
    let lower = text.to_lowercase();
    let hinted = hints.iter().find(|(hint, _)| *hint == lower).map(|(_, meant)| *meant);
    let meant = hinted.or_else(|| suggest(text, known.iter().map(|(word, _)| *word)));
    let message =
        msg!("`{key}` kan ikke være `{text}`", "`{key}` kan ikke være `{text}`", "`{key}` cannot be `{text}`");
    let help = match meant {
        Some(meant) => msg!("skriv \"{meant}\"", "skriv \"{meant}\"", "write \"{meant}\""),
        None => {
            let all = known.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            msg!("skriv et af: {all}", "skriv ett av: {all}", "write one of: {all}")
        }
    };
    cx.report(reading::INVALID_VALUE, node.span, message, Some(help));
    None
}

impl Keyword for Lang {
    const WORDS: &'static [(&'static str, Lang)] =
        &[(Lang::Da.code(), Lang::Da), (Lang::Nb.code(), Lang::Nb), (Lang::En.code(), Lang::En)];

    const HINTS: &'static [(&'static str, &'static str)] =
        &[("dk", "da"), ("dansk", "da"), ("no", "nb"), ("nn", "nb"), ("norsk", "nb"), ("bokmål", "nb"), ("uk", "en")];
}

impl Keyword for Country {
    const WORDS: &'static [(&'static str, Country)] = &[("dk", Country::Dk), ("no", Country::No)];

    const HINTS: &'static [(&'static str, &'static str)] =
        &[("da", "dk"), ("danmark", "dk"), ("nb", "no"), ("norge", "no")];
}
