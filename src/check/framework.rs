//! What a framework gets wrong about itself.

use std::collections::HashMap;

use super::{Parameter, Run, rules};
use crate::finding::{Finding, Severity, reading};
use crate::locale::{Message, Words, msg, say, words};
use crate::model::{Framework, IndicatorKind, Initiative, StatedRule, suggest};
use crate::source::{Span, Spanned};

const PHASE: Words = words!("en fase", "en fase", "a phase");
const DIMENSION: Words = words!("en dimension", "en dimensjon", "a dimension");
const ROW: Words = words!("en række", "en rad", "a row");
const ROLE: Words = words!("en rolle", "en rolle", "a role");
const UNIT: Words = words!("en slags enhed", "en type enhet", "a kind of unit");
const ACTIVITY: Words = words!("en aktivitet", "en aktivitet", "an activity");
const MILESTONE: Words = words!("en milepæl", "en milepæl", "a milestone");
const MEETING: Words = words!("en slags møde", "en type møte", "a kind of meeting");
const MANDATE: Words = words!("et mandat", "et mandat", "a mandate");
const SKILL: Words = words!("en kompetence", "en kompetanse", "a skill");
const SECTOR: Words = words!("en sektor", "en sektor", "a sector");
const LEVEL: Words = words!("et niveau", "et nivå", "a level");
const CRITERION: Words = words!("et succeskriterium", "et suksesskriterium", "a success criterion");
const FIELD: Words =
    words!("en oplysning om en indsats", "en opplysning om et tiltak", "something said of an initiative");
const KIND: Words = words!("en slags indikator", "en type indikator", "a kind of indicator");
const RULE: Words = words!("en regel", "en regel", "a rule");

/// Holds a framework against itself: every id it names must be one it has.
pub fn framework(framework: &Framework) -> Vec<Finding> {
    let mut look = Look { framework, findings: Vec::new() };
    if framework.phases.is_empty() && framework.activities.is_empty() {
        look.add(
            Severity::Error,
            framework.id.as_ref().map_or(Span::default(), |id| id.span),
            msg!(
                "skabelonen har hverken faser eller aktiviteter",
                "malen har verken faser eller aktiviteter",
                "the framework has neither phases nor activities",
            ),
        )
        .help(say!(
            "skriv mindst én fase: phases: {{ start: {{ name: \"Start\" }} }}",
            "skriv minst én fase: phases: {{ start: {{ name: \"Start\" }} }}",
            "write at least one phase: phases: {{ start: {{ name: \"Start\" }} }}",
        ));
    }
    look.same_row_twice();
    look.activities();
    look.cells();
    look.others();
    for rule in framework.rules.values() {
        look.stated(rule);
    }
    look.stated_twice();
    look.findings
}

struct Look<'a> {
    framework: &'a Framework,
    findings: Vec<Finding>,
}

impl<'a> Look<'a> {
    fn add(&mut self, severity: Severity, span: Span, message: Message) -> &mut Finding {
        let at = self.findings.len();
        self.findings.push(Finding::new(reading::FRAMEWORK, severity, self.framework.at(span), message));
        &mut self.findings[at]
    }

    /// Reports the ids that are none of those known.
    fn known<'i>(
        &mut self,
        ids: impl IntoIterator<Item = &'i Spanned<String>>,
        what: Words,
        known: impl Iterator<Item = &'a str> + Clone,
    ) {
        for id in ids {
            if !known.clone().any(|known| known == id.value) {
                self.unknown(Severity::Error, id, what, &known.clone().collect::<Vec<_>>());
            }
        }
    }

    fn unknown(&mut self, severity: Severity, id: &Spanned<String>, what: Words, known: &[&str]) {
        let message = msg!(
            "`{id}` er ikke {da}, som kan bruges her",
            "`{id}` er ikke {nb} som kan brukes her",
            "`{id}` is not {en} that can stand here",
            id = &id.value,
            da = what.da,
            nb = what.nb,
            en = what.en
        );
        let finding = self.add(severity, id.span, message);
        if let Some(meant) = suggest(id, known.iter().copied()) {
            finding.help(say!("mente du `{meant}`?", "mente du `{meant}`?", "did you mean `{meant}`?"));
        } else if !known.is_empty() {
            let more = if known.len() > 8 { " …" } else { "" };
            let some = known.iter().take(8).copied().collect::<Vec<_>>().join(", ");
            finding.help(say!(
                "her kan stå: {some}{more}",
                "her kan det stå: {some}{more}",
                "these can stand here: {some}{more}",
            ));
        }
    }

    fn same_row_twice(&mut self) {
        let groups = self.framework.dimensions.values();
        let ids = groups.flat_map(|group| std::iter::once(&group.id).chain(group.rows.values().map(|row| &row.id)));
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for id in ids {
            let Some(first) = seen.insert(&id.value, id.span) else {
                continue;
            };
            let first = self.framework.at(first);
            self.add(
                Severity::Error,
                id.span,
                msg!(
                    "rækken `{id}` står to gange",
                    "raden `{id}` står to ganger",
                    "the row `{id}` stands twice",
                    id = &id.value
                ),
            )
            .also(first, say!("står også her", "står også her", "it also stands here"))
            .help(say!(
                "giv den ene et andet id, for eksempel `{id}-2`",
                "gi den ene en annen id, for eksempel `{id}-2`",
                "give one another id, for example `{id}-2`",
                id = &id.value
            ));
        }
    }

    fn activities(&mut self) {
        let framework = self.framework;
        for activity in framework.activities.values() {
            self.known(&activity.phases, PHASE, framework.phases.keys().map(String::as_str));
            self.known(&activity.dimensions, DIMENSION, framework.dimension_ids());
            self.known(&activity.role, ROLE, framework.roles.keys().map(String::as_str));
            self.known(&activity.per, UNIT, framework.units.keys().map(String::as_str));
            self.known(&activity.after, ACTIVITY, framework.activities.keys().map(String::as_str));
        }
    }

    fn cells(&mut self) {
        let framework = self.framework;
        let rows = || framework.dimensions.keys().flat_map(|id| framework.rows_of(id));
        for phase in framework.cells.values() {
            self.known([&phase.id], PHASE, framework.phases.keys().map(String::as_str));
            for cell in phase.cells.values() {
                self.known([&cell.id], ROW, rows());
                let parts = cell.criteria.values().flat_map(|criterion| criterion.criteria.values());
                for criterion in cell.criteria.values().chain(parts) {
                    self.criteria(&criterion.after);
                }
            }
        }
    }

    /// Reports the addresses that lead to no criterion.
    fn criteria(&mut self, addresses: &'a [Spanned<String>]) {
        let framework = self.framework;
        for address in addresses.iter().filter(|address| framework.criterion(address).is_none()) {
            self.unknown(Severity::Error, address, CRITERION, &[]);
        }
    }

    fn others(&mut self) {
        let framework = self.framework;
        for role in framework.roles.values() {
            self.known(&role.per, UNIT, framework.units.keys().map(String::as_str));
        }
        for milestone in framework.milestones.values() {
            self.known(&milestone.phase, PHASE, framework.phases.keys().map(String::as_str));
        }
        // A body may be free text, but is more often a role that is misspelt.
        let bodies = framework.meetings.values().filter_map(|meeting| meeting.body.as_ref());
        for body in bodies.chain(&framework.decision_body) {
            if !framework.roles.contains_key(body.as_str()) {
                let roles: Vec<_> = framework.roles.keys().map(String::as_str).collect();
                self.unknown(Severity::Note, body, ROLE, &roles);
            }
        }
    }

    fn stated(&mut self, stated: &'a StatedRule) {
        let framework = self.framework;
        let statable = rules::ALL.iter().filter(|rule| matches!(rule.run, Run::Always(_) | Run::Stated(..)));
        self.known(&stated.checks, RULE, statable.map(|rule| rule.id));
        self.known(&stated.activities, ACTIVITY, framework.activities.keys().map(String::as_str));
        self.known(&stated.unit, UNIT, framework.units.keys().map(String::as_str));
        let roles = stated.roles.iter().chain(&stated.within_roles).chain(&stated.per_unit_roles);
        self.known(roles, ROLE, framework.roles.keys().map(String::as_str));
        self.known(&stated.phases, PHASE, framework.phases.keys().map(String::as_str));
        self.known(&stated.milestone, MILESTONE, framework.milestones.keys().map(String::as_str));
        self.known(&stated.meetings, MEETING, framework.meetings.keys().map(String::as_str));
        self.known(&stated.mandates, MANDATE, framework.mandates.keys().map(String::as_str));
        self.known(&stated.skills, SKILL, framework.skills.keys().map(String::as_str));
        self.known(&stated.sectors, SECTOR, framework.sectors.keys().map(String::as_str));
        self.known(&stated.fields, FIELD, Initiative::FIELDS.into_iter());
        self.known(&stated.levels, LEVEL, framework.reporting_levels.keys().map(String::as_str));
        self.known(&stated.kinds, KIND, IndicatorKind::ALL.iter().map(|kind| kind.keyword()));
        self.criteria(&stated.criteria);
        for check in &stated.checks {
            let Some(Run::Stated(_, parameters)) = super::rule(check).map(|rule| rule.run) else { continue };
            for parameter in parameters {
                self.parameter(stated, check.span, parameter);
            }
        }
    }

    /// A rule that looks at every plan has one severity and one reason: it can be stated but once.
    fn stated_twice(&mut self) {
        let framework = self.framework;
        let mut seen: HashMap<&str, &str> = HashMap::new();
        for stated in framework.rules.values() {
            for check in &stated.checks {
                let always = super::rule(check).is_some_and(|rule| matches!(rule.run, Run::Always(_)));
                if !always {
                    continue;
                }
                if let Some(first) = seen.insert(check, &stated.id) {
                    let id = &check.value;
                    self.add(
                        Severity::Error,
                        check.span,
                        msg!(
                            "`{id}` står allerede i reglen {first}",
                            "`{id}` står allerede i regelen {first}",
                            "`{id}` is already stated by the rule {first}",
                        ),
                    );
                }
            }
        }
    }

    /// A parameter that a rule needs, and how many of it the framework gives.
    fn parameter(&mut self, stated: &'a StatedRule, at: Span, parameter: &Parameter) {
        let given = stated.count(parameter.key);
        if (parameter.least..=parameter.most).contains(&given) {
            return;
        }
        let (id, key, least) = (&stated.id.value, parameter.key.name(), parameter.least);
        let wanted = match parameter.most {
            most if most == least => least.to_string(),
            usize::MAX => format!("{least}+"),
            most => format!("{least}-{most}"),
        };
        self.add(
            Severity::Error,
            at,
            msg!(
                "reglen {id} skal nævne {wanted} under `{key}`, ikke {given}",
                "regelen {id} må nevne {wanted} under `{key}`, ikke {given}",
                "the rule {id} must name {wanted} under `{key}`, not {given}",
            ),
        )
        .help(say!("skriv {key}: …", "skriv {key}: …", "write {key}: …"));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use crate::locale::Lang;

    /// What is said of a framework with these lines after its name: the words and what they point at.
    fn said(lines: &str) -> Vec<(String, String)> {
        let folder = tempfile::tempdir().unwrap();
        let text = format!("id: proeve\nname: Prøve\nlanguage: da\n{lines}");
        std::fs::write(folder.path().join("proeve.yaml"), text).unwrap();
        let loaded = crate::read::framework("./proeve.yaml", folder.path());
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let at = |at: &crate::source::Location| at.source.slice(at.span).to_owned();
        super::framework(&loaded.framework.unwrap())
            .iter()
            .map(|finding| (finding.message.get(Lang::Da).to_owned(), at(&finding.primary.at)))
            .collect()
    }

    fn one(lines: &str) -> (String, String) {
        let mut said = said(lines);
        assert_eq!(said.len(), 1, "{said:?}");
        said.remove(0)
    }

    const BASE: &str = "phases:\n  start: { name: Start }\nunits:\n  sted: { name: Sted }\nroles:\n  leder: { name: Leder }\n\
        dimensions:\n  folk: { name: Folk, rows: { nye: { name: Nye }, gamle: { name: Gamle } } }\n\
        activities:\n  kursus: { title: Kursus, phase: start, dimension: [folk, nye], role: leder, per: sted }\n";

    fn based(lines: &str) -> (String, String) {
        one(&format!("{BASE}{lines}"))
    }

    #[test]
    fn a_sound_framework_is_silent() {
        let rest = "cells:\n  start: { nye: { gist: Noget } }\nmilestones:\n  m: { title: M, date: 2m, phase: start }\n\
            meetings:\n  moede: { body: leder }\n\
            rules:\n  P-1: { check: activity-per-unit, activities: [kursus], unit: sted, reason: Derfor }\n";
        assert_eq!(said(&format!("{BASE}{rest}")), []);
    }

    #[test]
    fn built_in_frameworks_are_silent() {
        for builtin in crate::read::builtins() {
            let loaded = crate::read::framework(builtin.id, Path::new("."));
            assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
            let findings = super::framework(&loaded.framework.unwrap());
            assert!(findings.is_empty(), "{}: {:?}", builtin.id, findings);
        }
    }

    #[test]
    fn nothing_to_do_is_a_mistake() {
        assert_eq!(one("").0, "skabelonen har hverken faser eller aktiviteter");
    }

    #[test]
    fn activities_name_what_there_is() {
        let start = "phases:\n  start: { name: Start }\nactivities:\n  kursus: { title: Kursus, ";
        for (rest, word, what) in [
            ("phase: stat }", "stat", "en fase"),
            ("dimension: folk }", "folk", "en dimension"),
            ("role: leder }", "leder", "en rolle"),
            ("per: sted }", "sted", "en slags enhed"),
            ("after: [kurser] }", "kurser", "en aktivitet"),
        ] {
            let (message, at) = one(&format!("{start}{rest}\n"));
            assert_eq!((message, at.as_str()), (format!("`{word}` er ikke {what}, som kan bruges her"), word));
        }
    }

    #[test]
    fn cells_are_a_phase_and_a_row() {
        assert_eq!(based("cells:\n  slut: { nye: { gist: Noget } }\n").1, "slut");
        let group = based("cells:\n  start: { folk: { gist: Noget } }\n");
        assert_eq!(group.0, "`folk` er ikke en række, som kan bruges her");
    }

    #[test]
    fn criteria_build_on_criteria() {
        let criteria = |first: &str| {
            format!(
                "{BASE}cells:\n  start: {{ nye: {{ criteria: {{ et: {{ text: Et, criteria: {{ del: {{ text: Del }} }} }}, \
                to: {{ text: To, after: [{first}] }} }} }} }}\n"
            )
        };
        assert_eq!(said(&criteria("start.nye.del")), []);
        let wrong = one(&criteria("start.gamle.et"));
        assert_eq!(wrong.0, "`start.gamle.et` er ikke et succeskriterium, som kan bruges her");
    }

    #[test]
    fn rules_name_what_there_is() {
        let rule = |rest: &str| based(&format!("rules:\n  P-1: {{ reason: Derfor, {rest} }}\n"));
        assert_eq!(rule("check: activity-pr-unit").0, "`activity-pr-unit` er ikke en regel, som kan bruges her");
        assert_eq!(rule("check: activity-per-unit, activities: [kurser]").1, "kurser");
        assert_eq!(rule("check: initiative-fields, fields: [degree, ejer]").1, "ejer");
        assert_eq!(rule("check: activity-per-unit, activities: [kursus], unit: steder").1, "steder");
        assert_eq!(rule("check: indicator-kinds, kinds: [kvalitet], phases: [start]").1, "kvalitet");
        assert_eq!(
            rule("check: activity-order, activities: [kursus]").0,
            "reglen P-1 skal nævne 2 under `activities`, ikke 1"
        );
    }

    #[test]
    fn milestones_meetings_and_roles_name_what_there_is() {
        assert_eq!(based("milestones:\n  m: { title: M, date: 2m, phase: slut }\n").1, "slut");
        assert_eq!(based("meetings:\n  moede: { body: lederen }\n").1, "lederen");
        assert_eq!(based("decision-body: lederne\n").1, "lederne");
    }

    #[test]
    fn a_row_stands_once() {
        let rows = "phases:\n  start: { name: Start }\ndimensions:\n  a: { name: A, rows: { nye: { name: Nye } } }\n  \
            b: { name: B, rows: { nye: { name: Nye } } }\n";
        assert_eq!(one(rows).0, "rækken `nye` står to gange");
    }
}
