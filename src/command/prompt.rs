//! Questions at the terminal, for what the command line left out.

use std::io::{self, BufRead, Write};
use std::sync::Arc;

use anyhow::Result;

use super::{Settings, day, output, stop, templates};
use crate::calendar::Date;
use crate::locale::{self, msg};
use crate::model::Framework;
use crate::view;
use crate::write::document::unbroken;

/// What was said on the command line or at the prompt.
#[derive(Debug, Default)]
pub struct Answers {
    pub template: Option<String>,
    pub title: Option<String>,
    pub start: Option<Date>,
    /// Who holds which role, as on the command line.
    pub roles: Vec<String>,
    /// Whether to ask for units: not where the command line names some.
    pub asks_units: bool,
    /// Units, as on the command line.
    pub units: Vec<String>,
}

/// Asks at the terminal for what the command line left out.
pub fn ask(answers: &mut Answers, settings: &Settings) -> Result<Arc<Framework>> {
    let lang = settings.lang();
    let all = templates::all();
    // The one that asks least is proposed.
    let proposed = all.iter().min_by_key(|framework| framework.activities.len()).map_or("", |least| least.id());
    let mut error = io::stderr().lock();
    for (number, framework) in (1..).zip(&all) {
        let line = view::template_line(framework, lang);
        writeln!(error, "  {number}. {:16} {}", line.named.id, unbroken(&line.named.name))?;
    }
    let framework = loop {
        let answer = prompt(&mut error, locale::ASK_TEMPLATE.of(lang), proposed)?;
        let numbered = answer.parse::<usize>().ok().and_then(|number| all.get(number.wrapping_sub(1)));
        let name = numbered.map_or(answer.as_str(), Framework::id).to_owned();
        match templates::load(&name, settings) {
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
        let answer = prompt(&mut error, locale::ASK_START.of(lang), &settings.today.next_monday().to_string())?;
        match day(&answer, locale::ASK_START.of(lang)) {
            Ok(start) => answers.start = Some(start),
            Err(why) => output::complain(&why, lang),
        }
    }
    let skip = locale::ASK_SKIP.of(lang);
    for (role, _) in framework.roles.iter().filter(|(_, role)| role.expected && role.per.is_none()) {
        let question = format!("{} ({skip})", unbroken(framework.role_name(role, lang)));
        let names = prompt(&mut error, &question, "")?;
        let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        answers.roles.extend(names.map(|name| format!("{role}={name}")));
    }
    for (kind, unit) in framework.units.iter().filter(|_| answers.asks_units) {
        let name = unit.plural.as_ref().or(unit.name.as_ref()).map_or(kind.as_str(), |name| name.get(lang));
        let names = prompt(&mut error, &format!("{} ({})", unbroken(name), locale::ASK_UNITS.of(lang)), "")?;
        let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        answers.units.extend(names.map(|name| format!("{kind}:={name}")));
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
