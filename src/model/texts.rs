//! Every text of a plan that people write freely, listed once: to look at, or to change.

use super::Plan;
use crate::source::Spanned;

macro_rules! look {
    ($look:ident, $about:expr, [$($text:expr),*], [$($list:expr),*]) => {
        $(if let Some(text) = $text { $look($about, text); })*
        $(for text in $list { $look($about, text); })*
    };
}

/// `$values` and `$r` say whether the texts are borrowed to look at or to change.
macro_rules! each_text {
    ($plan:ident, $look:ident, $values:ident, ($($r:tt)+)) => {
        look!($look, "", [$($r)+ $plan.title, $($r)+ $plan.outcome, $($r)+ $plan.light.reason], []);
        for one in $plan.people.$values() {
            look!($look, &one.id, [$($r)+ one.name, $($r)+ one.email, $($r)+ one.organisation], []);
        }
        for one in $plan.units.$values() {
            look!($look, &one.id, [$($r)+ one.name], []);
        }
        for one in $plan.tasks.$values() {
            look!($look, &one.id, [$($r)+ one.title, $($r)+ one.note], [$($r)+ one.points]);
        }
        for one in $plan.milestones.$values() {
            look!($look, &one.id, [$($r)+ one.title], []);
        }
        for (phase, row) in $($r)+ $plan.cells {
            for (dimension, cell) in $($r)+ row.cells {
                look!($look, &format!("{phase}.{dimension}"), [$($r)+ cell.empty], []);
            }
        }
        for (phase, row) in $($r)+ $plan.criteria {
            for (dimension, cell) in $($r)+ row.dimensions {
                for one in cell.criteria.$values() {
                    look!($look, &format!("{phase}.{dimension}"), [$($r)+ one.note, $($r)+ one.waived], []);
                }
            }
        }
        for one in $plan.decisions.$values() {
            let texts = (&one.id, $($r)+ one.text, $($r)+ one.recommendation, $($r)+ one.outcome);
            look!($look, texts.0, [texts.1, texts.2, texts.3], [$($r)+ one.options]);
        }
        for one in $plan.benefits.$values() {
            look!($look, &one.id, [$($r)+ one.title, $($r)+ one.question, $($r)+ one.note], []);
        }
        for one in $plan.indicators.$values() {
            look!($look, &one.id, [$($r)+ one.title, $($r)+ one.source, $($r)+ one.recipient], []);
        }
        for one in $plan.risks.$values() {
            look!($look, &one.id, [$($r)+ one.title, $($r)+ one.response], []);
        }
        for one in $plan.stakeholders.$values() {
            let texts = (&one.id, $($r)+ one.name, $($r)+ one.interest, $($r)+ one.influence, $($r)+ one.response);
            look!($look, texts.0, [texts.1, texts.2, texts.3, texts.4], []);
        }
        for one in $plan.initiatives.$values() {
            let texts = (&one.id, $($r)+ one.title, $($r)+ one.topic, $($r)+ one.funding, $($r)+ one.note);
            look!($look, texts.0, [texts.1, texts.2, texts.3, texts.4], []);
        }
        for assessment in $plan.assessments.$values() {
            for element in assessment.elements.$values() {
                look!($look, &assessment.id, [$($r)+ element.note], []);
            }
        }
        for one in $plan.themes.$values() {
            let lists = (&one.id, $($r)+ one.friction, $($r)+ one.solutions, $($r)+ one.members);
            look!($look, lists.0, [$($r)+ one.title, $($r)+ one.agreement], [lists.1, lists.2, lists.3]);
        }
        for one in $plan.meetings.$values() {
            let texts = (&one.id, $($r)+ one.title, $($r)+ one.body, $($r)+ one.purpose, $($r)+ one.deliverable);
            look!($look, texts.0, [texts.1, texts.2, texts.3, texts.4], []);
        }
        for one in $($r)+ $plan.waivers {
            look!($look, "", [$($r)+ one.reason], []);
        }
    };
}

impl Plan {
    /// Shows every text, with the id of what it belongs to.
    pub fn each_text<'a>(&'a self, mut look: impl FnMut(&str, &'a Spanned<String>)) {
        each_text!(self, look, values, (&));
    }

    /// Changes every text.
    pub fn change_each_text(&mut self, change: impl Fn(&mut String)) {
        let look = |_: &str, text: &mut Spanned<String>| change(&mut text.value);
        each_text!(self, look, values_mut, (&mut));
    }
}
