//! Calendar files (iCalendar, RFC 5545): an event a day, which a second import
//! brings up to date.

use std::io::{self, Write};

use icalendar::{Calendar, Component, Event, Property};

use super::document::unbroken;
use crate::calendar::Date;
use crate::document::calendar::{Entries, Entry};

/// Writes a calendar file.
pub fn write(entries: &Entries, out: &mut dyn Write) -> io::Result<()> {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//plan//plan//EN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    let mut name = Property::new("X-WR-CALNAME", unbroken(&entries.name));
    calendar.append_property(name.add_parameter("LANGUAGE", entries.lang.code()).done());
    for entry in &entries.entries {
        calendar.push(event(entry, entries));
    }
    write!(out, "{calendar}")
}

fn event(entry: &Entry, entries: &Entries) -> Event {
    let words = |key: &str, text: &str| {
        let lines: Vec<_> = text.split('\n').map(unbroken).collect();
        Property::new(key, lines.join("\n")).add_parameter("LANGUAGE", entries.lang.code()).done()
    };
    let day = |key: &str, day: Date| Property::new(key, compact(day)).add_parameter("VALUE", "DATE").done();
    let mut event = Event::new();
    event.uid(&entry.uid);
    event.append_property(Property::new("DTSTAMP", format!("{}T000000Z", compact(entries.made))));
    // A later file is a later edition of the same event.
    event.append_property(Property::new("SEQUENCE", edition(entries.made).to_string()));
    event.append_property(day("DTSTART", entry.day));
    event.append_property(day("DTEND", entry.day.add_days(1)));
    // A title is one line, whatever somebody wrote.
    event.append_property(words("SUMMARY", &unbroken(&entry.title)));
    event.append_property(words("DESCRIPTION", &entry.details));
    event.add_multi_property("CATEGORIES", &unbroken(&entry.category));
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    event.append_property(Property::new("STATUS", if entry.off { "CANCELLED" } else { "CONFIRMED" }));
    event.done()
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// The days since 2000, which only rise.
fn edition(day: Date) -> i64 {
    Date::from_ymd(2000, 1, 1).map_or(0, |first| first.days_until(day).max(0))
}
