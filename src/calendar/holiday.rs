//! Public holidays by rule, and working days.

use std::ops::RangeInclusive;

use serde::Serialize;

use super::{Date, Weekday};
use crate::locale::Lang;

/// A country whose days off count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Country {
    /// Denmark
    Dk,
    /// Norway
    No,
}

/// A public holiday, or a day on which offices are usually closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    NewYearsDay,
    MaundyThursday,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    /// Store bededag: Danish, abolished from 2024.
    GreatPrayerDay,
    /// 1 May: a public holiday in Norway only.
    LabourDay,
    /// 17 May in Norway; 5 June in Denmark, there usually closed.
    ConstitutionDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    ChristmasEve,
    ChristmasDay,
    SecondChristmasDay,
    NewYearsEve,
}

/// Why nobody is at work on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closed {
    Weekend(Weekday),
    Holiday(Holiday),
}

/// When in a year a holiday falls.
enum Rule {
    /// This month and day.
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// As `Easter`, up to and with this year.
    EasterUntil(i64, i32),
}

// Where two holidays meet, the first in the table names the day: 17 May is
// Norway's national day also when it is Whit Sunday.
const DENMARK: &[(Holiday, Rule)] = &[
    (Holiday::NewYearsDay, Rule::Fixed(1, 1)),
    (Holiday::MaundyThursday, Rule::Easter(-3)),
    (Holiday::GoodFriday, Rule::Easter(-2)),
    (Holiday::EasterSunday, Rule::Easter(0)),
    (Holiday::EasterMonday, Rule::Easter(1)),
    (Holiday::GreatPrayerDay, Rule::EasterUntil(26, 2023)),
    (Holiday::AscensionDay, Rule::Easter(39)),
    (Holiday::WhitSunday, Rule::Easter(49)),
    (Holiday::WhitMonday, Rule::Easter(50)),
    (Holiday::ChristmasDay, Rule::Fixed(12, 25)),
    (Holiday::SecondChristmasDay, Rule::Fixed(12, 26)),
];
const NORWAY: &[(Holiday, Rule)] = &[
    (Holiday::NewYearsDay, Rule::Fixed(1, 1)),
    (Holiday::LabourDay, Rule::Fixed(5, 1)),
    (Holiday::ConstitutionDay, Rule::Fixed(5, 17)),
    (Holiday::MaundyThursday, Rule::Easter(-3)),
    (Holiday::GoodFriday, Rule::Easter(-2)),
    (Holiday::EasterSunday, Rule::Easter(0)),
    (Holiday::EasterMonday, Rule::Easter(1)),
    (Holiday::AscensionDay, Rule::Easter(39)),
    (Holiday::WhitSunday, Rule::Easter(49)),
    (Holiday::WhitMonday, Rule::Easter(50)),
    (Holiday::ChristmasDay, Rule::Fixed(12, 25)),
    (Holiday::SecondChristmasDay, Rule::Fixed(12, 26)),
];

impl Rule {
    /// Whether a day is the one, `from_easter` days after Easter Sunday where it is near that.
    fn is_on(&self, date: Date, from_easter: Option<i64>) -> bool {
        match *self {
            Rule::Fixed(month, day) => (month, day) == (date.month(), date.day()),
            Rule::Easter(days) => Some(days) == from_easter,
            Rule::EasterUntil(days, last) => Some(days) == from_easter && date.year() <= last,
        }
    }

    fn date(&self, year: i32, easter: Date) -> Option<Date> {
        match *self {
            Rule::Fixed(month, day) => Date::from_ymd(year, month, day),
            Rule::Easter(days) => Some(easter.add_days(days)),
            Rule::EasterUntil(days, last) => (year <= last).then(|| easter.add_days(days)),
        }
    }
}

impl Country {
    /// The country that a plan in this language follows unless it says otherwise.
    pub const fn for_lang(lang: Lang) -> Country {
        match lang {
            Lang::Da | Lang::En => Country::Dk,
            Lang::Nb => Country::No,
        }
    }

    const fn rules(self) -> &'static [(Holiday, Rule)] {
        match self {
            Country::Dk => DENMARK,
            Country::No => NORWAY,
        }
    }

    /// The public holiday that a day is.
    pub fn holiday(self, date: Date) -> Option<Holiday> {
        let from_easter = match date.month() {
            // From Maundy Thursday of the earliest Easter to Whit Monday of the latest.
            3..=6 => easter(date.year()).map(|easter| easter.days_until(date)),
            _ => None,
        };
        self.rules().iter().find(|(_, rule)| rule.is_on(date, from_easter)).map(|&(holiday, _)| holiday)
    }

    /// The public holidays of a year by date, on the same day both where two
    /// meet. None for a year out of range.
    pub fn holidays(self, year: i32) -> Vec<(Date, Holiday)> {
        let Some(easter) = easter(year) else { return Vec::new() };
        let mut holidays: Vec<(Date, Holiday)> =
            self.rules().iter().filter_map(|(holiday, rule)| Some((rule.date(year, easter)?, *holiday))).collect();
        holidays.sort_by_key(|&(date, _)| date);
        holidays
    }

    /// Why a day is off: a public holiday, else a weekend.
    pub fn closed(self, date: Date) -> Option<Closed> {
        let weekend = || Some(date.weekday()).filter(|day| day.is_weekend()).map(Closed::Weekend);
        self.holiday(date).map(Closed::Holiday).or_else(weekend)
    }

    /// The day that closes most offices without being a public holiday:
    /// Christmas Eve, New Year's Eve and in Denmark Constitution Day.
    pub fn usually_closed(self, date: Date) -> Option<Holiday> {
        match (self, date.month(), date.day()) {
            (Country::Dk, 6, 5) => Some(Holiday::ConstitutionDay),
            (_, 12, 24) => Some(Holiday::ChristmasEve),
            (_, 12, 31) => Some(Holiday::NewYearsEve),
            _ => None,
        }
    }

    /// Neither weekend nor public holiday nor usually closed.
    pub fn is_working_day(self, date: Date) -> bool {
        !date.weekday().is_weekend() && self.usually_closed(date).is_none() && self.holiday(date).is_none()
    }

    /// The day itself when it is a working day, else the first one after it.
    pub fn next_working_day(self, date: Date) -> Date {
        self.seek(date, 1)
    }

    /// The day itself when it is a working day, else the last one before it.
    pub fn previous_working_day(self, date: Date) -> Date {
        self.seek(date, -1)
    }

    /// The working day so many working days after the date (before it when
    /// negative), the date itself not counted; for 0 the date, working day or not.
    pub fn add_working_days(self, date: Date, days: i64) -> Date {
        let step = days.signum();
        let mut at = date;
        for _ in 0..days.unsigned_abs() {
            let next = self.seek(at.add_days(step), step);
            if next == at {
                break;
            }
            at = next;
        }
        at
    }

    /// The last of so many working days, the first of them being on a working day.
    pub fn last_of_working_days(self, first: Date, days: u32) -> Date {
        self.add_working_days(first, i64::from(days.saturating_sub(1)))
    }

    /// How many working days there are from one day to another, both counted.
    pub fn working_days(self, first: Date, last: Date) -> u32 {
        let days = (0..=first.days_until(last)).filter(|&days| self.is_working_day(first.add_days(days)));
        u32::try_from(days.count()).unwrap_or(u32::MAX)
    }

    /// The first working day from `date` on in steps; the end of the calendar
    /// when it comes first.
    fn seek(self, mut date: Date, step: i64) -> Date {
        while !self.is_working_day(date) {
            let next = date.add_days(step);
            if next == date {
                break;
            }
            date = next;
        }
        date
    }
}

/// Weeks 28 to 30, when hardly anybody in Denmark or Norway is at work.
pub fn dead_weeks(year: i32) -> Option<RangeInclusive<Date>> {
    let first = Date::from_week(year, 28)?;
    Some(first..=first.add_days(20))
}

/// Easter Sunday, or `None` for a year out of range.
///
/// The anonymous Gregorian computus (Nature, 20 April 1876), in the form of
/// Meeus, Astronomical Algorithms (1991), chapter 8. Exact for every Gregorian
/// year.
pub fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::from_ymd(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::date::tests::any_date;
    use super::*;

    const PUBLISHED: &str = include_str!("../../tests/data/holidays-2000-2050.csv");

    fn date(text: &str) -> Date {
        let mut parts = text.split('-').map(|part| part.parse::<u32>().unwrap());
        let mut next = || parts.next().unwrap();
        Date::from_ymd(next() as i32, next(), next()).unwrap()
    }

    fn named(name: &str) -> Holiday {
        match name {
            "Nytårsdag" | "Første nyttårsdag" => Holiday::NewYearsDay,
            "Skærtorsdag" | "Skjærtorsdag" => Holiday::MaundyThursday,
            "Langfredag" => Holiday::GoodFriday,
            "Påskedag" | "Første påskedag" => Holiday::EasterSunday,
            "Anden påskedag" | "Andre påskedag" => Holiday::EasterMonday,
            "Store bededag" => Holiday::GreatPrayerDay,
            "Arbeidernes dag" => Holiday::LabourDay,
            "Grunnlovsdag" => Holiday::ConstitutionDay,
            "Kristi himmelfartsdag" => Holiday::AscensionDay,
            "Pinsedag" | "Første pinsedag" => Holiday::WhitSunday,
            "Anden pinsedag" | "Andre pinsedag" => Holiday::WhitMonday,
            "Juledag" | "Første juledag" => Holiday::ChristmasDay,
            "Anden juledag" | "Andre juledag" => Holiday::SecondChristmasDay,
            other => panic!("unknown holiday in the table: {other}"),
        }
    }

    /// Every `(country, date, holiday)` of the published table.
    fn published() -> BTreeSet<(String, Date, String)> {
        let rows = PUBLISHED.lines().filter(|line| !line.starts_with('#'));
        rows.flat_map(|row| {
            let mut cells = row.splitn(3, ',');
            let (day, country, names) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
            names.split("; ").map(move |name| (country.to_owned(), date(day), format!("{:?}", named(name))))
        })
        .collect()
    }

    #[test]
    fn every_holiday_is_as_published_and_no_other() {
        let mut ours = BTreeSet::new();
        for (code, country) in [("DK", Country::Dk), ("NO", Country::No)] {
            for year in 2000..=2050 {
                let holidays = country.holidays(year);
                assert!(holidays.is_sorted_by_key(|&(day, _)| day));
                ours.extend(holidays.into_iter().map(|(day, it)| (code.to_owned(), day, format!("{it:?}"))));
            }
        }
        assert_eq!(ours, published());
    }

    #[test]
    fn a_day_is_a_holiday_exactly_when_published() {
        let published = published();
        let days: BTreeSet<(&str, Date)> = published.iter().map(|(code, day, _)| (code.as_str(), *day)).collect();
        for (code, country) in [("DK", Country::Dk), ("NO", Country::No)] {
            let mut day = date("2000-01-01");
            while day <= date("2050-12-31") {
                match country.holiday(day) {
                    Some(it) => assert!(published.contains(&(code.to_owned(), day, format!("{it:?}"))), "{day}"),
                    None => assert!(!days.contains(&(code, day)), "{day}"),
                }
                day = day.add_days(1);
            }
        }
    }

    #[test]
    fn easter_at_its_extremes() {
        for day in ["1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19", "2008-03-23", "2038-04-25", "2049-04-18"] {
            assert_eq!(easter(date(day).year()), Some(date(day)));
        }
        assert_eq!((easter(1899), easter(2200), easter(i32::MIN), easter(i32::MAX)), (None, None, None, None));
        assert_eq!(Country::Dk.holidays(1899), []);
    }

    #[test]
    fn store_bededag_ended_with_2023() {
        assert_eq!(Country::Dk.holiday(date("2023-05-05")), Some(Holiday::GreatPrayerDay));
        assert_eq!(Country::Dk.holiday(date("2024-04-26")), None);
    }

    #[test]
    fn the_first_of_may_and_the_national_days_differ_by_country() {
        assert_eq!(Country::Dk.closed(date("2025-05-01")), None);
        assert_eq!(Country::No.closed(date("2025-05-01")), Some(Closed::Holiday(Holiday::LabourDay)));
        assert_eq!(Country::No.closed(date("2025-05-17")), Some(Closed::Holiday(Holiday::ConstitutionDay)));
        assert_eq!(Country::Dk.closed(date("2025-05-17")), Some(Closed::Weekend(Weekday::Saturday)));
        assert_eq!(Country::No.holiday(date("2043-05-17")), Some(Holiday::ConstitutionDay), "also Whit Sunday");
        assert_eq!(Country::Dk.usually_closed(date("2025-06-05")), Some(Holiday::ConstitutionDay));
        assert_eq!(Country::No.usually_closed(date("2025-06-05")), None);
        assert_eq!(Country::Dk.closed(date("2025-06-05")), None, "not a public holiday");
    }

    #[test]
    fn working_days_step_over_easter_and_christmas() {
        let dk = Country::Dk;
        assert_eq!(dk.next_working_day(date("2025-04-17")), date("2025-04-22"));
        assert_eq!(dk.previous_working_day(date("2025-04-21")), date("2025-04-16"));
        assert_eq!(dk.next_working_day(date("2025-12-24")), date("2025-12-29"));
        assert_eq!(dk.add_working_days(date("2025-12-23"), 3), date("2026-01-02"));
        assert_eq!(dk.add_working_days(date("2026-01-02"), -3), date("2025-12-23"));
        assert_eq!(dk.add_working_days(date("2025-12-24"), 0), date("2025-12-24"));
        assert_eq!(dk.add_working_days(Date::MIN, i64::MAX), Date::MAX);
        assert_eq!(dk.add_working_days(Date::MAX, i64::MIN), Date::MIN);
    }

    proptest! {
        #[test]
        fn the_next_working_day_is_one_and_skips_none(day in any_date(), norway: bool) {
            let country = if norway { Country::No } else { Country::Dk };
            let next = country.next_working_day(day);
            prop_assert!(next == Date::MAX || country.is_working_day(next));
            for skipped in 0..day.days_until(next) {
                prop_assert!(!country.is_working_day(day.add_days(skipped)));
            }
        }

        #[test]
        fn working_days_there_and_back(day in any_date(), days in 1i64..400, norway: bool) {
            let country = if norway { Country::No } else { Country::Dk };
            let day = country.previous_working_day(day);
            let there = country.add_working_days(day, days);
            if day > Date::MIN && there < Date::MAX {
                prop_assert_eq!(country.add_working_days(there, -days), day);
            }
        }
    }
}
