//! What a plan file may hold, told by the types that read it.

use super::record::Entity;
use super::values::Keyword;
use crate::calendar::{Date, Period};
use crate::model::{Keyed, Names};
use crate::source::Spanned;

/// What a value may be.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A text that is not blank.
    Text,
    /// Any text at all.
    Words,
    /// A text that names something.
    Name(Names),
    /// One of a few words; what they mean may be the framework's to say.
    Word(Vec<&'static str>, Option<Names>),
    Truth,
    Whole,
    Number,
    /// One day, in quotes or not.
    Day,
    /// A day, or a longer stretch in quotes.
    Period,
    List(Box<Shape>),
    /// A table with these keys.
    Table(Vec<Key>),
    /// A table of values under ids.
    Ids(Names, Box<Shape>),
    Either(Vec<Shape>),
}

/// A key of a table.
#[derive(Debug, Clone)]
pub struct Key {
    pub name: &'static str,
    pub required: bool,
    pub shape: Shape,
}

impl Shape {
    fn list(each: Shape) -> Shape {
        Shape::List(Box::new(each))
    }

    /// The same, where its texts are known to name something.
    pub fn naming(self, names: Names) -> Shape {
        match self {
            Shape::Text => Shape::Name(names),
            Shape::Word(words, _) => Shape::Word(words, Some(names)),
            Shape::List(each) => Shape::list(each.naming(names)),
            Shape::Either(shapes) => Shape::Either(shapes.into_iter().map(|shape| shape.naming(names)).collect()),
            other => other,
        }
    }
}

/// A value that can tell its shape.
pub trait Shaped {
    /// What the ids name, where such values stand under ids.
    const ID: Names = Names::Own;
    fn shape() -> Shape;
}

/// The shape of what a field holds.
pub fn shape_of<R, T: Shaped>(_: fn(&R) -> &T) -> Shape {
    T::shape()
}

impl<T: Keyword> Shaped for T {
    fn shape() -> Shape {
        Shape::Word(T::WORDS.iter().map(|(word, _)| *word).collect(), None)
    }
}

impl<T: Shaped> Shaped for Option<Spanned<T>> {
    fn shape() -> Shape {
        T::shape()
    }
}

/// One value or a list of them.
impl<T: Shaped> Shaped for Vec<Spanned<T>> {
    fn shape() -> Shape {
        Shape::Either(vec![T::shape(), Shape::list(T::shape())])
    }
}

impl<T: Entity + Shaped> Shaped for Keyed<T> {
    fn shape() -> Shape {
        Shape::Ids(T::ID, Box::new(T::shape()))
    }
}

macro_rules! shaped {
    ($($type:ty: $shape:ident),*) => {
        $(impl Shaped for $type {
            fn shape() -> Shape {
                Shape::$shape
            }
        })*
    };
}

shaped!(String: Text, bool: Truth, i64: Whole, Date: Day, Period: Period);

/// A record as `record!` reads it, and from the same keys its shape. `under` says
/// what the ids name that such tables stand under, `=>` what the texts of a key name.
macro_rules! described {
    ($kind:ident $type:ident $(under $id:ident)? {
        $($field:ident: $key:literal $($required:ident)? $(=> $names:ident)?),*
    } $(and { $($rest:ident),* })?) => {
        record!($kind $type { $($field: $key $($required)?),* } $(and { $($rest),* })?);

        impl $crate::read::shape::Shaped for $type {
            $(const ID: $crate::model::Names = $crate::model::Names::$id;)?

            fn shape() -> $crate::read::shape::Shape {
                let keys = vec![$($crate::read::shape::Key {
                    name: $key,
                    required: described!(@is $($required)?),
                    shape: $crate::read::shape::shape_of(|record: &$type| &record.$field)
                        $(.naming($crate::model::Names::$names))?,
                }),*];
                described!(@table $kind, $crate::read::shape::Shape::Table(keys))
            }
        }
    };
    (@is required) => { true };
    (@is) => { false };
    (@table named, $table:expr) => {
        $crate::read::shape::Shape::Either(vec![$crate::read::shape::Shape::Text, $table])
    };
    (@table $kind:ident, $table:expr) => { $table };
}

pub(super) use described;
