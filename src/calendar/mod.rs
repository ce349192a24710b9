//! Days, periods and public holidays, as plans use them.
//!
//! The only place that names chrono, so that it can be replaced here alone;
//! and without words: what people read is in [`crate::locale`].

mod date;
mod holiday;
mod period;

pub use date::{Date, FIRST_YEAR, LAST_YEAR, Week, Weekday, days_in_month, weeks_in_year};
pub use holiday::{Closed, Country, Holiday, dead_weeks, easter};
pub use period::{Period, PeriodError, Unit};
