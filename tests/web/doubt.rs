//! The page's side of the certainty worker, against workers that answer with a prepared script.

use std::cell::Cell;
use std::rc::Rc;

use abc_core::doubt::{AboutClasses, Answer, Question};
use abc_core::prospects::FitData;
use abc_core::protocol::Ready;
use kernklant::platform::worker::{WorkerError, reckon};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = "
export function doubtStandIn(ready, script) {
    const source = `
        onmessage = () => { ${script} };
        postMessage(new Uint8Array([${ready}]).buffer);
    `;
    const url = URL.createObjectURL(new Blob([source]));
    globalThis.kernklant = { spawnCertaintyWorker: async () => new Worker(url) };
}
export function withoutWorker() {
    globalThis.kernklant = { spawnCertaintyWorker: async () => { throw new Error('not fetched'); } };
}")]
extern "C" {
    #[wasm_bindgen(js_name = doubtStandIn)]
    fn stand_in(ready: &[u8], script: &str);
    #[wasm_bindgen(js_name = withoutWorker)]
    fn without_worker();
}

fn question() -> Question {
    Question::Score(FitData::new(1))
}

fn posting(answer: &Answer) -> String {
    let bytes = postcard::to_allocvec(answer).unwrap();
    format!("postMessage(new Uint8Array({bytes:?}).buffer);")
}

async fn ask(script: &str) -> Result<Answer, WorkerError> {
    stand_in(&postcard::to_allocvec(&Ready::now()).unwrap(), script);
    reckon(&question(), |_| ()).await
}

#[wasm_bindgen_test]
async fn progress_is_heard_and_the_last_answer_ends_it() {
    let found = Answer::Classes(AboutClasses::default());
    let script = posting(&Answer::Progress(0.25)) + &posting(&found);
    stand_in(&postcard::to_allocvec(&Ready::now()).unwrap(), &script);
    let heard = Rc::new(Cell::new(0.0));
    let hear = Rc::clone(&heard);
    let answer = reckon(&question(), move |done| hear.set(done)).await;
    assert_eq!(answer, Ok(found));
    assert!((heard.get() - 0.25).abs() < f64::EPSILON);
}

#[wasm_bindgen_test]
async fn a_worker_that_breaks_off_or_was_never_fetched_is_an_error() {
    assert_eq!(
        ask("throw new Error('a panic')").await,
        Err(WorkerError::Gone)
    );
    let garbled = ask("postMessage(new ArrayBuffer(0))").await;
    assert_eq!(garbled, Err(WorkerError::VersionMismatch));
    without_worker();
    assert_eq!(reckon(&question(), |_| ()).await, Err(WorkerError::Gone));
}
