use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Message, Text, list, msg, say, words};
use crate::model::{Initiative, ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "initiative-fields",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en indsats, som mangler noget, man skal bruge for at vælge den eller begynde på den",
            "et tiltak som mangler noe man trenger for å velge det eller begynne på det",
            "an initiative that lacks what is needed to choose it or to begin",
        ),
        why: words!(
            "De, der skal vælge, kan ikke sammenligne indsatserne, og en indsats, der er valgt uden ansvarlig, penge eller start, bliver ikke til noget.",
            "De som skal velge, kan ikke sammenligne tiltakene, og et tiltak som er valgt uten ansvarlig, penger eller start, blir ikke noe av.",
            "Those who choose cannot compare the initiatives, and one that is chosen without an owner, money or a start comes to nothing.",
        ),
        bad: "[initiatives.rygestop]\ntitle  = \"Hjemmeplejen henviser til rygestop\"\nchosen = true\n",
        good: "[initiatives.rygestop]\ntitle   = \"Hjemmeplejen henviser til rygestop\"\nchosen  = true\nowner   = \"ida\"\nfunding = \"Inden for budgettet\"\nstart   = 2026-05-11\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Fields)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let fields: Vec<&str> = stated.fields.iter().map(|field| field.as_str()).collect();
    // `linked` asks it of the chosen ones alone.
    for initiative in cx.plan.initiatives.values().filter(|initiative| initiative.chosen || !stated.linked) {
        let lacking = |field: &&str| Initiative::FIELDS.contains(field) && !initiative.has(field);
        let lacking: Vec<&str> = fields.iter().copied().filter(lacking).collect();
        if lacking.is_empty() {
            continue;
        }
        let title = initiative.title();
        let names = list(&lacking.iter().map(|field| name(cx, field)).collect::<Vec<_>>());
        let lines = lacking.iter().map(|field| line(field)).collect::<Vec<_>>().join(", ");
        let message = if stated.linked {
            msg!(
                "»{title}« er valgt, men mangler {names}",
                "«{title}» er valgt, men mangler {names}",
                "\"{title}\" is chosen, but lacks {names}";
                names = names
            )
        } else {
            msg!("»{title}« mangler {names}", "«{title}» mangler {names}", "\"{title}\" lacks {names}"; names = names)
        };
        out.add(cx.at(initiative.id.span), message)
            .help(say!("skriv {lines}", "skriv {lines}", "write {lines}"))
            .about(&*initiative.id.value);
    }
}

fn name(cx: &Context, field: &str) -> Message {
    let words = match field {
        "departments" => return cx.framework.labels.unit(),
        "degree" => words!("implementeringsgrad", "gjennomføringsgrad", "degree of implementation"),
        "complexity" => words!("kompleksitet", "kompleksitet", "complexity"),
        "evidence" => words!("evidens", "evidens", "evidence"),
        "funding" => words!("finansiering", "finansiering", "funding"),
        "owner" => words!("ansvarlig", "ansvarlig", "owner"),
        "start" => words!("start", "start", "start"),
        _ => words!("emne", "emne", "topic"),
    };
    Text::each(|lang| words.of(lang).to_owned())
}

/// How it is written.
fn line(field: &str) -> String {
    match field {
        "departments" => "departments = [\"…\"]".to_owned(),
        "degree" => "degree = \"…\" (red, yellow, green)".to_owned(),
        "complexity" => "complexity = \"…\" (low, high)".to_owned(),
        "evidence" => "evidence = \"…\" (basic, developing)".to_owned(),
        "start" => "start = …".to_owned(),
        _ => format!("{field} = \"…\""),
    }
}
