//! When open tasks and milestones are likely to be done, if what is late delays what
//! waits for it. Planned dates stay as they are: a forecast stands beside them.

use std::cmp::Reverse;
use std::collections::{HashSet, VecDeque};

use serde::Serialize;

use super::{Head, MilestoneFacts, Named, Scene, TaskFacts};
use crate::calendar::{Country, Date};
use crate::model::{Map, Milestone, State, Task};

#[derive(Debug, Serialize)]
pub struct Forecast {
    pub head: Head,
    #[serde(flatten)]
    pub outlook: Outlook,
    /// The open tasks, in the writer's order.
    pub tasks: Vec<TaskForecast>,
}

/// What a forecast says to those who steer.
#[derive(Debug, Serialize)]
pub struct Outlook {
    /// Those that are not reached, by forecast.
    pub milestones: Vec<MilestoneForecast>,
    /// The late task that delays most of what waits for it.
    pub costliest: Option<Cost>,
    /// How many open tasks are likely to be done after their due date.
    pub slipping: usize,
}

#[derive(Debug, Serialize)]
pub struct TaskForecast {
    #[serde(flatten)]
    pub task: TaskFacts,
    /// The last day of its due date; where it has none, its start and what it takes, or the start of what goes on.
    pub planned: Option<Date>,
    /// Nothing where nothing says when.
    pub forecast: Option<Date>,
    /// Calendar days between the two.
    pub slip: Option<i64>,
    pub because: Option<Because>,
}

#[derive(Debug, Serialize)]
pub struct MilestoneForecast {
    #[serde(flatten)]
    pub milestone: MilestoneFacts,
    pub planned: Option<Date>,
    pub forecast: Option<Date>,
    /// Calendar days between the two.
    pub slip: Option<i64>,
    /// The open tasks that its forecast hangs on, the first first: the critical chain, or where it begins and ends.
    pub chain: Vec<Link>,
    /// How many tasks of the chain are left out after its second.
    pub left_out: usize,
}

/// A task of a chain.
#[derive(Debug, Serialize)]
pub struct Link {
    #[serde(flatten)]
    pub task: Named,
    pub forecast: Option<Date>,
}

/// Why a forecast is later than the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "lowercase")]
pub enum Because {
    /// its date has passed
    Late,
    /// it has not begun, and takes longer from when it can than its date allows
    Takes { days: u32 },
    /// it waits for a task that is not done in time for it
    After { task: Named },
}

/// What one late task delays.
#[derive(Debug, Serialize)]
pub struct Cost {
    pub task: TaskFacts,
    /// How late the task itself is likely to be, in calendar days.
    pub slip: i64,
    /// The milestones that it delays.
    pub milestones: Vec<Named>,
    /// How many tasks it delays.
    pub tasks: usize,
    /// The calendar days of delay of those milestones and tasks, added up.
    pub days: i64,
    /// What of those is put off most.
    pub worst: Delayed,
}

/// Something that is put off.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Delayed {
    /// Calendar days.
    pub days: i64,
    pub title: String,
}

/// How many tasks of a chain are told: where it begins, and what comes last.
pub const FIRST_LINKS: usize = 2;
const LAST_LINKS: usize = 4;

/// Builds the forecast of a plan.
pub fn forecast(scene: &Scene) -> Forecast {
    let network = Network::new(scene);
    let open = scene.plan.tasks.values().enumerate().filter(|(_, task)| is_awaited(task));
    let tasks: Vec<TaskForecast> = open.map(|(at, task)| network.task(at, task)).collect();
    Forecast { head: scene.head(), outlook: network.outlook(), tasks }
}

/// The same without its tasks.
pub fn outlook(scene: &Scene) -> Outlook {
    Network::new(scene).outlook()
}

/// What is likely of each task, by its place in the plan.
struct Network<'s> {
    scene: &'s Scene<'s>,
    nodes: Vec<Node>,
    /// The dues of each phase's open tasks, and by each the last day that any of them up to it is likely to be done.
    by_due: Map<&'s str, Vec<DueBy>>,
}

/// A due of a phase's tasks.
struct DueBy {
    due: Date,
    /// The last of the tasks that are due by then, and when it is likely to be done.
    last: (Date, usize),
}

#[derive(Debug, Clone, Default)]
struct Node {
    planned: Option<Date>,
    finish: Option<Date>,
    /// The task that holds this one up.
    driver: Option<usize>,
    /// The first task of those that do, at which the delay begins.
    root: Option<usize>,
    /// The working days that it takes from when it can begin, where that makes it late.
    takes: Option<u32>,
    /// The calendar days that the task at which the delay begins puts it off: no more than the driver is late
    /// through that one, nor than what it would not be late by itself.
    pushed: i64,
}

impl Node {
    fn slip(&self) -> Option<i64> {
        self.planned.zip(self.finish).map(|(planned, finish)| planned.days_until(finish))
    }

    fn is_late(&self) -> bool {
        self.slip().is_some_and(|days| days > 0)
    }
}

impl<'s> Network<'s> {
    fn new(scene: &'s Scene<'s>) -> Network<'s> {
        let tasks = &scene.plan.tasks;
        let mut network = Network { scene, nodes: vec![Node::default(); tasks.len()], by_due: Map::default() };
        for at in in_order(scene) {
            if let Some((_, task)) = tasks.get_index(at) {
                let node = network.node(task);
                network.nodes[at] = node;
            }
        }
        let mut by_due: Map<&str, Vec<DueBy>> = Map::default();
        for (at, task) in tasks.values().enumerate().filter(|(_, task)| is_awaited(task)) {
            let (Some(due), Some(finish)) = (&task.due, network.nodes[at].finish) else { continue };
            for phase in &task.phases {
                by_due.entry(phase.as_str()).or_default().push(DueBy { due: due.last(), last: (finish, at) });
            }
        }
        for of_phase in by_due.values_mut() {
            of_phase.sort_by_key(|one| one.due);
            let mut last = None;
            for one in of_phase {
                one.last = last.map_or(one.last, |last: (Date, usize)| last.max(one.last));
                last = Some(one.last);
            }
        }
        network.by_due = by_due;
        network
    }

    /// The undelivered tasks that a list of ids names.
    fn open<'t>(&'t self, after: &'t [crate::source::Spanned<String>]) -> impl Iterator<Item = (usize, &'t Node)> {
        let tasks = &self.scene.plan.tasks;
        after.iter().filter_map(|id| {
            let (at, _, task) = tasks.get_full(id.as_str())?;
            is_awaited(task).then(|| (at, &self.nodes[at]))
        })
    }

    /// What is likely of a task whose predecessors are known.
    fn node(&self, task: &Task) -> Node {
        let (today, country) = (self.scene.today, self.scene.country);
        let takes = task.takes.as_ref().map(|takes| takes.value.0);
        let due = task.due.as_ref().map(|due| due.last());
        let start = task.start.as_ref().map(|start| start.first());
        // What is to begin on a closed day begins on the next working day.
        let opens = start.map(|start| country.next_working_day(start));
        let ends = || Some(country.last_of_working_days(opens?, takes?));
        // What goes on without a delivery has only its beginning to be on time with.
        let begins = || task.ongoing.then(|| opens.max(task.start.as_ref().map(|start| start.last()))).flatten();
        let planned = due.or_else(ends).or_else(begins);
        if !is_awaited(task) {
            return Node { planned, finish: task.done.as_ref().map(|done| done.value).or(planned), ..Node::default() };
        }
        // What keeps its own date holds nothing up that the plan has room for: both may be due in the same week.
        let pushes = |node: &Node| takes.is_some() || node.planned.is_none() || node.is_late();
        let awaited = self.open(&task.after).filter(|(_, node)| pushes(node));
        let ready = awaited.filter_map(|(at, node)| Some((next_day(country, node.finish?), at))).max();
        let begun = match task.state() {
            State::Doing | State::Ongoing => true,
            State::Blocked => self.open(&task.after).next().is_none(),
            _ => false,
        };
        if begun {
            let not_before = |planned: Date| if planned < today { country.next_working_day(today) } else { planned };
            let from_now = || Some(country.last_of_working_days(country.next_working_day(today), takes?));
            return Node { planned, finish: planned.map(not_before).or_else(from_now), ..Node::default() };
        }
        if planned.is_none() && takes.is_none() && ready.is_none() {
            return Node::default();
        }
        let own = today.max(opens.unwrap_or(today));
        let (begin, driver) = match ready {
            Some((ready, by)) if ready > own => (ready, Some(by)),
            _ => (own, None),
        };
        // Until it has passed, the plan's own date holds, unless something says that it cannot.
        let own_date = due.or_else(begins);
        if own_date.is_some_and(|date| date >= today) && takes.is_none() && driver.is_none() {
            return Node { planned, finish: own_date, ..Node::default() };
        }
        let begin = country.next_working_day(begin);
        let length = takes.unwrap_or_else(|| planned_length(country, start, due));
        let ends_from = |begin: Date| {
            let finish =
                if task.ongoing && due.is_none() { begin } else { country.last_of_working_days(begin, length) };
            due.map_or(finish, |due| due.max(finish))
        };
        let finish = ends_from(begin);
        let alone = ends_from(country.next_working_day(own)).max(planned.unwrap_or(own));
        let pushed = driver.map_or(0, |by| {
            let of_driver = match &self.nodes[by] {
                Node { driver: Some(_), pushed, .. } => *pushed,
                root => root.slip().unwrap_or(i64::MAX),
            };
            alone.days_until(finish).clamp(0, of_driver.max(0))
        });
        let held = planned.is_none_or(|planned| planned < finish);
        let takes = (held && driver.is_none() && length > 1).then_some(length);
        let driver = driver.filter(|_| held);
        let root = driver.map(|by| self.nodes[by].root.unwrap_or(by));
        Node { planned, finish: Some(finish), driver, root, takes, pushed }
    }

    fn task(&self, at: usize, task: &Task) -> TaskForecast {
        let node = &self.nodes[at];
        TaskForecast {
            task: self.scene.task(task),
            planned: node.planned,
            forecast: node.finish,
            slip: node.slip(),
            because: match (node.driver, node.takes) {
                (Some(driver), _) => Some(Because::After { task: self.named(driver) }),
                (None, Some(days)) => Some(Because::Takes { days }),
                (None, None) => node.is_late().then_some(Because::Late),
            },
        }
    }

    fn outlook(&self) -> Outlook {
        let open = self.scene.plan.milestones.values().filter(|milestone| milestone.done.is_none());
        let mut milestones: Vec<MilestoneForecast> = open.map(|one| self.milestone(one)).collect();
        milestones.sort_by_key(|one| (one.forecast.is_none(), one.forecast));
        let open = |at: usize| self.scene.plan.tasks.get_index(at).is_some_and(|(_, task)| is_awaited(task));
        let slipping = self.nodes.iter().enumerate().filter(|(at, node)| node.is_late() && open(*at)).count();
        Outlook { milestones, costliest: self.costliest(), slipping }
    }

    /// The last of a milestone's tasks, and when it is likely to be done: of those that it names, else of those
    /// of its phase that are due by its date.
    fn last_of(&self, milestone: &Milestone) -> Option<(Date, usize)> {
        if !milestone.after.is_empty() {
            return self.open(&milestone.after).filter_map(|(at, node)| Some((node.finish?, at))).max();
        }
        let date = milestone.date.as_ref()?.last();
        let of_phase = self.by_due.get(milestone.phase.as_ref()?.value.as_str())?;
        let until = of_phase.partition_point(|one| one.due <= date);
        of_phase.get(until.checked_sub(1)?).map(|one| one.last)
    }

    fn milestone(&self, milestone: &Milestone) -> MilestoneForecast {
        let planned = milestone.date.as_ref().map(|date| date.last());
        let last = self.last_of(milestone);
        let today = self.scene.country.next_working_day(self.scene.today);
        let own = planned.map(|planned| if planned < self.scene.today { today } else { planned });
        let forecast = own.max(last.map(|(finish, _)| finish));
        // What a milestone does not name is told only where it is put off by it.
        let tells = !milestone.after.is_empty() || planned < last.map(|(finish, _)| finish);
        let (chain, left_out) = last.filter(|_| tells).map_or_else(Default::default, |(_, at)| self.chain(at));
        MilestoneForecast {
            milestone: self.scene.milestone(milestone),
            planned,
            forecast,
            slip: planned.zip(forecast).map(|(planned, forecast)| planned.days_until(forecast)),
            chain,
            left_out,
        }
    }

    /// A task and what holds it up, the first first, and how many between are left out.
    fn chain(&self, at: usize) -> (Vec<Link>, usize) {
        let mut way: Vec<usize> = std::iter::successors(Some(at), |at| self.nodes[*at].driver).collect();
        way.reverse();
        let between = FIRST_LINKS..way.len().saturating_sub(LAST_LINKS).max(FIRST_LINKS);
        let left_out = if between.len() > 1 { way.drain(between).count() } else { 0 };
        let link = |at: usize| Link { task: self.named(at), forecast: self.nodes[at].finish };
        (way.into_iter().map(link).collect(), left_out)
    }

    fn costliest(&self) -> Option<Cost> {
        #[derive(Clone, Default)]
        struct Delays {
            milestones: Vec<Named>,
            milestone_days: i64,
            tasks: usize,
            task_days: i64,
            worst: Option<(i64, Reverse<usize>)>,
            worst_milestone: Option<Delayed>,
        }
        let mut delays = vec![Delays::default(); self.nodes.len()];
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.is_late() && node.pushed > 0) {
            let Some(root) = node.root else { continue };
            let of = &mut delays[root];
            of.tasks += 1;
            let days = node.pushed;
            of.task_days += days;
            of.worst = of.worst.max(Some((days, Reverse(at))));
        }
        for milestone in self.scene.plan.milestones.values().filter(|milestone| milestone.done.is_none()) {
            let planned = milestone.date.as_ref().map(|date| date.last());
            if let (Some(planned), Some((finish, at))) = (planned, self.last_of(milestone))
                && finish > planned
            {
                let node = &self.nodes[at];
                let of = &mut delays[node.root.unwrap_or(at)];
                of.milestones.push(Named::new(&milestone.id, milestone.title()));
                // What the last task is late by itself is not the first one's doing.
                let own = planned.days_until(finish);
                let days = if node.root.is_some() { own.min(node.pushed) } else { own };
                of.milestone_days += days;
                let delayed = Delayed { days, title: milestone.title().to_owned() };
                of.worst_milestone = of.worst_milestone.take().max(Some(delayed));
            }
        }
        let rank = |at: usize| (delays[at].milestone_days, delays[at].task_days);
        let late = (0..self.nodes.len()).filter(|&at| self.nodes[at].is_late() && rank(at) > (0, 0));
        // Of two alike, the first in the plan.
        let worst = late.max_by_key(|&at| (rank(at), self.nodes[at].slip(), Reverse(at)))?;
        let (_, task) = self.scene.plan.tasks.get_index(worst)?;
        let of = &delays[worst];
        let task_put_off = of.worst.map(|(days, Reverse(at))| Delayed { days, title: self.named(at).name });
        // Of a milestone and a task that are put off as much, the milestone is told.
        let most = |one: &Option<Delayed>| one.as_ref().map_or(0, |one| one.days);
        let is_task = most(&task_put_off) > most(&of.worst_milestone);
        let put_off = if is_task { task_put_off } else { of.worst_milestone.clone() }.unwrap_or_default();
        Some(Cost {
            worst: put_off,
            task: self.scene.task(task),
            slip: self.nodes[worst].slip().unwrap_or(0),
            milestones: of.milestones.clone(),
            tasks: of.tasks,
            days: of.milestone_days + of.task_days,
        })
    }

    fn named(&self, at: usize) -> Named {
        let task = self.scene.plan.tasks.get_index(at);
        task.map_or_else(|| Named::new("", ""), |(id, task)| Named::new(id, &self.scene.full_title(task)))
    }
}

/// Whether there is something of the task to wait for.
fn is_awaited(task: &Task) -> bool {
    task.is_open() && !task.has_delivered()
}

/// The tasks' places, each after those it waits for; a ring is cut.
fn in_order(scene: &Scene) -> Vec<usize> {
    let tasks = &scene.plan.tasks;
    let mut waits = vec![0_usize; tasks.len()];
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); tasks.len()];
    for (at, task) in tasks.values().enumerate() {
        for earlier in task.after.iter().filter_map(|id| tasks.get_index_of(id.as_str())) {
            waits[at] += 1;
            waiting[earlier].push(at);
        }
    }
    let mut free: VecDeque<usize> = (0..tasks.len()).filter(|&at| waits[at] == 0).collect();
    let mut order = Vec::with_capacity(tasks.len());
    let mut placed = vec![false; tasks.len()];
    let mut left = 0..tasks.len();
    loop {
        while let Some(at) = free.pop_front() {
            if std::mem::replace(&mut placed[at], true) {
                continue;
            }
            order.push(at);
            for &next in &waiting[at] {
                waits[next] = waits[next].saturating_sub(1);
                if waits[next] == 0 {
                    free.push_back(next);
                }
            }
        }
        // What is left waits in rings, or for them: the ring that the next of it leads to is cut.
        let Some(at) = left.find(|&at| !placed[at]) else { return order };
        left.start = at;
        free.push_back(in_a_ring(scene, at, &placed));
    }
}

/// A task of a ring: going from one that is not placed to one that it waits for, over and over, ends in one.
fn in_a_ring(scene: &Scene, from: usize, placed: &[bool]) -> usize {
    let tasks = &scene.plan.tasks;
    let mut seen = HashSet::new();
    let mut at = from;
    while seen.insert(at) {
        let after = tasks.get_index(at).map_or(&[][..], |(_, task)| &task.after);
        let earlier = after.iter().filter_map(|id| tasks.get_index_of(id.as_str()));
        at = earlier.into_iter().find(|earlier| !placed[*earlier]).unwrap_or(at);
    }
    at
}

/// The first working day after a day.
fn next_day(country: Country, day: Date) -> Date {
    country.next_working_day(day.add_days(1))
}

/// The working days that a plan gives a task; one where it does not say.
fn planned_length(country: Country, start: Option<Date>, due: Option<Date>) -> u32 {
    let Some((start, due)) = start.zip(due) else { return 1 };
    country.working_days(start, due).max(1)
}
