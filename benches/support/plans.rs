//! Plans that nobody wrote, the same every time.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use plan::calendar::Date;

pub const PHASES: [&str; 4] = ["forbered", "igangsaet", "fasthold", "genbesoeg"];
pub const DIMENSIONS: [&str; 6] = ["ressourcer", "organisering", "kommunikation", "kompetence", "teknik", "data"];
pub const ROLES: [&str; 6] =
    ["projektejer", "projektleder", "fagchef", "teamleder", "forandringsagent", "referencegruppe"];
pub const STATUSES: [&str; 4] = ["todo", "doing", "done", "blocked"];

const FIRST_NAMES: [&str; 12] =
    ["Åse", "Jørn", "Grethe", "Søs", "Bjarke", "Lærke", "Håvard", "Inger", "Mads", "Øystein", "Pia", "Sigrún"];
const LAST_NAMES: [&str; 10] =
    ["Nygård", "Bæk", "Østerby", "Holm", "Sønderup", "Kjær", "Ravn", "Ågesen", "Lind", "Brændgaard"];
const VERBS: [&str; 12] = [
    "Aftal",
    "Beskriv",
    "Afprøv",
    "Indfør",
    "Følg op på",
    "Gennemgå",
    "Hold",
    "Kortlæg",
    "Forbered",
    "Tilret",
    "Evaluér",
    "Godkend",
];
const OBJECTS: [&str; 12] = [
    "møder med de pårørende",
    "oplæring af nye kolleger",
    "snitflader til øvrige systemer",
    "vejledning om fælles mål",
    "måling af tilfredshed",
    "arbejdsgange på tværs af enheder",
    "superbrugernes opgaver",
    "ændringer i vagtplanen",
    "dokumentation af forløb",
    "ledelsens opfølgning",
    "prøvedrift i to afdelinger",
    "ugentlige tavlemøder",
];
const PLACES: [&str; 10] = [
    "i Nordby",
    "på Sølund",
    "i hjemmeplejen",
    "på Åkanden",
    "i Vestbyen",
    "på rådhuset",
    "i Øster Ådal",
    "på skolerne",
    "i jobcentret",
    "på sygehuset",
];

/// A plan before it is written in anybody's format.
pub struct Plan {
    pub title: String,
    pub people: Vec<Person>,
    pub tasks: Vec<Task>,
}

pub struct Person {
    pub id: String,
    pub name: String,
    pub role: &'static str,
}

pub struct Task {
    pub id: String,
    pub title: String,
    pub phase: &'static str,
    pub dimension: &'static str,
    /// The owner's place among the people.
    pub owner: usize,
    pub start: Date,
    pub due: Date,
    pub status: &'static str,
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % most as u64) as usize
    }

    fn pick<T: Copy>(&mut self, some: &[T]) -> T {
        some[self.below(some.len())]
    }

    /// A working day, so many days after another at least, and so many at most.
    fn workday(&mut self, after: Date, least: usize, most: usize) -> Date {
        let day = after.add_days((least + self.below(most - least)) as i64);
        if day.weekday().is_weekend() { day.next_monday() } else { day }
    }
}

/// The plan of a number, with so many tasks in four phases of a year and a half.
pub fn plan(number: usize, tasks: usize) -> Plan {
    let mut dice = Dice((number as u64) << 32 | tasks as u64);
    // One owner, one leader, the rest as it falls.
    let person = |dice: &mut Dice, at: usize| Person {
        id: format!("person-{}", at + 1),
        name: format!("{} {}", dice.pick(&FIRST_NAMES), dice.pick(&LAST_NAMES)),
        role: if at < 2 { ROLES[at] } else { dice.pick(&ROLES[2..]) },
    };
    let people: Vec<Person> = (0..8).map(|at| person(&mut dice, at)).collect();
    let first = Date::from_ymd(2026, 1, 5).unwrap().add_days(7 * dice.below(26) as i64);
    let task = |dice: &mut Dice, at: usize| {
        let phase = at * PHASES.len() / tasks;
        let start = dice.workday(first, phase * 135, phase * 135 + 120);
        Task {
            id: format!("t{:04}", at + 1),
            title: format!("{} {} {}", dice.pick(&VERBS), dice.pick(&OBJECTS), dice.pick(&PLACES)),
            phase: PHASES[phase],
            dimension: dice.pick(&DIMENSIONS),
            owner: dice.below(people.len()),
            start,
            due: dice.workday(start, 3, 45),
            status: dice.pick(&STATUSES),
        }
    };
    let tasks = (0..tasks).map(|at| task(&mut dice, at)).collect();
    Plan { title: format!("Fælles forløb {}, nr. {number}", dice.pick(&PLACES)), people, tasks }
}

/// What nobody plans for when the dice decide: set aside, so that there is nothing to say of a plan.
const SET_ASIDE: [&str; 7] = [
    "cell-uncovered",
    "role-vacant",
    "skills-covered",
    "holder-in-body",
    "due-on-closed-day",
    "activity-required",
    "benefit-question",
];

/// The plan as `plan` reads it: a clean one, or one with a dozen things to say of it.
pub fn text(plan: &Plan, clean: bool) -> String {
    let mut text = format!("template = \"ffb\"\ntitle = \"{}\"\nlanguage = \"da\"\n\n[people]\n", plan.title);
    for person in &plan.people {
        writeln!(text, "{} = \"{}\"", person.id, person.name).unwrap();
    }
    text.push_str("\n[roles]\n");
    for role in ROLES {
        let holders = plan.people.iter().filter(|person| person.role == role);
        let holders: Vec<String> = holders.map(|person| format!("\"{}\"", person.id)).collect();
        if !holders.is_empty() {
            writeln!(text, "{role} = [{}]", holders.join(", ")).unwrap();
        }
    }
    for task in &plan.tasks {
        let owner = &plan.people[task.owner];
        write!(
            text,
            "\n[tasks.{}]\ntitle = \"{}\"\nphase = \"{}\"\ndimension = \"{}\"\nrole = \"{}\"\nowner = \"{}\"\n\
             start = {}\ndue = {}\nstatus = \"{}\"\n",
            task.id, task.title, task.phase, task.dimension, owner.role, owner.id, task.start, task.due, task.status
        )
        .unwrap();
    }
    for rule in SET_ASIDE.iter().filter(|_| clean) {
        write!(text, "\n[[waivers]]\nrule = \"{rule}\"\nreason = \"Tages op på næste møde.\"\n").unwrap();
    }
    text
}

/// Writes plans of so many tasks, a hundred in a folder, so that there are folders to walk.
pub fn write(folder: &Path, plans: usize, tasks: usize, clean: bool) {
    for number in 1..=plans {
        let below = folder.join(format!("enhed-{:02}", (number - 1) / 100));
        fs::create_dir_all(&below).unwrap();
        fs::write(below.join(format!("nr-{number}.plan.toml")), text(&plan(number, tasks), clean)).unwrap();
    }
}
