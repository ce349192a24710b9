//! A stretch of the calendar that a plan can name: a day, a week, a month ...

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::{Date, FIRST_YEAR, LAST_YEAR, Week, days_in_month, weeks_in_year};
use crate::locale;

/// What kind of stretch a [`Period`] is, from the shortest to the longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    Day,
    /// An ISO week.
    Week,
    Month,
    Quarter,
    /// Four months, as Norwegian municipalities report.
    Tertial,
    Half,
    Year,
}

impl Unit {
    /// How many months one has; 0 for days and weeks.
    const fn months(self) -> u32 {
        match self {
            Unit::Day | Unit::Week => 0,
            Unit::Month => 1,
            Unit::Quarter => 3,
            Unit::Tertial => 4,
            Unit::Half => 6,
            Unit::Year => 12,
        }
    }
}

/// A day, week, month, quarter, tertial, half-year or year.
///
/// Read from, shown and serialized as one text form: `2025-05-19`, `2025-W13`,
/// `2025-05`, `2025-Q2`, `2025-T1`, `2025-H1`, `2025`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    unit: Unit,
    first: Date,
    last: Date,
}

impl Period {
    /// The period that is one day.
    pub const fn day(date: Date) -> Period {
        Period { unit: Unit::Day, first: date, last: date }
    }

    /// The period of this kind that the day lies in. (The week of the last
    /// two days of 2199 belongs to 2200 and is cut short.)
    pub fn of(unit: Unit, date: Date) -> Period {
        match unit {
            Unit::Day => Period::day(date),
            Unit::Week => {
                let first = date.add_days(1 - i64::from(date.weekday().number()));
                Period { unit, first, last: first.add_days(6) }
            }
            Unit::Month | Unit::Quarter | Unit::Tertial | Unit::Half | Unit::Year => {
                let number = (date.month() - 1) / unit.months() + 1;
                Period::of_months(unit, date.year(), number).unwrap_or(Period::day(date))
            }
        }
    }

    /// The `number`th period of a unit that is made of months.
    fn of_months(unit: Unit, year: i32, number: u32) -> Option<Period> {
        let last_month = number.checked_mul(unit.months())?;
        let first_month = (last_month + 1).checked_sub(unit.months())?;
        let first = Date::from_ymd(year, first_month, 1)?;
        let last = Date::from_ymd(year, last_month, days_in_month(year, last_month))?;
        Some(Period { unit, first, last })
    }

    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The first day: what the period means as a start.
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day: what the period means as a due date.
    pub const fn last(self) -> Date {
        self.last
    }

    /// The year it is named by; a week's is its ISO year.
    pub fn year(self) -> i32 {
        if self.unit == Unit::Week { self.first.iso_week().year } else { self.first.year() }
    }

    /// Its number within the year: 13 for week 13, 2 for the second quarter.
    /// A day's is its day of the month, a year's is 1.
    pub fn number(self) -> u32 {
        match self.unit {
            Unit::Day => self.first.day(),
            Unit::Week => self.first.iso_week().week,
            Unit::Month | Unit::Quarter | Unit::Tertial | Unit::Half | Unit::Year => {
                (self.first.month() - 1) / self.unit.months() + 1
            }
        }
    }

    /// The period of the same kind right after; the period itself at the end
    /// of the calendar.
    pub fn next(self) -> Period {
        Period::of(self.unit, self.last.add_days(1))
    }

    pub fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// Whether the two have a day in common.
    pub fn overlaps(self, other: Period) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year(), self.number());
        match self.unit {
            Unit::Day => self.first.fmt(f),
            Unit::Week => Week { year, week: number }.fmt(f),
            Unit::Month => f.pad(&format!("{year:04}-{number:02}")),
            Unit::Quarter => f.pad(&format!("{year:04}-Q{number}")),
            Unit::Tertial => f.pad(&format!("{year:04}-T{number}")),
            Unit::Half => f.pad(&format!("{year:04}-H{number}")),
            Unit::Year => f.pad(&format!("{year:04}")),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl From<Date> for Period {
    fn from(date: Date) -> Period {
        Period::day(date)
    }
}

/// Why a text is no [`Period`]. Put in words by [`locale::period_error`].
///
/// No `std::error::Error`, so that it cannot reach the reader in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodError {
    /// Nothing like a date or a period.
    NotAPeriod,
    /// What people write for a day or a period that exists; `suggestion` is
    /// the form to write.
    LooksLike {
        suggestion: String,
    },
    YearOutOfRange {
        year: i32,
    },
    NoSuchMonth {
        year: i32,
        month: u32,
    },
    NoSuchDay {
        year: i32,
        month: u32,
        day: u32,
        last_day: u32,
    },
    NoSuchWeek {
        year: i32,
        week: u32,
        last_week: u32,
    },
    NoSuchQuarter {
        year: i32,
        quarter: u32,
    },
    NoSuchTertial {
        year: i32,
        tertial: u32,
    },
    NoSuchHalf {
        year: i32,
        half: u32,
    },
}

impl PeriodError {
    /// What to write instead, when that is certain enough to say: the right
    /// form of a near miss, and the month's last day for a 31st it lacks.
    pub fn suggestion(&self) -> Option<String> {
        match *self {
            PeriodError::LooksLike { ref suggestion } => Some(suggestion.clone()),
            PeriodError::NoSuchDay { year, month, day: 29..=31, last_day } => {
                Some(format!("{year:04}-{month:02}-{last_day:02}"))
            }
            _ => None,
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads exactly the forms that are shown, and says of others what to
    /// write instead.
    fn from_str(text: &str) -> Result<Period, PeriodError> {
        if let Some(name) = Name::strict(text) {
            return name.period();
        }
        let suggestion = Name::loose(text).ok_or(PeriodError::NotAPeriod)?.period()?.to_string();
        Err(PeriodError::LooksLike { suggestion })
    }
}

/// What a text names, before asking whether the calendar has it.
#[derive(Debug, Clone, Copy)]
enum Name {
    Day { year: i32, month: u32, day: u32 },
    Numbered { unit: Unit, year: i32, number: u32 },
}

impl Name {
    fn numbered(unit: Unit, year: i32, number: u32) -> Option<Name> {
        Some(Name::Numbered { unit, year, number })
    }

    fn ymd(year: i32, month: u32, day: u32) -> Option<Name> {
        Some(Name::Day { year, month, day })
    }

    /// The text forms themselves.
    fn strict(text: &str) -> Option<Name> {
        let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest.as_bytes())));
        let year = i32::try_from(number(year.as_bytes(), 4)?).ok()?;
        match rest {
            None => Name::numbered(Unit::Year, year, 1),
            Some([b'W', week @ ..]) => Name::numbered(Unit::Week, year, number(week, 2)?),
            Some([b'Q', quarter @ ..]) => Name::numbered(Unit::Quarter, year, number(quarter, 1)?),
            Some([b'T', tertial @ ..]) => Name::numbered(Unit::Tertial, year, number(tertial, 1)?),
            Some([b'H', half @ ..]) => Name::numbered(Unit::Half, year, number(half, 1)?),
            Some([month @ .., b'-', a, b]) => Name::ymd(year, number(month, 2)?, number(&[*a, *b], 2)?),
            Some(month) => Name::numbered(Unit::Month, year, number(month, 2)?),
        }
    }

    /// The forms that people write instead, in the three languages. Only those
    /// with a single reading: `03-25` and `25-03-19` have none.
    fn loose(text: &str) -> Option<Name> {
        use Token::{Number, Unit as Named, Year};

        let numbered = |unit, year, number| Name::numbered(unit, year, number);
        let century = |year: u32| i32::try_from(year).ok().map(|year| 2000 + year);
        let tokens = tokens(text)?;
        match *tokens.as_slice() {
            [Year(year)] => numbered(Unit::Year, year, 1),
            [Token::Basic { year, month, day }] => Name::ymd(year, month, day),

            // 2025-5-1, 19.5.2025, 19/5 2025, 19. maj 2025, May 19, 2025
            [Year(year), Number(month) | Token::Month(month), Number(day)]
            | [Number(day), Number(month) | Token::Month(month), Year(year)]
            | [Token::Month(month), Number(day), Year(year)] => Name::ymd(year, month, day),
            // 19.5.25, 19/5-25: with hyphens alone the year may as well stand first.
            [Number(day), Number(month), Number(year)] if year > 9 && text.contains(['.', '/']) => {
                Name::ymd(century(year)?, month, day)
            }
            // 2025-05-19T10:00
            [Year(year), Number(month), Number(day), ..] if text.contains(':') => Name::ymd(year, month, day),

            // 2025-5, 5/2025, maj 2025
            [Year(year), Number(month) | Token::Month(month)] | [Number(month) | Token::Month(month), Year(year)] => {
                numbered(Unit::Month, year, month)
            }

            // uge 13, 2025; 2025-W5; Q2 2025; 2. kvartal 2025
            [Named(unit), Number(number), Year(year)]
            | [Number(number), Named(unit), Year(year)]
            | [Year(year), Named(unit), Number(number)] => numbered(unit, year, number),
            // 2025-W13-1, the ISO form of a day
            [Year(year), Named(Unit::Week), Number(week), Number(weekday @ 1..=7)] => {
                let date = Date::from_week(year, week)?.add_days(i64::from(weekday) - 1);
                Name::ymd(date.year(), date.month(), date.day())
            }
            _ => None,
        }
    }

    /// The period, when the calendar has it.
    fn period(self) -> Result<Period, PeriodError> {
        let (Name::Day { year, .. } | Name::Numbered { year, .. }) = self;
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            return Err(PeriodError::YearOutOfRange { year });
        }
        match self {
            Name::Day { year, month, day } => match days_in_month(year, month) {
                0 => Err(PeriodError::NoSuchMonth { year, month }),
                last_day => Date::from_ymd(year, month, day).map(Period::day).ok_or(PeriodError::NoSuchDay {
                    year,
                    month,
                    day,
                    last_day,
                }),
            },
            Name::Numbered { unit: Unit::Week, year, number } => Date::from_week(year, number)
                .map(|monday| Period::of(Unit::Week, monday))
                .ok_or_else(|| PeriodError::NoSuchWeek { year, week: number, last_week: weeks_in_year(year) }),
            Name::Numbered { unit, year, number } => Period::of_months(unit, year, number).ok_or(match unit {
                Unit::Month => PeriodError::NoSuchMonth { year, month: number },
                Unit::Quarter => PeriodError::NoSuchQuarter { year, quarter: number },
                Unit::Tertial => PeriodError::NoSuchTertial { year, tertial: number },
                Unit::Half => PeriodError::NoSuchHalf { year, half: number },
                Unit::Day | Unit::Week | Unit::Year => PeriodError::NotAPeriod,
            }),
        }
    }
}

/// A number of exactly so many digits, without a sign.
fn number(digits: &[u8], length: usize) -> Option<u32> {
    let value = |value: u32, &digit: &u8| digit.is_ascii_digit().then(|| value * 10 + u32::from(digit - b'0'));
    (digits.len() == length).then(|| digits.iter().try_fold(0, value)).flatten()
}

/// A piece of a loosely written date.
#[derive(Debug, Clone, Copy)]
enum Token {
    /// Four digits.
    Year(i32),
    /// One or two digits.
    Number(u32),
    /// Eight digits: `20250519`.
    Basic { year: i32, month: u32, day: u32 },
    /// The name of a month.
    Month(u32),
    /// The name of a unit: `uge`, `w`, `kvartal`, `q`.
    Unit(Unit),
}

/// The pieces of a loosely written date; `None` as soon as one is none.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.chars().next() {
        let digit = start.is_ascii_digit();
        if !digit && !start.is_alphabetic() {
            // Also the dashes and spaces that word processors put in.
            if !(start.is_whitespace() || ",.-/:+–‐‑".contains(start)) {
                return None;
            }
            rest = rest.trim_start_matches(start);
            continue;
        }
        let end =
            rest.find(|c: char| if digit { !c.is_ascii_digit() } else { !c.is_alphabetic() }).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        tokens.extend(if digit { Some(digits(word)?) } else { named(word)? });
    }
    Some(tokens)
}

fn digits(word: &str) -> Option<Token> {
    let digits = word.as_bytes();
    match digits.len() {
        1 | 2 => number(digits, digits.len()).map(Token::Number),
        4 => Some(Token::Year(i32::try_from(number(digits, 4)?).ok()?)),
        8 => {
            let value = number(digits, 8)?;
            let year = i32::try_from(value / 10_000).ok()?;
            Some(Token::Basic { year, month: value / 100 % 100, day: value % 100 })
        }
        _ => None,
    }
}

/// What a word means; `Some(None)` for one that adds nothing, as in `uge 13 i 2025`.
fn named(word: &str) -> Option<Option<Token>> {
    let word = word.to_lowercase();
    if matches!(word.as_str(), "i" | "in" | "of" | "af" | "av" | "d" | "den" | "the" | "år" | "z") {
        return Some(None);
    }
    let month = || locale::month_named(&word).map(Token::Month);
    locale::unit_named(&word).map(Token::Unit).or_else(month).map(Some)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Weekday;
    use super::super::date::tests::any_date;
    use super::*;

    const UNITS: [Unit; 7] = [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Tertial, Unit::Half, Unit::Year];

    fn parse(text: &str) -> Result<Period, PeriodError> {
        text.parse()
    }

    #[test]
    fn each_form_spans_its_days() {
        for (text, unit, first, last) in [
            ("2025-05-19", Unit::Day, "2025-05-19", "2025-05-19"),
            ("2024-02-29", Unit::Day, "2024-02-29", "2024-02-29"),
            ("2025-W01", Unit::Week, "2024-12-30", "2025-01-05"),
            ("2025-W13", Unit::Week, "2025-03-24", "2025-03-30"),
            ("2026-W53", Unit::Week, "2026-12-28", "2027-01-03"),
            ("2025-02", Unit::Month, "2025-02-01", "2025-02-28"),
            ("2025-Q2", Unit::Quarter, "2025-04-01", "2025-06-30"),
            ("2025-T1", Unit::Tertial, "2025-01-01", "2025-04-30"),
            ("2025-T3", Unit::Tertial, "2025-09-01", "2025-12-31"),
            ("2025-H1", Unit::Half, "2025-01-01", "2025-06-30"),
            ("2025", Unit::Year, "2025-01-01", "2025-12-31"),
            ("2199", Unit::Year, "2199-01-01", "2199-12-31"),
            ("1900-W01", Unit::Week, "1900-01-01", "1900-01-07"),
        ] {
            let period = parse(text).unwrap();
            assert_eq!(period.unit(), unit, "{text}");
            assert_eq!((period.first().to_string().as_str(), period.last().to_string().as_str()), (first, last));
            assert_eq!(period.to_string(), text);
            assert_eq!(serde_json::to_string(&period).unwrap(), format!("\"{text}\""));
        }
    }

    #[test]
    fn near_misses_are_given_the_right_form() {
        for (text, suggestion) in [
            ("19-05-2025", "2025-05-19"),
            ("19.5.2025", "2025-05-19"),
            ("19.05.2025", "2025-05-19"),
            ("19/5 2025", "2025-05-19"),
            ("19/5-2025", "2025-05-19"),
            ("19.5.25", "2025-05-19"),
            ("19/5-25", "2025-05-19"),
            ("2025/05/19", "2025-05-19"),
            ("2025.05.19", "2025-05-19"),
            ("2025–05–19", "2025-05-19"),
            (" 2025-05-19", "2025-05-19"),
            ("2025-05-19\n", "2025-05-19"),
            ("+2025-05-19", "2025-05-19"),
            ("2025-05-19-", "2025-05-19"),
            ("20250519", "2025-05-19"),
            ("2025-05-19T10:00:00Z", "2025-05-19"),
            ("2025-05-19 10:00", "2025-05-19"),
            ("19. maj 2025", "2025-05-19"),
            ("d. 19. maj 2025", "2025-05-19"),
            ("19. mai 2025", "2025-05-19"),
            ("19 May 2025", "2025-05-19"),
            ("May 19, 2025", "2025-05-19"),
            ("2025-5-1", "2025-05-01"),
            ("2025-5", "2025-05"),
            ("5/2025", "2025-05"),
            ("05-2025", "2025-05"),
            ("maj 2025", "2025-05"),
            ("Mai 2025", "2025-05"),
            ("MAJ 2025", "2025-05"),
            ("sept. 2025", "2025-09"),
            ("okt 2025", "2025-10"),
            ("des. 2025", "2025-12"),
            ("2025-maj", "2025-05"),
            ("2025-w13", "2025-W13"),
            ("2025W13", "2025-W13"),
            ("2025-W5", "2025-W05"),
            ("W13 2025", "2025-W13"),
            ("uge 13 2025", "2025-W13"),
            ("Uge 13, 2025", "2025-W13"),
            ("uke 13, 2025", "2025-W13"),
            ("uge 13 i 2025", "2025-W13"),
            ("week 13, 2025", "2025-W13"),
            ("2025-W13-1", "2025-03-24"),
            ("Q2 2025", "2025-Q2"),
            ("2025q2", "2025-Q2"),
            ("2025-Q02", "2025-Q2"),
            ("2. kvartal 2025", "2025-Q2"),
            ("K2 2025", "2025-Q2"),
            ("1. tertial 2025", "2025-T1"),
            ("T1 2025", "2025-T1"),
            ("1. halvår 2025", "2025-H1"),
            ("H1 2025", "2025-H1"),
            ("år 2025", "2025"),
            ("+2025", "2025"),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!(error, PeriodError::LooksLike { suggestion: suggestion.to_owned() }, "{text:?}");
            assert_eq!(error.suggestion().as_deref(), Some(suggestion));
        }
    }

    #[test]
    fn what_the_calendar_lacks_is_said() {
        use PeriodError::*;
        for (text, error) in [
            ("2025-13", NoSuchMonth { year: 2025, month: 13 }),
            ("2025-00-10", NoSuchMonth { year: 2025, month: 0 }),
            ("2025-02-29", NoSuchDay { year: 2025, month: 2, day: 29, last_day: 28 }),
            ("31.6.2025", NoSuchDay { year: 2025, month: 6, day: 31, last_day: 30 }),
            ("2025-05-00", NoSuchDay { year: 2025, month: 5, day: 0, last_day: 31 }),
            ("2025-W53", NoSuchWeek { year: 2025, week: 53, last_week: 52 }),
            ("uge 54 2026", NoSuchWeek { year: 2026, week: 54, last_week: 53 }),
            ("2025-W00", NoSuchWeek { year: 2025, week: 0, last_week: 52 }),
            ("2025-Q5", NoSuchQuarter { year: 2025, quarter: 5 }),
            ("2025-Q0", NoSuchQuarter { year: 2025, quarter: 0 }),
            ("2025-T4", NoSuchTertial { year: 2025, tertial: 4 }),
            ("2025-H3", NoSuchHalf { year: 2025, half: 3 }),
            ("1825-05-19", YearOutOfRange { year: 1825 }),
            ("2200", YearOutOfRange { year: 2200 }),
            ("0025-W01", YearOutOfRange { year: 25 }),
        ] {
            assert_eq!(parse(text).unwrap_err(), error, "{text}");
        }
        assert_eq!(parse("2025-02-30").unwrap_err().suggestion().as_deref(), Some("2025-02-28"));
        assert_eq!(parse("2025-02-99").unwrap_err().suggestion(), None);
        assert_eq!(parse("2025-W53").unwrap_err().suggestion(), None);
    }

    #[test]
    fn what_has_no_single_reading_is_no_period() {
        for text in [
            "",
            " ",
            "-",
            "snarest",
            "uge 13",
            "19. maj",
            "maj",
            "25-03-19",
            "03-25",
            "19.5",
            "202505",
            "20255",
            "2025-05-19..2025-06-01",
            "uge 13-15 2025",
            "2025-2026",
            "uge 13 uge 2025",
            "2025-W13-8",
            "２０２５",
            "2025 maj juni",
        ] {
            assert_eq!(parse(text), Err(PeriodError::NotAPeriod), "{text:?}");
        }
    }

    fn any_unit() -> impl Strategy<Value = Unit> {
        proptest::sample::select(UNITS.to_vec())
    }

    /// Within the weeks that the calendar holds whole.
    fn any_period() -> impl Strategy<Value = Period> {
        (any_unit(), any_date()).prop_map(|(unit, date)| Period::of(unit, date.min(Date::MAX.add_days(-2))))
    }

    proptest! {
        #[test]
        fn a_period_is_read_as_it_is_shown(period in any_period()) {
            prop_assert_eq!(parse(&period.to_string()), Ok(period));
        }

        #[test]
        fn a_period_holds_its_days_and_no_others(period in any_period(), date in any_date()) {
            prop_assert!(period.contains(period.first()) && period.contains(period.last()));
            prop_assert_eq!(period.contains(date), Period::of(period.unit(), date) == period);
            prop_assert_eq!(period.contains(date), period.overlaps(Period::day(date)));
            prop_assert_eq!(Period::of(period.unit(), period.last()), period);
        }

        #[test]
        fn periods_follow_each_other_without_a_gap(period in any_period()) {
            let next = period.next();
            if next != period && period.last() < Date::MAX {
                prop_assert_eq!(period.last().add_days(1), next.first());
                prop_assert!(!period.overlaps(next));
                prop_assert!(next.number() == period.number() + 1 || next.number() == 1);
            }
        }

        #[test]
        fn a_week_is_monday_to_sunday(date in any_date()) {
            let week = Period::of(Unit::Week, date.min(Date::MAX.add_days(-2)));
            prop_assert_eq!(week.first().weekday(), Weekday::Monday);
            prop_assert_eq!(week.last().weekday(), Weekday::Sunday);
            prop_assert_eq!(week.first().days_until(week.last()), 6);
        }

        #[test]
        fn week_53_is_there_in_long_years_only(year in FIRST_YEAR..=LAST_YEAR) {
            // A long year is one that starts or ends on a Thursday.
            let ends = [Date::from_ymd(year, 1, 1), Date::from_ymd(year, 12, 31)];
            let long = ends.iter().flatten().any(|date| date.weekday() == Weekday::Thursday);
            prop_assert_eq!(parse(&format!("{year}-W53")).is_ok(), long);
            prop_assert_eq!(weeks_in_year(year), if long { 53 } else { 52 });
        }

        #[test]
        fn no_text_is_too_odd(text in "\\PC{0,20}|[0-9WQTH./ -]{0,12}|[0-9]{4}-[0-9]{1,3}-[0-9]{1,3}") {
            match parse(&text) {
                Ok(period) => prop_assert_eq!(period.to_string(), text),
                Err(error) => if let Some(suggestion) = error.suggestion() {
                    prop_assert!(parse(&suggestion).is_ok(), "{} for {}", suggestion, text);
                },
            }
        }

        #[test]
        fn the_words_of_every_language_lead_back_to_the_period(period in any_period()) {
            for lang in locale::Lang::ALL {
                let text = locale::period(lang, period);
                if period.unit() == Unit::Year {
                    prop_assert_eq!(parse(&text), Ok(period));
                } else {
                    let suggestion = period.to_string();
                    prop_assert_eq!(parse(&text), Err(PeriodError::LooksLike { suggestion }), "{}", text);
                }
            }
        }
    }
}
