//! What must not stand in a plan: numbers and addresses of private persons.

use std::ops::Range;

use crate::calendar::Date;

/// Who gives out private addresses.
const PRIVATE: [&str; 6] = ["gmail", "hotmail", "outlook", "live", "yahoo", "icloud"];

/// So many digits the shorter of the two numbers has.
const FEWEST_DIGITS: usize = 10;

/// A Danish number `ddmmyy-xxxx` or a Norwegian one of eleven digits, with a date that exists.
pub fn id_number(text: &str) -> Option<Range<usize>> {
    // Most texts have no number at all, or a short one. Counted in bytes, many at a time.
    let digits = |part: &[u8]| usize::from(part.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>());
    if text.as_bytes().chunks(usize::from(u8::MAX)).map(digits).sum::<usize>() < FEWEST_DIGITS {
        return None;
    }
    let part_of_it = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '_');
    let mut from = 0;
    for word in text.split(|letter| !part_of_it(letter)) {
        let at = from..from + word.len();
        from = text.get(at.end..)?.chars().next().map_or(at.end, |between| at.end + between.len_utf8());
        let numbers: Vec<&str> = word.split('-').collect();
        match numbers.as_slice() {
            [date, number] if is_date(date, 0) && date.len() == 6 && is_digits(number, 4) => return Some(at),
            [number] if is_norwegian(number) => return Some(at),
            // Often written with a space before the last five.
            [date] if is_digits(date, 6) => {
                let rest = text.get(from..).and_then(|rest| rest.split(|letter| !part_of_it(letter)).next());
                let spaced = text.get(at.end..from) == Some(" ");
                if let Some(rest) = rest.filter(|rest| spaced && is_norwegian(&format!("{date}{rest}"))) {
                    return Some(at.start..from + rest.len());
                }
            }
            _ => {}
        }
    }
    None
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether six digits are a day, a month and a year; temporary Norwegian numbers add to the day.
fn is_date(text: &str, added: u32) -> bool {
    let pair = |at: usize| text.get(at..at + 2).filter(|pair| is_digits(pair, 2))?.parse::<u32>().ok();
    let date = || Some((pair(0)?.checked_sub(added)?, pair(2)?, pair(4)?));
    // 2000 has the days of every century: 29 February too.
    date().is_some_and(|(day, month, year)| Date::from_ymd(2000 + year as i32, month, day).is_some())
}

/// Whether these are eleven digits with a date and both check digits: account
/// numbers are as long, and their last check digit is made in the same way.
fn is_norwegian(text: &str) -> bool {
    const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    if !is_digits(text, 11) || !(is_date(text, 0) || is_date(text, 40)) {
        return false;
    }
    let digits = || text.bytes().map(|byte| u32::from(byte - b'0'));
    let fits = |weights: &[u32]| digits().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 == 0;
    fits(&FIRST) && fits(&SECOND)
}

/// An address such as `ida@gmail.com`.
pub fn private_address(text: &str) -> Option<Range<usize>> {
    memchr::memchr(b'@', text.as_bytes())?;
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
    text.match_indices('@').find_map(|(at, _)| {
        let before = text.get(..at)?;
        let local = before.len() - before.trim_end_matches(is_part).len();
        let after = text.get(at + 1..)?;
        let domain = after.get(..after.find(|letter| !is_part(letter)).unwrap_or(after.len()))?.trim_end_matches('.');
        let (giver, country) = domain.split_once('.')?;
        let is_private = PRIVATE.contains(&giver.to_lowercase().as_str());
        // `live.fredericia.dk` is somebody's workplace.
        let is_whole = !country.contains('.') || country.eq_ignore_ascii_case("co.uk");
        (local > 0 && is_private && is_whole).then(|| at - local..at + 1 + domain.len())
    })
}
