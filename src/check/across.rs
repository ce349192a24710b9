//! What only shows when several plans are looked at together.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::{ALL, Asked, Rule, Run, Sink, run};
use crate::calendar::Date;
use crate::finding::Finding;
use crate::model::{Framework, Plan, Set, SharedPeople, slug};
use crate::source::{Files, Location, Source, Span, Spanned};

/// What of a plan matters to the others.
#[derive(Debug, Default)]
pub struct Digest {
    files: Files,
    /// The framework that it follows.
    pub framework: Option<String>,
    pub title: Option<Spanned<String>>,
    /// The people it introduces itself.
    pub people: Vec<Introduced>,
    /// The names of those who own open tasks, and where in `dues` each has theirs.
    owners: Vec<(Box<str>, Range<u32>)>,
    dues: Vec<Due>,
    /// The rules that it sets aside, in all or at one place.
    waived: Set<(String, Option<String>)>,
}

/// Somebody as a plan introduces them.
#[derive(Debug)]
pub struct Introduced {
    pub id: Spanned<String>,
    pub name: Spanned<String>,
    pub email: Option<String>,
}

/// An open task of somebody.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    pub last: Date,
    /// Where the task's id stands.
    pub task: Span,
}

impl Digest {
    /// What of a plan matters to the others on a day.
    pub fn of(plan: &Plan, framework: Option<&Framework>, today: Date) -> Digest {
        let own = plan.people.values().filter(|person| person.id.span.file == 0);
        let introduced = |person: &crate::model::Person| {
            let email = person.email.as_ref().map(|email| email.to_lowercase());
            Some(Introduced { id: person.id.clone(), name: person.name.clone()?, email })
        };
        let of_task = |task: &crate::model::Task| {
            let owner = plan.people.get(task.owner.as_ref()?.as_str())?;
            let name = owner.name.as_deref().map_or(owner.id.as_str(), String::as_str);
            Some((name, Due { last: task.due.as_ref()?.last(), task: task.id.span }))
        };
        let open = plan.tasks.values().filter(|task| task.is_open() && !task.is_delivered());
        let mut owned: Vec<(&str, Due)> = open.filter_map(of_task).collect();
        owned.sort_by_key(|(name, _)| *name);
        let mut owners: Vec<(Box<str>, Range<u32>)> = Vec::new();
        for (at, (name, _)) in (0..).zip(&owned) {
            match owners.last_mut() {
                Some((last, range)) if **last == **name => range.end = at + 1,
                _ => owners.push(((*name).into(), at..at + 1)),
            }
        }
        let counts = |waiver: &&crate::model::Waiver| {
            waiver.unread.is_empty() && waiver.until.as_ref().is_none_or(|until| today <= until.value)
        };
        let waived = plan.waivers.iter().filter(counts).filter_map(|waiver| {
            let at = waiver.at.as_ref().map(|at| at.value.clone());
            Some((waiver.rule.as_ref()?.value.clone(), at))
        });
        Digest {
            files: plan.files.clone(),
            framework: framework.map(|framework| framework.id().to_owned()),
            title: plan.title.clone(),
            people: own.filter_map(introduced).collect(),
            owners,
            dues: owned.into_iter().map(|(_, due)| due).collect(),
            waived: waived.collect(),
        }
    }

    /// When the open tasks are due, by the name of who owns them.
    pub fn due(&self) -> impl Iterator<Item = (&str, &[Due])> {
        let dues = |range: &Range<u32>| self.dues.get(range.start as usize..range.end as usize).unwrap_or(&[]);
        self.owners.iter().map(move |(name, range)| (&**name, dues(range)))
    }

    /// A place in the plan.
    pub fn at(&self, span: Span) -> Location {
        self.files.locate(span)
    }

    /// The plan's own file.
    pub fn source(&self) -> Option<&Arc<Source>> {
        self.files.iter().next()
    }

    fn waives(&self, finding: &Finding) -> bool {
        let waived = |at| self.waived.contains(&(finding.rule.to_owned(), at));
        waived(None) || finding.subject.is_some() && waived(finding.subject.clone())
    }
}

/// Plans that belong together.
#[derive(Debug)]
pub struct Plans<'a> {
    pub all: &'a [&'a Digest],
    /// The people that they share.
    pub shared: &'a SharedPeople,
}

/// How a rule looks at plans together; see [`Run::Across`].
type Look = fn(&Plans, usize, &mut Sink);

/// Holds plans against one another.
pub fn across(plans: &Plans, asked: Asked) -> Vec<Finding> {
    let across = |rule: &&'static Rule| match rule.run {
        Run::Across(look, most) => Some((*rule, look, most)),
        _ => None,
    };
    let rules: Vec<_> = ALL.iter().filter_map(across).collect();
    let one = |&(rule, look, most): &(&'static Rule, Look, usize)| {
        let mut findings = Vec::new();
        let said = asked.setting(None, rule).and_then(|setting| setting.at_most.as_ref());
        let most = said.map_or(most, |said| usize::try_from(said.value).unwrap_or(most));
        run(rule, None, asked, None, &mut findings, |sink: &mut Sink| look(plans, most, sink));
        findings
    };
    let mut findings: Vec<Finding> = match plans.all {
        // To start threads costs more than to look at one.
        [] | [_] => rules.iter().flat_map(one).collect(),
        _ => rules.par_iter().flat_map_iter(one).collect(),
    };
    let by_source: HashMap<*const Source, &&Digest> =
        plans.all.iter().filter_map(|digest| Some((Arc::as_ptr(digest.source()?), digest))).collect();
    // Either of two plans may say that both are meant so.
    findings.retain(|finding| {
        let mut places = std::iter::once(&finding.primary).chain(&finding.related);
        !places.any(|label| by_source.get(&Arc::as_ptr(&label.at.source)).is_some_and(|digest| digest.waives(finding)))
    });
    findings
}

/// So many letters has a name in which a slip can be told from another name.
const LONG_NAME: std::ops::RangeInclusive<usize> = 8..=100;

/// A name as it is compared with others: each is made once, and compared often.
#[derive(Debug, Clone)]
pub struct Spelt {
    /// with æ, ø and å spelt out
    pub spelt_out: String,
    /// as it is written where there is no æ, ø and å
    pub plain: String,
}

impl Spelt {
    pub fn of(name: &str) -> Spelt {
        let spelt_out = slug(name);
        let plain = if name.is_ascii() { spelt_out.clone() } else { slug(&without_marks(name)) };
        Spelt { spelt_out, plain }
    }

    /// Whether two names are the same but for case, spacing and how æ, ø and å are written.
    pub fn is_same(&self, other: &Spelt) -> bool {
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        same(&self.spelt_out, &other.spelt_out) || same(&self.plain, &other.plain)
    }

    /// Whether two names of one id, or of one address, are probably one person's: the
    /// same spelling but for a slip, an initial for a name, or one with more names than the other.
    pub fn is_one_persons(&self, other: &Spelt) -> bool {
        // Æ, ø and å are spelt out.
        let is_initial = |one: &str| one.len() == 1 || matches!(one, "ae" | "oe" | "aa");
        let initial = |one: &str, other: &str| one == other || (is_initial(one) && other.starts_with(one));
        let initials = |a: &[&str], b: &[&str]| {
            let same = a.iter().filter(|word| word.len() > 1 && b.contains(word)).count();
            a.len() == b.len() && same > 0 && a.iter().zip(b).all(|(a, b)| initial(a, b) || initial(b, a))
        };
        // A letter left out or two that changed places: another letter may be another's name, as Holm and Holt.
        let misspelt = |one: &str, other: &str| {
            let long = [one, other].iter().all(|name| LONG_NAME.contains(&name.len())) && one.contains('-');
            let words = !one.bytes().chain(other.bytes()).any(|byte| byte.is_ascii_digit());
            long && words
                && match one.len().abs_diff(other.len()) {
                    0 => strsim::levenshtein(one, other) == 2 && strsim::damerau_levenshtein(one, other) == 1,
                    1 => strsim::levenshtein(one, other) == 1,
                    _ => false,
                }
        };
        let within = |few: &[&str], many: &[&str]| few.len() > 1 && few.iter().all(|word| many.contains(word));
        self.is_same(other) || {
            let (a, b) = (self.words(), other.words());
            within(&a, &b) || within(&b, &a) || initials(&a, &b) || misspelt(&self.spelt_out, &other.spelt_out)
        }
    }

    fn words(&self) -> Vec<&str> {
        self.spelt_out.split('-').collect()
    }
}

fn without_marks(name: &str) -> String {
    let plain = |letter: char| match letter {
        'æ' | 'ä' => 'a',
        'ø' | 'ö' => 'o',
        'å' => 'a',
        letter => letter,
    };
    name.to_lowercase().chars().map(plain).collect()
}
