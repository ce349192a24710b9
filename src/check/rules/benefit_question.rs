use std::collections::HashSet;

use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{Benefit, ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "benefit-question",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en gevinst uden et spørgsmål, eller et niveau uden en gevinst",
            "en gevinst uten et spørsmål, eller et nivå uten en gevinst",
            "a benefit without a question, or a level without a benefit",
        ),
        why: words!(
            "Uden et spørgsmål kan ingen se, om gevinsten kom, og et niveau uden gevinster har intet at følge.",
            "Uten et spørsmål kan ingen se om gevinsten kom, og et nivå uten gevinster har ingenting å følge.",
            "Without a question nobody can see whether the benefit came, and a level without benefits has nothing to follow.",
        ),
        bad: "[benefits.tid]\ntitle = \"Mere tid hos borgeren\"\nlevel = \"medarbejder\"\n",
        good: "[benefits.tid]\ntitle    = \"Mere tid hos borgeren\"\nquestion = \"Hvor mange timer om ugen er medarbejderen hos borgeren?\"\nlevel    = \"medarbejder\"\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Levels)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let benefits: Vec<&Benefit> = cx.plan.benefits.values().filter(|benefit| !benefit.is_dropped()).collect();
    if benefits.is_empty() {
        out.add(
            cx.whole(),
            say!("planen har ingen gevinster", "planen har ingen gevinster", "the plan has no benefits"),
        )
        .help(say!(
            "skriv [benefits.…] med title, question og level",
            "skriv [benefits.…] med title, question og level",
            "write [benefits.…] with title, question and level",
        ));
        return;
    }
    for benefit in benefits.iter().filter(|benefit| benefit.question.is_none() && !benefit.is_unread("question")) {
        let title = benefit.title();
        out.add(
            cx.at(benefit.id.span),
            say!(
                "gevinsten »{title}« er uden spørgsmål",
                "gevinsten «{title}» er uten spørsmål",
                "the benefit \"{title}\" has no question",
            ),
        )
        .help(say!(
            "skriv question = \"…\" med det, I vil måle, for eksempel hvor mange eller hvor tit",
            "skriv question = \"…\" med det dere vil måle, for eksempel hvor mange eller hvor ofte",
            "write question = \"…\" with what you want to measure, such as how many or how often",
        ))
        .about(benefit.id.as_str());
    }
    let served: HashSet<&str> =
        benefits.iter().flat_map(|benefit| &benefit.levels).map(|level| level.as_str()).collect();
    // A level that is unknown or unreadable may be any of them.
    let known = |level: &&str| cx.framework.reporting_levels.contains_key(*level);
    if !served.iter().all(known) || benefits.iter().any(|benefit| benefit.is_unread("level")) {
        return;
    }
    let asked = stated.levels.iter().map(|level| level.as_str()).filter(known);
    for level in asked.filter(|level| !served.contains(level)) {
        let name = cx.framework.reporting_levels.get(level).and_then(|level| level.name.as_ref());
        let name = |lang| name.map_or(level, |name| name.get(lang)).to_owned();
        out.add(
            cx.whole(),
            say!(
                "ingen gevinst følges på niveauet »{name}«",
                "ingen gevinst følges på nivået «{name}»",
                "no benefit is followed at the level \"{name}\"";
                name = name
            ),
        )
        .help(say!(
            "skriv level = \"{level}\" ved mindst én gevinst",
            "skriv level = \"{level}\" for minst én gevinst",
            "write level = \"{level}\" for at least one benefit",
        ))
        .about(level);
    }
}
