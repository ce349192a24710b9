//! Questions at the terminal, for what the command line left out.

use std::io::{self, BufRead, Write};

use anyhow::Result;

use super::init::next_monday;
use super::{Settings, day, output, stop, templates};
use crate::calendar::Date;
use crate::locale::{self, msg};
use crate::model::{Framework, HolderCount};
use crate::read;
use crate::view;
use crate::write::document::unbroken;

/// What was said on the command line or at the prompt.
#[derive(Debug, Default)]
pub struct Answers {
    pub template: Option<String>,
    pub title: Option<String>,
    pub start: Option<Date>,
    /// Who holds the role that is asked for: its id, and a name.
    pub leader: Option<(String, String)>,
}

/// Asks at the terminal for what the command line left out.
pub fn ask(answers: &mut Answers, settings: &Settings) -> Result<Framework> {
    let lang = settings.lang();
    let known = read::builtins();
    let mut error = io::stderr().lock();
    for (number, framework) in (1..).zip(templates::all()) {
        let line = view::template_line(&framework, lang);
        writeln!(error, "  {number}. {:14} {}", line.named.id, line.summary)?;
    }
    let framework = loop {
        let answer = prompt(&mut error, locale::ASK_TEMPLATE.of(lang), known.first().map_or("", |first| first.id))?;
        let numbered = answer.parse::<usize>().ok().and_then(|number| known.get(number.wrapping_sub(1)));
        let name = numbered.map_or(answer.as_str(), |builtin| builtin.id).to_owned();
        match templates::load(&name) {
            Ok(framework) => {
                answers.template = Some(name);
                break framework;
            }
            Err(why) => output::complain(&why, lang),
        }
    };
    let plan_lang = settings.lang.unwrap_or(framework.language());
    if answers.title.is_none() {
        let name = framework.name(plan_lang).replace('\u{AD}', "");
        answers.title = Some(prompt(
            &mut error,
            locale::ASK_TITLE.of(lang),
            &locale::starter_title(plan_lang, &name, !framework.phases.is_empty()),
        )?);
    }
    while answers.start.is_none() {
        let answer = prompt(&mut error, locale::ASK_START.of(lang), &next_monday(settings.today).to_string())?;
        match day(&answer, locale::ASK_START.of(lang)) {
            Ok(start) => answers.start = Some(start),
            Err(why) => output::complain(&why, lang),
        }
    }
    // The role of one person that every plan of this framework needs.
    let leader = framework.roles.iter().find(|(_, role)| {
        role.expected
            && role.per.is_none()
            && role.holders.as_ref().is_some_and(|holders| holders.value == HolderCount::One)
    });
    if let Some((role, _)) = leader {
        let name = prompt(&mut error, &unbroken(framework.role_name(role, lang)), "")?;
        answers.leader = Some((role.clone(), name)).filter(|(_, name)| !name.is_empty());
    }
    Ok(framework)
}

/// Asks one question; an empty answer takes the proposal.
fn prompt(out: &mut impl Write, question: &str, proposal: &str) -> Result<String> {
    if proposal.is_empty() {
        write!(out, "{question}: ")?;
    } else {
        write!(out, "{question} [{proposal}]: ")?;
    }
    out.flush()?;
    let mut answer = String::new();
    if io::stdin().lock().read_line(&mut answer)? == 0 {
        writeln!(out)?;
        return stop(msg!(
            "afbrudt; intet er skrevet",
            "avbrutt; ingenting er skrevet",
            "stopped; nothing was written"
        ));
    }
    let answer = answer.trim();
    Ok(if answer.is_empty() { proposal.to_owned() } else { answer.to_owned() })
}
