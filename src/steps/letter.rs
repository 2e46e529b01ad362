//! The mark of a class, for controls that know nothing of classes.

use abc_core::customers::Class;

use crate::components::Letter;

pub(super) fn letter_of(class: Class) -> Letter {
    match class {
        Class::A => Letter::A,
        Class::B => Letter::B,
        Class::C => Letter::C,
    }
}
