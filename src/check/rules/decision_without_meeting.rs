use std::collections::HashMap;

use crate::calendar::Date;
use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{Ask, Decision, Meeting};
use crate::source::Span;

pub static RULE: Rule = Rule {
    id: "decision-without-meeting",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en ventende beslutning, som intet møde skal tage, eller som er udsat to gange",
            "en ventende beslutning som ikke noe møte skal ta, eller som er utsatt to ganger",
            "a decision wanted that no meeting is to take, or that was put off twice",
        ),
        why: words!(
            "En beslutning uden et møde bliver ikke taget, og alt, der venter på den, står stille imens.",
            "En beslutning uten et møte blir ikke tatt, og alt som venter på den, står stille imens.",
            "A decision without a meeting is not taken, and all that waits for it stands still.",
        ),
        bad: "[decisions.model]\ntext = \"Hvilken model vælger vi?\"\n",
        good: "[decisions.model]\ntext    = \"Hvilken model vælger vi?\"\nmeeting = \"styregruppe-juni\"\n\n[meetings.styregruppe-juni]\nbody = \"styregruppe\"\ndate = 2025-06-19\n",
    },
    run: Run::Always(check),
    absence: true,
};

/// A meeting that takes up a decision, and where that is written.
struct Asked<'a> {
    meeting: &'a Meeting,
    decide: bool,
    at: Span,
}

impl Asked<'_> {
    /// Its day, if it has been.
    fn held(&self, today: Date) -> Option<Date> {
        self.meeting.date.as_ref().map(|date| date.value).filter(|day| *day < today)
    }
}

fn check(cx: &Context, out: &mut Sink) {
    let mut agendas: HashMap<&str, Vec<Asked>> = HashMap::new();
    for meeting in cx.plan.meetings.values() {
        for item in meeting.agenda.values() {
            let asked = Asked { meeting, decide: item.ask.value == Ask::Decide, at: item.id.span };
            agendas.entry(&item.id).or_default().push(asked);
        }
    }
    let unsure = cx.plan.meetings.values().any(|meeting| meeting.is_unread("agenda"));
    for decision in cx.plan.decisions.values().filter(|decision| decision.is_wanted()) {
        let said = ["outcome", "decided", "meeting"].iter().any(|key| decision.unread.contains(key));
        if said || unsure {
            continue;
        }
        let mut asked = agendas.remove(decision.id.as_str()).unwrap_or_default();
        if let Some(id) = &decision.meeting {
            let on_agenda = asked.iter().any(|asked| asked.meeting.id.value == id.value);
            let meeting = cx.plan.meetings.get(id.as_str()).filter(|_| !on_agenda);
            asked.extend(meeting.map(|meeting| Asked { meeting, decide: true, at: id.span }));
        }
        let mut held: Vec<_> = asked.iter().filter_map(|asked| Some((asked.held(cx.today)?, asked))).collect();
        held.sort_by_key(|(day, _)| *day);
        let deferred: Vec<_> = held.iter().filter(|(_, asked)| asked.decide).collect();
        if let [.., first, second] = deferred.as_slice() {
            put_off(cx, decision, first, second, out);
        } else if decision.meeting.is_none() && held.len() == asked.len() {
            no_meeting(cx, decision, held.last(), out);
        }
    }
}

fn no_meeting(cx: &Context, decision: &Decision, last: Option<&(Date, &Asked)>, out: &mut Sink) {
    let title = decision.title();
    let finding = out.add(
        cx.at(decision.id.span),
        say!(
            "intet møde skal tage stilling til »{title}«",
            "ikke noe møte skal ta stilling til «{title}»",
            "no meeting is to decide \"{title}\"",
        ),
    );
    finding.about(decision.id.as_str());
    if let Some((day, asked)) = last {
        let message = say!(
            "stod på dagsordenen {day}",
            "stod på dagsordenen {day}",
            "was on the agenda {day}";
            day = when(*day)
        );
        finding.also(cx.at(asked.at), message);
        finding.help(say!(
            "skriv outcome = \"…\", hvis den er taget; ellers meeting = \"…\" med et kommende møde",
            "skriv outcome = \"…\" hvis den er tatt; ellers meeting = \"…\" med et kommende møte",
            "write outcome = \"…\" if it is taken; else meeting = \"…\" with a coming meeting",
        ));
        return;
    }
    let dated = cx.plan.meetings.values().filter_map(|meeting| Some((meeting.date.as_ref()?.value, meeting)));
    let decides = |meeting: &Meeting| {
        let body = cx.framework.decision_body.as_ref();
        body.is_none_or(|body| meeting.body.as_ref().is_some_and(|own| own.value == body.value))
    };
    let coming = dated.filter(|(day, meeting)| cx.today <= *day && decides(meeting)).min_by_key(|(day, _)| *day);
    finding.help(match coming {
        Some((_, meeting)) => msg!(
            "skriv for eksempel meeting = \"{id}\"",
            "skriv for eksempel meeting = \"{id}\"",
            "write for example meeting = \"{id}\"",
            id = meeting.id.as_str()
        ),
        None => msg!(
            "skriv et møde, [meetings.…], med date = og en dato, og meeting = \"…\" med dets id her",
            "skriv et møte, [meetings.…], med date = og en dato, og meeting = \"…\" med id-en her",
            "write a meeting, [meetings.…], with date = and a date, and meeting = \"…\" with its id here",
        ),
    });
}

fn put_off(cx: &Context, decision: &Decision, first: &(Date, &Asked), second: &(Date, &Asked), out: &mut Sink) {
    let title = decision.title();
    let finding = out.add(
        cx.at(decision.id.span),
        say!("»{title}« er udsat to gange", "«{title}» er utsatt to ganger", "\"{title}\" was put off twice",),
    );
    for (day, asked) in [first, second] {
        finding.also(
            cx.at(asked.at),
            say!("til beslutning {day}", "til beslutning {day}", "to be decided {day}"; day = when(*day)),
        );
    }
    finding
        .help(say!(
            "skriv outcome = \"…\", hvis den er taget; ellers aftal, hvad der mangler, for at den kan tages",
            "skriv outcome = \"…\" hvis den er tatt; avtal ellers hva som mangler for at den kan tas",
            "write outcome = \"…\" if it is taken; else agree on what is missing before it can be taken",
        ))
        .about(decision.id.as_str());
}
