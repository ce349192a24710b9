use std::collections::HashSet;

use crate::check::{Context, Doc, Rule, Run, Sink, rule};
use crate::finding::Severity;
use crate::locale::{Lang, Message, Text, msg, words};
use crate::model::suggest;
use crate::model::{JoinedCriterion, Keyed, Localized, Plan, Term, slug};
use crate::source::{Span, Spanned};

pub static RULE: Rule = Rule {
    id: "unknown-reference",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "et id, der ikke fører nogen steder hen",
            "en id som ikke fører noe sted",
            "an id that leads nowhere",
        ),
        why: words!(
            "En opgave hos en person eller i en fase, der ikke findes, falder ud af alle oversigter, og ingen opdager det.",
            "En oppgave hos en person eller i en fase som ikke finnes, faller ut av alle oversikter uten at noen merker det.",
            "A task with a person or in a phase that does not exist drops out of every overview, and nobody notices.",
        ),
        bad: "[people]\nida = \"Ida Holm\"\n\n[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"Ida Holm\"\n",
        good: "[people]\nida = \"Ida Holm\"\n\n[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\n",
    },
    run: Run::Always(check),
    absence: false,
};

/// What an id is to lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Target<'a> {
    Phase,
    Dimension,
    Role,
    Person,
    PersonOrRole,
    Unit,
    UnitKind,
    Activity,
    Task,
    Element,
    Commitment,
    Meeting,
    AgendaPoint,
    MeetingPoint,
    Initiative,
    Sector,
    Mandate,
    Skill,
    /// an address `phase.dimension.criterion`
    Criterion,
    /// a criterion's own id in its cell
    CriterionIn {
        phase: &'a str,
        row: &'a str,
    },
    Level,
    Rule,
    Place,
}

/// Help for this many unknown ids is looked for among all that is known; that takes time.
const MOST_HELPED: usize = 25;
/// How many known ids are listed where none is near.
const MOST_LISTED: usize = 8;

fn check(cx: &Context, out: &mut Sink) {
    let plan = cx.plan;
    let lost = plan.files.iter().flat_map(|source| plan.damaged.iter().map(move |&span| source.slice(span)));
    let inside = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let lost = lost.flat_map(|text| text.split(move |letter| !inside(letter))).collect();
    let is_usual = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let misnamed = plan.tasks.keys().filter(|id| !id.chars().all(is_usual)).map(|id| slug(id)).collect();
    let mut look = Look { cx, out, lost, misnamed, said: HashSet::new(), helped: 0 };
    for task in plan.tasks.values() {
        let about = task.id.as_str();
        look.all(Target::Phase, &task.phases, about);
        look.all(Target::Dimension, &task.dimensions, about);
        look.all(Target::Role, &task.role, about);
        look.all(Target::Person, &task.owner, about);
        look.all(Target::PersonOrRole, &task.with, about);
        look.all(Target::Unit, &task.unit, about);
        look.all(Target::Activity, &task.activity, about);
        look.all(Target::Task, &task.after, about);
        look.all(Target::Initiative, &task.initiative, about);
    }
    for milestone in plan.milestones.values() {
        look.all(Target::Phase, &milestone.phase, &milestone.id);
        look.all(Target::Task, &milestone.after, &milestone.id);
    }
    for phase in plan.phases.values() {
        look.one(Target::Phase, &phase.id, &phase.id);
    }
    for (phase, notes) in &plan.cells {
        look.one(Target::Phase, &notes.id, phase);
        for (dimension, note) in &notes.cells {
            look.one(Target::Dimension, &note.id, &format!("{phase}.{dimension}"));
        }
    }
    for (phase, row) in &plan.criteria {
        look.one(Target::Phase, &row.id, phase);
        for (dimension, cell) in &row.dimensions {
            let about = format!("{phase}.{dimension}");
            look.one(Target::Dimension, &cell.id, &about);
            let own_words = cx.framework.cell(phase, dimension).is_none_or(|known| known.criteria.is_empty());
            for criterion in cell.criteria.values() {
                if !own_words {
                    look.one(Target::CriterionIn { phase, row: dimension }, &criterion.id, &about);
                }
                look.all(Target::Task, &criterion.task, &about);
            }
        }
    }
    for (role, holders) in &plan.roles {
        look.one(Target::Role, &holders.id, role);
        look.all(Target::Person, &holders.people, role);
        look.all(Target::Unit, holders.units.values().map(|unit| &unit.id), role);
    }
    for person in plan.people.values() {
        look.all(Target::Sector, &person.sector, &person.id);
        look.all(Target::Mandate, &person.mandates, &person.id);
        look.all(Target::Skill, &person.skills, &person.id);
    }
    for unit in plan.units.values() {
        look.all(Target::UnitKind, &unit.kind, &unit.id);
    }
    for decision in plan.decisions.values() {
        look.all(Target::Meeting, &decision.meeting, &decision.id);
        look.all(Target::Criterion, &decision.criterion, &decision.id);
    }
    for benefit in plan.benefits.values() {
        look.all(Target::PersonOrRole, &benefit.owner, &benefit.id);
        look.all(Target::Level, &benefit.levels, &benefit.id);
    }
    for risk in plan.risks.values() {
        look.all(Target::Person, &risk.owner, &risk.id);
    }
    for meeting in plan.meetings.values() {
        for point in meeting.agenda.values() {
            look.one(Target::AgendaPoint, &point.id, &meeting.id);
        }
        // Where the framework has no fixed points for a meeting, the plan may have its own.
        if cx.joined.kinds_of(meeting).iter().any(|kind| !kind.points.is_empty()) {
            look.all(Target::MeetingPoint, &meeting.points, &meeting.id);
        }
    }
    for indicator in plan.indicators.values() {
        look.all(Target::Initiative, &indicator.initiative, &indicator.id);
    }
    for initiative in plan.initiatives.values() {
        look.all(Target::Unit, &initiative.departments, &initiative.id);
        look.all(Target::Person, &initiative.owner, &initiative.id);
    }
    for element in plan.assessments.values().flat_map(|assessment| assessment.elements.values()) {
        look.one(Target::Element, &element.id, &element.id);
        look.all(Target::Task, &element.task, &element.id);
    }
    for stakeholder in plan.stakeholders.values() {
        look.all(Target::Commitment, &stakeholder.commitment, &stakeholder.id);
        look.all(Target::Task, &stakeholder.task, &stakeholder.id);
    }
    for theme in plan.themes.values() {
        look.all(Target::PersonOrRole, &theme.members, &theme.id);
    }
    for waiver in &plan.waivers {
        look.all(Target::Rule, &waiver.rule, "");
        match waiver.at.as_ref().map(|at| (at.split_once('.'), at)) {
            Some((Some((_, rest)), at)) if rest.contains('.') => look.one(Target::Criterion, at, at),
            Some((Some((phase, dimension)), at)) => {
                look.id(Target::Phase, phase, at.span, at);
                look.id(Target::Dimension, dimension, at.span, at);
            }
            Some((None, at)) => look.one(Target::Place, at, at),
            None => {}
        }
    }
}

struct Look<'a, 'c, 's> {
    cx: &'c Context<'a>,
    out: &'c mut Sink<'s>,
    /// The words in the parts that could not be read: what they name may be there.
    lost: HashSet<&'a str>,
    /// The ids that tasks should have, where theirs are misspelt.
    misnamed: HashSet<String>,
    /// What was said where there is nothing of its kind at all: once is enough.
    said: HashSet<(Target<'a>, String)>,
    helped: usize,
}

impl<'a> Look<'a, '_, '_> {
    fn all<'i>(&mut self, target: Target<'a>, ids: impl IntoIterator<Item = &'i Spanned<String>>, about: &str) {
        for id in ids {
            self.one(target, id, about);
        }
    }

    fn one(&mut self, target: Target<'a>, id: &Spanned<String>, about: &str) {
        self.id(target, id, id.span, about);
    }

    fn id(&mut self, target: Target<'a>, id: &str, span: Span, about: &str) {
        if is_known(self.cx, target, id) || self.lost.contains(id) {
            return;
        }
        if has_none(self.cx, target) && !self.said.insert((target, id.to_owned())) {
            return;
        }
        // Its id is to be written so, which is said there.
        if target == Target::Task && self.misnamed.contains(id) {
            return;
        }
        let word = word(self.cx, target);
        let message = Text {
            da: format!("ukendt {}: `{id}`", word.da),
            nb: format!("ukjent {}: `{id}`", word.nb),
            en: format!("unknown {}: `{id}`", word.en),
        };
        self.helped += 1;
        let help = (self.helped <= MOST_HELPED).then(|| help(self.cx, target, id));
        let finding = self.out.add(self.cx.at(span), message);
        if let Some(help) = help {
            finding.help(help);
        }
        if !about.is_empty() {
            finding.about(about);
        }
    }
}

fn is_known(cx: &Context, target: Target, id: &str) -> bool {
    let (plan, framework) = (cx.plan, cx.framework);
    match target {
        Target::Phase => framework.phases.contains_key(id),
        Target::Dimension => framework.has_dimension(id),
        Target::Role => framework.roles.is_empty() || framework.roles.contains_key(id),
        Target::Person => plan.people.contains_key(id),
        Target::PersonOrRole => {
            let own_role = framework.roles.is_empty() && plan.roles.contains_key(id);
            plan.people.contains_key(id) || framework.roles.contains_key(id) || own_role
        }
        Target::Unit => plan.units.contains_key(id),
        Target::UnitKind => framework.units.contains_key(id),
        Target::Activity => framework.activities.contains_key(id),
        Target::Task => plan.tasks.contains_key(id),
        Target::Element => is_term(&framework.assessment, id),
        Target::Commitment => is_term(&framework.commitments, id),
        Target::Meeting => plan.meetings.contains_key(id),
        Target::AgendaPoint => {
            let known = plan.decisions.contains_key(id) || plan.tasks.contains_key(id);
            known || plan.milestones.contains_key(id) || plan.risks.contains_key(id) || plan.benefits.contains_key(id)
        }
        Target::MeetingPoint => framework.meetings.values().any(|kind| kind.points.contains_key(id)),
        Target::Initiative => plan.initiatives.contains_key(id),
        Target::Sector => is_term(&framework.sectors, id),
        Target::Mandate => is_term(&framework.mandates, id),
        Target::Skill => is_term(&framework.skills, id),
        Target::Criterion => cx.joined.criterion(id).is_some() || is_own_criterion(plan, id),
        Target::CriterionIn { phase, row } => framework.criterion(&format!("{phase}.{row}.{id}")).is_some(),
        Target::Level => framework.reporting_levels.is_empty() || framework.reporting_levels.contains_key(id),
        Target::Rule => rule(id).is_some() || framework.rules.contains_key(id),
        Target::Place => cx.joined.is_place(id),
    }
}

/// Whether a word is one of the framework's; any will do where it has none.
fn is_term(terms: &Keyed<Term>, id: &str) -> bool {
    terms.is_empty() || terms.contains_key(id)
}

/// Whether the plan follows a criterion of its own at an address.
fn is_own_criterion(plan: &Plan, address: &str) -> bool {
    let mut parts = address.splitn(3, '.');
    let mut cell = || plan.criteria.get(parts.next()?)?.dimensions.get(parts.next()?)?.criteria.get(parts.next()?);
    cell().is_some()
}

/// Whether the plan has nothing of a kind that it is to name itself.
fn has_none(cx: &Context, target: Target) -> bool {
    match target {
        Target::Person | Target::PersonOrRole => cx.plan.people.is_empty(),
        Target::Unit => cx.plan.units.is_empty(),
        Target::Meeting => cx.plan.meetings.is_empty(),
        Target::Initiative => cx.plan.initiatives.is_empty(),
        _ => false,
    }
}

fn word(cx: &Context, target: Target) -> Message {
    let words = match target {
        Target::Phase => return cx.framework.labels.phase(),
        Target::Dimension => return cx.framework.labels.dimension(),
        Target::Unit => return cx.framework.labels.unit(),
        Target::Criterion | Target::CriterionIn { .. } => return cx.framework.labels.criterion(),
        Target::Level => words!("niveau", "nivå", "level"),
        Target::Role => words!("rolle", "rolle", "role"),
        Target::Person => words!("person", "person", "person"),
        Target::PersonOrRole => words!("person eller rolle", "person eller rolle", "person or role"),
        Target::UnitKind => words!("slags enhed", "slags enhet", "kind of unit"),
        Target::Activity => words!("aktivitet", "aktivitet", "activity"),
        Target::Task => words!("opgave", "oppgave", "task"),
        Target::Element => words!("element at vurdere", "element å vurdere", "element to assess"),
        Target::Commitment => words!("grad af forpligtelse", "grad av forpliktelse", "degree of commitment"),
        Target::Meeting => words!("møde", "møte", "meeting"),
        Target::AgendaPoint => words!(
            "beslutning, opgave eller milepæl",
            "beslutning, oppgave eller milepæl",
            "decision, task or milestone"
        ),
        Target::MeetingPoint => words!("fast punkt", "fast punkt", "fixed point"),
        Target::Initiative => words!("indsats", "tiltak", "initiative"),
        Target::Sector => words!("sektor", "sektor", "sector"),
        Target::Mandate => words!("mandat", "mandat", "mandate"),
        Target::Skill => words!("kompetence", "kompetanse", "skill"),
        Target::Rule => words!("regel", "regel", "rule"),
        Target::Place => words!("sted i planen", "sted i planen", "place in the plan"),
    };
    Message::each(|lang| words.of(lang).to_owned())
}

/// An id that can stand, and what else people call it.
struct Known<'a> {
    id: &'a str,
    names: Vec<&'a str>,
}

fn known<'a>(cx: &Context<'a>, target: Target) -> Vec<Known<'a>> {
    let (plan, framework) = (cx.plan, cx.framework);
    let one = |id: &'a String, name: Option<&'a str>| Known { id, names: name.into_iter().collect() };
    let tasks = || plan.tasks.iter().map(|(id, task)| one(id, Some(task.title())));
    let initiatives = || plan.initiatives.iter().map(|(id, initiative)| one(id, Some(initiative.title())));
    let shared = plan.shared.people.iter().filter(|(id, _)| !plan.people.contains_key(id.as_str()));
    let shared = shared.map(|(id, person)| one(id, person.name.as_ref().map(|name| name.as_str())));
    let people = || plan.people.iter().map(|(id, _)| one(id, Some(plan.person_name(id)))).chain(shared.clone());
    let roles = || framework.roles.iter().map(|(id, role)| Known { id, names: names(&role.name, &role.aka) });
    match target {
        Target::Phase => {
            framework.phases.iter().map(|(id, phase)| Known { id, names: names(&phase.name, &phase.aka) }).collect()
        }
        Target::Dimension => {
            let mut all = Vec::new();
            for (id, group) in &framework.dimensions {
                all.push(Known { id, names: [names(&group.name, &[]), names(&group.short, &[])].concat() });
                let row = |(id, row): (&'a String, &'a crate::model::DimensionRow)| Known {
                    id,
                    names: [names(&row.name, &[]), names(&row.short, &[])].concat(),
                };
                all.extend(group.rows.iter().map(row));
            }
            all
        }
        Target::Role => roles().collect(),
        Target::Person => people().collect(),
        Target::PersonOrRole => people().chain(roles()).collect(),
        Target::Unit => plan.units.iter().map(|(id, _)| one(id, Some(plan.unit_name(id)))).collect(),
        Target::UnitKind => {
            framework.units.iter().map(|(id, kind)| Known { id, names: names(&kind.name, &[]) }).collect()
        }
        Target::Activity => {
            let activities = framework.activities.iter();
            activities.map(|(id, activity)| Known { id, names: names(&activity.title, &[]) }).collect()
        }
        Target::Task => tasks().collect(),
        Target::Element => terms(&framework.assessment),
        Target::Commitment => terms(&framework.commitments),
        Target::Meeting => plan
            .meetings
            .iter()
            .map(|(id, meeting)| one(id, meeting.title.as_ref().map(|title| title.as_str())))
            .collect(),
        Target::AgendaPoint => {
            let decisions = plan.decisions.iter();
            let decisions = decisions.map(|(id, decision)| one(id, decision.text.as_ref().map(|text| text.as_str())));
            let milestones = plan.milestones.iter().map(|(id, milestone)| one(id, Some(milestone.title())));
            let risks = plan.risks.iter().map(|(id, risk)| one(id, Some(risk.title())));
            let benefits = plan.benefits.iter().map(|(id, benefit)| one(id, Some(benefit.title())));
            decisions.chain(milestones).chain(tasks()).chain(risks).chain(benefits).collect()
        }
        Target::Sector => terms(&framework.sectors),
        Target::Mandate => terms(&framework.mandates),
        Target::Skill => terms(&framework.skills),
        Target::Criterion => Vec::new(),
        Target::CriterionIn { phase, row } => {
            let cell = framework.cell(phase, row).into_iter();
            let criteria = cell.flat_map(|cell| cell.criteria.values());
            let with_parts = criteria.flat_map(|own| std::iter::once(own).chain(own.criteria.values()));
            with_parts.map(|own| Known { id: &own.id.value, names: names(&own.text, &[]) }).collect()
        }
        Target::Level => {
            let levels = framework.reporting_levels.iter();
            levels.map(|(id, level)| Known { id, names: names(&level.name, &[]) }).collect()
        }
        Target::MeetingPoint => {
            let points = framework.meetings.values().flat_map(|kind| &kind.points);
            points.map(|(id, point)| Known { id, names: names(&point.title, &[]) }).collect()
        }
        Target::Initiative => initiatives().collect(),
        Target::Rule => {
            let own = framework.rules.keys().map(String::as_str);
            own.chain(crate::check::ALL.iter().map(|rule| rule.id)).map(|id| Known { id, names: Vec::new() }).collect()
        }
        Target::Place => {
            let targets = [Target::AgendaPoint, Target::Unit, Target::Role, Target::Phase, Target::Dimension];
            let benefits = plan.benefits.iter().map(|(id, benefit)| one(id, Some(benefit.title())));
            let risks = plan.risks.iter().map(|(id, risk)| one(id, Some(risk.title())));
            let named = targets.into_iter().flat_map(|target| known(cx, target));
            named.chain(benefits).chain(risks).chain(initiatives()).collect()
        }
    }
}

fn terms(terms: &Keyed<Term>) -> Vec<Known<'_>> {
    terms.iter().map(|(id, term)| Known { id, names: names(&term.name, &[]) }).collect()
}

fn names<'a>(name: &'a Option<Spanned<Localized>>, aka: &'a [Spanned<String>]) -> Vec<&'a str> {
    let spoken = name.iter().flat_map(|name| Lang::ALL.map(|lang| name.get(lang)));
    spoken.chain(aka.iter().map(|aka| aka.as_str())).collect()
}

/// What to write instead: what was meant, else what can stand there.
fn help(cx: &Context, target: Target, id: &str) -> Message {
    if target == Target::Criterion {
        return help_with_address(cx, id);
    }
    let known = known(cx, target);
    let wanted = slug(id);
    let is_named = |known: &&Known| slug(known.id) == wanted || known.names.iter().any(|name| slug(name) == wanted);
    let holders = cx.plan.holders(id);
    if let (Target::Person, [holder, ..]) = (target, holders) {
        let name = cx.plan.person_name(holder).to_owned();
        return msg!(
            "`{id}` er en rolle; {name} har den: skriv `{holder}`",
            "`{id}` er en rolle; {name} har den: skriv `{holder}`",
            "`{id}` is a role; {name} holds it: write `{holder}`",
            holder = &holder.value
        );
    }
    if let Some(named) = known.iter().find(is_named) {
        let meant = named.id;
        return msg!("skriv `{meant}`", "skriv `{meant}`", "write `{meant}`");
    }
    if let Some(meant) = suggest(id, known.iter().map(|known| known.id)) {
        return msg!("mente du `{meant}`?", "mente du `{meant}`?", "did you mean `{meant}`?");
    }
    match target {
        Target::Rule => {
            return msg!(
                "skriv en regels navn; `plan explain` viser dem alle",
                "skriv navnet på en regel; `plan explain` viser alle",
                "write the name of a rule; `plan explain` lists them all",
            );
        }
        Target::Place => {
            return msg!(
                "skriv id'et på en opgave, milepæl, enhed, rolle eller fase, eller slet at, hvis det gælder hele planen",
                "skriv id-en til en oppgave, milepæl, enhet, rolle eller fase, eller slett at hvis det gjelder hele planen",
                "write the id of a task, milestone, unit, role or phase, or delete at if it holds for the whole plan",
            );
        }
        _ => {}
    }
    let mut all: Vec<&str> = known.iter().take(MOST_LISTED).map(|known| known.id).collect();
    if known.len() > MOST_LISTED {
        all.push("…");
    }
    let all = all.join(", ");
    match (all.is_empty(), definition(target, id)) {
        (false, None) => msg!("her kan stå: {all}", "her kan det stå: {all}", "these can stand here: {all}"),
        (false, Some(line)) => Text {
            da: format!("her kan stå: {all}; eller tilføj {}", line.da),
            nb: format!("her kan det stå: {all}; eller legg til {}", line.nb),
            en: format!("these can stand here: {all}; or add {}", line.en),
        },
        (true, Some(line)) => Text {
            da: format!("tilføj {}", line.da),
            nb: format!("legg til {}", line.nb),
            en: format!("add {}", line.en),
        },
        (true, None) => {
            msg!(
                "planens skabelon har ingen; slet det her",
                "planens mal har ingen; slett dette",
                "the plan's framework has none; delete this"
            )
        }
    }
}

/// Which address to write: the one that was probably meant, else an example.
fn help_with_address(cx: &Context, address: &str) -> Message {
    let wanted = slug(address.rsplit('.').next().unwrap_or(address));
    let criteria: Vec<_> = cx.joined.all_criteria().collect();
    let is_named = |joined: &&JoinedCriterion| {
        let text = joined.criterion.texts();
        joined.criterion.id.value == wanted || [text.da, text.nb, text.en].iter().any(|text| slug(text) == wanted)
    };
    let all: Vec<String> = criteria.iter().map(JoinedCriterion::address).collect();
    let mut named = criteria.iter().filter(is_named);
    let only = named.next().filter(|_| named.next().is_none()).map(JoinedCriterion::address);
    let near = || suggest(address, all.iter().map(String::as_str)).map(str::to_owned);
    match (only.or_else(near), all.first()) {
        (Some(meant), _) => msg!("mente du `{meant}`?", "mente du `{meant}`?", "did you mean `{meant}`?"),
        (None, Some(one)) => msg!(
            "skriv fase, række og kriterium med punktum imellem, for eksempel `{one}`",
            "skriv fase, rad og kriterium med punktum mellom, for eksempel `{one}`",
            "write phase, row and criterion with dots between, such as `{one}`",
        ),
        (None, None) => msg!(
            "planens skabelon har ingen; slet det her",
            "planens mal har ingen; slett dette",
            "the plan's framework has none; delete this"
        ),
    }
}

/// What to add for a new id, where the plan names such things itself.
fn definition(target: Target, id: &str) -> Option<Message> {
    let better = slug(id);
    if better.is_empty() {
        return None;
    }
    let name = if better == id { "…" } else { id };
    let line = match target {
        Target::Person | Target::PersonOrRole => msg!(
            "{better} = \"{name}\" under [people]",
            "{better} = \"{name}\" under [people]",
            "{better} = \"{name}\" under [people]",
        ),
        Target::Unit => msg!(
            "{better} = \"{name}\" under [units]",
            "{better} = \"{name}\" under [units]",
            "{better} = \"{name}\" under [units]",
        ),
        Target::Task => msg!("opgaven [tasks.{better}]", "oppgaven [tasks.{better}]", "the task [tasks.{better}]"),
        Target::Meeting => {
            msg!("mødet [meetings.{better}]", "møtet [meetings.{better}]", "the meeting [meetings.{better}]")
        }
        Target::Initiative => msg!(
            "indsatsen [initiatives.{better}]",
            "tiltaket [initiatives.{better}]",
            "the initiative [initiatives.{better}]",
        ),
        _ => return None,
    };
    if better == id {
        return Some(line);
    }
    Some(Text {
        da: format!("{}, og skriv `{better}` her", line.da),
        nb: format!("{}, og skriv `{better}` her", line.nb),
        en: format!("{} and write `{better}` here", line.en),
    })
}
