//! `plan init`: a new plan from a framework.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use indexmap::IndexMap;

use super::workspace::Workspace;
use super::{Settings, day, output, prompt, stop, templates};
use crate::cli::Init;
use crate::locale::{self, Lang, msg};
use crate::model::{Framework, HolderCount, Person, SharedPeople, slug};
use crate::read::tree::{Tree, absolute};
use crate::read::{self, discover};
use crate::view::{self, StarterUnit, Wishes};
use crate::write::{self, document::unbroken};

pub fn run(args: &Init, settings: &Settings) -> Result<ExitCode> {
    let to_stdout = args.file.as_os_str() == "-";
    if !args.force && !to_stdout && args.file.symlink_metadata().is_ok() {
        return already_there(&args.file);
    }
    let mut asked = prompt::Answers {
        template: args.template.clone(),
        title: args.title.clone(),
        asks_units: args.units.is_empty(),
        ..prompt::Answers::default()
    };
    asked.start = args.start.as_deref().map(|text| day(text, "--start")).transpose()?;
    let framework = match &asked.template {
        Some(name) => templates::load(name, settings)?,
        None if io::stdin().is_terminal() && io::stderr().is_terminal() => prompt::ask(&mut asked, settings)?,
        None => {
            let known = read::builtins().iter().map(|builtin| builtin.id).collect::<Vec<_>>().join(", ");
            return stop(msg!(
                "skriv --template med en af: {known}",
                "skriv --template med en av: {known}",
                "write --template with one of: {known}",
            ));
        }
    };
    if asked.title.as_ref().is_some_and(|title| unbroken(title).trim().is_empty()) {
        return stop(msg!("--title: titlen er tom", "--title: tittelen er tom", "--title: the title is empty"));
    }
    let lang = settings.lang.unwrap_or(framework.language());
    let name = framework.name(lang).replace('\u{AD}', "");
    let mut wishes = Wishes {
        template: template_as_seen_from(&asked.template.unwrap_or_default(), &args.file),
        title: asked.title.unwrap_or_else(|| locale::starter_title(lang, &name, !framework.phases.is_empty())),
        lang,
        start: asked.start.unwrap_or_else(|| settings.today.next_monday()),
        units: args.units.iter().chain(&asked.units).map(|unit| parse_unit(unit, &framework)).collect::<Result<_>>()?,
        roles: IndexMap::new(),
        people: IndexMap::new(),
    };
    one_unit_an_id(&wishes.units)?;
    let repository =
        Workspace::new(Tree::Disk, settings.config).repository(args.file.parent().unwrap_or(Path::new("")));
    let shared = repository.as_ref().map(|settled| Arc::clone(&settled.repository.people)).unwrap_or_default();
    for role in args.roles.iter().chain(&asked.roles) {
        add_role(role, &framework, &shared, &mut wishes)?;
    }
    let starter = view::starter(&framework, wishes);
    let text = write::starter::write(&starter);
    if to_stdout {
        output::stdout(|out| Ok(out.write_all(text.as_bytes())?))?;
        return Ok(ExitCode::SUCCESS);
    }
    let written = if args.force {
        output::write_over(&args.file, text.as_bytes()).map(|()| true)
    } else {
        output::new_file(&args.file, text.as_bytes())
    };
    if !written? {
        return already_there(&args.file);
    }
    let tasks = starter.phases.iter().map(|phase| phase.tasks.len()).sum();
    output::remark(&locale::starter_written(settings.lang.unwrap_or(lang), &args.file.display().to_string(), tasks));
    if !discover::is_plan(&args.file) {
        let file = args.file.display();
        let hint = msg!(
            "`plan check` finder kun plan.toml og *.plan.toml af sig selv; {file} skal nævnes ved navn",
            "`plan check` finner bare plan.toml og *.plan.toml av seg selv; {file} må nevnes ved navn",
            "`plan check` finds plan.toml and *.plan.toml by itself; {file} must be named",
        );
        output::remark(hint.get(lang));
    }
    Ok(ExitCode::SUCCESS)
}

fn already_there<T>(file: &Path) -> Result<T> {
    let file = file.display();
    stop(msg!(
        "{file} findes allerede; vælg et andet navn, eller brug --force",
        "{file} finnes allerede; velg et annet navn, eller bruk --force",
        "{file} exists already; choose another name, or use --force",
    ))
}

/// A framework file's path as the plan's own folder sees it, so that both can be
/// moved together.
fn template_as_seen_from(template: &str, plan: &Path) -> String {
    if !read::is_path(template) || Path::new(template).is_absolute() {
        return template.to_owned();
    }
    let folder = plan.parent().unwrap_or(Path::new(""));
    let (from, to) = (absolute(folder), absolute(Path::new(template)));
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    let path = up.chain(down).collect::<Vec<_>>().join("/");
    if path.starts_with("..") { path } else { format!("./{path}") }
}

/// `fyn=Sundhedsklynge Fyn`, `organisation:ouh=Odense Universitetshospital`, or a name alone.
fn parse_unit(text: &str, framework: &Framework) -> Result<StarterUnit> {
    let (head, name) = match text.split_once('=') {
        Some((head, name)) => (head.trim(), name.trim()),
        None => ("", text.trim()),
    };
    let (kind, id) = match head.split_once(':') {
        Some((kind, id)) => (Some(kind.trim().to_owned()), id.trim()),
        None => (None, head),
    };
    let id = slug(if id.is_empty() { name } else { id });
    let example = "fyn=\"Sundhedsklynge Fyn\"";
    if id.is_empty() || name.is_empty() {
        return stop(msg!(
            "--unit: `{text}` mangler id eller navn; skriv for eksempel {example}",
            "--unit: `{text}` mangler id eller navn; skriv for eksempel {example}",
            "--unit: `{text}` lacks an id or a name; write for example {example}",
        ));
    }
    let kinds = framework.units.keys().cloned().collect::<Vec<_>>().join(", ");
    if let Some(kind) = kind.as_ref().filter(|kind| !framework.units.contains_key(*kind)) {
        return stop(msg!(
            "--unit: skabelonen har ingen slags enhed `{kind}`; den har: {kinds}",
            "--unit: malen har ingen type enhet `{kind}`; den har: {kinds}",
            "--unit: the framework has no kind of unit `{kind}`; it has: {kinds}",
        ));
    }
    let first = framework.units.keys().next();
    Ok(StarterUnit { id, name: name.to_owned(), kind: kind.filter(|kind| first != Some(kind)) })
}

/// Two units of one id would be a plan with an error from the start.
fn one_unit_an_id(units: &[StarterUnit]) -> Result<()> {
    for (at, unit) in units.iter().enumerate() {
        if let Some(other) = units.iter().take(at).find(|other| other.id == unit.id) {
            let (id, one, two) = (&unit.id, &other.name, &unit.name);
            return stop(msg!(
                "--unit: »{one}« og »{two}« får samme id `{id}`; giv den ene et andet: ID=NAVN",
                "--unit: «{one}» og «{two}» får samme id `{id}`; gi den ene en annen: ID=NAVN",
                "--unit: \"{one}\" and \"{two}\" get the same id `{id}`; give one of them another: ID=NAME",
            ));
        }
    }
    Ok(())
}

/// `projektleder=Ida Holm`: the person gets an id, and the role.
fn add_role(text: &str, framework: &Framework, shared: &SharedPeople, wishes: &mut Wishes) -> Result<()> {
    let Some((role, name)) = text.split_once('=').map(|(role, name)| (role.trim(), name.trim())) else {
        return stop(msg!(
            "--role: `{text}` mangler =; skriv for eksempel projektleder=\"Ida Holm\"",
            "--role: `{text}` mangler =; skriv for eksempel projektleder=\"Ida Holm\"",
            "--role: `{text}` lacks =; write for example projektleder=\"Ida Holm\"",
        ));
    };
    let known = framework.roles.iter().find(|(id, known)| {
        let named = Lang::ALL
            .iter()
            .any(|&lang| framework.role_name(id, lang).replace('\u{AD}', "").eq_ignore_ascii_case(role));
        *id == role || named || known.aka.iter().any(|aka| aka.value == role)
    });
    let Some((role, known)) = known else {
        let all = framework.roles.keys().cloned().collect::<Vec<_>>().join(", ");
        return stop(msg!(
            "--role: skabelonen har ingen rolle `{role}`; den har: {all}",
            "--role: malen har ingen rolle `{role}`; den har: {all}",
            "--role: the framework has no role `{role}`; it has: {all}",
        ));
    };
    if slug(name).is_empty() {
        return stop(msg!(
            "--role: `{text}` mangler et navn",
            "--role: `{text}` mangler et navn",
            "--role: `{text}` lacks a name"
        ));
    }
    let called = |person: &Person| person.name.as_ref().is_some_and(|own| own.value == name);
    let introduced = shared.people.get(name).or_else(|| shared.people.values().find(|person| called(person)));
    let id = match introduced {
        // Whom all plans know needs no introduction.
        Some(person) => person.id.value.clone(),
        None => {
            let id = person_id(name, shared, wishes);
            wishes.people.insert(id.clone(), name.to_owned());
            id
        }
    };
    let holders = wishes.roles.entry(role.clone()).or_default();
    let one = known.holders.as_ref().is_some_and(|holders| holders.value == HolderCount::One) && known.per.is_none();
    if one && holders.iter().any(|holder| *holder != id) {
        return stop(msg!(
            "--role: `{role}` er for én person",
            "--role: `{role}` er for én person",
            "--role: `{role}` is for one person",
        ));
    }
    if !holders.contains(&id) {
        holders.push(id);
    }
    Ok(())
}

/// The first name, or the whole where somebody else has that.
fn person_id(name: &str, shared: &SharedPeople, wishes: &Wishes) -> String {
    if let Some((id, _)) = wishes.people.iter().find(|(_, known)| known.as_str() == name) {
        return id.clone();
    }
    let first = slug(name.split_whitespace().next().unwrap_or(name));
    let whole = slug(name);
    let taken = |id: &String| wishes.people.contains_key(id) || shared.people.contains_key(id);
    let free = |id: &String| !id.is_empty() && !taken(id);
    [first, whole.clone()]
        .into_iter()
        .find(free)
        .unwrap_or_else(|| (2..).map(|number| format!("{whole}-{number}")).find(free).unwrap_or(whole))
}
