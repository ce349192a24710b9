use std::collections::HashSet;

use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{FrameworkMeeting, Meeting, ParameterKey, Point, StatedRule};

pub static RULE: Rule = Rule {
    id: "meeting-points",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "et kommende møde, som ikke tager alle sine faste punkter op",
            "et kommende møte som ikke tar opp alle sine faste punkter",
            "a coming meeting that does not take up all its fixed points",
        ),
        why: words!(
            "Det punkt, der bliver sprunget over, er tit det ubehagelige, og så hører de, der kunne hjælpe, for sent om det.",
            "Punktet som blir hoppet over, er ofte det ubehagelige, og da får de som kunne hjulpet, høre om det for sent.",
            "The point that is skipped is often the unpleasant one, and those who could help hear of it too late.",
        ),
        bad: "[meetings.ejermoede-juni]\nbody   = \"projektejer\"\ndate   = 2025-06-19\npoints = [\"fremdrift\"]\n",
        good: "[meetings.ejermoede-juni]\nbody   = \"projektejer\"\ndate   = 2025-06-19\npoints = [\"fremdrift\", \"risici\"]\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Meetings)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    for id in &stated.meetings {
        let Some(kind) = cx.framework.meetings.get(id.as_str()) else { continue };
        let meetings = cx.joined.meetings_of(id).unwrap_or_default();
        let coming = meetings.into_iter().filter(|(day, _)| cx.today <= *day).enumerate();
        // The next one, and those further ahead that somebody has begun to prepare.
        for (_, (_, meeting)) in coming.filter(|(at, (_, meeting))| *at == 0 || !meeting.points.is_empty()) {
            look(cx, kind, meeting, out);
        }
    }
}

fn look(cx: &Context, kind: &FrameworkMeeting, meeting: &Meeting, out: &mut Sink) {
    let taken_up: HashSet<&str> = meeting.points.iter().map(|point| point.as_str()).collect();
    // A point that leads nowhere may be any of them.
    if meeting.is_unread("points") || taken_up.iter().any(|id| !kind.points.contains_key(*id)) {
        return;
    }
    let missing: Vec<&Point> = kind.points.values().filter(|point| !taken_up.contains(point.id.as_str())).collect();
    if missing.is_empty() {
        return;
    }
    let names = |lang| {
        let name = |point: &&Point| point.title.as_ref().map_or(point.id.as_str(), |title| title.get(lang)).to_owned();
        missing.iter().map(name).collect::<Vec<_>>().join(" · ")
    };
    let all = kind.points.keys().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let at = meeting.points.first().map_or(meeting.id.span, |first| first.span);
    let day = |lang| meeting.date.as_ref().map(|date| when(date.value)(lang)).unwrap_or_default();
    out.add(
        cx.at(at),
        say!(
            "mødet »{name}« {day} mangler faste punkter: {names}",
            "møtet «{name}» {day} mangler faste punkter: {names}",
            "the meeting \"{name}\" {day} lacks fixed points: {names}";
            name = cx.meeting_name(meeting), day = day, names = names
        ),
    )
    .help(say!("skriv points = [{all}]", "skriv points = [{all}]", "write points = [{all}]"))
    .about(meeting.id.as_str());
}
