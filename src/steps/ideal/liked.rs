//! The customers that the owner likes to work for, beside what the figures say.

use abc_core::customers::names::unaccented;
use abc_core::customers::{Class, CustomerId};
use abc_core::profile::IdealProfile;
use abc_core::project::Project;
use leptos::prelude::*;

use crate::components::{Checkbox, Disclosure, Input, InputKind, Section};
use crate::i18n::catalog::aim::LikedSaid;
use crate::i18n::{self, Locale, plain};
use crate::state::actions::customers::mark_liked;
use crate::state::derived::Outcome;
use crate::state::{Derived, ProjectState};
use crate::steps::sentence::Sentence;

/// Boxes to tick at most: who is not among them is found by name.
const MAX_BOXES: usize = 12;
/// Names that are written out at most.
const MAX_NAMES: usize = 12;

/// The section.
#[component]
pub(super) fn Liked(
    /// Called with the target of a link.
    on_link: Callback<&'static str>,
) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().aim;
    let (derived, project) = (Derived::expect(), ProjectState::expect());
    let spans = Signal::derive(move || {
        let (outcome, profile) = (derived.outcome.get(), derived.profile.get());
        match compared(&project.get(), &outcome, &profile) {
            LikedSaid { n: 0, .. } => vec![plain(texts.liked_none)],
            said => (texts.liked_says)(&said),
        }
    });
    let is_none = move || liked(&project.get()).next().is_none();
    let names = move || {
        let names = names_of(&project.get(), locale);
        (!names.is_empty()).then(|| view! { <p class="note">{names}</p> })
    };
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        derived
            .outcome
            .with(|outcome| matching(outcome, &search.get()))
    });
    let boxes = move || {
        let (shown, n_more) = found.get();
        let boxes = shown.into_iter().map(|(id, name)| {
            let is_liked = Signal::derive(move || {
                let project = project.get();
                project.ratings.get(&id).is_some_and(|own| own.liked)
            });
            let on_change = move |is_so: bool| mark_liked(project, id, is_so);
            view! { <Checkbox label=name checked=is_liked on_change/> }
        });
        let more = (n_more > 0).then(|| (texts.liked_more)(n_more));
        view! {
            <div class="line">{boxes.collect_view()}</div>
            <p class="note">{more}</p>
        }
    };
    view! {
        <Section heading=texts.liked>
            <p class=("prompt", is_none)>
                <Sentence spans on_link/>
            </p>
            {names}
            <Disclosure summary=texts.liked_choose>
                <Input
                    label=texts.liked_search
                    value=search
                    on_input=move |typed| search.set(typed)
                    kind=InputKind::Search
                />
                {boxes}
            </Disclosure>
        </Section>
    }
}

fn liked(project: &Project) -> impl Iterator<Item = CustomerId> {
    let ratings = project.ratings.iter();
    ratings.filter(|(_, own)| own.liked).map(|(id, _)| *id)
}

/// How the owner's choice compares with the classes and the profile.
pub(super) fn compared(project: &Project, outcome: &Outcome, profile: &IdealProfile) -> LikedSaid {
    let mut said = LikedSaid {
        n_fitting: (!profile.fitting.is_empty()).then_some(0),
        ..LikedSaid::default()
    };
    for id in liked(project) {
        let found = outcome.classification.customers.get(id.index());
        let class = found.and_then(|found| found.class);
        said.n += 1;
        said.n_a += usize::from(class == Some(Class::A));
        said.n_c += usize::from(class == Some(Class::C));
        if let Some(n_fitting) = &mut said.n_fitting {
            *n_fitting += usize::from(profile.fitting.binary_search(&id.0).is_ok());
        }
    }
    said
}

fn names_of(project: &Project, locale: Locale) -> String {
    let name = |id: CustomerId| Some(project.customers.get(id.index())?.name.clone());
    let mut names: Vec<String> = liked(project).filter_map(name).collect();
    let n_rest = names.len().saturating_sub(MAX_NAMES);
    if n_rest > 0 {
        names.truncate(MAX_NAMES);
        names.push((locale.catalog().aim.liked_rest)(n_rest));
    }
    locale.format().list(&names)
}

/// The first customers whose name has the text in it, A before B before C, and how many more there are.
fn matching(outcome: &Outcome, search: &str) -> (Vec<(CustomerId, String)>, usize) {
    let typed = unaccented(search);
    let customers = outcome.project.customers.iter();
    let found = customers.zip(&outcome.classification.customers);
    let found: Vec<_> = (0_u32..)
        .map(CustomerId)
        .zip(found)
        .filter(|(_, (customer, _))| {
            typed.is_empty() || unaccented(&customer.name).contains(&typed)
        })
        .collect();
    let of_class = |class: Option<Class>| {
        let of_class = found
            .iter()
            .filter(move |(_, (_, found))| found.class == class);
        of_class.map(|(id, (customer, _))| (*id, customer.name.clone()))
    };
    let in_order = Class::ALL.into_iter().map(Some).chain([None]);
    let shown: Vec<_> = in_order.flat_map(of_class).take(MAX_BOXES).collect();
    let n_more = found.len() - shown.len();
    (shown, n_more)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use abc_core::customers::Customer;
    use abc_core::profile::profile_from;
    use abc_core::project::{Override, OverrideReason};

    use super::*;

    /// One customer per class by hand, by these names; the marked ones are liked.
    fn outcome(customers: &[(&str, Class, bool)]) -> Outcome {
        let named = customers.iter().map(|(name, _, _)| Customer {
            name: (*name).to_owned(),
            ..Customer::default()
        });
        let mut project = Project::of_customers(named.collect::<Vec<_>>());
        for ((_, class, is_liked), id) in customers.iter().zip((0..).map(CustomerId)) {
            let by_hand = Override {
                class: *class,
                reason: OverrideReason::Strategic,
                note: String::new(),
                date: None,
                computed: None,
            };
            project.overrides.insert(id, by_hand);
            project.ratings.entry(id).or_default().liked = *is_liked;
        }
        Outcome::of(Arc::new(project))
    }

    #[test]
    fn the_choice_is_counted_by_class_and_fit() {
        let outcome = outcome(&[
            ("Bakker", Class::A, true),
            ("Slager", Class::C, true),
            ("Kapper", Class::A, false),
            ("Smid", Class::B, true),
        ]);
        let mut profile = profile_from(&outcome.project.customers, &[], &outcome.classes());
        let said = compared(&outcome.project, &outcome, &profile);
        assert_eq!((said.n, said.n_a, said.n_c), (3, 1, 1));
        assert_eq!(said.n_fitting, None);
        profile.fitting = vec![0, 2, 3];
        let said = compared(&outcome.project, &outcome, &profile);
        assert_eq!(said.n_fitting, Some(2));
        let names = names_of(&outcome.project, Locale::Nl);
        assert_eq!(names, "Bakker, Slager en Smid");
    }

    #[test]
    fn a_customers_come_first_and_all_are_found_by_name() {
        let mut customers = vec![("Bakker", Class::B, false); MAX_BOXES];
        customers.extend([("Slager", Class::C, false), ("De Kapper", Class::A, false)]);
        let outcome = outcome(&customers);
        let (shown, n_more) = matching(&outcome, "");
        assert_eq!((shown.len(), n_more), (MAX_BOXES, 2));
        assert_eq!(shown[0].1, "De Kapper");
        let (shown, n_more) = matching(&outcome, " slag");
        assert_eq!((shown.len(), n_more), (1, 0));
        assert_eq!(shown[0].1, "Slager");
    }
}
