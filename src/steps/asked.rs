//! What is still asked of the files and of joining them: one list, of which the first question is shown and
//! the number is said.

use abc_core::intake::{Source, form_signature, holds_for_the_form};
use abc_core::mapping::Question;
use abc_core::project::Project;

/// A question that nobody has answered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Of a file: the places of the reading and of its question.
    OfFile(usize, usize),
    /// Of joining: the place of the question.
    OfJoining(usize),
}

/// The open questions, in the order in which they are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Open {
    /// First of the files what cannot wait, then of joining them, then what can wait.
    pub(super) all: Vec<Asked>,
    /// How many of them change the outcome.
    pub(super) n_deciding: usize,
}

impl Open {
    /// The questions of a project. What files of one form ask alike is one question: so is its answer.
    pub(super) fn of(project: &Project) -> Self {
        let joining = project.joined.questions.iter().enumerate();
        let joining = joining
            .filter(|(_, question)| question.is_open())
            .map(|(at, _)| Asked::OfJoining(at));
        let mut all = of_files(project, true);
        all.extend(joining);
        let n_deciding = all.len();
        all.extend(of_files(project, false));
        Self { all, n_deciding }
    }
}

fn of_files(project: &Project, is_blocking: bool) -> Vec<Asked> {
    let open = project.sources().enumerate().flat_map(|(reading, source)| {
        let questions = source.questions.iter().enumerate();
        questions
            .filter(|(_, question)| question.given.is_none() && question.is_blocking == is_blocking)
            .map(move |(at, question)| (reading, source, at, question))
    });
    let mut met: Vec<(&Source, &Question)> = Vec::new();
    let mut asked = Vec::new();
    for (reading, source, at, question) in open {
        let is_alike = |(other, known): &(&Source, &Question)| {
            let form = form_signature(source);
            known.id == question.id && form.is_some() && form == form_signature(other)
        };
        if holds_for_the_form(question.id) && met.iter().any(is_alike) {
            continue;
        }
        met.push((source, question));
        asked.push(Asked::OfFile(reading, at));
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::*;
    use abc_core::mapping::{Column, Confidence, DayOrder, Notation, QuestionId, Role};
    use abc_core::readings::Reading;

    fn file(header: &str, asked: &[(QuestionId, bool)]) -> Reading {
        let question = |(id, is_blocking): &(QuestionId, bool)| Question {
            id: *id,
            is_blocking: *is_blocking,
            answers: Vec::new(),
            given: None,
        };
        Reading {
            source: Source {
                name: format!("{header}.csv"),
                header_line: Some(1),
                columns: vec![Column {
                    header: header.to_owned(),
                    role: Role::Name,
                    confidence: Confidence::High,
                    notation: Notation::Whole,
                    day_order: DayOrder::default(),
                }],
                questions: asked.iter().map(question).collect(),
                ..Source::default()
            },
            ..Reading::default()
        }
    }

    #[test]
    fn what_files_of_one_form_ask_is_one_question_and_what_can_wait_comes_last() {
        let sign = (QuestionId::Sign, true);
        let repeats = (QuestionId::DuplicateRows, true);
        let dates = (QuestionId::DateOrder, false);
        let project = Project::of_readings(vec![
            file("Klant", &[dates, sign, repeats]),
            file("klant ", &[sign, repeats]),
            file("Naam", &[sign]),
        ]);
        let open = Open::of(&project);
        assert_eq!(
            open.all,
            [
                Asked::OfFile(0, 1),
                Asked::OfFile(0, 2),
                // The very rows of another file.
                Asked::OfFile(1, 1),
                Asked::OfFile(2, 0),
                Asked::OfFile(0, 0),
            ]
        );
        assert_eq!(open.n_deciding, 4);
    }
}
