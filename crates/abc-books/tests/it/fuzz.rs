//! Mutated files of both corpora through the readers of the page: nothing panics, nothing takes long, every
//! record is accounted for, and what was read can be saved.
//!
//! Input `n` of a seed is always the same. `make test` reads the first `N_INPUTS` of one seed; `make fuzz`
//! reads on with another seed for as long as it is told. A failure prints the command that repeats it and
//! leaves the files. Variables: `FUZZ_SECONDS`, `FUZZ_SEED`, and `FUZZ_ONLY` for one input.

mod judged;
mod mutation;
mod samples;

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use abc_core::stats::random::{METHOD_SEED, SplitMix64};
use samples::{Sample, samples};

use crate::{thread_time, time_of_day};

/// What `make test` reads.
const N_INPUTS: u64 = 20_000;
/// Failures to print before it stops.
const MOST_FAILURES: usize = 10;
/// Nothing ever takes this long: what does, never ends.
const HANGS_AFTER: Duration = Duration::from_mins(10);

/// How much is read.
#[derive(Clone, Copy)]
enum Extent {
    /// This input and nothing else.
    Only(u64),
    /// The inputs below this number.
    Below(u64),
    /// Whatever is begun before this time.
    Until(Instant),
}

/// What a worker tells.
enum News {
    Begun { worker: usize, input: u64 },
    Failed { input: u64, what: String },
}

fn variable<T: FromStr>(name: &str) -> Option<T> {
    let text = std::env::var(name).ok().filter(|text| !text.is_empty())?;
    let value = text.parse().ok();
    assert!(value.is_some(), "{name}={text} is no number");
    value
}

#[allow(clippy::disallowed_methods, reason = "tests have a clock")]
fn told() -> (u64, Extent) {
    let seconds = variable("FUZZ_SECONDS").map(Duration::from_secs);
    let seed = variable("FUZZ_SEED").unwrap_or_else(|| match seconds {
        Some(_) => time_of_day().as_millis() as u64,
        None => METHOD_SEED,
    });
    let extent = match (variable("FUZZ_ONLY"), seconds) {
        (Some(input), _) => Extent::Only(input),
        (None, Some(seconds)) => Extent::Until(Instant::now() + seconds),
        (None, None) => Extent::Below(N_INPUTS),
    };
    (seed, extent)
}

#[test]
#[allow(clippy::print_stdout, reason = "a long run says its seed")]
fn mutated_files_are_read_or_refused() {
    let (seed, extent) = told();
    let samples = samples();
    let n_workers = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicU64::new(match extent {
        Extent::Only(input) => input,
        Extent::Below(_) | Extent::Until(_) => 0,
    });
    let is_enough = AtomicBool::new(false);
    println!("seed {seed}");
    let mut failures = Vec::new();
    thread::scope(|scope| {
        let (sender, news) = channel();
        for worker in 0..n_workers {
            let sender = sender.clone();
            let (samples, next, is_enough) = (&samples, &next, &is_enough);
            scope.spawn(move || work(worker, seed, extent, samples, next, is_enough, &sender));
        }
        drop(sender);
        let mut current = vec![None; n_workers];
        loop {
            match news.recv_timeout(HANGS_AFTER) {
                Ok(News::Begun { worker, input }) => current[worker] = Some(input),
                Ok(News::Failed { input, what }) => {
                    let folder = leave(seed, input, &samples);
                    failures.push(told_of(seed, input, &what, &folder));
                    is_enough.store(failures.len() >= MOST_FAILURES, Ordering::Relaxed);
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // A thread cannot be ended; the process can.
                    for input in current.iter().flatten() {
                        let folder = leave(seed, *input, &samples);
                        eprintln!("{}", told_of(seed, *input, "it may not end", &folder));
                    }
                    std::process::abort();
                }
            }
        }
    });
    println!("{} inputs", next.load(Ordering::Relaxed));
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[allow(clippy::disallowed_methods, reason = "tests have a clock")]
fn work(
    worker: usize,
    seed: u64,
    extent: Extent,
    samples: &[Sample],
    next: &AtomicU64,
    is_enough: &AtomicBool,
    news: &Sender<News>,
) {
    loop {
        let input = next.fetch_add(1, Ordering::Relaxed);
        let is_last = match extent {
            Extent::Only(only) => input > only,
            Extent::Below(end) => input >= end,
            Extent::Until(end) => Instant::now() >= end,
        };
        if is_last || is_enough.load(Ordering::Relaxed) {
            // Not read after all.
            next.fetch_sub(1, Ordering::Relaxed);
            return;
        }
        news.send(News::Begun { worker, input })
            .expect("a listener");
        if let Err(what) = check(seed, input, samples) {
            news.send(News::Failed { input, what }).expect("a listener");
        }
    }
}

/// The files of an input.
fn made(seed: u64, input: u64, samples: &[Sample]) -> (Sample, SplitMix64) {
    // Neighbours must not have the same chance, one step apart.
    let mut chance = SplitMix64::new(SplitMix64::new(seed).next_u64() ^ input);
    let mut chance = SplitMix64::new(chance.next_u64());
    (mutation::mutated(samples, &mut chance), chance)
}

/// Reads an input, and once more where it took long: only what always does is slow.
fn check(seed: u64, input: u64, samples: &[Sample]) -> Result<(), String> {
    let (sample, chance) = made(seed, input, samples);
    let n_bytes: usize = sample.files.iter().map(|(_, bytes)| bytes.len()).sum();
    let most = Duration::from_secs(1).mul_f64((n_bytes as f64 / 100_000.0).max(1.0));
    let mut fastest = Duration::MAX;
    for _ in 0..4 {
        let begun = thread_time();
        let judged = AssertUnwindSafe(|| judged::check(&sample, chance.clone()));
        catch_unwind(judged).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(format!("a panic: {}", text.unwrap_or("without words")))
        })?;
        fastest = fastest.min(thread_time().saturating_sub(begun));
        if fastest <= most {
            return Ok(());
        }
    }
    Err(format!("{} ms for {n_bytes} bytes", fastest.as_millis()))
}

fn told_of(seed: u64, input: u64, what: &str, folder: &str) -> String {
    format!(
        "{what}\n  repeat: FUZZ_SEED={seed} FUZZ_ONLY={input} cargo test -p abc-books --test it fuzz\n  \
         files: {folder}"
    )
}

/// Writes the files of an input, to look at.
fn leave(seed: u64, input: u64, samples: &[Sample]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{seed}-{input}"));
    std::fs::create_dir_all(&folder).expect("a folder for failing inputs");
    for (name, bytes) in made(seed, input, samples).0.files {
        std::fs::write(folder.join(name), bytes).expect("a file that can be written");
    }
    folder.display().to_string()
}
