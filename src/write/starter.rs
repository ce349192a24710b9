//! A new plan as a file that a person enjoys opening.

use crate::locale::{self, Lang};
use crate::model::{quoted, written};
use crate::view::{Starter, StarterTask};
use crate::write::document::unbroken;

/// The text of a new plan.
pub fn write(starter: &Starter) -> String {
    let mut file = File { text: String::new(), lang: starter.wishes.lang };
    file.header(starter);
    file.people(starter);
    file.phases(starter);
    file.tasks(starter);
    file.milestones(starter);
    file.meetings(starter);
    file.blanks(starter);
    file.text
}

struct File {
    text: String,
    lang: Lang,
}

impl File {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A comment, broken where the words have line breaks.
    fn comment(&mut self, words: &str) {
        for line in words.lines() {
            self.line(&format!("# {}", unbroken(line)));
        }
    }

    /// Keys of one table, their equal signs below one another.
    fn table(&mut self, pairs: &[(String, String)]) {
        let width = pairs.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
        for (key, value) in pairs {
            let room = " ".repeat(width - key.len());
            self.line(&format!("{key}{room} = {value}"));
        }
    }

    fn header(&mut self, starter: &Starter) {
        let wishes = &starter.wishes;
        self.comment(&locale::starter_head(
            self.lang,
            &starter.framework,
            starter.phases.iter().any(|phase| !phase.id.is_empty()),
        ));
        self.line("");
        let mut pairs = vec![
            pair("template", quoted(&wishes.template)),
            pair("title", quoted(&wishes.title)),
            pair("language", quoted(self.lang.code())),
            pair("start", wishes.start.to_string()),
        ];
        self.table(&std::mem::take(&mut pairs));
        self.line(&format!("# case   = \"25/12345\"  {}", locale::STARTER_CASE.of(self.lang)));
    }

    fn people(&mut self, starter: &Starter) {
        let wishes = &starter.wishes;
        self.line("");
        self.comment(locale::STARTER_PEOPLE.of(self.lang));
        self.line("[people]");
        let people: Vec<_> = wishes.people.iter().map(|(id, name)| pair(id, quoted(name))).collect();
        self.table(&people);
        if people.is_empty() {
            self.line("# ida = \"Ida Holm\"");
        }
        self.line("");
        self.comment(locale::STARTER_ROLES.of(self.lang));
        self.line("[roles]");
        let roles: Vec<_> = wishes.roles.iter().map(|(id, people)| pair(id, one_or_list(people))).collect();
        self.table(&roles);
        for (id, name, per_unit) in &starter.vacant {
            let name = unbroken(name);
            let value = if *per_unit { "{ … = \"ida\" }" } else { "\"ida\"" };
            self.line(&format!("# {id} = {value}  # {name}"));
        }
        self.units(starter);
    }

    fn units(&mut self, starter: &Starter) {
        if starter.wishes.units.is_empty() && starter.unitless.is_empty() {
            return;
        }
        self.line("");
        self.comment(locale::STARTER_UNITS.of(self.lang));
        self.line("[units]");
        let unit = |unit: &crate::view::StarterUnit| match &unit.kind {
            Some(kind) => pair(&unit.id, format!("{{ name = {}, kind = {} }}", quoted(&unit.name), quoted(kind))),
            None => pair(&unit.id, quoted(&unit.name)),
        };
        let units: Vec<_> = starter.wishes.units.iter().map(unit).collect();
        self.table(&units);
        for kind in &starter.unitless {
            self.line(&format!("# id = {{ name = \"…\", kind = \"{kind}\" }}"));
        }
    }

    fn phases(&mut self, starter: &Starter) {
        let dated = |phase: &&crate::view::StarterPhase| phase.start.is_some() || phase.due.is_some() || phase.ongoing;
        let row = |phase: &crate::view::StarterPhase| {
            let mut fields = Vec::new();
            fields.extend(phase.start.map(|start| format!("start = {}", written(start))));
            fields.extend(phase.due.map(|due| format!("due = {}", written(due))));
            fields.extend(phase.ongoing.then(|| "ongoing = true".to_owned()));
            pair(&phase.id, format!("{{ {} }}", fields.join(", ")))
        };
        let rows: Vec<_> = starter.phases.iter().filter(dated).map(row).collect();
        if !rows.is_empty() {
            self.line("");
            self.comment(locale::STARTER_PHASES.of(self.lang));
            self.line("[phases]");
            self.table(&rows);
        }
    }

    fn tasks(&mut self, starter: &Starter) {
        let mut first = true;
        for phase in starter.phases.iter().filter(|phase| !phase.tasks.is_empty()) {
            self.line("");
            self.line("");
            let name = if phase.name.is_empty() { locale::ALL_TASKS.of(self.lang) } else { phase.name.as_str() };
            self.line(&format!("# ---- {} ----", unbroken(name)));
            if first {
                self.line("");
                self.comment(locale::STARTER_TASKS.of(self.lang));
                first = false;
            }
            for task in &phase.tasks {
                self.task(task);
            }
        }
    }

    fn task(&mut self, task: &StarterTask) {
        self.line("");
        self.line(&format!("[tasks.{}]", task.id));
        let mut pairs = vec![pair("title", quoted(&task.title))];
        if !task.phases.is_empty() {
            pairs.push(pair("phase", one_or_list(&task.phases)));
        }
        if !task.dimensions.is_empty() {
            pairs.push(pair("dimension", one_or_list(&task.dimensions)));
        }
        pairs.extend(task.unit.as_ref().map(|unit| pair("unit", quoted(unit))));
        pairs.extend(task.role.as_ref().map(|role| pair("role", quoted(role))));
        pairs.extend(task.owner.as_ref().map(|owner| pair("owner", quoted(owner))));
        if !task.after.is_empty() {
            pairs.push(pair("after", list(&task.after)));
        }
        pairs.extend(task.start.map(|start| pair("start", written(start))));
        pairs.extend(task.due.map(|due| pair("due", written(due))));
        pairs.extend(task.ongoing.then(|| pair("ongoing", "true".to_owned())));
        pairs.extend(task.check.map(|check| pair("check", written(check))));
        if !task.points.is_empty() {
            let points: Vec<String> = task.points.iter().map(|point| format!("    {},\n", quoted(point))).collect();
            pairs.push(pair("points", format!("[\n{}]", points.concat())));
        }
        pairs.extend(task.note.as_ref().map(|note| pair("note", quoted(note))));
        self.table(&pairs);
    }

    fn milestones(&mut self, starter: &Starter) {
        self.section(locale::MILESTONES.of(self.lang), starter.milestones.is_empty());
        for milestone in &starter.milestones {
            self.line("");
            self.line(&format!("[milestones.{}]", milestone.id));
            let mut pairs = vec![pair("title", quoted(&milestone.title)), pair("date", milestone.date.to_string())];
            pairs.extend(milestone.phase.as_ref().map(|phase| pair("phase", quoted(phase))));
            pairs.extend(milestone.decision.then(|| pair("decision", "true".to_owned())));
            self.table(&pairs);
        }
    }

    fn meetings(&mut self, starter: &Starter) {
        self.section(locale::STARTER_MEETINGS.of(self.lang), starter.meetings.is_empty());
        for (at, meeting) in starter.meetings.iter().enumerate() {
            self.line("");
            self.line(&format!("[meetings.{}]", meeting.id));
            let mut pairs = Vec::new();
            pairs.extend(meeting.title.as_ref().map(|title| pair("title", quoted(title))));
            pairs.extend(meeting.body.as_ref().map(|body| pair("body", quoted(body))));
            pairs.push(pair("date", meeting.date.to_string()));
            pairs.extend(meeting.purpose.as_ref().map(|purpose| pair("purpose", quoted(purpose))));
            let decides: Vec<String> = meeting.decides.iter().map(|id| format!("{id} = \"decide\"")).collect();
            pairs.extend((!decides.is_empty()).then(|| pair("agenda", format!("{{ {} }}", decides.join(", ")))));
            self.table(&pairs);
            if at == 0 && decides.is_empty() {
                self.comment(&locale::starter_agenda(self.lang, &meeting.id));
            }
        }
    }

    fn blanks(&mut self, starter: &Starter) {
        self.section(locale::STARTER_BLANKS.of(self.lang), starter.blanks.is_empty());
        if !starter.blanks.is_empty() {
            self.line("");
            self.comment(locale::STARTER_CONFIRM.of(self.lang));
        }
        for (at, (phase, rows)) in starter.blanks.iter().enumerate() {
            if at > 0 {
                self.line("");
            }
            self.line(&format!("[cells.{phase}]"));
            let rows: Vec<_> =
                rows.iter().map(|(row, reason)| pair(row, format!("{{ empty = {} }}", quoted(reason)))).collect();
            self.table(&rows);
        }
    }

    fn section(&mut self, title: &str, is_empty: bool) {
        if !is_empty {
            self.line("");
            self.line("");
            self.line(&format!("# ---- {title} ----"));
        }
    }
}

fn pair(key: &str, value: String) -> (String, String) {
    (key.to_owned(), value)
}

fn one_or_list(ids: &[String]) -> String {
    match ids {
        [only] => quoted(only),
        several => list(several),
    }
}

fn list(ids: &[String]) -> String {
    format!("[{}]", ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", "))
}
