//! The questions that decide a class, each answer with the class it leads to; answering is one press.

use std::sync::Arc;

use abc_core::certainty::questions::{Answer, Firm, Question};
use abc_core::customers::{Class, CustomerId};
use abc_core::project::Project;
use leptos::prelude::*;

use super::hints::named;
use super::rows::is_open;
use super::screen::{Entry, Screen, letter_of};
use super::sure_chart::SureChart;
use crate::components::{Klas, Section};
use crate::i18n;
use crate::platform::viewport;
use crate::state::Turn;
use crate::state::actions::customers::answer;
use crate::state::derived::Outcome;
use crate::steps::sentence::Sentence;

/// This many are asked at a time.
const ASKED: usize = 3;

/// What questions are about.
pub(super) fn firm_of(outcome: &Outcome) -> Firm<'_> {
    Firm {
        customers: &outcome.project.customers,
        cost_model: &outcome.project.cost_model,
        ratings: &outcome.project.ratings,
        policy: &outcome.project.policy,
        inputs: &outcome.inputs,
        classification: &outcome.classification,
    }
}

/// What was answered last, while nothing else has been changed since.
#[derive(Clone)]
struct Given {
    position: u32,
    answer: Answer,
    /// The project that came of it.
    project: Arc<Project>,
}

/// The few questions to answer next.
#[component]
pub(super) fn Questions() -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Questions);
    let asked = Memo::new(move |_| outcome.with(|outcome| firm_of(outcome).questions(ASKED)));
    let n_open = Memo::new(move |_| {
        outcome.with(|outcome| {
            let found = outcome.classification.customers.iter();
            found.filter(|found| is_open(found)).count()
        })
    });
    let heading = Signal::derive(move || match asked.with(Vec::len) {
        0 => texts.none.to_owned(),
        n => (texts.title)(n),
    });
    let is_more = move || n_open.get() > asked.with(Vec::len);
    let all = move || {
        view! {
            <Show when=is_more>
                <button class="say-link" on:click=move |_| screen.follow("open")>
                    {move || (texts.show_open)(n_open.get())}
                </button>
            </Show>
        }
    };
    let given = RwSignal::new(None::<Given>);
    view! {
        <Section heading end=all>
            <div class="asks">
                <For
                    each=move || asked.get()
                    key=Question::clone
                    children=move |question| view! { <Asked question given/> }
                />
            </div>
            <TakeBack given/>
            <SureChart/>
        </Section>
    }
}

#[component]
fn Asked(question: Question, given: RwSignal<Option<Given>>) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().certainty, locale.format());
    let screen = Screen::expect();
    let position = question.position;
    let revenue = screen
        .turns
        .outcome(Turn::Questions)
        .with_untracked(|outcome| {
            let revenue = Entry::of(outcome, position).and_then(|entry| entry.input.revenue);
            format.money_whole(revenue.unwrap_or_default())
        });
    let words = (texts.ask)(question.topic, &revenue);
    let on_answer = move |answer: Answer| {
        let project = screen.project.get_untracked();
        given.set(Some(Given {
            position,
            answer,
            project,
        }));
        viewport::focus_after(".asked__back");
    };
    view! {
        <div>
            <span class="asked__who">
                {named(screen.turns.outcome(Turn::Questions), position)} <span class="note">{words}</span>
            </span>
            <Answers question on_answer/>
        </div>
    }
}

/// What was just answered, and the way back.
#[component]
fn TakeBack(given: RwSignal<Option<Given>>) -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    let screen = Screen::expect();
    let spans = Signal::derive(move || {
        let given = given.get()?;
        let is_last = Arc::ptr_eq(&given.project, &screen.project.get());
        let customer = given.project.customers.get(given.position as usize);
        let name = customer.map(|customer| customer.name.clone());
        is_last.then(|| (texts.answered)(&name.unwrap_or_default(), given.answer))
    });
    let words = Signal::derive(move || spans.get().unwrap_or_default());
    let undo = move |_| {
        screen.project.undo();
        given.set(None);
    };
    view! {
        <div class="asked__given" role="status">
            <Show when=move || spans.with(Option::is_some)>
                <p class="note">
                    <Sentence spans=words on_link=|_| ()/>
                    " "
                    <button class="say-link asked__back" on:click=undo>
                        {texts.take_back}
                    </button>
                </p>
            </Show>
        </div>
    }
}

/// The answers as buttons, each with the class it leads to.
#[component]
pub(super) fn Answers(
    question: Question,
    #[prop(into)] on_answer: Callback<Answer>,
) -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    let project = Screen::expect().project;
    let id = CustomerId(question.position);
    let chip = move |(given, class): (Answer, Option<Class>)| {
        let words = (texts.answer)(given);
        let name = (texts.leads_to)(given, class);
        let press = move |_| {
            answer(project, id, given);
            on_answer.run(given);
        };
        view! {
            <button type="button" class="button" aria-label=name.clone() title=name on:click=press>
                {words}
                {class.map(|class| view! { <Klas letter=Some(letter_of(class)) label=class.to_string()/> })}
            </button>
        }
    };
    view! { <div class="chips">{question.answers.into_iter().map(chip).collect_view()}</div> }
}
