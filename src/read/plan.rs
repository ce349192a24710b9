//! The keys of the plan file.

use std::collections::HashSet;
use std::sync::Arc;

use toml_spanner::Arena;

use super::node::{Node, Value};
use super::record::{Cx, Entity, Field, FromNode, record};
use super::toml;
use super::values::keyword;
use crate::calendar::Date;
use crate::finding::{Finding, reading};
use crate::locale::{msg, words};
use crate::model::{
    AgendaItem, Ask, Assessment, Benefit, BenefitOutcome, CellNote, CellRow, Complexity, CriteriaCell, CriteriaRow,
    CriterionState, Decision, Degree, ElementGrade, Evidence, Grade, HandLight, Holders, Id, Indicator, IndicatorKind,
    Initiative, Keyed, Measure, Meeting, Milestone, Person, PhaseDates, Plan, Reading, Risk, Stakeholder, Status, Task,
    Theme, Tolerances, Unit, UnitHolders, Waiver,
};
use crate::source::{Files, Source, Span, Spanned};

/// Reads a plan as far as it goes, with every mistake of its form.
pub fn plan(source: &Arc<Source>) -> (Plan, Vec<Finding>) {
    let mut files = Files::default();
    files.add(Arc::clone(source));
    let arena = Arena::new();
    let parsed = toml::parse(source, &arena);
    let mut cx = Cx::new(&files);
    cx.start = match parsed.root.get("start").map(|node| &node.value) {
        Some(Value::Date(start)) => Some(*start),
        _ => None,
    };
    cx.findings = parsed.findings;
    let plan = read(&mut cx, &parsed.root).unwrap_or_default();
    let text = source.text();
    let mut damaged = parsed.damaged;
    let is_cut_short = cx.is_cut_short();
    let mut findings = cx.findings;
    if !damaged.is_empty() {
        withhold_missing(text, &mut findings, &damaged);
    }
    if is_cut_short {
        damaged.push(Span { start: 0, end: text.len() as u32, file: 0 });
    }
    damaged.extend(unread_tables(text, &parsed.root, &findings));
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
    let Value::Table(entries) = &root.value else { return Vec::new() };
    let tables =
        entries.iter().filter(|entry| unknown.contains(&entry.key_span)).filter_map(|entry| match &entry.node.value {
            Value::Table(inner) => Some((entry.key_span, inner)),
            _ => None,
        });
    let mut lost: Vec<Span> = Vec::new();
    for key in tables.flat_map(|(own, inner)| std::iter::once(own).chain(inner.iter().map(|entry| entry.key_span))) {
        // A line may hold thousands of keys.
        if lost.last().is_none_or(|last| !last.contains(key)) {
            lost.push(toml::lost(text, key));
        }
    }
    lost
}

fn read(cx: &mut Cx, node: &Node) -> Option<Plan> {
    Plan::read(cx, node)
}

record!(record Plan {
    template: "template" required, title: "title" required, language: "language", country: "country",
    start: "start", case: "case", people: "people", roles: "roles", units: "units", phases: "phases",
    tasks: "tasks", milestones: "milestones", cells: "cells", criteria: "criteria", decisions: "decisions",
    benefits: "benefits", indicators: "indicators", risks: "risks", stakeholders: "stakeholders",
    initiatives: "initiatives", assessments: "assessments", themes: "themes",
    outcome: "outcome", meetings: "meetings", waivers: "waivers", tolerances: "tolerances", light: "light"
} and { files, damaged });

record!(entity PhaseDates { start: "start", due: "due", ongoing: "ongoing" } and { unread });

record!(entity Task {
    title: "title" required, phases: "phase", dimensions: "dimension", role: "role", owner: "owner", with: "with",
    unit: "unit", initiative: "initiative", activity: "activity", after: "after", start: "start", due: "due", ongoing: "ongoing",
    check: "check", status: "status", done: "done", points: "points", note: "note"
} and { unread });

record!(entity Milestone {
    title: "title" required, date: "date" required, phase: "phase", decision: "decision", done: "done"
} and { unread });

record!(entity CellNote { empty: "empty" required });

record!(entity Decision {
    text: "text" required, meeting: "meeting", recommendation: "recommendation", options: "options",
    deadline: "deadline", outcome: "outcome", decided: "decided", criterion: "criterion"
} and { unread });

record!(entity Meeting {
    title: "title", body: "body", date: "date" required, purpose: "purpose", deliverable: "deliverable",
    points: "points", agenda: "agenda"
} and { unread });

record!(entity Benefit {
    title: "title" required, owner: "owner", question: "question", levels: "level", baseline: "baseline",
    target: "target", readings: "readings", outcome: "outcome", note: "note"
} and { unread });

record!(entity Indicator {
    title: "title" required, kind: "kind", source: "source", recipient: "recipient", initiative: "initiative",
    readings: "readings"
} and { unread });

record!(entity Risk {
    title: "title" required, likelihood: "likelihood", impact: "impact", owner: "owner", response: "response",
    reviewed: "reviewed"
} and { unread });

record!(entity Stakeholder {
    name: "name" required, side: "side", interest: "interest", influence: "influence", commitment: "commitment",
    response: "response", task: "task"
} and { unread });

record!(entity Initiative {
    title: "title" required, topic: "topic", departments: "departments", degree: "degree", complexity: "complexity",
    evidence: "evidence", funding: "funding", chosen: "chosen", owner: "owner", start: "start", note: "note"
} and { unread });

record!(entity Theme {
    title: "title" required, friction: "friction", solutions: "solutions", members: "members", agreement: "agreement"
} and { unread });

impl Entity for Assessment {
    const FREE_ID: bool = true;

    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Assessment> {
        let on = date_key(cx, &id);
        Some(Assessment { id, on, elements: Field::read(cx, node)? })
    }
}

#[derive(Default)]
struct GradeTable {
    grade: Option<Spanned<Grade>>,
    note: Option<Spanned<String>>,
    task: Option<Spanned<String>>,
}

record!(record GradeTable { grade: "grade" required, note: "note", task: "task" });

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

/// The day that a key names.
fn date_key(cx: &mut Cx, id: &Id) -> Option<Date> {
    let day = Node { span: id.span, value: Value::Text(id.value.as_str().into()) };
    Date::from_node(cx, &day)
}

impl FromNode for Grade {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Grade> {
        let known = [("strong", Grade::Strong), ("partial", Grade::Partial), ("weak", Grade::Weak)];
        let hints = [
            ("stærk", "strong"),
            ("styrke", "strong"),
            ("sterk", "strong"),
            ("delvis", "partial"),
            ("delvist", "partial"),
            ("svag", "weak"),
            ("svak", "weak"),
        ];
        keyword(cx, node, &known, &hints)
    }
}

impl FromNode for Degree {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Degree> {
        let known = [("red", Degree::Red), ("yellow", Degree::Yellow), ("green", Degree::Green)];
        let hints = [
            ("rød", "red"),
            ("roed", "red"),
            ("gul", "yellow"),
            ("grøn", "green"),
            ("groen", "green"),
            ("grønn", "green"),
        ];
        keyword(cx, node, &known, &hints)
    }
}

impl FromNode for Complexity {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Complexity> {
        let hints = [("lav", "low"), ("høj", "high"), ("hoej", "high"), ("høy", "high")];
        keyword(cx, node, &[("low", Complexity::Low), ("high", Complexity::High)], &hints)
    }
}

impl FromNode for Evidence {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Evidence> {
        let hints = [("grund", "basic"), ("grunn", "basic"), ("udvikling", "developing"), ("utvikling", "developing")];
        keyword(cx, node, &[("basic", Evidence::Basic), ("developing", Evidence::Developing)], &hints)
    }
}

impl FromNode for Measure {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Measure> {
        match &node.value {
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

impl Entity for Reading {
    const FREE_ID: bool = true;

    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Reading> {
        let on = date_key(cx, &id);
        Some(Reading { id, on, value: Measure::from_node(cx, node)? })
    }
}

impl FromNode for BenefitOutcome {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<BenefitOutcome> {
        let known = [
            ("realised", BenefitOutcome::Realised),
            ("partly", BenefitOutcome::Partly),
            ("action", BenefitOutcome::Action),
            ("new-wave", BenefitOutcome::NewWave),
            ("dropped", BenefitOutcome::Dropped),
        ];
        let hints = [
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
        keyword(cx, node, &known, &hints)
    }
}

impl FromNode for IndicatorKind {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<IndicatorKind> {
        let known = IndicatorKind::ALL.map(|kind| (kind.keyword(), kind));
        let hints = [
            ("kvalitet", "quality"),
            ("resultat", "result"),
            ("nytte", "value"),
            ("værdi", "value"),
            ("verdi", "value"),
        ];
        keyword(cx, node, &known, &hints)
    }
}

record!(record HandLight { colour: "colour" required, reason: "reason" required });

record!(record Tolerances { yellow: "yellow", red: "red" });

record!(record Waiver {
    rule: "rule" required, at: "at", reason: "reason" required, until: "until"
} and { span, unread });

impl Field for Vec<Waiver> {
    fn absent() -> Self {
        Vec::new()
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<Self> {
        let Value::List(items) = &node.value else {
            return cx.wrong_type(node, words!("en liste", "en liste", "a list"), "[[waivers]]");
        };
        let one = |item: &Node| Some(Waiver { span: item.span, ..Waiver::read(cx, item)? });
        Some(items.iter().filter_map(one).collect())
    }
}

/// Just a name, where that is all there is to say.
fn name_alone(cx: &mut Cx, node: &Node) -> Option<Option<Spanned<String>>> {
    (!matches!(node.value, Value::Table(_))).then(|| Field::read(cx, node).unwrap_or_default())
}

impl Entity for Person {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Person> {
        if let Some(name) = name_alone(cx, node) {
            return Some(Person { id, name, ..Person::default() });
        }
        let (at, within) = (id.span, id.value.clone());
        record!(@read Person, cx, node, at, &within, { id }, {
            name: "name" required, email: "email", organisation: "organisation", sector: "sector",
            mandates: "mandates", skills: "skills"
        }, { unread })
    }
}

#[derive(Default)]
struct UnitTable {
    name: Option<Spanned<String>>,
    kind: Option<Spanned<String>>,
}

record!(record UnitTable { name: "name" required, kind: "kind" });

impl Entity for Unit {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Unit> {
        if let Some(name) = name_alone(cx, node) {
            return Some(Unit { id, name, kind: None });
        }
        let UnitTable { name, kind } = UnitTable::read(cx, node)?;
        Some(Unit { id, name, kind })
    }
}

impl Entity for Holders {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Holders> {
        if !matches!(node.value, Value::Table(_)) {
            return Some(Holders { id, people: Field::read(cx, node)?, units: Keyed::new() });
        }
        let units: Keyed<UnitHolders> = Field::read(cx, node)?;
        let people = units.values().flat_map(|unit| unit.people.iter().cloned()).collect();
        Some(Holders { id, people, units })
    }
}

impl Entity for UnitHolders {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<UnitHolders> {
        Some(UnitHolders { id, people: Field::read(cx, node)? })
    }
}

impl Entity for CellRow {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<CellRow> {
        Some(CellRow { id, cells: Field::read(cx, node)? })
    }
}

impl Entity for CriteriaRow {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<CriteriaRow> {
        Some(CriteriaRow { id, dimensions: Field::read(cx, node)? })
    }
}

impl Entity for CriteriaCell {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<CriteriaCell> {
        Some(CriteriaCell { id, criteria: Field::read(cx, node)? })
    }
}

#[derive(Default)]
struct CriterionTable {
    met: Option<Spanned<Met>>,
    task: Option<Spanned<String>>,
    note: Option<Spanned<String>>,
    waived: Option<Spanned<String>>,
}

record!(record CriterionTable { met: "met", task: "task", note: "note", waived: "waived" });

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

impl Entity for AgendaItem {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<AgendaItem> {
        let ask = Ask::from_node(cx, node)?;
        Some(AgendaItem { id, ask: Spanned::new(ask, node.span) })
    }
}

impl FromNode for Ask {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Ask> {
        let known = [("decide", Ask::Decide), ("discuss", Ask::Discuss), ("inform", Ask::Inform)];
        let hints = [
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
        keyword(cx, node, &known, &hints)
    }
}

impl FromNode for Status {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Status> {
        let known = [
            ("todo", Status::Todo),
            ("doing", Status::Doing),
            ("blocked", Status::Blocked),
            ("done", Status::Done),
            ("dropped", Status::Dropped),
        ];
        let hints = [
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
        keyword(cx, node, &known, &hints)
    }
}

/// A plan of nothing at all: said once, instead of each key that is missing.
pub fn empty_file(source: &Arc<Source>) -> Option<Finding> {
    let blank = source.text().lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    blank.then(|| {
        let message = msg!("filen er tom", "filen er tom", "the file is empty");
        let at = crate::source::Location::whole(source);
        let mut finding = Finding::new(reading::UNREADABLE, crate::finding::Severity::Error, at, message);
        finding.help(msg!(
            "lav en plan med `plan init --template samboe FIL`",
            "lag en plan med `plan init --template samboe FIL`",
            "make a plan with `plan init --template samboe FILE`",
        ));
        finding
    })
}
