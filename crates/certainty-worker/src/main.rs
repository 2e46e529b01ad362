//! Entry point of the worker that reckons how sure the answers are. What is reckoned is decided in
//! `abc_core::doubt`; who asks something else ends this worker and starts another.

use std::cell::Cell;

use abc_core::doubt::{Answer, Question};
use js_sys::Date;
use wasm_bindgen::prelude::*;
use worker_port::{listen, post};

/// Often enough to look alive, seldom enough to cost nothing.
const PROGRESS_INTERVAL_MS: f64 = 100.0;

fn main() {
    listen(|question: Question, _| {
        let told_ms = Cell::new(Date::now());
        let answer = question.answer(|done| {
            let now_ms = Date::now();
            if now_ms - told_ms.get() >= PROGRESS_INTERVAL_MS {
                told_ms.set(now_ms);
                post(&Answer::Progress(done)).unwrap_throw();
            }
        });
        post(&answer).unwrap_throw();
    });
}
