//! What several rules say of a criterion that is open.

use super::{Context, Sink};
use crate::finding::Finding;
use crate::locale::{Message, msg, say};
use crate::model::{JoinedCriterion, Standing, StatedRule};
use crate::source::Span;

/// The criteria that a stated rule names and that are open.
pub fn open<'a>(cx: &Context<'a>, stated: &StatedRule) -> Vec<JoinedCriterion<'a>> {
    let named = stated.criteria.iter().filter_map(|address| cx.joined.criterion(address));
    named.filter(|joined| joined.standing == Standing::Open).collect()
}

/// Reports an open criterion at its own place, or where it is missed if the plan does not speak of it.
pub fn report<'f>(
    cx: &Context,
    out: &'f mut Sink,
    joined: &JoinedCriterion,
    missed: (Span, Message),
    message: Message,
) -> &'f mut Finding {
    let (missed_at, why) = missed;
    let place = cx.joined.place_of(joined);
    let finding = out.add(cx.at(place.unwrap_or(missed_at)), message);
    if place.is_some() {
        finding.also(cx.at(missed_at), why);
    }
    finding.help(how_to_settle(cx, joined)).about(joined.address())
}

/// What to write once a criterion is met, or where it does not apply; for one with parts, what to write for those.
pub fn how_to_settle(cx: &Context, joined: &JoinedCriterion) -> Message {
    let is_open = |part: &JoinedCriterion| part.standing == Standing::Open;
    let mut ids: Vec<&str> =
        cx.joined.parts(joined).filter(is_open).map(|part| part.criterion.id.value.as_str()).collect();
    if ids.is_empty() {
        ids.push(&joined.criterion.id.value);
    }
    let lines = ids.iter().map(|id| format!("{id} = true")).collect::<Vec<_>>().join(", ");
    let (phase, row) = (joined.phase, joined.row);
    msg!(
        "skriv {lines} eller en dato under [criteria.{phase}.{row}], når det er opfyldt; {{ waived = \"…\" }}, hvis det ikke er relevant",
        "skriv {lines} eller en dato under [criteria.{phase}.{row}] når det er oppfylt; {{ waived = \"…\" }} hvis det ikke er relevant",
        "write {lines} or a date under [criteria.{phase}.{row}] once it is met; {{ waived = \"…\" }} if it does not apply",
    )
}

/// Reports a criterion that is met while one that comes before it is open.
pub fn met_before<'f>(
    cx: &Context,
    out: &'f mut Sink,
    then: &JoinedCriterion,
    first: &JoinedCriterion,
) -> &'f mut Finding {
    let place = cx.joined.place_of(then);
    let finding = out.add(
        place.map_or_else(|| cx.whole(), |span| cx.at(span)),
        say!(
            "»{then}« er opfyldt, men »{first}«, som det bygger på, er ikke",
            "«{then}» er oppfylt, men «{first}», som det bygger på, er ikke",
            "\"{then}\" is met, but \"{first}\", on which it builds, is not";
            then = then.criterion.texts(), first = first.criterion.texts()
        ),
    );
    if let Some(said) = first.said {
        finding.also(cx.at(said.id.span), say!("ikke opfyldt", "ikke oppfylt", "not met"));
    }
    finding.help(how_to_settle(cx, first)).about(then.address())
}
