//! A file as a tree of values with spans, the same for TOML and YAML, so that
//! one reader of records serves plans and frameworks. Nothing in it owns memory.

use bumpalo::Bump;
use indexmap::IndexMap;

use super::toml;
use crate::calendar::Date;
use crate::source::Span;

/// A value and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    pub span: Span,
    pub value: Value<'a>,
}

#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    Text(&'a str),
    Integer(i64),
    Float,
    Boolean(bool),
    Date(Date),
    /// A date outside the years that a plan can use.
    FarDate(i32),
    /// A date with a time of day, or a time alone.
    Time,
    /// YAML's `~`: in a framework that extends another, "leave this out".
    Null,
    List(List<'a>),
    Table(Table<'a>),
}

/// A key and its value, looked at where they lie: a value is made once it is asked for, since
/// to hand it on from iterator to iterator takes longer than to make it.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'a> {
    Toml(toml::Entry<'a>),
    Pair(&'a Pair<'a>),
}

impl<'a> Entry<'a> {
    pub fn key(self) -> &'a str {
        match self {
            Entry::Toml(entry) => entry.key(),
            Entry::Pair(pair) => pair.key,
        }
    }

    pub fn key_span(self) -> Span {
        match self {
            Entry::Toml(entry) => entry.key_span(),
            Entry::Pair(pair) => pair.key_span,
        }
    }

    pub fn node(self) -> Node<'a> {
        match self {
            Entry::Toml(entry) => entry.node(),
            Entry::Pair(pair) => pair.node,
        }
    }

    fn pair(self) -> Pair<'a> {
        Pair { key: self.key(), key_span: self.key_span(), node: self.node() }
    }
}

/// A key and its value.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    pub key: &'a str,
    pub key_span: Span,
    pub node: Node<'a>,
}

/// Values in order.
#[derive(Debug, Clone, Copy)]
pub enum List<'a> {
    /// what the parser of TOML made, looked at as it is
    Toml(toml::Items<'a>),
    /// nodes of their own
    Nodes(&'a [Node<'a>]),
}

impl<'a> List<'a> {
    pub fn iter(self) -> impl Iterator<Item = Node<'a>> + Clone {
        let (items, nodes): (_, &[_]) = match self {
            List::Toml(items) => (items, &[]),
            List::Nodes(nodes) => (toml::Items::default(), nodes),
        };
        items.iter().chain(nodes.iter().copied())
    }
}

/// Keys and values in order.
#[derive(Debug, Clone, Copy)]
pub enum Table<'a> {
    /// what the parser of TOML made, looked at as it is
    Toml(toml::Keys<'a>),
    /// pairs of their own
    Pairs(&'a [Pair<'a>]),
}

impl<'a> Table<'a> {
    pub fn iter(self) -> impl Iterator<Item = Entry<'a>> + Clone {
        let (keys, pairs): (_, &[_]) = match self {
            Table::Toml(keys) => (keys, &[]),
            Table::Pairs(pairs) => (toml::Keys::default(), pairs),
        };
        keys.iter().map(Entry::Toml).chain(pairs.iter().map(Entry::Pair))
    }

    /// As many as there can be.
    pub fn most(self) -> usize {
        self.iter().size_hint().1.unwrap_or(0)
    }
}

impl<'a> Node<'a> {
    /// This tree with another laid over it: tables key by key, all else replaced.
    /// A null takes a key away.
    #[must_use]
    pub fn overlaid(self, over: Node<'a>, memory: &'a Bump) -> Node<'a> {
        let (Value::Table(base), Value::Table(changes)) = (self.value, over.value) else { return over };
        let mut table: IndexMap<_, _> = base.iter().map(|entry| (entry.key(), Some(entry.pair()))).collect();
        for change in changes.iter().map(Entry::pair) {
            let place = table.entry(change.key).or_default();
            *place = match (*place, change.node.value) {
                (_, Value::Null) => None,
                (Some(old), _) => Some(Pair { node: old.node.overlaid(change.node, memory), ..change }),
                (None, _) => Some(change),
            };
        }
        let pairs: Vec<Pair> = table.into_values().flatten().collect();
        Node { span: over.span, value: Value::Table(Table::Pairs(memory.alloc_slice_copy(&pairs))) }
    }

    /// The value under a key, if this is a table that has it.
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        match self.value {
            Value::Table(table) => table.iter().find(|entry| entry.key() == key).map(Entry::node),
            _ => None,
        }
    }
}
