//! The keys of the plan file.

use std::collections::HashSet;
use std::sync::Arc;

use super::node::{Node, Value};
use super::record::{Cx, Entity, Field, FromNode, record};
use super::shape::{Shape, Shaped, described};
use super::toml;
use super::values::Keyword;
use crate::calendar::Date;
use crate::finding::{Finding, reading};
use crate::locale::{msg, words};
use crate::model::{
    AgendaItem, Ask, Assessment, Benefit, BenefitOutcome, CellNote, CellRow, Complexity, CriteriaCell, CriteriaRow,
    CriterionState, Decision, Degree, ElementGrade, Evidence, Grade, HandLight, Holders, Id, Indicator, IndicatorKind,
    Initiative, Keyed, Measure, Meeting, Milestone, Names, Person, PhaseDates, Plan, Reading, Risk, Stakeholder,
    Status, Task, Theme, Tolerances, Unit, UnitHolders, Waiver, WorkingDays,
};
use crate::source::{Files, Source, Span, Spanned};

/// The most working days that one task may take: ten years.
const MOST_DAYS: u32 = 2600;

/// Reads a plan as far as it goes, with every mistake of its form.
pub fn plan(source: &Arc<Source>) -> (Plan, Vec<Finding>) {
    let mut files = Files::default();
    files.add(Arc::clone(source));
    let memory = toml::Arena::new();
    let mut parsed = toml::parse(source, &memory);
    let mut damaged = std::mem::take(&mut parsed.damaged);
    let mut cx = Cx::new(&files);
    cx.findings = std::mem::take(&mut parsed.findings);
    let root = parsed.root();
    cx.start = match root.get("start").map(|node| node.value) {
        Some(Value::Date(start)) => Some(start),
        _ => None,
    };
    let plan = read(&mut cx, &root).unwrap_or_default();
    let text = source.text();
    let is_cut_short = cx.is_cut_short();
    let mut findings = cx.findings;
    if !damaged.is_empty() {
        withhold_missing(text, &mut findings, &damaged);
    }
    if is_cut_short {
        damaged.push(Span { start: 0, end: text.len() as u32, file: 0 });
    }
    damaged.extend(unread_tables(text, &root, &findings));
    (Plan { files, damaged, ..plan }, findings)
}

/// Takes back that a key is missing where something is lost before the next
/// header: the key may be part of it.
fn withhold_missing(text: &str, findings: &mut Vec<Finding>, damaged: &[Span]) {
    let headers: Vec<u32> = text.match_indices("\n[").map(|(at, _)| at as u32).collect();
    findings.retain(|finding| {
        let from = finding.primary.at.span.start;
        let next = headers.get(headers.partition_point(|&header| header < from)).copied();
        let until = next.unwrap_or(text.len() as u32);
        finding.rule != reading::MISSING_KEY || !damaged.iter().any(|lost| lost.start <= until && from <= lost.end)
    });
}

/// The tables of a name that is not known, such as `[opgaver.a]`: what is in them is not read.
fn unread_tables(text: &str, root: &Node, findings: &[Finding]) -> Vec<Span> {
    let unknown: HashSet<Span> = findings
        .iter()
        .filter(|finding| finding.rule == reading::UNKNOWN_KEY)
        .map(|finding| finding.primary.at.span)
        .collect();
    let Value::Table(entries) = root.value else { return Vec::new() };
    let tables = entries.iter().filter(|entry| unknown.contains(&entry.key_span())).filter_map(|entry| {
        match entry.node().value {
            Value::Table(inner) => Some((entry.key_span(), inner)),
            _ => None,
        }
    });
    let mut lost: Vec<Span> = Vec::new();
    for key in tables.flat_map(|(own, inner)| std::iter::once(own).chain(inner.iter().map(|entry| entry.key_span()))) {
        // A line may hold thousands of keys.
        if lost.last().is_none_or(|last| !last.contains(key)) {
            lost.push(toml::lost(text, key));
        }
    }
    lost
}

/// What a plan file may hold.
pub fn plan_shape() -> Shape {
    Plan::shape()
}

fn read(cx: &mut Cx, node: &Node) -> Option<Plan> {
    Plan::read(cx, node)
}

described!(record Plan {
    template: "template" required => Template, title: "title" required, language: "language", country: "country",
    start: "start", case: "case", people: "people", roles: "roles", units: "units", phases: "phases",
    tasks: "tasks", milestones: "milestones", cells: "cells", criteria: "criteria", decisions: "decisions",
    benefits: "benefits", indicators: "indicators", risks: "risks", stakeholders: "stakeholders",
    initiatives: "initiatives", assessments: "assessments", themes: "themes",
    outcome: "outcome" => Outcome, meetings: "meetings", waivers: "waivers", tolerances: "tolerances", light: "light"
} and { files, shared, damaged });

described!(entity PhaseDates under Phase { start: "start", due: "due", ongoing: "ongoing" } and { unread });

described!(entity Task under Task {
    title: "title" required, phases: "phase" => Phase, dimensions: "dimension" => Dimension, role: "role" => Role,
    owner: "owner", with: "with" => PersonOrRole, unit: "unit", initiative: "initiative",
    activity: "activity" => Activity, after: "after", start: "start", takes: "takes",
    due: "due", ongoing: "ongoing",
    check: "check", status: "status", done: "done", points: "points", note: "note"
} and { unread });

described!(entity Milestone under Milestone {
    title: "title" required, date: "date" required, phase: "phase" => Phase, after: "after", decision: "decision",
    done: "done"
} and { unread });

described!(entity CellNote under Dimension { empty: "empty" required });

described!(entity Decision {
    text: "text" required, meeting: "meeting", recommendation: "recommendation", options: "options",
    deadline: "deadline", outcome: "outcome", decided: "decided", criterion: "criterion" => Criterion
} and { unread });

described!(entity Meeting under Meeting {
    title: "title", body: "body" => Body, date: "date" required, purpose: "purpose", deliverable: "deliverable",
    points: "points" => MeetingPoint, agenda: "agenda"
} and { unread });

described!(entity Benefit {
    title: "title" required, owner: "owner" => PersonOrRole, question: "question", levels: "level" => Level,
    baseline: "baseline", target: "target", readings: "readings", outcome: "outcome", note: "note"
} and { unread });

described!(entity Indicator {
    title: "title" required, kind: "kind", source: "source", recipient: "recipient", initiative: "initiative",
    readings: "readings"
} and { unread });

described!(entity Risk {
    title: "title" required, likelihood: "likelihood", impact: "impact", owner: "owner", response: "response",
    reviewed: "reviewed"
} and { unread });

described!(entity Stakeholder under Stakeholder {
    name: "name" required, side: "side", interest: "interest", influence: "influence",
    commitment: "commitment" => Commitment, response: "response", task: "task"
} and { unread });

described!(entity Initiative {
    title: "title" required, topic: "topic", departments: "departments", degree: "degree" => Degree,
    complexity: "complexity" => Complexity, evidence: "evidence" => Evidence, funding: "funding",
    chosen: "chosen", owner: "owner", start: "start", note: "note"
} and { unread });

described!(entity Theme {
    title: "title" required, friction: "friction", solutions: "solutions", members: "members" => PersonOrRole,
    agreement: "agreement"
} and { unread });

impl Entity for Assessment {
    const FREE_ID: bool = true;

    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Assessment> {
        let on = date_key(cx, &id);
        Some(Assessment { id, on, elements: Field::read(cx, node)? })
    }
}

impl Shaped for Assessment {
    const ID: Names = Names::Day;

    fn shape() -> Shape {
        Keyed::<ElementGrade>::shape()
    }
}

#[derive(Default)]
struct GradeTable {
    grade: Option<Spanned<Grade>>,
    note: Option<Spanned<String>>,
    task: Option<Spanned<String>>,
}

described!(record GradeTable { grade: "grade" required, note: "note", task: "task" });

impl Entity for ElementGrade {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<ElementGrade> {
        if matches!(node.value, Value::Text(_)) {
            let grade = Field::read(cx, node).unwrap_or_default();
            return Some(ElementGrade { id, grade, ..ElementGrade::default() });
        }
        let GradeTable { grade, note, task } = GradeTable::read(cx, node).unwrap_or_default();
        Some(ElementGrade { id, grade, note, task })
    }
}

impl Shaped for ElementGrade {
    const ID: Names = Names::Element;

    fn shape() -> Shape {
        Shape::Either(vec![Grade::shape(), GradeTable::shape()])
    }
}

/// The day that a key names.
fn date_key(cx: &mut Cx, id: &Id) -> Option<Date> {
    let day = Node { span: id.span, value: Value::Text(&id.value) };
    Date::from_node(cx, &day)
}

impl Keyword for Grade {
    const WORDS: &'static [(&'static str, Grade)] =
        &[("strong", Grade::Strong), ("partial", Grade::Partial), ("weak", Grade::Weak)];

    const HINTS: &'static [(&'static str, &'static str)] = &[
        ("stærk", "strong"),
        ("styrke", "strong"),
        ("sterk", "strong"),
        ("delvis", "partial"),
        ("delvist", "partial"),
        ("svag", "weak"),
        ("svak", "weak"),
    ];
}

impl Keyword for Degree {
    const WORDS: &'static [(&'static str, Degree)] =
        &[("red", Degree::Red), ("yellow", Degree::Yellow), ("green", Degree::Green)];

    const HINTS: &'static [(&'static str, &'static str)] = &[
        ("rød", "red"),
        ("roed", "red"),
        ("gul", "yellow"),
        ("grøn", "green"),
        ("groen", "green"),
        ("grønn", "green"),
    ];
}

impl Keyword for Complexity {
    const WORDS: &'static [(&'static str, Complexity)] = &[("low", Complexity::Low), ("high", Complexity::High)];

    const HINTS: &'static [(&'static str, &'static str)] =
        &[("lav", "low"), ("høj", "high"), ("hoej", "high"), ("høy", "high")];
}

impl Keyword for Evidence {
    const WORDS: &'static [(&'static str, Evidence)] =
        &[("basic", Evidence::Basic), ("developing", Evidence::Developing)];

    const HINTS: &'static [(&'static str, &'static str)] =
        &[("grund", "basic"), ("grunn", "basic"), ("udvikling", "developing"), ("utvikling", "developing")];
}

impl FromNode for Measure {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Measure> {
        match node.value {
            Value::Text(words) => Some(Measure::Words(words.to_string())),
            Value::Integer(number) => Some(Measure::Number(number.to_string())),
            Value::Float => Some(Measure::Number(cx.written(node))),
            _ => cx.wrong_type(
                node,
                words!("et tal eller en tekst", "et tall eller en tekst", "a number or a text"),
                "12",
            ),
        }
    }
}

impl Shaped for Measure {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Number, Shape::Words])
    }
}

impl Entity for Reading {
    const FREE_ID: bool = true;

    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Reading> {
        let on = date_key(cx, &id);
        Some(Reading { id, on, value: Measure::from_node(cx, node)? })
    }
}

impl Shaped for Reading {
    const ID: Names = Names::Day;

    fn shape() -> Shape {
        Measure::shape()
    }
}

impl Keyword for BenefitOutcome {
    const WORDS: &'static [(&'static str, BenefitOutcome)] = &[
        ("realised", BenefitOutcome::Realised),
        ("partly", BenefitOutcome::Partly),
        ("action", BenefitOutcome::Action),
        ("new-wave", BenefitOutcome::NewWave),
        ("dropped", BenefitOutcome::Dropped),
    ];

    const HINTS: &'static [(&'static str, &'static str)] = &[
        ("realiseret", "realised"),
        ("realisert", "realised"),
        ("realized", "realised"),
        ("delvist", "partly"),
        ("delvis", "partly"),
        ("ny bølge", "new-wave"),
        ("ny-boelge", "new-wave"),
        ("opgivet", "dropped"),
        ("droppet", "dropped"),
    ];
}

impl Keyword for IndicatorKind {
    const WORDS: &'static [(&'static str, IndicatorKind)] = &[
        (IndicatorKind::Quality.keyword(), IndicatorKind::Quality),
        (IndicatorKind::Result.keyword(), IndicatorKind::Result),
        (IndicatorKind::Value.keyword(), IndicatorKind::Value),
    ];

    const HINTS: &'static [(&'static str, &'static str)] =
        &[("kvalitet", "quality"), ("resultat", "result"), ("nytte", "value"), ("værdi", "value"), ("verdi", "value")];
}

described!(record HandLight { colour: "colour" required, reason: "reason" required });

described!(record Tolerances { yellow: "yellow", red: "red" });

described!(record Waiver {
    rule: "rule" required => Rule, at: "at", reason: "reason" required, until: "until"
} and { span, unread });

impl Field for Vec<Waiver> {
    fn absent() -> Self {
        Vec::new()
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<Self> {
        let Value::List(items) = node.value else {
            return cx.wrong_type(node, words!("en liste", "en liste", "a list"), "[[waivers]]");
        };
        let one = |item: Node| Some(Waiver { span: item.span, ..Waiver::read(cx, &item)? });
        Some(items.iter().filter_map(one).collect())
    }
}

impl Shaped for Vec<Waiver> {
    fn shape() -> Shape {
        Shape::List(Box::new(Waiver::shape()))
    }
}

described!(named Person {
    name: "name" required, email: "email", organisation: "organisation", sector: "sector" => Sector,
    mandates: "mandates" => Mandate, skills: "skills" => Skill
} and { unread });

described!(named Unit { name: "name" required, kind: "kind" => UnitKind });

impl Entity for Holders {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Holders> {
        if !matches!(node.value, Value::Table(_)) {
            return Some(Holders { id, people: Field::read(cx, node)?, units: Keyed::default() });
        }
        let units: Keyed<UnitHolders> = Field::read(cx, node)?;
        let people = units.values().flat_map(|unit| unit.people.iter().cloned()).collect();
        Some(Holders { id, people, units })
    }
}

impl Shaped for Holders {
    const ID: Names = Names::Role;

    fn shape() -> Shape {
        let people = Vec::<Spanned<String>>::shape();
        Shape::Either(vec![people, Keyed::<UnitHolders>::shape()])
    }
}

impl Entity for UnitHolders {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<UnitHolders> {
        Some(UnitHolders { id, people: Field::read(cx, node)? })
    }
}

impl Shaped for UnitHolders {
    fn shape() -> Shape {
        Vec::<Spanned<String>>::shape()
    }
}

impl Entity for CellRow {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<CellRow> {
        Some(CellRow { id, cells: Field::read(cx, node)? })
    }
}

impl Shaped for CellRow {
    const ID: Names = Names::Phase;

    fn shape() -> Shape {
        Keyed::<CellNote>::shape()
    }
}

impl Entity for CriteriaRow {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<CriteriaRow> {
        Some(CriteriaRow { id, dimensions: Field::read(cx, node)? })
    }
}

impl Shaped for CriteriaRow {
    const ID: Names = Names::Phase;

    fn shape() -> Shape {
        Keyed::<CriteriaCell>::shape()
    }
}

impl Entity for CriteriaCell {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<CriteriaCell> {
        Some(CriteriaCell { id, criteria: Field::read(cx, node)? })
    }
}

impl Shaped for CriteriaCell {
    const ID: Names = Names::Dimension;

    fn shape() -> Shape {
        Keyed::<CriterionState>::shape()
    }
}

#[derive(Default)]
struct CriterionTable {
    met: Option<Spanned<Met>>,
    task: Option<Spanned<String>>,
    note: Option<Spanned<String>>,
    waived: Option<Spanned<String>>,
}

described!(record CriterionTable { met: "met", task: "task", note: "note", waived: "waived" });

impl FromNode for WorkingDays {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<WorkingDays> {
        let days = i64::from_node(cx, node)?;
        if let Some(days) = u32::try_from(days).ok().filter(|days| (1..=MOST_DAYS).contains(days)) {
            return Some(WorkingDays(days));
        }
        let key = &cx.key;
        let message = msg!(
            "`{key}` skal være fra 1 til {MOST_DAYS} arbejdsdage, ikke {days}",
            "`{key}` må være fra 1 til {MOST_DAYS} arbeidsdager, ikke {days}",
            "`{key}` must be from 1 to {MOST_DAYS} working days, not {days}",
        );
        let help = msg!(
            "skriv, hvor mange arbejdsdage opgaven tager: {key} = 10",
            "skriv hvor mange arbeidsdager oppgaven tar: {key} = 10",
            "write how many working days the task takes: {key} = 10",
        );
        cx.report(reading::INVALID_VALUE, node.span, message, Some(help));
        None
    }
}

impl Shaped for WorkingDays {
    fn shape() -> Shape {
        i64::shape()
    }
}

/// Whether a criterion is met, and the day if that is known.
#[derive(Debug, Clone, Copy)]
enum Met {
    No,
    Yes,
    On(Date),
}

impl FromNode for Met {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Met> {
        match node.value {
            Value::Boolean(true) => Some(Met::Yes),
            Value::Boolean(false) => Some(Met::No),
            _ => Date::from_node(cx, node).map(Met::On),
        }
    }
}

impl Shaped for Met {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Truth, Shape::Day])
    }
}

impl Entity for CriterionState {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<CriterionState> {
        let is_table = matches!(node.value, Value::Table(_));
        let table = match is_table {
            true => CriterionTable::read(cx, node)?,
            false => CriterionTable { met: Field::read(cx, node).unwrap_or_default(), ..CriterionTable::default() },
        };
        let said = |key| !is_table || node.get(key).is_some();
        let unread = table.met.is_none() && table.waived.is_none() && (said("met") || said("waived"));
        let on = table.met.as_ref().and_then(|met| match met.value {
            Met::On(day) => Some(Spanned::new(day, met.span)),
            _ => None,
        });
        let met = table.met.is_some_and(|met| !matches!(met.value, Met::No));
        Some(CriterionState { id, met, on, task: table.task, note: table.note, waived: table.waived, unread })
    }
}

impl Shaped for CriterionState {
    const ID: Names = Names::CriterionHere;

    fn shape() -> Shape {
        Shape::Either(vec![Met::shape(), CriterionTable::shape()])
    }
}

impl Entity for AgendaItem {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<AgendaItem> {
        let ask = Ask::from_node(cx, node)?;
        Some(AgendaItem { id, ask: Spanned::new(ask, node.span) })
    }
}

impl Shaped for AgendaItem {
    fn shape() -> Shape {
        Ask::shape()
    }
}

impl Keyword for Ask {
    const WORDS: &'static [(&'static str, Ask)] =
        &[("decide", Ask::Decide), ("discuss", Ask::Discuss), ("inform", Ask::Inform)];

    const HINTS: &'static [(&'static str, &'static str)] = &[
        ("beslut", "decide"),
        ("beslutning", "decide"),
        ("til beslutning", "decide"),
        ("beslutte", "decide"),
        ("vedtak", "decide"),
        ("drøfte", "discuss"),
        ("drøfting", "discuss"),
        ("til drøfting", "discuss"),
        ("orientere", "inform"),
        ("information", "inform"),
        ("drøft", "discuss"),
        ("drøftelse", "discuss"),
        ("til drøftelse", "discuss"),
        ("orientering", "inform"),
        ("til orientering", "inform"),
    ];
}

impl Keyword for Status {
    const WORDS: &'static [(&'static str, Status)] = &[
        ("todo", Status::Todo),
        ("doing", Status::Doing),
        ("blocked", Status::Blocked),
        ("done", Status::Done),
        ("dropped", Status::Dropped),
    ];

    const HINTS: &'static [(&'static str, &'static str)] = &[
        ("ikke begyndt", "todo"),
        ("ikke startet", "todo"),
        ("not started", "todo"),
        ("i gang", "doing"),
        ("igang", "doing"),
        ("pågår", "doing"),
        ("in progress", "doing"),
        ("started", "doing"),
        ("blokeret", "blocked"),
        ("blokkert", "blocked"),
        ("udført", "done"),
        ("utført", "done"),
        ("færdig", "done"),
        ("ferdig", "done"),
        ("finished", "done"),
        ("completed", "done"),
        ("complete", "done"),
        ("ikke påbegyndt", "todo"),
        ("ikke påbegynt", "todo"),
        ("ny", "todo"),
        ("påbegyndt", "doing"),
        ("påbegynt", "doing"),
        ("startet", "doing"),
        ("løbende", "doing"),
        ("løpende", "doing"),
        ("venter", "blocked"),
        ("afventer", "blocked"),
        ("avventer", "blocked"),
        ("færdigt", "done"),
        ("afsluttet", "done"),
        ("avsluttet", "done"),
        ("gennemført", "done"),
        ("gjennomført", "done"),
        ("fullført", "done"),
        ("klar", "done"),
        ("ok", "done"),
        ("ja", "done"),
        ("aflyst", "dropped"),
        ("avlyst", "dropped"),
        ("annulleret", "dropped"),
        ("udgået", "dropped"),
        ("utgått", "dropped"),
        ("cancelled", "dropped"),
        ("canceled", "dropped"),
    ];
}

/// A plan of nothing at all: said once, instead of each key that is missing.
pub fn empty_file(source: &Arc<Source>) -> Option<Finding> {
    let blank = source.text().lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    blank.then(|| {
        let message = msg!("filen er tom", "filen er tom", "the file is empty");
        let at = crate::source::Location::whole(source);
        let mut finding = Finding::new(reading::UNREADABLE, crate::finding::Severity::Error, at, message);
        let name = match source.name() {
            "-" => "plan.toml".to_owned(),
            name if name.contains(' ') => format!("\"{name}\""),
            name => name.to_owned(),
        };
        finding.help(msg!(
            "lav en plan med `plan init --template samboe --force {name}`",
            "lag en plan med `plan init --template samboe --force {name}`",
            "make a plan with `plan init --template samboe --force {name}`",
        ));
        finding
    })
}
