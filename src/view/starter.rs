//! A plan to begin with, made from a framework.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::calendar::{Country, Date, Period, dead_weeks};
use crate::locale::Lang;
use crate::model::{Activity, Framework, Localized, Offset};
use crate::source::Spanned;

/// What the person who begins a plan says.
#[derive(Debug)]
pub struct Wishes {
    /// How the plan names its framework: an id, or a path.
    pub template: String,
    pub title: String,
    pub lang: Lang,
    pub start: Date,
    pub units: Vec<StarterUnit>,
    /// The people who hold each role, by role id: people's ids.
    pub roles: IndexMap<String, Vec<String>>,
    /// Names by id.
    pub people: IndexMap<String, String>,
}

/// A unit of the new plan.
#[derive(Debug, Clone)]
pub struct StarterUnit {
    pub id: String,
    pub name: String,
    /// Its kind, if it is not the framework's first.
    pub kind: Option<String>,
}

/// A plan to begin with.
#[derive(Debug)]
pub struct Starter {
    pub wishes: Wishes,
    /// What people call the framework.
    pub framework: String,
    /// Roles that every plan needs and nobody holds yet: id, name, and whether each unit has its own.
    pub vacant: Vec<(String, String, bool)>,
    /// Kinds of unit for which none is named: id and name.
    pub unitless: Vec<String>,
    pub phases: Vec<StarterPhase>,
    pub milestones: Vec<StarterMilestone>,
    pub meetings: Vec<StarterMeeting>,
    /// Cells that the framework leaves blank: phase id, and row ids with reasons.
    pub blanks: Vec<(String, Vec<(String, String)>)>,
}

#[derive(Debug)]
pub struct StarterPhase {
    pub id: String,
    pub name: String,
    pub start: Option<Period>,
    pub due: Option<Period>,
    pub ongoing: bool,
    pub tasks: Vec<StarterTask>,
}

impl StarterPhase {
    /// Where tasks stand in a framework without phases.
    fn of_no_framework() -> StarterPhase {
        StarterPhase {
            id: String::new(),
            name: String::new(),
            start: None,
            due: None,
            ongoing: false,
            tasks: Vec::new(),
        }
    }
}

#[derive(Debug)]
pub struct StarterTask {
    pub id: String,
    pub title: String,
    pub phases: Vec<String>,
    pub dimensions: Vec<String>,
    pub unit: Option<String>,
    pub role: Option<String>,
    /// The one who holds its role, where that is one.
    pub owner: Option<String>,
    pub after: Vec<String>,
    pub start: Option<Period>,
    pub due: Option<Period>,
    pub ongoing: bool,
    pub check: Option<Period>,
    pub points: Vec<String>,
    pub note: Option<String>,
}

#[derive(Debug)]
pub struct StarterMilestone {
    pub id: String,
    pub title: String,
    pub date: Date,
    pub phase: Option<String>,
    pub decision: bool,
}

#[derive(Debug)]
pub struct StarterMeeting {
    pub id: String,
    pub title: Option<String>,
    pub body: Option<String>,
    pub date: Date,
    pub purpose: Option<String>,
    /// The decision points that it is to take up, by id.
    pub decides: Vec<String>,
}

/// How many meetings of each kind a new plan gets at most.
const MEETINGS: i32 = 12;

/// Makes a plan to begin with.
pub fn starter(framework: &Framework, wishes: Wishes) -> Starter {
    let maker = Maker {
        framework,
        lang: wishes.lang,
        start: wishes.start,
        country: framework.country.as_ref().map_or(Country::for_lang(wishes.lang), |country| country.value),
        units: &wishes.units,
        roles: &wishes.roles,
    };
    let expected = framework.roles.iter().filter(|(id, role)| role.expected && !wishes.roles.contains_key(*id));
    let name = |id: &str| framework.role_name(id, wishes.lang).to_owned();
    let vacant = expected.map(|(id, role)| (id.clone(), name(id), role.per.is_some())).collect();
    let used = |kind: &str| framework.activities.values().any(|one| one.per.as_ref().is_some_and(|per| **per == kind));
    let named = |kind: &str| maker.units_of(kind).next().is_some();
    let unitless = framework.units.keys().filter(|kind| used(kind) && !named(kind)).cloned().collect();
    let (phases, milestones) = (maker.phases(), maker.milestones());
    let mut meetings = maker.meetings();
    for milestone in milestones.iter().filter(|milestone| milestone.decision) {
        maker.put_on_agenda(milestone, &mut meetings);
    }
    let blanks = maker.blanks();
    let name = framework.name(wishes.lang).to_owned();
    Starter { framework: name, vacant, unitless, phases, milestones, meetings, blanks, wishes }
}

struct Maker<'m> {
    framework: &'m Framework,
    lang: Lang,
    start: Date,
    country: Country,
    units: &'m [StarterUnit],
    roles: &'m IndexMap<String, Vec<String>>,
}

impl Maker<'_> {
    fn text(&self, text: &Option<Spanned<Localized>>) -> Option<String> {
        text.as_ref().map(|text| text.get(self.lang).to_owned())
    }

    fn when(&self, offset: &Option<Spanned<Offset>>) -> Option<Period> {
        offset.as_ref().map(|offset| offset.from(self.start, self.country))
    }

    fn units_of<'u>(&'u self, kind: &'u str) -> impl Iterator<Item = &'u StarterUnit> {
        let first = self.framework.units.keys().next();
        self.units.iter().filter(move |unit| match &unit.kind {
            Some(own) => own == kind,
            None => first.is_some_and(|first| first == kind),
        })
    }

    fn phases(&self) -> Vec<StarterPhase> {
        let mut phases: Vec<StarterPhase> = self
            .framework
            .phases
            .iter()
            .map(|(id, phase)| StarterPhase {
                id: id.clone(),
                name: self.framework.phase_name(id, self.lang).to_owned(),
                start: self.when(&phase.start),
                due: self.when(&phase.due),
                ongoing: phase.ongoing,
                tasks: Vec::new(),
            })
            .collect();
        if phases.is_empty() {
            phases.push(StarterPhase::of_no_framework());
        }
        for (id, activity) in &self.framework.activities {
            let first = activity.phases.first().map(|phase| phase.value.as_str());
            let at = phases.iter().position(|phase| Some(phase.id.as_str()) == first).unwrap_or(0);
            if let Some(phase) = phases.get_mut(at) {
                phase.tasks.extend(self.tasks(id, activity));
            }
        }
        phases
    }

    /// An activity's tasks: one, or one for each unit of its kind.
    fn tasks(&self, id: &str, activity: &Activity) -> Vec<StarterTask> {
        let units: Vec<_> = activity.per.iter().flat_map(|kind| self.units_of(kind)).collect();
        if units.is_empty() {
            return vec![self.task(id, activity, None)];
        }
        units.into_iter().map(|unit| self.task(id, activity, Some(unit))).collect()
    }

    fn task(&self, id: &str, activity: &Activity, unit: Option<&StarterUnit>) -> StarterTask {
        let ids = |spanned: &[Spanned<String>]| spanned.iter().map(|id| id.value.clone()).collect();
        let (start, due) = (self.when(&activity.start), self.when(&activity.due));
        StarterTask {
            id: unit.map_or_else(|| id.to_owned(), |unit| format!("{id}-{}", unit.id)),
            title: self.text(&activity.title).unwrap_or_else(|| id.to_owned()),
            phases: ids(&activity.phases),
            dimensions: ids(&activity.dimensions),
            unit: unit.map(|unit| unit.id.clone()),
            role: activity.role.as_ref().map(|role| role.value.clone()),
            owner: activity.role.as_ref().and_then(|role| self.only_holder(role)),
            after: activity.after.iter().flat_map(|earlier| self.waits_for(earlier, unit)).collect(),
            start,
            due,
            ongoing: activity.ongoing,
            check: self.when(&activity.check),
            points: activity.points.iter().map(|point| point.get(self.lang).to_owned()).collect(),
            note: self.text(&activity.note),
        }
    }

    /// Who holds a role, where it is one person and there is not one in each unit.
    fn only_holder(&self, role: &str) -> Option<String> {
        let per_unit = self.framework.roles.get(role).is_some_and(|role| role.per.is_some());
        match self.roles.get(role)?.as_slice() {
            [only] if !per_unit => Some(only.clone()),
            _ => None,
        }
    }

    /// The tasks of an earlier activity that a task waits for: its own unit's, else all of them.
    fn waits_for(&self, earlier: &str, unit: Option<&StarterUnit>) -> Vec<String> {
        let Some(activity) = self.framework.activities.get(earlier) else { return Vec::new() };
        let units: Vec<_> = activity.per.iter().flat_map(|kind| self.units_of(kind)).collect();
        let own = unit.filter(|unit| units.iter().any(|other| other.id == unit.id));
        match (own, units.is_empty()) {
            (_, true) => vec![earlier.to_owned()],
            (Some(unit), false) => vec![format!("{earlier}-{}", unit.id)],
            (None, false) => units.iter().map(|unit| format!("{earlier}-{}", unit.id)).collect(),
        }
    }

    fn milestones(&self) -> Vec<StarterMilestone> {
        let milestone = |(id, milestone): (&String, &crate::model::FrameworkMilestone)| {
            let last = self.when(&milestone.date)?.last();
            Some(StarterMilestone {
                id: id.clone(),
                title: self.text(&milestone.title).unwrap_or_else(|| id.clone()),
                date: self.country.next_working_day(last),
                phase: milestone.phase.as_ref().map(|phase| phase.value.clone()),
                decision: milestone.decision,
            })
        };
        self.framework.milestones.iter().filter_map(milestone).collect()
    }

    /// The last day that the framework speaks of.
    fn end(&self) -> Date {
        let activities = self.framework.activities.values();
        let phases = self.framework.phases.values().flat_map(|phase| [&phase.start, &phase.due]);
        let work = activities.flat_map(|activity| [&activity.start, &activity.due, &activity.check]);
        let milestones = self.framework.milestones.values().map(|milestone| &milestone.date);
        let days = phases.chain(work).chain(milestones).filter_map(|offset| self.when(offset)).map(Period::last);
        days.max().unwrap_or(self.start)
    }

    /// The first day from this one on which people meet.
    fn meeting_day(&self, day: Date) -> Date {
        let day = self.country.next_working_day(day);
        match dead_weeks(day.year()).filter(|weeks| weeks.contains(&day)) {
            Some(weeks) => self.country.next_working_day(weeks.end().add_days(1)),
            None => day,
        }
    }

    fn meetings(&self) -> Vec<StarterMeeting> {
        let end = self.end();
        let mut meetings = Vec::new();
        for (id, meeting) in &self.framework.meetings {
            let (Some(first), Some(every)) = (&meeting.first, &meeting.every) else { continue };
            let mut day = first.end_from(self.start);
            for number in 1..=MEETINGS {
                // A yearly meeting may come once in the time of the plan.
                if number > 1 && day > end {
                    break;
                }
                meetings.push(StarterMeeting {
                    id: format!("{id}-{number}"),
                    title: self.text(&meeting.title),
                    body: meeting.body.as_ref().map(|body| body.value.clone()),
                    date: self.meeting_day(day),
                    purpose: self.text(&meeting.purpose).filter(|_| number == 1),
                    decides: Vec::new(),
                });
                day = every.end_from(day);
            }
        }
        meetings
    }

    /// A decision point is for the last meeting up to its day of the body that decides.
    fn put_on_agenda(&self, milestone: &StarterMilestone, meetings: &mut [StarterMeeting]) {
        let decides = self.framework.decision_body.as_ref().map(|body| body.value.as_str());
        let may = |meeting: &&mut StarterMeeting| {
            meeting.date <= milestone.date && (decides.is_none() || meeting.body.as_deref() == decides)
        };
        let last = meetings.iter_mut().filter(may);
        if let Some(meeting) = last.max_by_key(|meeting| meeting.date) {
            meeting.decides.push(milestone.id.clone());
        }
    }

    /// The cells that no activity covers and for which the framework has a reason.
    fn blanks(&self) -> Vec<(String, Vec<(String, String)>)> {
        let mut covered = HashSet::new();
        for activity in self.framework.activities.values() {
            for phase in &activity.phases {
                let rows = activity.dimensions.iter().flat_map(|dimension| self.framework.rows_of(dimension));
                covered.extend(rows.map(|row| (phase.as_str(), row)));
            }
        }
        let blanks_of = |phase: &String| {
            let cells = &self.framework.cells.get(phase)?.cells;
            let reason = |(row, cell): (&String, &crate::model::FrameworkCell)| {
                let reason = self.text(&cell.blank)?;
                (!covered.contains(&(phase.as_str(), row.as_str()))).then(|| (row.clone(), reason))
            };
            let blanks: Vec<_> = cells.iter().filter_map(reason).collect();
            (!blanks.is_empty()).then(|| (phase.clone(), blanks))
        };
        self.framework.phases.keys().filter_map(blanks_of).collect()
    }
}
