//! The toolkit of the components: elements, signals and the text field.

pub mod chunk;
pub mod element;
pub mod pause;
pub mod press_guard;
pub mod reactive;
pub mod signal;
pub mod stored_value;
pub mod textarea;
pub mod widgets;
