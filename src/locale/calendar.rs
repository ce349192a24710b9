//! Dates, periods and holidays in words.

use super::{Lang, Message, Text, Words, msg, words};
use crate::calendar::{Closed, Date, FIRST_YEAR, Holiday, LAST_YEAR, Period, PeriodError, Unit, Week, Weekday};

const MONTHS: [Words; 12] = [
    words!("januar", "januar", "January"),
    words!("februar", "februar", "February"),
    words!("marts", "mars", "March"),
    words!("april", "april", "April"),
    words!("maj", "mai", "May"),
    words!("juni", "juni", "June"),
    words!("juli", "juli", "July"),
    words!("august", "august", "August"),
    words!("september", "september", "September"),
    words!("oktober", "oktober", "October"),
    words!("november", "november", "November"),
    words!("december", "desember", "December"),
];

const MONTHS_SHORT: [Words; 12] = [
    words!("jan", "jan", "Jan"),
    words!("feb", "feb", "Feb"),
    words!("mar", "mar", "Mar"),
    words!("apr", "apr", "Apr"),
    words!("maj", "mai", "May"),
    words!("jun", "jun", "Jun"),
    words!("jul", "jul", "Jul"),
    words!("aug", "aug", "Aug"),
    words!("sep", "sep", "Sep"),
    words!("okt", "okt", "Oct"),
    words!("nov", "nov", "Nov"),
    words!("dec", "des", "Dec"),
];

const NOTHING: Words = words!("", "", "");

fn month_words(table: &[Words; 12], month: u32) -> Words {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| table.get(index)).copied().unwrap_or(NOTHING)
}

/// `maj`, for 1 to 12; empty for another number.
pub fn month(lang: Lang, month: u32) -> &'static str {
    month_words(&MONTHS, month).of(lang)
}

/// `maj`, `okt`: three letters, for 1 to 12; empty for another number.
pub fn month_short(lang: Lang, month: u32) -> &'static str {
    month_words(&MONTHS_SHORT, month).of(lang)
}

/// The month that a word names in any language, in full or by its first three
/// letters or more: `maj`, `mai`, `may`, `sept`. Expects lower case.
pub fn month_named(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let names = |month: &Words| Lang::ALL.iter().any(|&lang| month.of(lang).to_lowercase().starts_with(word));
    MONTHS.iter().position(names).and_then(|index| u32::try_from(index + 1).ok())
}

/// The kind of period that a word or a letter names in any language: `uge`,
/// `w`, `kvartal`. Expects lower case.
pub fn unit_named(word: &str) -> Option<Unit> {
    match word {
        "w" | "u" | "uge" | "uke" | "week" | "weeks" | "wk" => Some(Unit::Week),
        "q" | "k" | "kv" | "kvt" | "kvartal" | "quarter" => Some(Unit::Quarter),
        "t" | "tertial" => Some(Unit::Tertial),
        "h" | "halvår" | "half" => Some(Unit::Half),
        _ => None,
    }
}

/// `mandag`, `Monday`.
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let words: Words = match day {
        Weekday::Monday => words!("mandag", "mandag", "Monday"),
        Weekday::Tuesday => words!("tirsdag", "tirsdag", "Tuesday"),
        Weekday::Wednesday => words!("onsdag", "onsdag", "Wednesday"),
        Weekday::Thursday => words!("torsdag", "torsdag", "Thursday"),
        Weekday::Friday => words!("fredag", "fredag", "Friday"),
        Weekday::Saturday => words!("lørdag", "lørdag", "Saturday"),
        Weekday::Sunday => words!("søndag", "søndag", "Sunday"),
    };
    words.of(lang)
}

/// `Kristi himmelfartsdag`, `Ascension Day`.
pub fn holiday(lang: Lang, holiday: Holiday) -> &'static str {
    let words: Words = match holiday {
        Holiday::NewYearsDay => words!("nytårsdag", "1. nyttårsdag", "New Year's Day"),
        Holiday::MaundyThursday => words!("skærtorsdag", "skjærtorsdag", "Maundy Thursday"),
        Holiday::GoodFriday => words!("langfredag", "langfredag", "Good Friday"),
        Holiday::EasterSunday => words!("påskedag", "1. påskedag", "Easter Sunday"),
        Holiday::EasterMonday => words!("2. påskedag", "2. påskedag", "Easter Monday"),
        Holiday::GreatPrayerDay => words!("store bededag", "store bededag", "Great Prayer Day"),
        Holiday::LabourDay => words!("1. maj", "1. mai", "Labour Day"),
        Holiday::ConstitutionDay => words!("grundlovsdag", "grunnlovsdagen", "Constitution Day"),
        Holiday::AscensionDay => words!("Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"),
        Holiday::WhitSunday => words!("pinsedag", "1. pinsedag", "Whit Sunday"),
        Holiday::WhitMonday => words!("2. pinsedag", "2. pinsedag", "Whit Monday"),
        Holiday::ChristmasEve => words!("juleaften", "julaften", "Christmas Eve"),
        Holiday::ChristmasDay => words!("juledag", "1. juledag", "Christmas Day"),
        Holiday::SecondChristmasDay => words!("2. juledag", "2. juledag", "Boxing Day"),
        Holiday::NewYearsEve => words!("nytårsaften", "nyttårsaften", "New Year's Eve"),
    };
    words.of(lang)
}

/// Why a day is off: the name of the weekday or of the holiday.
pub fn closed(lang: Lang, closed: Closed) -> &'static str {
    match closed {
        Closed::Weekend(day) => weekday(lang, day),
        Closed::Holiday(day) => holiday(lang, day),
    }
}

/// `19. maj 2025`, `19. mai 2025`, `19 May 2025`.
pub fn date(lang: Lang, date: Date) -> String {
    format!("{} {}", day_month(lang, date), date.year())
}

/// `19.5.2025`; in English, where the order of numbers is in doubt, `19 May 2025`.
pub fn date_short(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Da | Lang::Nb => format!("{}.{}.{}", day.day(), day.month(), day.year()),
        Lang::En => date(lang, day),
    }
}

/// `19. maj`, `19 May`.
pub fn day_month(lang: Lang, date: Date) -> String {
    format!("{} {}", ordinal(lang, date.day()), month(lang, date.month()))
}

/// `uge 13`, `uke 13`, `week 13`.
pub fn week(lang: Lang, week: Week) -> String {
    format!("{} {}", words!("uge", "uke", "week").of(lang), week.week)
}

/// `19. maj 2025`, `uge 13, 2025`, `maj 2025`, `2. kvartal 2025`, `2025`.
pub fn period(lang: Lang, period: Period) -> String {
    with_year(period, &without_year(lang, period))
}

/// A start and a due as people say them together: `uge 13–15, 2025`,
/// `25. marts – 10. april 2025`, `fra juni 2025`, `senest 19. maj 2025`.
/// Empty when there is neither.
pub fn span(lang: Lang, start: Option<Period>, due: Option<Period>) -> String {
    match (start, due) {
        (None, None) => String::new(),
        (Some(start), None) => format!("{} {}", words!("fra", "fra", "from").of(lang), period(lang, start)),
        (None, Some(due)) => {
            let by: Words = match due.unit() {
                Unit::Day => words!("senest", "senest", "by"),
                _ => words!("senest i", "senest i", "by the end of"),
            };
            format!("{} {}", by.of(lang), period(lang, due))
        }
        (Some(start), Some(due)) if start == due => period(lang, due),
        (Some(start), Some(due)) => from_to(lang, start, due),
    }
}

fn from_to(lang: Lang, start: Period, due: Period) -> String {
    let named_by_year = start.unit() == Unit::Year || due.unit() == Unit::Year;
    if start.unit() == Unit::Year && due.unit() == Unit::Year {
        return format!("{}–{}", start.year(), due.year());
    }
    if named_by_year || start.year() != due.year() {
        return format!("{} – {}", period(lang, start), period(lang, due));
    }
    // The year is said once, and so is all else that the two have in common.
    let joined = match (start.unit(), due.unit()) {
        (Unit::Day, Unit::Day) if start.first().month() == due.first().month() => {
            format!("{}–{}", ordinal(lang, start.number()), day_month(lang, due.first()))
        }
        (Unit::Week, Unit::Week) => {
            let weeks = words!("uge", "uke", "weeks").of(lang);
            format!("{weeks} {}–{}", start.number(), due.number())
        }
        (Unit::Month, Unit::Month) => format!("{}–{}", without_year(lang, start), without_year(lang, due)),
        (a, b) if a == b && a != Unit::Day => match lang {
            Lang::Da | Lang::Nb => format!("{}.–{}", start.number(), without_year(lang, due)),
            Lang::En => format!("{}–{}", without_year(lang, start), without_year(lang, due)),
        },
        _ => format!("{} – {}", without_year(lang, start), without_year(lang, due)),
    };
    with_year(due, &joined)
}

/// The period's name within its year; empty for a year.
fn without_year(lang: Lang, period: Period) -> String {
    let number = period.number();
    let numbered = |words: Words| match lang {
        Lang::Da | Lang::Nb => format!("{number}. {}", words.of(lang)),
        Lang::En => format!("{}{number}", words.of(lang)),
    };
    match period.unit() {
        Unit::Day => day_month(lang, period.first()),
        Unit::Week => week(lang, period.first().iso_week()),
        Unit::Month => month(lang, number).to_owned(),
        Unit::Quarter => numbered(words!("kvartal", "kvartal", "Q")),
        Unit::Tertial => numbered(words!("tertial", "tertial", "T")),
        Unit::Half => numbered(words!("halvår", "halvår", "H")),
        Unit::Year => String::new(),
    }
}

/// Puts the period's year after words that end in its name: after a comma
/// when they end in the number of a week.
fn with_year(period: Period, words: &str) -> String {
    let year = period.year();
    match period.unit() {
        Unit::Week => format!("{words}, {year}"),
        Unit::Year => year.to_string(),
        _ => format!("{words} {year}"),
    }
}

fn ordinal(lang: Lang, number: u32) -> String {
    match lang {
        Lang::Da | Lang::Nb => format!("{number}."),
        Lang::En => number.to_string(),
    }
}

/// Why a text is no date or period, and what to write.
pub fn period_error(error: &PeriodError) -> Message {
    match *error {
        PeriodError::NotAPeriod => msg!(
            "skriv en dato som 2025-05-19 eller en periode som 2025-W13, 2025-05, 2025-Q2 eller 2025",
            "skriv en dato som 2025-05-19 eller en periode som 2025-W13, 2025-05, 2025-T1 eller 2025",
            "write a date such as 2025-05-19 or a period such as 2025-W13, 2025-05, 2025-Q2 or 2025",
        ),
        PeriodError::LooksLike { ref suggestion } => {
            msg!("skriv det som {suggestion}", "skriv det som {suggestion}", "write it as {suggestion}")
        }
        PeriodError::YearOutOfRange { year } => msg!(
            "året skal ligge mellem {FIRST_YEAR} og {LAST_YEAR}, ikke {year}",
            "året må ligge mellom {FIRST_YEAR} og {LAST_YEAR}, ikke {year}",
            "the year must lie between {FIRST_YEAR} and {LAST_YEAR}, not {year}",
        ),
        PeriodError::NoSuchMonth { month, .. } => msg!(
            "et år har 12 måneder, så måned {month} findes ikke",
            "et år har 12 måneder, så måned {month} finnes ikke",
            "a year has 12 months, so there is no month {month}",
        ),
        PeriodError::NoSuchDay { year, month, day, last_day } => {
            let Text { da, nb, en } = month_words(&MONTHS, month);
            msg!(
                "{da} {year} har {last_day} dage, så den {day}. findes ikke",
                "{nb} {year} har {last_day} dager, så den {day}. finnes ikke",
                "{en} {year} has {last_day} days, so there is no day {day}",
            )
        }
        PeriodError::NoSuchWeek { year, week, last_week } => msg!(
            "{year} har {last_week} uger, så uge {week} findes ikke",
            "{year} har {last_week} uker, så uke {week} finnes ikke",
            "{year} has {last_week} weeks, so there is no week {week}",
        ),
        PeriodError::NoSuchQuarter { quarter, .. } => msg!(
            "et år har 4 kvartaler, så {quarter}. kvartal findes ikke",
            "et år har 4 kvartaler, så {quarter}. kvartal finnes ikke",
            "a year has 4 quarters, so there is no Q{quarter}",
        ),
        PeriodError::NoSuchTertial { tertial, .. } => msg!(
            "et år har 3 tertialer, så {tertial}. tertial findes ikke",
            "et år har 3 tertialer, så {tertial}. tertial finnes ikke",
            "a year has 3 tertials, so there is no T{tertial}",
        ),
        PeriodError::NoSuchHalf { half, .. } => msg!(
            "et år har 2 halvår, så {half}. halvår findes ikke",
            "et år har 2 halvår, så {half}. halvår finnes ikke",
            "a year has 2 halves, so there is no H{half}",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Date {
        Date::from_ymd(year, month, day).unwrap()
    }

    fn in_all(of: impl Fn(Lang) -> String) -> [String; 3] {
        Lang::ALL.map(of)
    }

    #[test]
    fn dates() {
        let it = day(2025, 5, 19);
        assert_eq!(in_all(|lang| date(lang, it)), ["19. maj 2025", "19. mai 2025", "19 May 2025"]);
        assert_eq!(in_all(|lang| date_short(lang, it)), ["19.5.2025", "19.5.2025", "19 May 2025"]);
        assert_eq!(in_all(|lang| day_month(lang, it)), ["19. maj", "19. mai", "19 May"]);
        assert_eq!(in_all(|lang| week(lang, it.iso_week())), ["uge 21", "uke 21", "week 21"]);
        assert_eq!(in_all(|lang| weekday(lang, it.weekday()).to_owned()), ["mandag", "mandag", "Monday"]);
        assert_eq!(in_all(|lang| month_short(lang, 12).to_owned()), ["dec", "des", "Dec"]);
        assert_eq!((month(Lang::Da, 0), month(Lang::Da, 13), month(Lang::Da, u32::MAX)), ("", "", ""));
    }

    #[test]
    fn short_months_are_the_first_letters_of_the_long_ones() {
        for (long, short) in MONTHS.iter().zip(&MONTHS_SHORT) {
            for lang in Lang::ALL {
                assert!(long.of(lang).starts_with(short.of(lang)));
                assert_eq!(short.of(lang).len(), 3);
            }
        }
    }

    #[test]
    fn a_word_names_one_month() {
        for (index, month) in MONTHS.iter().enumerate() {
            for lang in Lang::ALL {
                let name = month.of(lang).to_lowercase();
                for length in 3..=name.len() {
                    assert_eq!(month_named(&name[..length]), Some(index as u32 + 1), "{name}");
                }
            }
        }
        assert_eq!((month_named("ma"), month_named("majs"), month_named("")), (None, None, None));
    }

    #[test]
    fn periods() {
        for (text, words) in [
            ("2025-05-19", ["19. maj 2025", "19. mai 2025", "19 May 2025"]),
            ("2025-W13", ["uge 13, 2025", "uke 13, 2025", "week 13, 2025"]),
            ("2025-W01", ["uge 1, 2025", "uke 1, 2025", "week 1, 2025"]),
            ("2025-03", ["marts 2025", "mars 2025", "March 2025"]),
            ("2025-Q2", ["2. kvartal 2025", "2. kvartal 2025", "Q2 2025"]),
            ("2025-T1", ["1. tertial 2025", "1. tertial 2025", "T1 2025"]),
            ("2025-H1", ["1. halvår 2025", "1. halvår 2025", "H1 2025"]),
            ("2025", ["2025", "2025", "2025"]),
        ] {
            assert_eq!(in_all(|lang| period(lang, text.parse().unwrap())), words);
        }
    }

    #[test]
    fn spans() {
        for (start, due, words) in [
            ("", "", ["", "", ""]),
            ("2025-06", "", ["fra juni 2025", "fra juni 2025", "from June 2025"]),
            ("", "2025-05-19", ["senest 19. maj 2025", "senest 19. mai 2025", "by 19 May 2025"]),
            ("", "2025-05", ["senest i maj 2025", "senest i mai 2025", "by the end of May 2025"]),
            ("", "2025-W13", ["senest i uge 13, 2025", "senest i uke 13, 2025", "by the end of week 13, 2025"]),
            ("2025-05", "2025-05", ["maj 2025", "mai 2025", "May 2025"]),
            ("2025-W13", "2025-W15", ["uge 13–15, 2025", "uke 13–15, 2025", "weeks 13–15, 2025"]),
            (
                "2025-W51",
                "2026-W02",
                ["uge 51, 2025 – uge 2, 2026", "uke 51, 2025 – uke 2, 2026", "week 51, 2025 – week 2, 2026"],
            ),
            ("2025-05-19", "2025-05-23", ["19.–23. maj 2025", "19.–23. mai 2025", "19–23 May 2025"]),
            (
                "2025-03-25",
                "2025-04-10",
                ["25. marts – 10. april 2025", "25. mars – 10. april 2025", "25 March – 10 April 2025"],
            ),
            (
                "2025-12-01",
                "2026-01-15",
                [
                    "1. december 2025 – 15. januar 2026",
                    "1. desember 2025 – 15. januar 2026",
                    "1 December 2025 – 15 January 2026",
                ],
            ),
            ("2025-05", "2025-06", ["maj–juni 2025", "mai–juni 2025", "May–June 2025"]),
            (
                "2025-11",
                "2026-02",
                ["november 2025 – februar 2026", "november 2025 – februar 2026", "November 2025 – February 2026"],
            ),
            ("2025-Q2", "2025-Q3", ["2.–3. kvartal 2025", "2.–3. kvartal 2025", "Q2–Q3 2025"]),
            ("2025-T1", "2025-T3", ["1.–3. tertial 2025", "1.–3. tertial 2025", "T1–T3 2025"]),
            ("2025-H1", "2025-H2", ["1.–2. halvår 2025", "1.–2. halvår 2025", "H1–H2 2025"]),
            ("2025", "2027", ["2025–2027", "2025–2027", "2025–2027"]),
            ("2025-W13", "2025-05-19", ["uge 13 – 19. maj 2025", "uke 13 – 19. mai 2025", "week 13 – 19 May 2025"]),
            ("2025-05-01", "2025-W22", ["1. maj – uge 22, 2025", "1. mai – uke 22, 2025", "1 May – week 22, 2025"]),
            ("2025-05-01", "2025", ["1. maj 2025 – 2025", "1. mai 2025 – 2025", "1 May 2025 – 2025"]),
        ] {
            let said = in_all(|lang| span(lang, start.parse().ok(), due.parse().ok()));
            assert_eq!(said, words, "{start} to {due}");
        }
    }

    #[test]
    fn errors() {
        let said = |text: &str| period_error(&text.parse::<Period>().unwrap_err());
        assert_eq!(said("2025-W54").da, "2025 har 52 uger, så uge 54 findes ikke");
        assert_eq!(said("2025-W54").nb, "2025 har 52 uker, så uke 54 finnes ikke");
        assert_eq!(said("2025-W54").en, "2025 has 52 weeks, so there is no week 54");
        assert_eq!(said("2025-02-30").da, "februar 2025 har 28 dage, så den 30. findes ikke");
        assert_eq!(said("2025-05-32").nb, "mai 2025 har 31 dager, så den 32. finnes ikke");
        assert_eq!(said("2025-13-01").en, "a year has 12 months, so there is no month 13");
        assert_eq!(said("1825").da, "året skal ligge mellem 1900 og 2199, ikke 1825");
        assert_eq!(said("19.5.2025").en, "write it as 2025-05-19");
    }

    #[test]
    fn days_off() {
        let easter_monday = Closed::Holiday(Holiday::EasterMonday);
        assert_eq!(
            in_all(|lang| closed(lang, easter_monday).to_owned()),
            ["2. påskedag", "2. påskedag", "Easter Monday"]
        );
        let sunday = Closed::Weekend(Weekday::Sunday);
        assert_eq!(in_all(|lang| closed(lang, sunday).to_owned()), ["søndag", "søndag", "Sunday"]);
    }
}
