//! One day, and the ISO week it lies in.

use std::fmt;

use chrono::{DateTime, Datelike, Local, Months, NaiveDate, TimeDelta};
use serde::{Serialize, Serializer};

/// The first year a date may lie in.
pub const FIRST_YEAR: i32 = 1900;
/// The last year a date may lie in. A plan beyond it is a typing error.
pub const LAST_YEAR: i32 = 2199;

/// A day of the years [`FIRST_YEAR`] to [`LAST_YEAR`]; shown and serialized
/// as `2025-05-19`.
///
/// Arithmetic stops at the first and the last day of that range: it neither
/// fails nor wraps. A loop that steps forward must therefore stop when a step
/// no longer moves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day there is, 1900-01-01.
    pub const MIN: Date = Date(match NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });
    /// The last day there is, 2199-12-31.
    pub const MAX: Date = Date(match NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31) {
        Some(day) => day,
        None => NaiveDate::MAX,
    });

    /// The day, or `None` when there is no such day or its year is out of range.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Date::in_range)
    }

    /// The Monday of an ISO week, or `None` when the year has no such week.
    pub fn from_week(year: i32, week: u32) -> Option<Date> {
        NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon).and_then(Date::in_range)
    }

    /// The UTC day of a Unix time such as `SOURCE_DATE_EPOCH`.
    pub fn from_unix_seconds(seconds: i64) -> Option<Date> {
        DateTime::from_timestamp(seconds, 0).and_then(|time| Date::in_range(time.date_naive()))
    }

    /// The day it is here and now. Only `command/` asks; all else is told.
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn today() -> Date {
        Date::saturating(Local::now().date_naive())
    }

    fn in_range(day: NaiveDate) -> Option<Date> {
        let date = Date(day);
        (Date::MIN..=Date::MAX).contains(&date).then_some(date)
    }

    fn saturating(day: NaiveDate) -> Date {
        Date(day).clamp(Date::MIN, Date::MAX)
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }

    /// The ISO 8601 week. Its year differs from the date's own around New
    /// Year: 2024-12-30 lies in week 1 of 2025.
    pub fn iso_week(self) -> Week {
        let week = self.0.iso_week();
        Week { year: week.year(), week: week.week() }
    }

    /// The day so many days later (earlier when negative).
    pub fn add_days(self, days: i64) -> Date {
        match TimeDelta::try_days(days).and_then(|delta| self.0.checked_add_signed(delta)) {
            Some(day) => Date::saturating(day),
            None if days < 0 => Date::MIN,
            None => Date::MAX,
        }
    }

    /// The same day so many months later, or the month's last day when that
    /// month is shorter: 31 January and one month is 28 or 29 February.
    pub fn add_months(self, months: i32) -> Date {
        let distance = Months::new(months.unsigned_abs());
        if months < 0 {
            self.0.checked_sub_months(distance).map_or(Date::MIN, Date::saturating)
        } else {
            self.0.checked_add_months(distance).map_or(Date::MAX, Date::saturating)
        }
    }

    /// Days from this day to the other; negative when the other is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// The first day of this day's month.
    pub fn first_of_month(self) -> Date {
        self.add_days(1 - i64::from(self.day()))
    }

    /// The first day of the month after; [`Date::MAX`] in the very last month.
    pub fn next_month(self) -> Date {
        let month = i64::from(days_in_month(self.year(), self.month()));
        self.first_of_month().add_days(month)
    }

    /// The Monday after this day; the last day there is where there is none.
    #[must_use]
    pub fn next_monday(self) -> Date {
        self.add_days(8 - i64::from(self.weekday().number()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By hand: some views write tens of thousands.
        let (year, month, day) = (self.year().unsigned_abs(), self.month(), self.day());
        let digits = [year / 1000, year / 100, year / 10, year, month / 10, month, day / 10, day];
        let [a, b, c, d, e, k, g, h] = digits.map(|number| b'0' + (number % 10) as u8);
        let text = [a, b, c, d, b'-', e, k, b'-', g, h];
        f.pad(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A day of the week; Monday is the first, and the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The days of a week, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    pub const fn number(self) -> u32 {
        self as u32 + 1
    }

    pub const fn is_weekend(self) -> bool {
        matches!(self, Weekday::Saturday | Weekday::Sunday)
    }
}

/// A week of an ISO year; shown as `2025-W13`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    pub year: i32,
    pub week: u32,
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-W{:02}", self.year, self.week))
    }
}

/// How many days a month has; 0 when there is no such month.
pub const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// How many ISO weeks a year has: 52, or 53.
pub fn weeks_in_year(year: i32) -> u32 {
    let long = NaiveDate::from_isoywd_opt(year, 53, chrono::Weekday::Mon).is_some();
    if long { 53 } else { 52 }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(year: i32, month: u32, day: u32) -> Date {
        Date::from_ymd(year, month, day).unwrap()
    }

    pub(in crate::calendar) fn any_date() -> impl Strategy<Value = Date> {
        (0..=Date::MIN.days_until(Date::MAX)).prop_map(|days| Date::MIN.add_days(days))
    }

    #[test]
    fn only_days_that_exist_in_the_accepted_years() {
        assert_eq!(date(1900, 1, 1), Date::MIN);
        assert_eq!(date(2199, 12, 31), Date::MAX);
        for (year, month, day) in
            [(1899, 12, 31), (2200, 1, 1), (2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0)]
        {
            assert_eq!(Date::from_ymd(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn shows_as_iso() {
        assert_eq!(date(2025, 5, 9).to_string(), "2025-05-09");
        assert_eq!(format!("[{:>12}]", date(2025, 5, 9)), "[  2025-05-09]");
        assert_eq!(serde_json::to_string(&date(2025, 5, 9)).unwrap(), "\"2025-05-09\"");
    }

    #[test]
    fn weeks_around_new_year() {
        assert_eq!(date(2024, 12, 30).iso_week(), Week { year: 2025, week: 1 });
        assert_eq!(date(2027, 1, 3).iso_week(), Week { year: 2026, week: 53 });
        let long: Vec<i32> = (2020..=2050).filter(|&year| weeks_in_year(year) == 53).collect();
        assert_eq!(long, [2020, 2026, 2032, 2037, 2043, 2048]);
    }

    #[test]
    fn arithmetic_stops_at_the_ends() {
        for days in [i64::MAX, i64::MAX / 1000, 200_000_000, 1] {
            assert_eq!(Date::MAX.add_days(days), Date::MAX);
            assert_eq!(Date::MIN.add_days(-days), Date::MIN);
        }
        assert_eq!(Date::MIN.add_days(i64::MIN), Date::MIN);
        assert_eq!(Date::MIN.add_months(i32::MIN), Date::MIN);
        assert_eq!(Date::MAX.add_months(i32::MAX), Date::MAX);
        assert_eq!(Date::MAX.next_month(), Date::MAX);
        assert_eq!(Date::MAX.first_of_month(), date(2199, 12, 1));
    }

    #[test]
    fn months_are_clamped_to_their_end() {
        assert_eq!(date(2025, 1, 31).add_months(1), date(2025, 2, 28));
        assert_eq!(date(2024, 3, 31).add_months(-1), date(2024, 2, 29));
        assert_eq!(date(2024, 11, 15).add_months(3), date(2025, 2, 15));
    }

    #[test]
    fn unix_time_is_read_in_utc() {
        assert_eq!(Date::from_unix_seconds(0), Some(date(1970, 1, 1)));
        assert_eq!(Date::from_unix_seconds(-1), Some(date(1969, 12, 31)));
        assert_eq!(Date::from_unix_seconds(1_747_699_199), Some(date(2025, 5, 19)));
        assert_eq!(Date::from_unix_seconds(i64::MAX), None);
        assert_eq!(Date::from_unix_seconds(i64::MIN), None);
    }

    proptest! {
        #[test]
        fn adding_days_and_counting_them_agree(a in any_date(), b in any_date()) {
            prop_assert_eq!(a.add_days(a.days_until(b)), b);
            prop_assert_eq!(a.days_until(b), -b.days_until(a));
        }

        #[test]
        fn a_date_is_made_of_its_parts(date in any_date()) {
            prop_assert_eq!(Date::from_ymd(date.year(), date.month(), date.day()), Some(date));
            prop_assert!(date.day() <= days_in_month(date.year(), date.month()));
            prop_assert_eq!(Date::from_ymd(date.year(), date.month(), days_in_month(date.year(), date.month()) + 1), None);
        }

        #[test]
        fn the_next_month_starts_the_day_after_this_one_ends(date in any_date()) {
            let next = date.next_month();
            prop_assert!(next > date || date == Date::MAX);
            if next < Date::MAX {
                prop_assert_eq!(next.day(), 1);
                prop_assert_eq!(next.add_days(-1).first_of_month(), date.first_of_month());
            }
        }

        #[test]
        fn a_week_has_a_monday(date in any_date()) {
            let week = date.iso_week();
            if week.year <= LAST_YEAR {
                let monday = Date::from_week(week.year, week.week).unwrap();
                prop_assert_eq!(monday.weekday(), Weekday::Monday);
                prop_assert_eq!(monday.days_until(date) + 1, i64::from(date.weekday().number()));
            }
        }
    }
}
