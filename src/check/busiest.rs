//! When somebody has most to do.

use std::ops::Range;

use crate::calendar::Date;

/// How many days are looked at together.
pub const DAYS: i64 = 30;

/// Which of some days in order are the most within [`DAYS`], if more than `most`.
pub fn busiest(days: &[Date], most: usize) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    let mut first = 0;
    for (last, to) in days.iter().enumerate() {
        while days.get(first).is_some_and(|from| from.days_until(*to) >= DAYS) {
            first += 1;
        }
        let count = last + 1 - first;
        if count > found.as_ref().map_or(most, ExactSizeIterator::len) {
            found = Some(first..last + 1);
        }
    }
    found
}
