//! Comments in a new plan, and what `plan init` asks and says.

use super::{Lang, Words, words};

pub(crate) const STARTER_CASE: Words = words!("# sagsnummer", "# saksnummer", "# journal number");
pub(crate) const STARTER_PEOPLE: Words = words!(
    "Hvem er med? Et kort id og et navn. Resten af planen bruger id'et.",
    "Hvem er med? En kort id og et navn. Resten av planen bruker id-en.",
    "Who takes part? A short id and a name. The rest of the plan uses the id.",
);
pub(crate) const STARTER_ROLES: Words = words!(
    "Hvem har hvilken rolle? Et id, eller flere: [\"ida\", \"jonas\"]",
    "Hvem har hvilken rolle? En id, eller flere: [\"ida\", \"jonas\"]",
    "Who holds which role? One id, or several: [\"ida\", \"jonas\"]",
);
pub(crate) const STARTER_UNITS: Words = words!(
    "Steder, hvor den samme opgave udføres hvert sted.",
    "Steder der den samme oppgaven utføres hvert sted.",
    "Places where the same task is done in each.",
);
pub(crate) const STARTER_PHASES: Words = words!(
    "Hvornår er hver fase? En dag 2025-05-19, en uge \"2025-W21\" eller en måned \"2025-05\".",
    "Når er hver fase? En dag 2025-05-19, en uke \"2025-W21\" eller en måned \"2025-05\".",
    "When is each phase? A day 2025-05-19, a week \"2025-W21\" or a month \"2025-05\".",
);
pub(crate) const STARTER_TASKS: Words = words!(
    "Giv hver opgave en ansvarlig: owner = \"ida\"\nNår den er i gang: status = \"doing\". Når den er udført: done = 2025-05-19",
    "Gi hver oppgave en ansvarlig: owner = \"ida\"\nNår den pågår: status = \"doing\". Når den er utført: done = 2025-05-19",
    "Give each task an owner: owner = \"ida\"\nWhen it is under way: status = \"doing\". When it is done: done = 2025-05-19",
);
pub(crate) const STARTER_MEETINGS: Words = words!("Møder", "Møter", "Meetings");
pub(crate) const STARTER_BLANKS: Words =
    words!("Felter, der er tomme med vilje", "Felt som er tomme med vilje", "Cells that are empty on purpose");
pub(crate) const STARTER_CONFIRM: Words = words!(
    "Begrundelserne er forslag: bekræft dem, eller giv en opgave feltets fase og målgruppe.",
    "Begrunnelsene er forslag: bekreft dem, eller gi en oppgave feltets fase og målgruppe.",
    "The reasons are proposals: confirm them, or give a task the cell's phase and row.",
);
pub(crate) const ASK_TEMPLATE: Words = words!("Hvilken skabelon?", "Hvilken mal?", "Which template?");
pub(crate) const ASK_SKIP: Words = words!("Enter: ved ikke endnu", "Enter: vet ikke ennå", "Enter: not known yet");
pub(crate) const ASK_UNITS: Words = words!(
    "navne med komma imellem; Enter: ingen endnu",
    "navn med komma mellom; Enter: ingen ennå",
    "names with commas between; Enter: none yet",
);
pub(crate) const ASK_TITLE: Words = words!("Planens titel", "Planens tittel", "The plan's title");
pub(crate) const ASK_START: Words = words!("Første dag", "Første dag", "First day");

/// The comment at the top of a new plan.
pub(crate) fn starter_head(lang: Lang, framework: &str, has_phases: bool) -> String {
    let framework = framework.replace('\u{AD}', "");
    let what = match lang {
        _ if !has_phases => framework,
        Lang::Da => format!("Implementeringsplan efter {framework}"),
        Lang::Nb => format!("Implementeringsplan etter {framework}"),
        Lang::En => format!("An implementation plan by {framework}"),
    };
    match lang {
        Lang::Da => format!(
            "{what}. Ret frit; linjer med # foran er kommentarer.\nplan check finder fejl og mangler, plan matrix og plan timeline viser planen,\nplan report skriver statusrapporten."
        ),
        Lang::Nb => format!(
            "{what}. Endre fritt; linjer med # foran er kommentarer.\nplan check finner feil og mangler, plan matrix og plan timeline viser planen,\nplan report skriver statusrapporten."
        ),
        Lang::En => format!(
            "{what}. Change it freely; lines that begin with # are comments.\nplan check finds mistakes and gaps, plan matrix and plan timeline show the plan,\nplan report writes the status report."
        ),
    }
}

/// How to give a meeting an agenda.
pub(crate) fn starter_agenda(lang: Lang, meeting: &str) -> String {
    match lang {
        Lang::Da => format!(
            "Hvad bliver mødet bedt om? decide, discuss eller inform\n[meetings.{meeting}.agenda]\nid-paa-opgave = \"decide\""
        ),
        Lang::Nb => format!(
            "Hva blir møtet bedt om? decide, discuss eller inform\n[meetings.{meeting}.agenda]\nid-paa-oppgave = \"decide\""
        ),
        Lang::En => format!(
            "What is the meeting asked? decide, discuss or inform\n[meetings.{meeting}.agenda]\nid-of-a-task = \"decide\""
        ),
    }
}

/// The title of a plan whose writer gave none.
pub(crate) fn starter_title(lang: Lang, framework: &str, has_phases: bool) -> String {
    match lang {
        _ if !has_phases => framework.to_owned(),
        Lang::Da | Lang::Nb => format!("Implementeringsplan for {framework}"),
        Lang::En => format!("Implementation plan for {framework}"),
    }
}

/// What was written, and what to do next.
pub(crate) fn starter_written(lang: Lang, file: &str, tasks: usize) -> String {
    match lang {
        Lang::Da => format!(
            "{file} er skrevet med {tasks} opgaver. Åbn den, giv opgaverne en ansvarlig, og kør `plan check {file}`."
        ),
        Lang::Nb => format!(
            "{file} er skrevet med {tasks} oppgaver. Åpne den, gi oppgavene en ansvarlig, og kjør `plan check {file}`."
        ),
        Lang::En => {
            format!("{file} is written ({tasks} tasks). Open it, give each task an owner, and run `plan check {file}`.")
        }
    }
}
