use std::collections::{HashMap, HashSet};

use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{Evidence, Indicator, IndicatorKind, StatedRule};

pub static RULE: Rule = Rule {
    id: "initiative-evidence",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en valgt indsats, som ikke bliver målt sådan, som dens evidens kræver",
            "et valgt tiltak som ikke blir målt slik evidensen krever",
            "a chosen initiative that is not measured as its evidence asks",
        ),
        why: words!(
            "Er effekten kendt, skal nogen se, om indsatsen bliver gennemført; er den usikker, skal nogen også finde ud af, om den virker. Ellers fortsætter man i blinde.",
            "Er effekten kjent, må noen se om tiltaket blir gjennomført; er den usikker, må noen også finne ut om det virker. Ellers fortsetter man i blinde.",
            "Where the effect is known, somebody must see that it is carried out; where it is not, also whether it works. Otherwise people go on blindly.",
        ),
        bad: "[initiatives.trivsel]\ntitle    = \"Unges trivsel\"\nevidence = \"developing\"\nchosen   = true\n",
        good: "[initiatives.trivsel]\ntitle    = \"Unges trivsel\"\nevidence = \"developing\"\nchosen   = true\n\n[indicators.ensomhed]\ntitle      = \"Elever, der ofte føler sig ensomme\"\nkind       = \"value\"\ninitiative = \"trivsel\"\n",
    },
    run: Run::Stated(check, &[]),
    absence: true,
};

/// What an indicator says for an initiative's evidence.
fn evidence_of(kind: IndicatorKind) -> Evidence {
    match kind {
        IndicatorKind::Quality | IndicatorKind::Result => Evidence::Basic,
        IndicatorKind::Value => Evidence::Developing,
    }
}

fn check(cx: &Context, _: &StatedRule, out: &mut Sink) {
    let mut measured: HashSet<(&str, Evidence)> = HashSet::new();
    // An indicator with a kind or an initiative that nobody knows may be the one.
    let mut unsure: HashSet<&str> = HashSet::new();
    let mut astray: HashSet<Evidence> = HashSet::new();
    let mut without_kind: HashMap<&str, &Indicator> = HashMap::new();
    for indicator in cx.plan.indicators.values() {
        let known = |id: &str| cx.plan.initiatives.contains_key(id);
        let evidence = indicator.kind.as_ref().map(|kind| evidence_of(kind.value));
        match (&indicator.initiative, evidence) {
            (Some(id), Some(evidence)) if known(id) => {
                measured.insert((id, evidence));
            }
            (Some(id), None) if known(id) && indicator.is_unread("kind") => {
                unsure.insert(id);
            }
            (Some(id), None) => {
                without_kind.entry(id).or_insert(indicator);
            }
            (Some(_), Some(evidence)) => {
                astray.insert(evidence);
            }
            (None, Some(evidence)) if indicator.is_unread("initiative") => {
                astray.insert(evidence);
            }
            _ => {}
        }
    }
    for initiative in cx.plan.initiatives.values().filter(|initiative| initiative.chosen) {
        let (Some(evidence), id) = (&initiative.evidence, initiative.id.as_str()) else {
            continue;
        };
        if measured.contains(&(id, evidence.value)) || unsure.contains(id) || astray.contains(&evidence.value) {
            continue;
        }
        let title = initiative.title();
        let (message, kinds) = match evidence.value {
            Evidence::Basic => (
                msg!(
                    "ingen indikator viser, om »{title}« bliver gennemført",
                    "ingen indikator viser om «{title}» blir gjennomført",
                    "no indicator shows whether \"{title}\" is carried out",
                ),
                msg!("\"quality\" eller \"result\"", "\"quality\" eller \"result\"", "\"quality\" or \"result\""),
            ),
            Evidence::Developing => (
                msg!(
                    "ingen indikator viser, om »{title}« virker",
                    "ingen indikator viser om «{title}» virker",
                    "no indicator shows whether \"{title}\" works",
                ),
                msg!("\"value\"", "\"value\"", "\"value\""),
            ),
        };
        let finding = out.add(cx.at(evidence.span), message);
        finding.about(id);
        if let Some(indicator) = without_kind.get(id) {
            let place = cx.at(indicator.id.span);
            finding.also(place, say!("måler den det?", "måler den det?", "does this measure it?"));
            finding.help(say!(
                "skriv kind = {kinds} i [indicators.{its}], hvis den gør",
                "skriv kind = {kinds} i [indicators.{its}] hvis den gjør det",
                "write kind = {kinds} in [indicators.{its}] if it does",
                its = &indicator.id.value;
                kinds = kinds
            ));
        } else {
            finding.help(say!(
                "skriv en indikator [indicators.…] med kind = {kinds} og initiative = \"{id}\"",
                "skriv en indikator [indicators.…] med kind = {kinds} og initiative = \"{id}\"",
                "write an indicator [indicators.…] with kind = {kinds} and initiative = \"{id}\"";
                kinds = kinds
            ));
        }
    }
}
