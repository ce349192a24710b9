//! A file as a tree of values with spans, the same for TOML and YAML, so that
//! one reader of records serves plans and frameworks.

use std::borrow::Cow;
use std::ops::Deref;

use indexmap::IndexMap;

use crate::calendar::Date;
use crate::source::Span;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    pub span: Span,
    pub value: Value<'a>,
}

#[derive(Debug, Clone)]
pub enum Value<'a> {
    Text(Cow<'a, str>),
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
    List(Many<'a, Node<'a>>),
    Table(Many<'a, Entry<'a>>),
}

/// The parts of a list or table: in memory of its own, or in that of the whole file.
#[derive(Debug, Clone)]
pub enum Many<'a, T> {
    Own(Vec<T>),
    Shared(&'a [T]),
}

impl<T> Deref for Many<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Many::Own(parts) => parts,
            Many::Shared(parts) => parts,
        }
    }
}

impl<T: Clone> Many<'_, T> {
    fn into_vec(self) -> Vec<T> {
        match self {
            Many::Own(parts) => parts,
            Many::Shared(parts) => parts.to_vec(),
        }
    }
}

/// A key and its value.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    pub key: Cow<'a, str>,
    pub key_span: Span,
    pub node: Node<'a>,
}

impl<'a> Node<'a> {
    /// This tree with another laid over it: tables key by key, all else replaced.
    /// A null takes a key away.
    #[must_use]
    pub fn overlaid(self, over: Node<'a>) -> Node<'a> {
        let Value::Table(base) = self.value else { return over };
        let Value::Table(changes) = over.value else { return over };
        let mut table: IndexMap<_, _> =
            base.into_vec().into_iter().map(|entry| (entry.key.clone(), Some(entry))).collect();
        for change in changes.into_vec() {
            let place = table.entry(change.key.clone()).or_default();
            *place = match (place.take(), &change.node.value) {
                (_, Value::Null) => None,
                (Some(old), _) => Some(Entry { node: old.node.overlaid(change.node), ..change }),
                (None, _) => Some(change),
            };
        }
        Node { span: over.span, value: Value::Table(Many::Own(table.into_values().flatten().collect())) }
    }

    /// The value under a key, if this is a table that has it.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        match &self.value {
            Value::Table(entries) => entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node),
            _ => None,
        }
    }
}
