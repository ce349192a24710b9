use crate::calendar::Date;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{Indicator, ParameterKey, Reading, StatedRule};

pub static RULE: Rule = Rule {
    id: "indicator-reading",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en indikator, som ikke er aflæst længe",
            "en indikator som ikke er lest av på lenge",
            "an indicator that has not been read for long",
        ),
        why: words!(
            "En indsats, ingen har målt på i månedsvis, kan være gået i stå, uden at nogen når at rette den til.",
            "Et tiltak ingen har målt på i månedsvis, kan ha stoppet opp uten at noen rekker å justere det.",
            "An effort that nobody has measured for months may have stalled before anybody can put it right.",
        ),
        bad: "[indicators.oplaerte]\ntitle = \"Oplærte medarbejdere\"\n[indicators.oplaerte.readings]\n2024-10-01 = 40\n",
        good: "[indicators.oplaerte]\ntitle = \"Oplærte medarbejdere\"\n[indicators.oplaerte.readings]\n2024-10-01 = 40\n2025-06-02 = 85\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(1, ParameterKey::Days)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let Some(days) = stated.days.as_ref().map(|days| days.value) else { return };
    if cx.plan.is_over(cx.today) {
        return;
    }
    let since = cx.today.add_days(-days);
    for indicator in cx.plan.indicators.values().filter(|indicator| is_due(cx, indicator, since)) {
        let unsure = indicator.is_unread("readings") || indicator.readings.values().any(|reading| reading.on.is_none());
        let read = indicator.readings.values().filter_map(|reading| Some((reading.on?, reading)));
        let last = read.filter(|(day, _)| *day <= cx.today).max_by_key(|(day, _)| *day);
        if !unsure && last.is_none_or(|(day, _)| day < since) {
            report(cx, indicator, last, days, out);
        }
    }
}

/// Whether there has been so much time to read it: from the plan's start, and from that of its initiative, if that is chosen.
fn is_due(cx: &Context, indicator: &Indicator, since: Date) -> bool {
    let begun = |start: Option<Date>| start.is_none_or(|start| start <= since);
    let plan = begun(cx.plan.start.as_ref().map(|start| start.value));
    let Some(initiative) = indicator.initiative.as_ref() else { return plan };
    let initiative = cx.plan.initiatives.get(initiative.as_str());
    let counts = initiative.filter(|initiative| initiative.chosen && !initiative.unread.contains(&"start"));
    plan && counts.is_some_and(|own| begun(own.start.as_ref().map(|start| start.first())))
}

fn report(cx: &Context, indicator: &Indicator, last: Option<(Date, &Reading)>, days: i64, out: &mut Sink) {
    let (title, id, today) = (indicator.title(), indicator.id.as_str(), cx.today);
    let at = last.map_or(indicator.id.span, |(_, reading)| reading.id.span);
    let message = match last {
        Some((day, _)) => msg!(
            "»{title}« er sidst aflæst {day}; det skal ske mindst hver {days}. dag",
            "«{title}» er sist lest av {day}; det skal skje minst hver {days}. dag",
            "\"{title}\" was last read {day}; that is to happen at least every {days} days";
            day = when(day)
        ),
        None => msg!(
            "»{title}« er aldrig aflæst; det skal ske mindst hver {days}. dag",
            "«{title}» er aldri lest av; det skal skje minst hver {days}. dag",
            "\"{title}\" has never been read; that is to happen at least every {days} days",
        ),
    };
    out.add(cx.at(at), message)
        .help(say!(
            "skriv dagens tal under [indicators.{id}.readings]: {today} = …",
            "skriv dagens tall under [indicators.{id}.readings]: {today} = …",
            "write today's figure under [indicators.{id}.readings]: {today} = …",
        ))
        .about(id);
}
