use crate::calendar::{Date, Period, Unit, weeks_in_year};
use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{self, Lang, msg, say, words};
use crate::model::Task;
use crate::source::{Span, Spanned};

pub static RULE: Rule = Rule {
    id: "week-mismatch",
    // Words in a title can be read in more ways than one.
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et ugenummer i teksten, der ikke passer med datoerne eller ikke findes",
            "et ukenummer i teksten som ikke stemmer med datoene eller ikke finnes",
            "a week number in the text that does not agree with the dates or does not exist",
        ),
        why: words!(
            "Folk læser ugenummeret og møder op i den uge, teksten siger, ikke i den, datoen siger.",
            "Folk leser ukenummeret og møter opp i den uken teksten sier, ikke i den datoen sier.",
            "People read the week number and turn up in the week of the text, not in that of the date.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger i uge 16\"\nstart = 2025-03-25\ndue   = 2025-04-10\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger i uge 13-15\"\nstart = 2025-03-25\ndue   = 2025-04-10\n",
    },
    run: Run::Always(check),
    absence: false,
};

/// When a thing is: its days from the first to the last, which may be open, and single dates besides.
#[derive(Clone, Copy)]
struct Days {
    first: Date,
    last: Option<Date>,
    /// The first day that agrees; work without a start may begin before its first date.
    from: Date,
    besides: [Option<Period>; 2],
    /// Where that is written.
    at: Span,
}

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks() {
        let days = days(task);
        let look = |out: &mut Sink, text: &Spanned<String>, days| look(cx, out, text, days, &task.id);
        if let Some(title) = &task.title {
            look(out, title, days);
        }
        // Points that count from week 1 count the weeks of the work itself.
        let counted = task.points.iter().flat_map(|point| mentions(point)).any(|mention| mention.first() == Some(1));
        // The work on what has no start lies before its date.
        let from = |days: Days| {
            if task.start.is_none() { days.first.add_days(-HALF_A_YEAR) } else { days.first }
        };
        let days = days.map(|days| Days { from: from(days), ..days });
        for point in task.points.iter().filter(|_| !counted) {
            look(out, point, days);
        }
        if let Some(note) = &task.note {
            look(out, note, days.filter(|_| is_timing(note) && tells_when(cx, task)));
        }
    }
    for milestone in cx.plan.milestones.values() {
        let Some(title) = &milestone.title else { continue };
        look(cx, out, title, milestone.date.as_ref().map(|date| Days::of(date.value, date.span)), &milestone.id);
    }
    for meeting in cx.plan.meetings.values() {
        let Some(title) = &meeting.title else { continue };
        let days = meeting.date.as_ref().map(|date| Days::of(Period::day(date.value), date.span));
        look(cx, out, title, days, &meeting.id);
    }
}

impl Days {
    fn of(period: Period, at: Span) -> Days {
        Days { first: period.first(), last: Some(period.last()), from: period.first(), besides: [None; 2], at }
    }

    fn meet(&self, first: Date, last: Date) -> bool {
        let within = self.from <= last && self.last.is_none_or(|end| first <= end);
        within || self.besides.iter().flatten().any(|other| first <= other.last() && other.first() <= last)
    }

    /// The years that a week without a year may mean.
    fn years(&self) -> std::ops::RangeInclusive<i32> {
        let last = self.last.unwrap_or(self.first).max(self.first);
        let (besides_first, besides_last) = (
            self.besides.iter().flatten().map(|other| other.first()).min().unwrap_or(self.from),
            self.besides.iter().flatten().map(|other| other.last()).max().unwrap_or(last),
        );
        self.from.min(besides_first).iso_week().year..=last.max(besides_last).iso_week().year
    }
}

const HALF_A_YEAR: i64 = 182;

fn days(task: &Task) -> Option<Days> {
    let unread = ["start", "due", "check", "ongoing", "done"].iter().any(|key| task.is_unread(key));
    let (start, due) = (task.start.as_ref(), task.due.as_ref());
    let begins = start.or(due).or(task.check.as_ref()).filter(|_| !unread)?;
    let check = task.check.as_ref().map(|check| check.value);
    let last = due.map(|due| due.last()).or(if start.is_none() { check.map(Period::last) } else { None });
    let besides = [check, task.done.as_ref().map(|done| Period::day(done.value))];
    let (first, last) = (begins.first(), last.filter(|_| !task.ongoing));
    Some(Days { first, last, from: first, besides, at: due.unwrap_or(begins).span })
}

/// Whether a note says when the task is: it opens with the week. Other notes
/// tell of holidays, of days that were given up, of what comes afterwards.
fn is_timing(note: &str) -> bool {
    let start = mentions(note).first().map_or(note.len(), |mention| mention.at.start);
    let before = note.get(..start).unwrap_or("").trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    matches!(before.as_str(), "" | "i" | "in") && start < note.len()
}

/// Whether a note may still be held against the dates: what is done or late has been moved.
fn tells_when(cx: &Context, task: &Task) -> bool {
    task.is_open() && task.late(cx.today).is_none()
}

fn look(cx: &Context, out: &mut Sink, text: &Spanned<String>, days: Option<Days>, about: &str) {
    let mentions = mentions(text);
    let Some(first) = mentions.first() else { return };
    if let Some((mention, week, year)) = mentions.iter().find_map(|mention| no_such_week(mention, days)) {
        let last = year.map_or(53, weeks_in_year);
        let message = match year {
            Some(year) => msg!(
                "uge {week} findes ikke i {year}, som har {last} uger",
                "uke {week} finnes ikke i {year}, som har {last} uker",
                "there is no week {week} in {year}, which has {last} weeks",
            ),
            None => msg!(
                "uge {week} findes ikke; et år har højst {last} uger",
                "uke {week} finnes ikke; et år har høyst {last} uker",
                "there is no week {week}; a year has at most {last} weeks",
            ),
        };
        let finding = out.add(cx.within(text, &mention.at), message);
        finding.about(about);
        match days {
            Some(days) => finding.help(instead(&days)),
            None => finding.help(say!(
                "skriv en uge fra 1 til {last}",
                "skriv en uke fra 1 til {last}",
                "write a week from 1 to {last}",
            )),
        };
        return;
    }
    let Some(days) = days.filter(|days| !mentions.iter().any(|mention| agrees(mention, days))) else {
        return;
    };
    let said = text.get(first.at.clone()).unwrap_or("");
    out.add(
        cx.within(text, &first.at),
        say!(
            "der står »{said}«, men datoerne siger {actual}",
            "det står «{said}», men datoene sier {actual}",
            "the text says \"{said}\", but the dates say {actual}";
            actual = actual(days)
        ),
    )
    .also(cx.at(days.at), actual(days))
    .help(instead(&days))
    .about(about);
}

/// The weeks of the dates, in words.
fn actual(days: Days) -> impl Fn(Lang) -> String {
    let week = |day| Period::of(Unit::Week, day);
    move |lang| locale::span(lang, Some(week(days.first)), days.last.map(week))
}

fn instead(days: &Days) -> impl Fn(Lang) -> String {
    say!(
        "skriv {actual} i teksten, eller ret datoerne",
        "skriv {actual} i teksten, eller rett datoene",
        "write {actual} in the text, or correct the dates";
        actual = actual(*days)
    )
}

/// A week that does not exist, and in which year where that matters.
fn no_such_week(mention: &Mention, days: Option<Days>) -> Option<(&Mention, u32, Option<i32>)> {
    for week in mention.weeks.iter().flat_map(|&(from, to)| [from, to]) {
        if !(1..=53).contains(&week) {
            return Some((mention, week, None));
        }
        let long = |year: &i32| weeks_in_year(*year) == 53;
        let short_year = match (mention.year, days) {
            (Some(year), _) => Some(year).filter(|year| !long(year)),
            (None, Some(days)) if days.last.is_some() && !days.years().any(|year| long(&year)) => {
                Some(*days.years().start())
            }
            _ => None,
        };
        if week == 53 && short_year.is_some() {
            return Some((mention, week, short_year));
        }
    }
    None
}

/// Whether any of the weeks has a day in common with the dates.
fn agrees(mention: &Mention, days: &Days) -> bool {
    // Weeks over New Year begin in the year before.
    let years = match mention.year {
        Some(year) => year..=year,
        None if days.last.is_none() => return true,
        None => days.years().start() - 1..=*days.years().end(),
    };
    let stretch = |year, (from, to)| {
        let last_year = if to < from { year + 1 } else { year };
        Some((Date::from_week(year, from)?, Date::from_week(last_year, to)?.add_days(6)))
    };
    let stretches = years.flat_map(|year| mention.weeks.iter().filter_map(move |&weeks| stretch(year, weeks)));
    stretches.into_iter().any(|(first, last)| days.meet(first, last))
}

/// Weeks named in a text: `uge 13-15`, `uke 13, 14 og 15`, `week 13 of 2026`.
#[derive(Debug, PartialEq, Eq)]
struct Mention {
    /// From and to; a single week is both.
    weeks: Vec<(u32, u32)>,
    year: Option<i32>,
    /// Where in the text.
    at: std::ops::Range<usize>,
}

impl Mention {
    fn first(&self) -> Option<u32> {
        self.weeks.first().map(|&(from, _)| from)
    }
}

/// A word, a number or another mark; spaces are left out.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    start: usize,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphabetic)
    }

    /// A number of so many digits.
    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let is_number = digits.contains(&self.text.len()) && self.text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| self.text.parse().ok()).flatten()
    }

    fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.to_lowercase() == *word)
    }
}

const WEEK: &[&str] = &["uge", "uger", "ugerne", "uke", "uker", "ukene", "week", "weeks"];
/// Before `uge`, these make it a measure of time: "hver uge", "37 timer pr. uge".
const MEASURE: &[&str] =
    &["hver", "anden", "annenhver", "annen", "pr", "per", "every", "each", "other", "en", "én", "a", "one"];
const TO: &[&str] = &["-", "–", "—", "−", "til", "to"];
const AND: &[&str] = &[",", "/", "&", "+", "og", "eller", "and", "or"];
const OF_YEAR: &[&str] = &["i", "in", "of", "(", ","];

fn tokens(text: &str) -> Vec<Token<'_>> {
    #[derive(PartialEq)]
    enum Kind {
        Word,
        Number,
        Space,
        Mark,
    }
    let kind = |letter: char| match letter {
        _ if letter.is_ascii_digit() => Kind::Number,
        _ if letter.is_alphabetic() => Kind::Word,
        _ if letter.is_whitespace() => Kind::Space,
        _ => Kind::Mark,
    };
    let mut tokens: Vec<Token> = Vec::new();
    for (at, letter) in text.char_indices() {
        let this = kind(letter);
        let end = at + letter.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.end() == at && this != Kind::Mark && last.text.starts_with(|c| kind(c) == this) => {
                last.text = text.get(last.start..end).unwrap_or("");
            }
            _ if this == Kind::Space => {}
            _ => tokens.push(Token { text: text.get(at..end).unwrap_or(""), start: at }),
        }
    }
    tokens
}

fn mentions(text: &str) -> Vec<Mention> {
    // Most texts speak of no week at all.
    if !names_weeks(text) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut mentions = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_any(WEEK)) {
        let before = tokens.get(..at).unwrap_or(&[]).iter().rev().find(|token| token.text != ".");
        let measures = before.is_some_and(|before| before.is_any(MEASURE) || before.number(1..=9).is_some());
        if !measures && let Some(mention) = mention(token.start, tokens.get(at + 1..).unwrap_or(&[])) {
            mentions.push(mention);
        }
    }
    mentions
}

/// Whether a text has a word for week and a number, which is asked of every title.
fn names_weeks(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut words = text.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| WEEK.iter().any(|week| word.eq_ignore_ascii_case(week)))
}

/// The weeks that follow the word.
fn mention(start: usize, mut rest: &[Token]) -> Option<Mention> {
    if let [nr, dot, after @ ..] = rest
        && nr.is_any(&["nr"])
        && dot.text == "."
    {
        rest = after;
    }
    let (first, mut rest) = rest.split_first()?;
    let week = first.number(1..=2).filter(|_| ends_here(first, rest))?;
    let mut mention = Mention { weeks: vec![(week, week)], year: None, at: start..first.end() };
    while let [mark, after @ ..] = rest {
        // The year may stand alone at the end: "uge 13 2026".
        let (next, after) = after.split_first().unwrap_or((mark, &[]));
        let in_year = mark.is_any(OF_YEAR) || mark.is_any(TO) || mark.is_any(AND);
        let year = if in_year { next.number(4..=4) } else { mark.number(4..=4) };
        if let Some(year) = year {
            mention.year = i32::try_from(year).ok().filter(|year| (2001..2200).contains(year));
            if mention.year.is_some() {
                mention.at.end = if in_year { next.end() } else { mark.end() };
            }
            break;
        }
        // Beyond 53 it is something else that is counted.
        let week = next.number(1..=2).filter(|week| (1..=53).contains(week) && ends_here(next, after));
        match (week, mention.weeks.last_mut()) {
            (Some(week), Some(last)) if mark.is_any(TO) => last.1 = week,
            (Some(week), _) if mark.is_any(AND) => mention.weeks.push((week, week)),
            _ => break,
        }
        mention.at.end = next.end();
        rest = after;
    }
    Some(mention)
}

/// Whether a number is a number of its own: not `3D`, `3.`, `13:30` or `3 %`.
fn ends_here(number: &Token, rest: &[Token]) -> bool {
    match rest {
        [next, after, ..] if next.text == "." => after.text.starts_with(char::is_uppercase),
        [next, after, ..] if next.text == ":" => after.number(2..=2).is_none(),
        [next, ..] if next.is_word() => next.start > number.end(),
        [next, ..] => next.text != "%",
        [] => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Said<'t> = (&'t str, Vec<(u32, u32)>, Option<i32>);

    fn said(text: &str) -> Vec<Said<'_>> {
        mentions(text).into_iter().map(|found| (&text[found.at.clone()], found.weeks, found.year)).collect()
    }

    #[test]
    fn weeks_are_found_as_people_write_them() {
        assert_eq!(said("Undervis i uge 13"), [("uge 13", vec![(13, 13)], None)]);
        assert_eq!(said("UGE 13-15: undervisning"), [("UGE 13-15", vec![(13, 15)], None)]);
        assert_eq!(said("uge 13, 14 og 15."), [("uge 13, 14 og 15", vec![(13, 13), (14, 14), (15, 15)], None)]);
        assert_eq!(said("Uke 13–15, 2026"), [("Uke 13–15, 2026", vec![(13, 15)], Some(2026))]);
        assert_eq!(said("week 13 of 2026"), [("week 13 of 2026", vec![(13, 13)], Some(2026))]);
        assert_eq!(said("(uge 50 til 2)"), [("uge 50 til 2", vec![(50, 2)], None)]);
        assert_eq!(said("uge 13 2026"), [("uge 13 2026", vec![(13, 13)], Some(2026))]);
        assert_eq!(said("uge nr. 13"), [("uge nr. 13", vec![(13, 13)], None)]);
        assert_eq!(
            said("uge 13. Derefter uge 20"),
            [("uge 13", vec![(13, 13)], None), ("uge 20", vec![(20, 20)], None)]
        );
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in
            ["2 uger", "hver uge 10 deltagere", "37 timer pr. uge 2 gange", "ugeplan 13", "uge 3D", "fuge 13", ""]
        {
            assert_eq!(said(text), [], "{text}");
        }
        assert_eq!(said("uge 26, 24. juni"), [("uge 26", vec![(26, 26)], None)]);
        assert_eq!(said("uge 26, 60 deltagere"), [("uge 26", vec![(26, 26)], None)]);
        assert_eq!(said("uge 26 kl. 9-12"), [("uge 26", vec![(26, 26)], None)]);
        assert_eq!(said("uge 26 og 3. kvartal"), [("uge 26", vec![(26, 26)], None)]);
    }

    #[test]
    fn weeks_over_new_year_meet_both_years() {
        let days = |text: &str| Days::of(text.parse::<Period>().unwrap(), Span::default());
        let agree = |text, date| agrees(&mentions(text)[0], &days(date));
        assert!(agree("uge 50-2", "2026-01-05"));
        assert!(agree("uge 50-2", "2025-12-22"));
        assert!(agree("uge 1", "2025-12-30"));
        assert!(!agree("uge 13, 2026", "2025-03-25"));
        assert!(!agree("uge 12", "2025-03-25"));
    }
}
