//! The controls and containers of the page; they know nothing of customers.
//!
//! Text and values come in as props (`Signal<T>`), what the user does goes out as a `Callback<T>`.
//! There are no words here and no class names from outside: a component owns its own markup, and
//! `style/components/<component>.css` owns its looks.

pub mod button;
pub mod checkbox;
pub mod choice;
pub mod dialog;
pub mod disclosure;
pub mod facts;
// The component macro writes `pub` for the props, whatever the component says.
#[allow(unreachable_pub)]
mod field;
pub mod file_drop;
pub mod icon;
pub mod input;
pub mod klas;
pub mod letters;
pub mod notice;
pub mod opening;
mod own_name;
pub mod panel;
pub mod rate;
pub mod section;
pub mod select;
pub mod slide;
pub mod tabs;
pub mod text_area;

pub use button::{Button, ButtonKind};
pub use checkbox::Checkbox;
pub use choice::{Choice, ChoiceGroup};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use facts::{Fact, Facts};
pub use file_drop::FileDrop;
pub use icon::{Icon, IconName};
pub use input::{Input, InputKind, Misfit};
pub use klas::{Klas, Letter};
pub use letters::LetterChoice;
pub use notice::{DoneNotice, Notice, NoticeKind};
pub use opening::Opening;
pub use panel::{Panel, PanelFirst, PanelPart, PanelWhy};
pub use rate::Rate;
pub use section::Section;
pub use select::{Select, SelectOption};
pub use slide::Slide;
pub use tabs::{FilterTab, FilterTabs};
pub use text_area::TextArea;
