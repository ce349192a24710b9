//! A plan's meetings joined with the kinds of meeting that its framework knows.

use super::{FrameworkMeeting, Joined, Map, Meeting, Plan};
use crate::calendar::Date;

impl<'a> Joined<'a> {
    /// The kinds that a meeting is one of: the one that its id begins with, else those of its body.
    pub fn kinds_of(&self, meeting: &Meeting) -> Vec<&'a FrameworkMeeting> {
        let kinds = || self.framework.meetings.values();
        let named = |kind: &&FrameworkMeeting| {
            let rest = meeting.id.strip_prefix(kind.id.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        if let Some(kind) = kinds().filter(named).max_by_key(|kind| kind.id.len()) {
            return vec![kind];
        }
        let Some(body) = meeting.body.as_deref() else { return Vec::new() };
        kinds().filter(|kind| kind.body.as_deref() == Some(body)).collect()
    }

    /// The plan's meetings of a kind by date; nothing where the date of one could not be read.
    pub fn meetings_of(&self, kind: &str) -> Option<Vec<(Date, &'a Meeting)>> {
        let is_one = |meeting: &&Meeting| self.kinds_of(meeting).iter().any(|own| own.id.value == kind);
        let meetings = self.plan.meetings.values().filter(is_one);
        let mut meetings =
            meetings.map(|meeting| Some((meeting.date.as_ref()?.value, meeting))).collect::<Option<Vec<_>>>()?;
        meetings.sort_by_key(|(date, _)| *date);
        Some(meetings)
    }
}

impl Plan {
    /// The days of the meetings that are to take each decision, by its id: the one that it names, and those that have it
    /// on their agendas.
    pub fn meetings_of_decisions(&self) -> Map<&str, Vec<Date>> {
        let mut days: Map<&str, Vec<Date>> = Map::default();
        for meeting in self.meetings.values() {
            let Some(date) = &meeting.date else { continue };
            for id in meeting.agenda.keys() {
                days.entry(id).or_default().push(date.value);
            }
        }
        for decision in self.decisions.values() {
            let named = decision.meeting.as_ref().and_then(|id| self.meetings.get(id.as_str()));
            if let Some(date) = named.and_then(|meeting| meeting.date.as_ref()) {
                days.entry(&decision.id).or_default().push(date.value);
            }
        }
        days
    }
}
