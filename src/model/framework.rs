//! A framework: what people must follow, as data.

use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

use super::{Id, Keyed, Map};
use crate::calendar::{Country, Date, Period, Unit as CalendarUnit};
use crate::finding::{Severity, Stated};
use crate::locale::{Lang, Text, Words, words};
use crate::source::{Files, Span, Spanned};

/// A text in the framework's own language, or in several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Localized {
    One(String),
    Each(Text<Option<String>>),
}

impl Localized {
    /// The text in a language, else in whichever there is.
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Localized::One(text) => text,
            Localized::Each(texts) => texts
                .get(lang)
                .as_ref()
                .or(texts.da.as_ref())
                .or(texts.nb.as_ref())
                .or(texts.en.as_ref())
                .map_or("", String::as_str),
        }
    }

    /// The text in all three languages.
    pub fn texts(&self) -> Text<String> {
        Text { da: self.get(Lang::Da).to_owned(), nb: self.get(Lang::Nb).to_owned(), en: self.get(Lang::En).to_owned() }
    }
}

impl Serialize for Localized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Localized::One(text) => serializer.serialize_str(text),
            Localized::Each(texts) => {
                let pairs = Lang::ALL.iter().filter_map(|&lang| Some((lang.code(), texts.get(lang).as_ref()?)));
                serializer.collect_map(pairs)
            }
        }
    }
}

/// A framework, built in or local.
#[derive(Debug, Default)]
pub struct Framework {
    pub files: Files,
    /// The framework that this one changes.
    pub extends: Option<Spanned<String>>,
    /// The id of the framework at the bottom of what it extends.
    pub base: Option<String>,
    pub id: Option<Spanned<String>>,
    pub name: Option<Spanned<Localized>>,
    pub aka: Vec<Spanned<String>>,
    pub language: Option<Spanned<Lang>>,
    pub country: Option<Spanned<Country>>,
    pub version: Option<Spanned<String>>,
    pub summary: Option<Spanned<Localized>>,
    pub origin: Origin,
    /// Whether the last phase leads to a new wave.
    pub cycle: bool,
    /// The role that decides.
    pub decision_body: Option<Spanned<String>>,
    pub labels: Labels,
    pub units: Keyed<UnitKind>,
    /// In display order, which need not be the order in time.
    pub phases: Keyed<Phase>,
    /// Rows, and groups of rows; none at all makes the matrix a list.
    pub dimensions: Keyed<Dimension>,
    pub roles: Keyed<Role>,
    pub activities: Keyed<Activity>,
    pub cells: Keyed<FrameworkCells>,
    /// The levels at which benefits are reported.
    pub reporting_levels: Keyed<ReportingLevel>,
    /// Whom a plan should think of.
    pub stakeholders: Keyed<FrameworkStakeholder>,
    /// What a plan grades on a date: strong, partial or weak.
    pub assessment: Keyed<Term>,
    /// How far outside partners are committed.
    pub commitments: Keyed<Term>,
    /// What each degree of implementation means: red, yellow, green.
    pub degrees: Keyed<Term>,
    pub complexity: Keyed<Term>,
    pub evidence: Keyed<Term>,
    pub sectors: Keyed<Term>,
    pub mandates: Keyed<Term>,
    pub skills: Keyed<Term>,
    pub milestones: Keyed<FrameworkMilestone>,
    pub meetings: Keyed<FrameworkMeeting>,
    pub rules: Keyed<StatedRule>,
}

/// Where a framework comes from.
#[derive(Debug, Default, Serialize)]
pub struct Origin {
    pub title: Option<Spanned<String>>,
    pub publisher: Option<Spanned<String>>,
    pub year: Option<Spanned<i64>>,
    /// How the source was read where it leaves something open.
    pub note: Option<Spanned<Localized>>,
}

/// What the framework calls things, in the singular.
#[derive(Debug, Default, Serialize)]
pub struct Labels {
    pub phase: Option<Spanned<Localized>>,
    pub dimension: Option<Spanned<Localized>>,
    pub unit: Option<Spanned<Localized>>,
    pub criterion: Option<Spanned<Localized>>,
}

impl Labels {
    /// The word for a phase.
    pub fn phase(&self) -> Text<String> {
        label(&self.phase, words!("fase", "fase", "phase"))
    }

    /// The word for a row of the matrix.
    pub fn dimension(&self) -> Text<String> {
        label(&self.dimension, words!("dimension", "dimensjon", "dimension"))
    }

    /// The word for a criterion.
    pub fn criterion(&self) -> Text<String> {
        label(&self.criterion, words!("succeskriterium", "suksesskriterium", "success criterion"))
    }

    /// The word for a unit.
    pub fn unit(&self) -> Text<String> {
        label(&self.unit, words!("enhed", "enhet", "unit"))
    }
}

/// The framework's own word, else the usual one.
fn label(own: &Option<Spanned<Localized>>, usual: Words) -> Text<String> {
    own.as_ref().map_or_else(|| Text::each(|lang| usual.of(lang).to_owned()), |own| own.texts())
}

/// A kind of unit: cluster, department, school.
#[derive(Debug, Default, Serialize)]
pub struct UnitKind {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub plural: Option<Spanned<Localized>>,
    /// How many the framework counts on.
    pub expected: Option<Spanned<i64>>,
}

#[derive(Debug, Default, Serialize)]
pub struct Phase {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub aka: Vec<Spanned<String>>,
    pub purpose: Option<Spanned<Localized>>,
    /// When it usually is, in words.
    pub timing: Option<Spanned<Localized>>,
    pub start: Option<Spanned<Offset>>,
    pub due: Option<Spanned<Offset>>,
    pub ongoing: bool,
}

/// A row of the matrix, or a group of rows.
#[derive(Debug, Default, Serialize)]
pub struct Dimension {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub short: Option<Spanned<Localized>>,
    pub purpose: Option<Spanned<Localized>>,
    /// The phases that the row belongs to; none means all.
    pub phases: Vec<Spanned<String>>,
    pub rows: Keyed<DimensionRow>,
}

/// A row in a group.
#[derive(Debug, Default, Serialize)]
pub struct DimensionRow {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub short: Option<Spanned<Localized>>,
    pub purpose: Option<Spanned<Localized>>,
    /// The phases that the row belongs to; none means all.
    pub phases: Vec<Spanned<String>>,
}

/// A word of the framework's own, with what it means.
#[derive(Debug, Default, Serialize)]
pub struct Term {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub purpose: Option<Spanned<Localized>>,
    /// What must hold for the word to fit.
    pub tests: Vec<Spanned<Localized>>,
}

impl Term {
    /// The word in each language; the id where there is none.
    pub fn names(&self) -> Text<String> {
        self.name.as_ref().map_or_else(|| Text::each(|_| self.id.value.clone()), |name| name.texts())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Strategic,
    Tactical,
    Operational,
    Support,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HolderCount {
    One,
    Many,
}

/// What a role has to do with benefits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BenefitRole {
    Owner,
    Accountable,
    Leader,
}

#[derive(Debug, Default, Serialize)]
pub struct Role {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub aka: Vec<Spanned<String>>,
    pub level: Option<Spanned<Level>>,
    pub purpose: Option<Spanned<Localized>>,
    pub duties: Vec<Spanned<Localized>>,
    pub holders: Option<Spanned<HolderCount>>,
    /// What the role has to do with benefits.
    pub benefit: Option<Spanned<BenefitRole>>,
    /// The kind of unit that each has a holder of its own.
    pub per: Option<Spanned<String>>,
    /// Every plan needs somebody here.
    pub expected: bool,
}

/// Something the framework says is to be done.
#[derive(Debug, Default, Serialize)]
pub struct Activity {
    pub id: Id,
    pub title: Option<Spanned<Localized>>,
    pub phases: Vec<Spanned<String>>,
    pub dimensions: Vec<Spanned<String>>,
    pub role: Option<Spanned<String>>,
    /// The kind of unit where it is done once in each.
    pub per: Option<Spanned<String>>,
    pub start: Option<Spanned<Offset>>,
    pub due: Option<Spanned<Offset>>,
    pub ongoing: bool,
    pub check: Option<Spanned<Offset>>,
    pub after: Vec<Spanned<String>>,
    pub points: Vec<Spanned<Localized>>,
    pub note: Option<Spanned<Localized>>,
}

/// The cells of one phase.
#[derive(Debug, Default, Serialize)]
pub struct FrameworkCells {
    pub id: Id,
    pub cells: Keyed<FrameworkCell>,
}

/// What the framework says of a cell.
#[derive(Debug, Default, Serialize)]
pub struct FrameworkCell {
    pub id: Id,
    pub gist: Option<Spanned<Localized>>,
    /// Empty in the source; the likely reason.
    pub blank: Option<Spanned<Localized>>,
    /// The framework itself asks for nothing here, and why.
    pub exempt: Option<Spanned<Localized>>,
    /// Covered by what stands for the whole group.
    pub shared: bool,
    pub criteria: Keyed<Criterion>,
}

/// A success criterion, with criteria below it or none.
#[derive(Debug, Default, Serialize)]
pub struct Criterion {
    pub id: Id,
    pub text: Option<Spanned<Localized>>,
    /// Somebody must decide before it is met.
    pub decision: bool,
    /// The criteria that come first: `phase.dimension.criterion`.
    pub after: Vec<Spanned<String>>,
    pub criteria: Keyed<Criterion>,
}

impl Criterion {
    /// What it asks for in each language; the id where it does not say.
    pub fn texts(&self) -> Text<String> {
        let id = |_| self.id.value.clone();
        self.text.as_ref().map_or_else(|| Text::each(id), |text| text.texts())
    }
}

/// A level at which benefits are reported.
#[derive(Debug, Default, Serialize)]
pub struct ReportingLevel {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub medium: Option<Spanned<Localized>>,
}

/// Somebody a plan should think of.
#[derive(Debug, Default, Serialize)]
pub struct FrameworkStakeholder {
    pub id: Id,
    pub name: Option<Spanned<Localized>>,
    pub side: Option<Spanned<Side>>,
}

/// On which side of the organisation's wall somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Internal,
    External,
}

#[derive(Debug, Default, Serialize)]
pub struct FrameworkMilestone {
    pub id: Id,
    pub title: Option<Spanned<Localized>>,
    pub date: Option<Spanned<Offset>>,
    pub phase: Option<Spanned<String>>,
    pub decision: bool,
}

#[derive(Debug, Default, Serialize)]
pub struct FrameworkMeeting {
    pub id: Id,
    pub title: Option<Spanned<Localized>>,
    pub body: Option<Spanned<String>>,
    pub purpose: Option<Spanned<Localized>>,
    pub first: Option<Spanned<Offset>>,
    pub every: Option<Spanned<Offset>>,
    pub agenda: Vec<Spanned<Localized>>,
    /// Points that every such meeting takes up.
    pub points: Keyed<Point>,
}

/// A fixed point of a meeting.
#[derive(Debug, Default, Serialize)]
pub struct Point {
    pub id: Id,
    pub title: Option<Spanned<Localized>>,
}

/// A rule that the framework states: a generic check with its numbers.
#[derive(Debug, Default, Serialize)]
pub struct StatedRule {
    pub id: Id,
    /// The generic rules that carry it out.
    pub checks: Vec<Spanned<String>>,
    pub severity: Option<Spanned<Severity>>,
    pub reason: Option<Spanned<Localized>>,
    /// Whether a plan may set it aside; yes unless it says no.
    pub waivable: Option<Spanned<bool>>,
    pub activities: Vec<Spanned<String>>,
    pub unit: Option<Spanned<String>>,
    pub within: Option<Spanned<Within>>,
    /// Whether `after` must name what comes first.
    pub linked: bool,
    pub roles: Vec<Spanned<String>>,
    #[serde(rename = "within-roles")]
    pub within_roles: Vec<Spanned<String>>,
    #[serde(rename = "per-unit-roles")]
    pub per_unit_roles: Vec<Spanned<String>>,
    pub mandates: Vec<Spanned<String>>,
    pub sectors: Vec<Spanned<String>>,
    pub meetings: Vec<Spanned<String>>,
    pub kinds: Vec<Spanned<String>>,
    pub fields: Vec<Spanned<String>>,
    pub days: Option<Spanned<i64>>,
    pub skills: Vec<Spanned<String>>,
    pub levels: Vec<Spanned<String>>,
    /// Criteria as `phase.dimension.criterion`.
    pub criteria: Vec<Spanned<String>>,
    pub phases: Vec<Spanned<String>>,
    pub milestone: Option<Spanned<String>>,
    pub outcomes: Vec<Spanned<String>>,
    #[serde(rename = "at-least")]
    pub at_least: Option<Spanned<i64>>,
    #[serde(rename = "at-most")]
    pub at_most: Option<Spanned<i64>>,
    /// What findings say of it; see [`StatedRule::stated`].
    #[serde(skip)]
    pub shared: OnceLock<Arc<Stated>>,
}

impl StatedRule {
    /// Its number and reason as the findings of all plans share them, made when a plan is first held against it.
    pub fn stated(&self) -> &Arc<Stated> {
        self.shared.get_or_init(|| {
            let reason = self.reason.as_ref().map(|reason| reason.texts()).unwrap_or_default();
            Arc::new(Stated { id: self.id.value.clone(), reason })
        })
    }

    /// Whether a plan may set the rule aside.
    pub fn is_waivable(&self) -> bool {
        self.waivable.as_ref().is_none_or(|waivable| waivable.value)
    }
}

/// The keys under which a stated rule gives its numbers and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKey {
    Activities,
    Roles,
    WithinRoles,
    PerUnitRoles,
    Unit,
    Mandates,
    Skills,
    Sectors,
    Levels,
    Criteria,
    Phases,
    Milestone,
    Meetings,
    Outcomes,
    Kinds,
    Fields,
    AtLeast,
    AtMost,
    Days,
}

impl ParameterKey {
    /// The key as it is written.
    pub const fn name(self) -> &'static str {
        match self {
            ParameterKey::Activities => "activities",
            ParameterKey::Roles => "roles",
            ParameterKey::WithinRoles => "within-roles",
            ParameterKey::PerUnitRoles => "per-unit-roles",
            ParameterKey::Unit => "unit",
            ParameterKey::Mandates => "mandates",
            ParameterKey::Skills => "skills",
            ParameterKey::Sectors => "sectors",
            ParameterKey::Levels => "levels",
            ParameterKey::Criteria => "criteria",
            ParameterKey::Phases => "phases",
            ParameterKey::Milestone => "milestone",
            ParameterKey::Meetings => "meetings",
            ParameterKey::Outcomes => "outcomes",
            ParameterKey::Kinds => "kinds",
            ParameterKey::Fields => "fields",
            ParameterKey::AtLeast => "at-least",
            ParameterKey::AtMost => "at-most",
            ParameterKey::Days => "days",
        }
    }
}

impl StatedRule {
    /// How many values stand under a key.
    pub fn count(&self, key: ParameterKey) -> usize {
        match key {
            ParameterKey::Activities => self.activities.len(),
            ParameterKey::Roles => self.roles.len(),
            ParameterKey::WithinRoles => self.within_roles.len(),
            ParameterKey::PerUnitRoles => self.per_unit_roles.len(),
            ParameterKey::Unit => usize::from(self.unit.is_some()),
            ParameterKey::Mandates => self.mandates.len(),
            ParameterKey::Skills => self.skills.len(),
            ParameterKey::Sectors => self.sectors.len(),
            ParameterKey::Levels => self.levels.len(),
            ParameterKey::Criteria => self.criteria.len(),
            ParameterKey::Phases => self.phases.len(),
            ParameterKey::Milestone => usize::from(self.milestone.is_some()),
            ParameterKey::Meetings => self.meetings.len(),
            ParameterKey::Outcomes => self.outcomes.len(),
            ParameterKey::Kinds => self.kinds.len(),
            ParameterKey::Fields => self.fields.len(),
            ParameterKey::AtLeast => usize::from(self.at_least.is_some()),
            ParameterKey::AtMost => usize::from(self.at_most.is_some()),
            ParameterKey::Days => usize::from(self.days.is_some()),
        }
    }

    /// Whether a generic rule is one of those that carry this one out.
    pub fn carried_out_by(&self, rule: &str) -> bool {
        self.checks.iter().any(|check| check.value == rule)
    }
}

/// Where an order between two activities holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Within {
    /// between tasks that share a cell
    Cell,
    /// between all tasks of the plan
    Plan,
}

/// A distance from the plan's first day: `10d`, `3w`, `2m`.
///
/// Its unit is also how exactly it means the date: `3w` is the week three
/// weeks on, `2m` the month two months on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset {
    pub count: i32,
    pub unit: CalendarUnit,
}

impl Offset {
    /// The offset of a text such as `3w`.
    pub fn parse(text: &str) -> Option<Offset> {
        let unit = match text.chars().next_back()? {
            'd' => CalendarUnit::Day,
            'w' => CalendarUnit::Week,
            'm' => CalendarUnit::Month,
            _ => return None,
        };
        let digits = &text[..text.len() - 1];
        let all_digits = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        all_digits.then(|| digits.parse().ok()).flatten().map(|count| Offset { count, unit })
    }

    /// The period that lies this far from `start`; a single day is moved to an open one.
    pub fn from(self, start: Date, country: Country) -> Period {
        match self.unit {
            CalendarUnit::Month => Period::of(CalendarUnit::Month, start.first_of_month().add_months(self.count)),
            CalendarUnit::Week => Period::of(CalendarUnit::Week, start.add_days(7 * i64::from(self.count))),
            _ => Period::day(country.next_working_day(start.add_days(i64::from(self.count)))),
        }
    }

    /// The day exactly this far from another.
    pub fn end_from(self, start: Date) -> Date {
        match self.unit {
            CalendarUnit::Month => start.add_months(self.count),
            CalendarUnit::Week => start.add_days(7 * i64::from(self.count)),
            _ => start.add_days(i64::from(self.count)),
        }
    }
}

impl Serialize for Offset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let letter = match self.unit {
            CalendarUnit::Month => 'm',
            CalendarUnit::Week => 'w',
            _ => 'd',
        };
        serializer.collect_str(&format_args!("{}{letter}", self.count))
    }
}

/// A row of the matrix with the group it stands in.
#[derive(Debug, Clone, Copy)]
pub struct RowRef<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub short: &'a str,
    /// The group's place in [`Framework::dimensions`], if the row is in one.
    pub group: Option<usize>,
    /// The phases that the row belongs to; none means all.
    pub phases: &'a [Spanned<String>],
}

impl RowRef<'_> {
    /// Whether the row has a cell in a phase.
    pub fn is_in(&self, phase: &str) -> bool {
        self.phases.is_empty() || self.phases.iter().any(|own| own.value == phase)
    }
}

impl Framework {
    /// The id, or nothing for a framework that has none.
    pub fn id(&self) -> &str {
        self.id.as_ref().map_or("", |id| id)
    }

    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        self.name.as_ref().map_or(self.id(), |name| name.get(lang))
    }

    /// The language plans are written in unless they say otherwise.
    pub fn language(&self) -> Lang {
        self.language.as_ref().map_or(Lang::Da, |lang| lang.value)
    }

    /// The name of a phase in a language; the id where there is none.
    pub fn phase_name<'a>(&'a self, id: &'a str, lang: Lang) -> &'a str {
        self.phases.get(id).and_then(|phase| phase.name.as_ref()).map_or(id, |name| name.get(lang))
    }

    /// The name of a role in a language; the id where there is none.
    pub fn role_name<'a>(&'a self, id: &'a str, lang: Lang) -> &'a str {
        self.roles.get(id).and_then(|role| role.name.as_ref()).map_or(id, |name| name.get(lang))
    }

    /// The title of an activity in each language; the id where there is none.
    pub fn activity_title(&self, id: &str) -> Text<String> {
        let title = self.activities.get(id).and_then(|activity| activity.title.as_ref());
        let id = || Text { da: id.to_owned(), nb: id.to_owned(), en: id.to_owned() };
        title.map_or_else(id, |title| title.texts())
    }

    /// What a kind of meeting is called in each language: its title, else who meets.
    pub fn meeting_title(&self, meeting: &FrameworkMeeting) -> Text<String> {
        let body =
            |lang| meeting.body.as_ref().map_or(meeting.id.as_str(), |body| self.role_name(body, lang)).to_owned();
        meeting.title.as_ref().map_or_else(|| Text::each(body), |title| title.texts())
    }

    /// The rows in order, groups opened.
    pub fn rows(&self, lang: Lang) -> Vec<RowRef<'_>> {
        let mut rows = Vec::new();
        for (at, (id, dimension)) in self.dimensions.iter().enumerate() {
            if dimension.rows.is_empty() {
                rows.push(row_ref(id, &dimension.name, &dimension.short, None, &dimension.phases, lang));
            }
            for (id, row) in &dimension.rows {
                rows.push(row_ref(id, &row.name, &row.short, Some(at), &row.phases, lang));
            }
        }
        rows
    }

    /// The stated rules by the generic rule that carries them out; see [`StatedRule::carried_out_by`].
    ///
    /// A few insertions, where to ask each about every rule there is would be thousands of comparisons a plan.
    pub fn carried_out(&self) -> Map<&str, Vec<&StatedRule>> {
        let mut by_rule: Map<&str, Vec<&StatedRule>> = Map::default();
        for stated in self.rules.values() {
            for check in &stated.checks {
                let known = by_rule.entry(check).or_default();
                // Whoever names a check twice means it once.
                if !known.last().is_some_and(|last| std::ptr::eq(*last, stated)) {
                    known.push(stated);
                }
            }
        }
        by_rule
    }

    /// The ids of the rows that a dimension stands for: itself, or a group's rows.
    pub fn rows_of<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a str> + Clone {
        let group = self.dimensions.get(dimension).filter(|group| !group.rows.is_empty());
        let alone = if group.is_none() { Some(dimension) } else { None };
        group.into_iter().flat_map(|group| group.rows.keys().map(String::as_str)).chain(alone)
    }

    /// Whether there is a row or a group of this id.
    pub fn has_dimension(&self, id: &str) -> bool {
        self.dimensions.contains_key(id) || self.dimensions.values().any(|group| group.rows.contains_key(id))
    }

    /// Every id that may stand as a dimension: groups and rows.
    pub fn dimension_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.dimensions
            .iter()
            .flat_map(|(id, group)| std::iter::once(id.as_str()).chain(group.rows.keys().map(String::as_str)))
    }

    /// The name of a row or group in a language; the id where there is none.
    pub fn dimension_name<'a>(&'a self, id: &'a str, lang: Lang) -> &'a str {
        let row = || self.dimensions.values().find_map(|group| group.rows.get(id)).and_then(|row| row.name.as_ref());
        let name = self.dimensions.get(id).and_then(|dimension| dimension.name.as_ref()).or_else(row);
        name.map_or(id, |name| name.get(lang))
    }

    /// What the framework says of a cell.
    pub fn cell(&self, phase: &str, row: &str) -> Option<&FrameworkCell> {
        self.cells.get(phase)?.cells.get(row)
    }

    /// The criterion of an address `phase.dimension.criterion`.
    pub fn criterion(&self, address: &str) -> Option<&Criterion> {
        let mut parts = address.splitn(3, '.');
        let (phase, row, id) = (parts.next()?, parts.next()?, parts.next()?);
        let criteria = &self.cell(phase, row)?.criteria;
        criteria.get(id).or_else(|| criteria.values().find_map(|criterion| criterion.criteria.get(id)))
    }

    /// A place in the framework's files.
    pub fn at(&self, span: Span) -> crate::source::Location {
        self.files.locate(span)
    }
}

fn row_ref<'a>(
    id: &'a str,
    name: &'a Option<Spanned<Localized>>,
    short: &'a Option<Spanned<Localized>>,
    group: Option<usize>,
    phases: &'a [Spanned<String>],
    lang: Lang,
) -> RowRef<'a> {
    let name = name.as_ref().map_or(id, |name| name.get(lang));
    RowRef { id, name, short: short.as_ref().map_or(name, |short| short.get(lang)), group, phases }
}
