//! Syntax errors of TOML in words that a person who has never heard of TOML can
//! act on: what is wrong, and the line to write instead.

use std::sync::Arc;

use toml_spanner::{Error, ErrorKind, Span as TomlSpan};

use super::dictionary::english;
use super::toml::{MOST_DEPTH, too_deep};
use crate::calendar::{Period, PeriodError, Unit};
use crate::finding::{Finding, Severity, reading};
use crate::locale::{self, Message, msg};
use crate::model::{quoted, slug, written};
use crate::source::{Location, Source, Span};

/// What stands on an error's line: the key before `=` and the value after it.
fn parts(line: &str) -> (&str, &str) {
    let (key, value) = line.split_once('=').unwrap_or((line, ""));
    let value = value.split_once(" #").map_or(value, |(value, _)| value);
    (key.trim(), value.trim())
}

/// The longest line that help repeats, in bytes.
const MOST_LINE: usize = 1000;

pub fn finding(error: &Error, source: &Arc<Source>) -> Finding {
    let kind = error.kind();
    let place = |span: Span| Location { source: Arc::clone(source), span };
    let raw = span(error.span());
    let opened = opening(&kind, raw, source.text());
    let line_span = source.line_span(opened.unwrap_or(raw.start));
    let line = source.slice(line_span);
    // Nobody can write out a line that never ends.
    let whole = line.len() <= MOST_LINE;
    let line = line.get(..line.floor_char_boundary(MOST_LINE)).unwrap_or(line);
    let (key, value) = parts(line);
    if opened.is_none()
        && let Some(found) = bad_date(&kind, line, line_span, raw, source)
    {
        return found;
    }
    let mut at = raw;
    let seen = source.slice(raw);
    if whole && (opened.is_some() || seen.is_empty() || seen.contains('\n') || !seen.is_ascii()) {
        // There is nothing to see at the very place, so the whole line is shown.
        let indent = (line.len() - line.trim_start().len()) as u32;
        let end = line_span.start + line.trim_end().len() as u32;
        // A line may have nothing but blanks that TOML does not know.
        at = if line.trim().is_empty() { line_span } else { Span { start: line_span.start + indent, end, file: 0 } };
    }
    if !whole && seen.is_empty() {
        // An error may stand inside a letter, or behind the last one.
        let text = source.text();
        let start = text.floor_char_boundary((raw.start as usize).min(text.len()));
        let end = text.ceil_char_boundary(raw.end as usize);
        let start = if start < end { start } else { text.floor_char_boundary(start.saturating_sub(1)) };
        at = Span { start: start as u32, end: end as u32, file: 0 };
    }
    let (rule, message, help) = match opened {
        Some(_) => unclosed(&kind, line),
        None => explain(&kind, line, key, value, raw, source),
    };
    let mut finding = Finding::new(rule, Severity::Error, place(at), message);
    if let Some(help) = help.filter(|_| whole) {
        finding.help(help);
    }
    if let ErrorKind::DuplicateKey { first } | ErrorKind::DuplicateTable { first, .. } = kind {
        finding.also(place(span(first)), msg!("står også her", "står også her", "it also stands here"));
    }
    finding
}

/// A list, table or text that begins on a line and is never closed.
fn unclosed(kind: &ErrorKind, line: &str) -> (&'static str, Message, Option<Message>) {
    let line = line.split_once(" #").map_or(line, |(line, _)| line).trim();
    let (message, mark) = match kind {
        ErrorKind::MissingArrayComma | ErrorKind::UnclosedArray => (
            msg!(
                "listen mangler et komma eller sit ]",
                "listen mangler et komma eller sin ]",
                "the list lacks a comma or its ]",
            ),
            "]",
        ),
        ErrorKind::MissingInlineTableComma | ErrorKind::UnclosedInlineTable => (
            msg!(
                "der mangler et komma eller et }} til sidst",
                "det mangler et komma eller en }} til slutt",
                "a comma or the last }} is missing",
            ),
            " }",
        ),
        _ => {
            let quotes = if line.contains("'''") { "'''" } else { "\"\"\"" };
            let message = msg!(
                "teksten, der begynder her, mangler sit afsluttende {quotes}",
                "teksten som begynner her, mangler sitt avsluttende {quotes}",
                "the text that begins here lacks its closing {quotes}",
            );
            (message, quotes)
        }
    };
    let help = if line.ends_with(['[', '{', '"']) && mark != " }" && line.ends_with(['[', '{']) || mark.len() == 3 {
        let mark = mark.trim();
        msg!(
            "skriv {mark} på en linje for sig, hvor det slutter",
            "skriv {mark} på en egen linje der det slutter",
            "write {mark} on a line of its own where it ends",
        )
    } else {
        let line = line.trim_end_matches(',');
        msg!("skriv {line}{mark}", "skriv {line}{mark}", "write {line}{mark}")
    };
    (reading::SYNTAX, message, Some(help))
}

/// A date or period that TOML cannot read: `2025-02-30`, or `2025-W13` without quotes.
fn bad_date(kind: &ErrorKind, line: &str, line_span: Span, raw: Span, source: &Arc<Source>) -> Option<Finding> {
    let suspicious = matches!(
        kind,
        ErrorKind::InvalidDateTime(_)
            | ErrorKind::InvalidInteger(_)
            | ErrorKind::InvalidFloat(_)
            | ErrorKind::UnquotedString
            | ErrorKind::Unexpected(_)
            | ErrorKind::Wanted { .. }
            | ErrorKind::MissingInlineTableComma
            | ErrorKind::MissingArrayComma
    );
    let (key, value) = parts(line);
    if !suspicious || !key.is_ascii() {
        return None;
    }
    let (key, value) = if value.starts_with(['{', '[']) {
        // One of several on the line: the one that holds the error.
        let near = (raw.start - line_span.start) as usize;
        let start = line.get(..near)?.rfind(['{', '[', ',']).map_or(0, |at| at + 1);
        let rest = line.get(start..)?;
        let one = rest.get(..rest.find([',', '}', ']']).unwrap_or(rest.len()))?;
        one.split_once('=').map_or(("", one.trim()), |(key, value)| (key.trim(), value.trim()))
    } else {
        (key, value)
    };
    let error = match value.parse::<Period>() {
        Ok(period) if period.unit() == Unit::Day => return None,
        Ok(_) => None,
        Err(PeriodError::NotAPeriod) => return None,
        Err(error) => Some(error),
    };
    let message = error.as_ref().map_or_else(
        || {
            msg!(
                "perioden `{value}` skal stå i anførselstegn",
                "perioden `{value}` må stå i anførselstegn",
                "the period `{value}` must stand in quotes",
            )
        },
        |error| date_message(value, error),
    );
    let better = match &error {
        None => Some(format!("\"{value}\"")),
        Some(error) => error.suggestion().map(|better| quoted_period(&better)),
    };
    let start = line_span.start + line.find(value)? as u32;
    let at = Span { start, end: start + value.len() as u32, file: 0 };
    let location = Location { source: Arc::clone(source), span: at };
    let mut finding = Finding::new(reading::INVALID_DATE, Severity::Error, location, message);
    finding.help(match better {
        Some(better) if key.is_empty() => msg!("skriv {better}", "skriv {better}", "write {better}"),
        Some(better) => msg!("skriv {key} = {better}", "skriv {key} = {better}", "write {key} = {better}"),
        None => date_help(),
    });
    Some(finding)
}

/// What is wrong with a text that should have been a date or a period.
pub fn date_message(text: &str, error: &PeriodError) -> Message {
    match error {
        PeriodError::NotAPeriod => msg!(
            "`{text}` er ikke en dato eller en periode",
            "`{text}` er ikke en dato eller en periode",
            "`{text}` is not a date or a period",
        ),
        PeriodError::LooksLike { .. } => msg!(
            "`{text}` skal skrives på en anden måde",
            "`{text}` må skrives på en annen måte",
            "`{text}` must be written in another way",
        ),
        _ => locale::period_error(error),
    }
}

/// How dates and periods are written.
pub fn date_help() -> Message {
    msg!(
        "skriv en dag som 2025-05-19, en uge som \"2025-W21\", en måned som \"2025-05\" eller et kvartal som \"2025-Q2\"",
        "skriv en dag som 2025-05-19, en uke som \"2025-W21\", en måned som \"2025-05\", et kvartal som \"2025-Q2\" eller et tertial som \"2025-T1\"",
        "write a day like 2025-05-19, a week like \"2025-W21\", a month like \"2025-05\" or a quarter like \"2025-Q2\"",
    )
}

/// A period as it is written in TOML: a day bare, all else in quotes.
pub fn quoted_period(text: &str) -> String {
    text.parse::<Period>().map_or_else(|_| quoted(text), written)
}

fn explain(
    kind: &ErrorKind,
    line: &str,
    key: &str,
    value: &str,
    raw: Span,
    source: &Arc<Source>,
) -> (&'static str, Message, Option<Message>) {
    let syntax = reading::SYNTAX;
    if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker)) {
        return (
            syntax,
            msg!(
                "her er en fletning i git ikke gjort færdig",
                "her er en fletting i git ikke gjort ferdig",
                "a merge in git was left unfinished here",
            ),
            Some(msg!(
                "vælg den rigtige udgave, og slet linjerne med <<<<<<<, ======= og >>>>>>>",
                "velg den riktige utgaven, og slett linjene med <<<<<<<, ======= og >>>>>>>",
                "choose the right version and delete the lines with <<<<<<<, ======= and >>>>>>>",
            )),
        );
    }
    let bare = |key: &str| key.trim_matches(|letter: char| "[]\"' ".contains(letter)).to_owned();
    let write = |what: String| Some(msg!("skriv {what}", "skriv {what}", "write {what}"));
    match kind {
        // The parser's own bound.
        ErrorKind::OutOfRange { ty, .. } if ty.contains("recursion") => (syntax, too_deep(MOST_DEPTH), None),
        ErrorKind::DuplicateKey { .. } => {
            let key = source.slice(raw);
            (
                reading::DUPLICATE_KEY,
                msg!("nøglen `{key}` står to gange", "nøkkelen `{key}` står to ganger", "the key `{key}` stands twice"),
                Some(msg!(
                    "behold den ene, eller giv den anden et andet navn",
                    "behold den ene, eller gi den andre et annet navn",
                    "keep one, or give the other another name",
                )),
            )
        }
        ErrorKind::DuplicateTable { name, .. } => {
            let name = source.slice(span(*name));
            let other = format!("[{}-2]", bare(line.split_once('#').map_or(line, |(line, _)| line)));
            (
                reading::DUPLICATE_KEY,
                msg!(
                    "`{name}` er allerede beskrevet",
                    "`{name}` er allerede beskrevet",
                    "`{name}` is already described"
                ),
                Some(msg!(
                    "to opgaver, personer osv. kan ikke have samme id; skriv for eksempel {other}",
                    "to oppgaver, personer osv. kan ikke ha samme id; skriv for eksempel {other}",
                    "two tasks, people etc. cannot share an id; write for example {other}",
                )),
            )
        }
        _ if unseen(line).is_some() => strange_blank(line),
        _ if is_header(line) => header(line),
        _ if !key.is_ascii() && line.contains('=') && !key.contains(['"', '\'', ' ']) => {
            let id = key.split('.').map(slug).collect::<Vec<_>>().join(".");
            let id = english(key).next().map_or(id, str::to_owned);
            (
                syntax,
                msg!(
                    "nøgler og id'er skrives med a-z, 0-9 og -; æ, ø og å hører til i teksterne",
                    "nøkler og id-er skrives med a-z, 0-9 og -; æ, ø og å hører til i tekstene",
                    "keys and ids are written with a-z, 0-9 and -; other letters belong in the texts",
                ),
                write(format!("{id} = {value}")),
            )
        }
        _ if value.starts_with(CURLY) => {
            let text = value.trim_matches(CURLY);
            (
                syntax,
                msg!(
                    "anførselstegn skal være lige, ikke krumme",
                    "anførselstegn må være rette, ikke krumme",
                    "quotes must be straight, not curly",
                ),
                write(format!("{key} = \"{text}\"")),
            )
        }
        _ if value.is_empty() && line.contains('=') => (
            syntax,
            msg!("der mangler en værdi efter =", "det mangler en verdi etter =", "there is no value after =",),
            Some(msg!(
                "skriv {key} = \"…\", eller slet linjen",
                "skriv {key} = \"…\", eller slett linjen",
                "write {key} = \"…\", or delete the line",
            )),
        ),
        ErrorKind::UnquotedString if truth(value).is_some() => (
            syntax,
            msg!(
                "ja og nej skrives true og false",
                "ja og nei skrives true og false",
                "yes and no are written true and false",
            ),
            write(format!("{key} = {}", truth(value).unwrap_or_default())),
        ),
        ErrorKind::UnquotedString if value.starts_with('[') => {
            let words = value.trim_matches(['[', ']']).split(',');
            let words = words.map(|word| quoted(word.trim().trim_matches(is_quote))).collect::<Vec<_>>().join(", ");
            (
                syntax,
                msg!("tekst skal stå i anførselstegn", "tekst må stå i anførselstegn", "text must stand in quotes"),
                write(format!("{key} = [{words}]")),
            )
        }
        ErrorKind::UnquotedString if value.starts_with('{') => {
            let word = source.slice(raw);
            (
                syntax,
                msg!("tekst skal stå i anførselstegn", "tekst må stå i anførselstegn", "text must stand in quotes"),
                write(format!("\"{word}\"")),
            )
        }
        ErrorKind::UnquotedString => {
            let text = without_curly_end(value.trim_matches(['"', '\''])).trim();
            // `uge 13` lacks a year too.
            let is_date = ["start", "due", "check", "done", "date", "until"].contains(&key);
            let text = without_year(text).filter(|_| is_date).unwrap_or_else(|| text.to_owned());
            (
                syntax,
                msg!("tekst skal stå i anførselstegn", "tekst må stå i anførselstegn", "text must stand in quotes",),
                write(format!("{key} = {}", quoted(&text))),
            )
        }
        ErrorKind::UnterminatedString(quote) => {
            let more = continued(source.text(), raw, *quote)
                .map(|more| source.slice(more).lines().map(str::trim).collect::<Vec<_>>().join(" "));
            // Of a text that goes on, what follows a # is text too.
            let value = match line.split_once('=').filter(|_| more.is_some()) {
                Some((_, whole)) => whole.trim(),
                None => without_curly_end(value),
            };
            let message = if more.is_some() {
                msg!(
                    "teksten fortsætter på næste linje; en tekst i {quote} står på én linje",
                    "teksten fortsetter på neste linje; en tekst i {quote} står på én linje",
                    "the text goes on in the next line; a text in {quote} stands on one line",
                )
            } else {
                msg!(
                    "teksten mangler sit afsluttende {quote}",
                    "teksten mangler sitt avsluttende {quote}",
                    "the text lacks its closing {quote}",
                )
            };
            let end = more.map_or_else(|| quote.to_string(), |more| format!(" {more}"));
            (syntax, message, write(format!("{key} = {value}{end}")))
        }
        ErrorKind::Wanted { expected, .. } if expected.contains("equals") => missing_equals(line),
        ErrorKind::Wanted { expected, .. } if expected.contains("newline") => {
            let end = source.line_span(raw.start).end.min(raw.start + MOST_LINE as u32);
            let tail = source.slice(Span { end, ..raw });
            let tail = tail.split_once(" #").map_or(tail, |(tail, _)| tail).trim();
            let inner = value.trim_matches('"');
            let kept = value.trim_end_matches([';', ',']);
            if kept.len() < value.len() && !tail.is_empty() && tail.trim_matches([';', ',']).is_empty() {
                (
                    syntax,
                    msg!(
                        "der skal ikke stå `{tail}` efter værdien",
                        "det skal ikke stå `{tail}` etter verdien",
                        "no `{tail}` belongs after the value",
                    ),
                    write(format!("{key} = {kept}")),
                )
            } else if value.starts_with('"') && value.ends_with('"') && inner.contains('"') && !inner.contains('=') {
                // One alone opens nothing.
                let is_paired = inner.matches('"').count().is_multiple_of(2);
                let turned = |open: char, close: char| {
                    let inner = if is_paired { inner.to_owned() } else { inner.replace('"', "") };
                    let mut inside = false;
                    let turned = inner.chars().map(|letter| {
                        inside ^= letter == '"';
                        if letter != '"' {
                            letter
                        } else if inside {
                            open
                        } else {
                            close
                        }
                    });
                    turned.collect::<String>()
                };
                let (da, nb, en) = (turned('»', '«'), turned('«', '»'), turned('“', '”'));
                (
                    syntax,
                    msg!(
                        "et \" inde i teksten afslutter den for tidligt",
                        "en \" inne i teksten avslutter den for tidlig",
                        "a \" inside the text ends it too early",
                    ),
                    Some(msg!("skriv {key} = \"{da}\"", "skriv {key} = \"{nb}\"", "write {key} = \"{en}\"")),
                )
            } else {
                (
                    syntax,
                    msg!(
                        "der står mere på linjen efter værdien",
                        "det står mer på linjen etter verdien",
                        "something follows the value on its line",
                    ),
                    Some(msg!(
                        "skriv `{tail}` på en ny linje, eller sæt # foran, hvis det er en kommentar",
                        "skriv `{tail}` på en ny linje, eller sett # foran hvis det er en kommentar",
                        "write `{tail}` on a new line, or put # before it if it is a comment",
                    )),
                )
            }
        }
        ErrorKind::MissingArrayComma | ErrorKind::UnclosedArray => (
            syntax,
            msg!(
                "listen mangler et komma eller sit ]",
                "listen mangler et komma eller sin ]",
                "the list lacks a comma or its ]",
            ),
            write({
                let split = (raw.start - source.line_span(raw.start).start) as usize;
                let (head, tail) = (line.get(..split).unwrap_or(""), line.get(split..).unwrap_or(""));
                let (head, tail) = (head.trim(), tail.split_once(" #").map_or(tail, |(tail, _)| tail).trim());
                if tail.is_empty() { format!("{head}]") } else { format!("{head}, {tail}") }
            }),
        ),
        ErrorKind::MissingInlineTableComma | ErrorKind::UnclosedInlineTable => (
            syntax,
            msg!(
                "der mangler et komma eller et }} i {{ … }}",
                "det mangler et komma eller en }} i {{ … }}",
                "a comma or the }} is missing in {{ … }}",
            ),
            Some(msg!(
                "skriv {{ name = \"…\", email = \"…\" }}",
                "skriv {{ name = \"…\", email = \"…\" }}",
                "write {{ name = \"…\", email = \"…\" }}",
            )),
        ),
        ErrorKind::InvalidEscape(letter) => (
            syntax,
            msg!(
                "\\{letter} betyder ikke noget i en tekst med \"",
                "\\{letter} betyr ikke noe i en tekst med \"",
                "\\{letter} means nothing in a text with \"",
            ),
            if value.starts_with('"') && !value.contains('\'') {
                write(format!("{key} = '{}'", value.trim_matches('"')))
            } else {
                Some(msg!(
                    "skriv \\\\ for en omvendt skråstreg",
                    "skriv \\\\ for en omvendt skråstrek",
                    "write \\\\ for a backslash",
                ))
            },
        ),
        ErrorKind::InvalidCharInString(letter) => {
            let code = format!("U+{:04X}", *letter as u32);
            (
                syntax,
                msg!(
                    "tegnet {code} må ikke stå i en tekst",
                    "tegnet {code} kan ikke stå i en tekst",
                    "the character {code} must not stand in a text",
                ),
                Some(msg!("slet tegnet", "slett tegnet", "delete the character")),
            )
        }
        ErrorKind::RedefineAsArray { .. } | ErrorKind::DottedKeyInvalidType { .. } => (
            syntax,
            msg!(
                "`{key}` er allerede noget andet end en tabel",
                "`{key}` er allerede noe annet enn en tabell",
                "`{key}` is already something else than a table",
            ),
            None,
        ),
        _ => (
            syntax,
            msg!("linjen kan ikke læses", "linjen kan ikke leses", "the line cannot be read"),
            Some(msg!(
                "skriv nøgle = \"tekst\", nøgle = 2025-05-19, eller sæt # foran en kommentar",
                "skriv nøkkel = \"tekst\", nøkkel = 2025-05-19, eller sett # foran en kommentar",
                "write key = \"text\", key = 2025-05-19, or put # before a comment",
            )),
        ),
    }
}

/// The letters of a line, and whether each stands outside of texts and comments.
fn outside(line: &str) -> impl Iterator<Item = (char, bool)> {
    let (mut quote, mut is_escaped) = (None, false);
    line.chars().map(move |letter| {
        let was = quote;
        match quote {
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if letter == '#' => quote = Some('\n'),
            Some(open) if letter == open && !is_escaped => quote = None,
            _ => {}
        }
        is_escaped = was == Some('"') && letter == '\\' && !is_escaped;
        (letter, was.is_none() && quote.is_none())
    })
}

/// A blank outside of texts that is none to TOML, such as one that Word does not break at.
fn unseen(line: &str) -> Option<char> {
    outside(line).find(|&(letter, is_outside)| is_outside && is_unseen(letter)).map(|(letter, _)| letter)
}

fn is_unseen(letter: char) -> bool {
    let is_format = matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
    is_format || letter.is_whitespace() && !matches!(letter, ' ' | '\t' | '\n' | '\r')
}

/// A line with a blank that cannot be told from a usual one.
fn strange_blank(line: &str) -> (&'static str, Message, Option<Message>) {
    let code = unseen(line).map(|letter| format!("U+{:04X}", letter as u32)).unwrap_or_default();
    let usual = |(letter, is_outside): (char, bool)| match letter {
        letter if !is_outside || !is_unseen(letter) => Some(letter),
        letter => letter.is_whitespace().then_some(' '),
    };
    let better: String = outside(line.trim()).filter_map(usual).collect();
    let better = better.trim();
    (
        reading::SYNTAX,
        msg!(
            "her står et mellemrum, som ikke er et almindeligt mellemrum ({code})",
            "her står et mellomrom som ikke er et vanlig mellomrom ({code})",
            "a blank stands here that is no usual blank ({code})",
        ),
        Some(msg!("skriv {better}", "skriv {better}", "write {better}")),
    )
}

/// A period of which all that is missing is the year, with a place for it.
pub fn without_year(text: &str) -> Option<String> {
    let better = format!("{text} 2025").parse::<Period>().err()?.suggestion()?;
    Some(better.replace("2025", "ÅÅÅÅ"))
}

/// A text without the curly quote that was meant to close it.
fn without_curly_end(value: &str) -> &str {
    let kept = value.trim_end_matches(CURLY);
    if kept.contains(CURLY) { value } else { kept }
}

/// The lines in which a text goes on that is not closed on its own: up to the one that
/// ends with its quote, where none of them could be anything else.
pub fn continued(text: &str, at: Span, quote: char) -> Option<Span> {
    const MOST_LINES: usize = 20;
    let start = at.start as usize + text.get(at.start as usize..)?.find('\n')? + 1;
    let mut end = start;
    for line in text.get(start..)?.split_inclusive('\n').take(MOST_LINES) {
        if line.trim().is_empty() || line.contains('=') || line.trim_start().starts_with(['[', '#']) {
            return None;
        }
        end += line.len();
        if line.trim_end().ends_with(quote) {
            let only = line.matches(quote).count() == 1;
            return only.then_some(Span { start: start as u32, end: end as u32, file: 0 });
        }
    }
    None
}

/// Quotes that word processors make of straight ones.
const CURLY: [char; 8] = ['“', '”', '„', '»', '«', '‘', '’', '´'];

/// Whether it is a quote of any kind, such as one that stands alone.
fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'') || CURLY.contains(&letter)
}

/// What a word for yes or no is in TOML.
pub fn truth(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "true" | "ja" | "yes" | "sand" | "sandt" | "sann" | "x" | "1" => Some("true"),
        "false" | "nej" | "nei" | "no" | "falsk" | "usann" | "0" => Some("false"),
        _ => None,
    }
}

/// A header that cannot be read.
fn header(line: &str) -> (&'static str, Message, Option<Message>) {
    let line = line.split_once('#').map_or(line, |(line, _)| line).trim();
    let name = line.trim_matches(['[', ']', ' ']);
    let id = |part: &str| match part.trim_matches(['"', '\'', ' ']) {
        "" => "…".to_owned(),
        part => slug(part),
    };
    let better = name.split('.').map(id).collect::<Vec<_>>().join(".");
    // Only a list has doubled brackets.
    let is_doubled = line.starts_with("[[") && (line.ends_with("]]") || better == "waivers");
    let better = if is_doubled { format!("[[{better}]]") } else { format!("[{better}]") };
    let message = if !line.starts_with('[') {
        msg!("overskriften mangler sit [", "overskriften mangler sin [", "the heading lacks its [")
    } else if !line.contains(']') {
        msg!("overskriften mangler sit ]", "overskriften mangler sin ]", "the heading lacks its ]")
    } else if name.split('.').any(|part| part.trim().is_empty()) {
        msg!("overskriften mangler et id", "overskriften mangler en id", "the heading lacks an id")
    } else if name.contains(' ') || !name.is_ascii() {
        msg!(
            "et id i en overskrift skrives med a-z, 0-9 og -",
            "en id i en overskrift skrives med a-z, 0-9 og -",
            "an id in a heading is written with a-z, 0-9 and -",
        )
    } else {
        msg!("overskriften kan ikke læses", "overskriften kan ikke leses", "the heading cannot be read")
    };
    (reading::SYNTAX, message, Some(msg!("skriv {better}", "skriv {better}", "write {better}")))
}

/// A line without its `=`: a key and a value, or a comment without its `#`.
fn missing_equals(line: &str) -> (&'static str, Message, Option<Message>) {
    let line = line.split_once(" #").map_or(line, |(line, _)| line).trim();
    let (word, rest) = line.split_once([' ', ':', '\t']).unwrap_or((line, ""));
    let rest = rest.trim_start_matches([' ', ':', '\t']);
    let is_closed = rest.starts_with(['"', '\'']) && rest.get(..1).is_some_and(|quote| rest.matches(quote).count() > 1);
    let rest = match rest.split_once('=') {
        Some((_, value)) if !is_closed => value.trim_start(),
        _ => rest,
    };
    let is_value = rest.starts_with(['"', '\'', '[', '{']) || rest.starts_with(|first: char| first.is_ascii_digit());
    if !is_value && rest.contains(' ') {
        return (
            reading::SYNTAX,
            msg!(
                "linjen er hverken en nøgle eller en kommentar",
                "linjen er verken en nøkkel eller en kommentar",
                "the line is neither a key nor a comment",
            ),
            Some(msg!(
                "sæt # foran, hvis det er en kommentar: # {line}",
                "sett # foran hvis det er en kommentar: # {line}",
                "put # before it if it is a comment: # {line}",
            )),
        );
    }
    let key = english(word).next().unwrap_or(word);
    let rest = match rest {
        "" => "\"…\"".to_owned(),
        _ if is_value || truth(rest) == Some(rest) => rest.to_owned(),
        _ => format!("\"{rest}\""),
    };
    (
        reading::SYNTAX,
        msg!("der mangler et = efter `{word}`", "det mangler et = etter `{word}`", "there is no = after `{word}`"),
        Some(msg!("skriv {key} = {rest}", "skriv {key} = {rest}", "write {key} = {rest}")),
    )
}

pub fn span(span: TomlSpan) -> Span {
    Span { start: span.start, end: span.end, file: 0 }
}

/// Whether a line is the header of a table, or was meant to be.
pub fn is_header(line: &str) -> bool {
    let name = line.trim();
    let is_unopened = |name: &str| {
        !name.is_empty()
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_'))
    };
    (name.starts_with('[') && !line.contains('=')) || name.strip_suffix(']').is_some_and(is_unopened)
}

/// Where something begins that is not closed, if that is on an earlier line than the error.
pub fn opening(kind: &ErrorKind, at: Span, text: &str) -> Option<u32> {
    let head = text.get(..at.start as usize)?;
    let start = match kind {
        ErrorKind::MissingArrayComma | ErrorKind::UnclosedArray => head.rfind('[')?,
        ErrorKind::MissingInlineTableComma | ErrorKind::UnclosedInlineTable => head.rfind('{')?,
        ErrorKind::UnterminatedString(_) => head.rfind("\"\"\"").or_else(|| head.rfind("'''"))?,
        _ => return None,
    };
    head.get(start..)?.contains('\n').then_some(start as u32)
}
