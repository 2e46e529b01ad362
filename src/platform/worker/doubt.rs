//! The certainty worker: one question each, ended with it.

use std::rc::Rc;

use abc_core::doubt::{Answer, Question};
use wasm_bindgen::prelude::*;

use super::{Ending, ReadyWorker, WorkerError};

/// The last answer to `question`; `on_progress` hears how much is done, from 0 to 1.
///
/// Dropping the future ends the work.
pub async fn reckon(
    question: &Question,
    on_progress: impl Fn(f64) + 'static,
) -> Result<Answer, WorkerError> {
    let worker = ReadyWorker::greeted(spawn_certainty_worker().await).await?;
    let ending = Rc::new(Ending::new());
    let end = Rc::clone(&ending);
    let hear = move |answer| match answer {
        Answer::Progress(done) => on_progress(done),
        answer => end.settle(Ok(answer)),
    };
    worker
        .exchange(&ending, question, &JsValue::UNDEFINED, hear)
        .await
}

#[wasm_bindgen]
extern "C" {
    /// Web/boot.js: as for the text worker.
    #[wasm_bindgen(js_namespace = kernklant, js_name = spawnCertaintyWorker, catch)]
    async fn spawn_certainty_worker() -> Result<JsValue, JsValue>;
}
