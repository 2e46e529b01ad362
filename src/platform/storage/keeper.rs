//! The rules of saving and loading, over any backend.
//!
//! A save is written where no good save is, read back, and only then becomes the newest by a write of
//! the head. A page that dies at any moment leaves the previous save as it was.

use std::cell::Cell;

use abc_core::project::{self, Project, ProjectError, stored};
use futures::lock::Mutex;

use super::backend::Backend;
use super::places::{HEAD, PREFIX, Place, Print, QUARANTINE, SLOTS, Seal};
use super::{Loaded, Recovery, Saved, StorageError, Usage};

/// Texts up to this length go to localStorage: two of them fit in the 5 MB of any browser, which
/// counts two bytes a character.
const LOCAL_BYTES: usize = 1_000_000;

/// Saves that are kept in `IndexedDB`: undo for the user, rescue for us.
const KEPT_RECORDS: usize = 5;

/// A piece longer than this took long enough to let the page breathe after it.
const LONG_PIECE_BYTES: usize = 50_000;

/// One per page: it knows which save this tab saw last.
pub(super) struct Keeper<B> {
    pub(super) backend: B,
    /// The newest sequence that this tab loaded or wrote; locked while it works, so that calls that
    /// overlap happen one after the other.
    known: Mutex<u64>,
    /// Wipes that are done: what was to be saved before one of them is not saved after it.
    n_wipes: Cell<u32>,
}

/// What the head key says.
enum Head {
    Missing,
    Broken,
    Good(Seal),
}

/// A save that may be whole.
enum Candidate {
    Slot(Seal, String),
    Record(u64),
}

impl Candidate {
    fn sequence(&self) -> u64 {
        match self {
            Self::Slot(seal, _) => seal.sequence,
            Self::Record(sequence) => *sequence,
        }
    }
}

struct Found {
    project: Project,
    seal: Seal,
}

impl<B: Backend> Keeper<B> {
    pub(super) fn new(backend: B) -> Self {
        Self {
            backend,
            known: Mutex::new(0),
            n_wipes: Cell::default(),
        }
    }

    pub(super) async fn save(&self, project: &Project) -> Result<Saved, StorageError> {
        let n_wipes = self.n_wipes.get();
        let mut known = self.known.lock().await;
        if self.n_wipes.get() != n_wipes {
            return Err(StorageError::Wiped);
        }
        self.may_write(*known)?;
        project::check(project)?;
        let mut pieces = stored::pieces(project);
        let mut text = String::new();
        while text.len() <= LOCAL_BYTES {
            let Some(piece) = pieces.next() else {
                let seal = self.save_local(*known, &text)?;
                return Ok(saved(&mut known, &seal));
            };
            text.push_str(&piece);
            if piece.len() > LONG_PIECE_BYTES {
                self.backend.pause().await;
            }
        }
        let pieces = std::iter::once(text).chain(pieces);
        let seal = self.save_indexed(*known, pieces).await?;
        Ok(saved(&mut known, &seal))
    }

    /// Saves without waiting for anything: a page that goes runs no timers and hears of no disk. `None` where
    /// that cannot be: the project is too large for localStorage, or a save is under way.
    pub(super) fn save_now(&self, project: &Project) -> Option<Result<Saved, StorageError>> {
        let mut known = self.known.try_lock()?;
        if let Err(error) = project::check(project) {
            return Some(Err(error.into()));
        }
        let mut text = String::new();
        for piece in stored::pieces(project) {
            text.push_str(&piece);
            if text.len() > LOCAL_BYTES {
                return None;
            }
        }
        let seal = self.save_local(*known, &text);
        Some(seal.map(|seal| saved(&mut known, &seal)))
    }

    /// Nothing is awaited between the look at the head and its replacement.
    fn save_local(&self, known: u64, text: &str) -> Result<Seal, StorageError> {
        self.may_write(known)?;
        let now_ms = self.backend.now_ms();
        let seal = Seal::of(Print::of(text), Place::Local, known + 1, now_ms);
        self.backend
            .set_checked(seal.slot(), &format!("{}\n{text}", seal.line()))?;
        self.backend.set_checked(HEAD, &seal.line())?;
        Ok(seal)
    }

    async fn save_indexed(
        &self,
        known: u64,
        pieces: impl Iterator<Item = String>,
    ) -> Result<Seal, StorageError> {
        let mut sequences = self.backend.sequences().await?;
        let newest = sequences.last().copied().unwrap_or_default();
        let sequence = known.max(newest) + 1;
        let now_ms = self.backend.now_ms();
        let mut written = Print::default();
        let pieces = pieces.inspect(|piece| written.add(piece));
        self.backend.add_record(sequence, now_ms, pieces).await?;
        let seal = Seal::of(written, Place::Indexed, sequence, now_ms);

        let mut read = Print::default();
        let saved_at = self
            .backend
            .read_record(sequence, |piece| read.add(piece))
            .await?;
        let is_whole = saved_at.is_some() && seal.fits(&read);
        // Another tab may have saved while this one waited for the disk.
        let outcome = if is_whole {
            self.may_write(known)
                .and_then(|()| self.backend.set_checked(HEAD, &seal.line()))
        } else {
            Err(StorageError::NotReadBack)
        };
        if let Err(error) = outcome {
            // Not announced, so it must not be found by the next load either. Where even this
            // fails, the first error says more.
            self.backend.remove_records(&[sequence]).await.ok();
            return Err(error);
        }
        sequences.push(sequence);
        let n_old = sequences.len().saturating_sub(KEPT_RECORDS);
        if let Some(old) = sequences.get(..n_old).filter(|old| !old.is_empty()) {
            // Too many old saves do no harm; the next save tries again.
            self.backend.remove_records(old).await.ok();
        }
        Ok(seal)
    }

    pub(super) async fn load(&self) -> Result<Loaded, StorageError> {
        let mut known = self.known.lock().await;
        let head = self.head()?;
        refuse_newer(&head)?;
        let (mut candidates, mut broken) = self.slots()?;
        if !head_is_among(&head, &candidates) {
            match self.backend.sequences().await {
                Ok(sequences) => candidates.extend(sequences.into_iter().map(Candidate::Record)),
                Err(fault) if head_says_indexed(&head) => return Err(fault.into()),
                // Nothing says that there is anything in a store that cannot be opened.
                Err(_) => {}
            }
        }
        candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.sequence()));
        let found = self.newest_whole(candidates, &mut broken).await?;

        let head_sequence = match &head {
            Head::Good(seal) => seal.sequence,
            Head::Missing | Head::Broken => 0,
        };
        let found_sequence = found.as_ref().map_or(0, |found| found.seal.sequence);
        *known = head_sequence.max(found_sequence);
        let is_damaged = match &head {
            Head::Good(seal) => found_sequence < seal.sequence,
            Head::Missing => !broken.is_empty(),
            Head::Broken => true,
        };
        if is_damaged && let Some(text) = broken.first() {
            // Kept for a rescue by hand; where there is no room, the slot itself still has it.
            self.backend.set(QUARANTINE, text).ok();
        }
        if let Some(found) = &found
            && !matches!(head, Head::Good(_))
        {
            // Where this fails, the next save says why.
            self.backend.set_checked(HEAD, &found.seal.line()).ok();
        }
        let recovered = match found {
            _ if !is_damaged => None,
            Some(_) => Some(Recovery::Older),
            None => Some(Recovery::Nothing),
        };
        Ok(Loaded {
            saved_at_ms: found.as_ref().map(|found| found.seal.saved_at_ms as f64),
            project: found.map(|found| found.project),
            recovered,
        })
    }

    /// The saves in localStorage that fit their seal, and the texts of those that do not.
    fn slots(&self) -> Result<(Vec<Candidate>, Vec<String>), StorageError> {
        let (mut candidates, mut broken) = (Vec::new(), Vec::new());
        for key in SLOTS {
            let Some(text) = self.backend.get(key)? else {
                continue;
            };
            let whole = text.split_once('\n').and_then(|(line, body)| {
                let seal = Seal::from_line(line)?;
                seal.fits(&Print::of(body)).then(|| (seal, body.to_owned()))
            });
            match whole {
                Some((seal, body)) => candidates.push(Candidate::Slot(seal, body)),
                None => broken.push(text),
            }
        }
        Ok((candidates, broken))
    }

    /// The first of the candidates that is a project; those before it are added to `broken`.
    async fn newest_whole(
        &self,
        candidates: Vec<Candidate>,
        broken: &mut Vec<String>,
    ) -> Result<Option<Found>, StorageError> {
        for candidate in candidates {
            let (seal, text) = match candidate {
                Candidate::Slot(seal, text) => (seal, text),
                Candidate::Record(sequence) => match self.record(sequence).await? {
                    Some(record) => record,
                    None => continue,
                },
            };
            match project::restore(&text) {
                Ok(project) => return Ok(Some(Found { project, seal })),
                Err(error @ ProjectError::Newer { .. }) => return Err(error.into()),
                Err(_) if seal.place == Place::Local => broken.push(text),
                // A broken record stays where it is.
                Err(_) => {}
            }
        }
        Ok(None)
    }

    async fn record(&self, sequence: u64) -> Result<Option<(Seal, String)>, StorageError> {
        let mut text = String::new();
        let saved_at = self
            .backend
            .read_record(sequence, |piece| text.push_str(piece))
            .await?;
        Ok(saved_at.map(|saved_at_ms| {
            let seal = Seal::of(Print::of(&text), Place::Indexed, sequence, saved_at_ms);
            (seal, text)
        }))
    }

    pub(super) async fn take_over(&self) -> Result<(), StorageError> {
        let mut known = self.known.lock().await;
        *known = match self.head()? {
            Head::Good(seal) => seal.sequence,
            Head::Missing | Head::Broken => 0,
        };
        Ok(())
    }

    pub(super) async fn wipe(&self) -> Result<(), StorageError> {
        let mut known = self.known.lock().await;
        for key in self.own_keys()? {
            self.backend.remove(&key)?;
        }
        // Where the rest fails, what is missing now was not taken away by another tab.
        *known = 0;
        let sequences = self.backend.sequences().await?;
        self.backend.remove_records(&sequences).await?;
        let is_empty = self.own_keys()?.is_empty() && self.backend.sequences().await?.is_empty();
        if !is_empty {
            return Err(StorageError::NotReadBack);
        }
        self.n_wipes.set(self.n_wipes.get().wrapping_add(1));
        Ok(())
    }

    pub(super) async fn usage(&self) -> Result<Usage, StorageError> {
        let mut local_bytes = 0;
        for key in self.own_keys()? {
            let text = self.backend.get(&key)?.unwrap_or_default();
            local_bytes += (key.len() + text.len()) as u64;
        }
        Ok(Usage {
            local_bytes,
            indexed_bytes: self.backend.record_bytes().await?,
        })
    }

    fn own_keys(&self) -> Result<Vec<String>, StorageError> {
        let mut keys = self.backend.keys()?;
        keys.retain(|key| key.starts_with(PREFIX));
        Ok(keys)
    }

    fn head(&self) -> Result<Head, StorageError> {
        let line = self.backend.get(HEAD)?;
        Ok(line.map_or(Head::Missing, |line| {
            Seal::from_line(&line).map_or(Head::Broken, Head::Good)
        }))
    }

    /// Whether no other tab saved or wiped since; a save that is under way looks for itself.
    pub(super) fn looks_unchanged(&self) -> Result<(), StorageError> {
        let known = self.known.try_lock();
        known.map_or(Ok(()), |known| self.may_write(*known))
    }

    fn may_write(&self, known: u64) -> Result<(), StorageError> {
        if self.backend.is_stopped() {
            return Err(StorageError::Stopped);
        }
        let head = self.head()?;
        refuse_newer(&head)?;
        match head {
            Head::Good(seal) if seal.sequence > known => Err(StorageError::ChangedElsewhere),
            Head::Missing if known > 0 => Err(StorageError::WipedElsewhere),
            Head::Good(_) | Head::Missing | Head::Broken => Ok(()),
        }
    }
}

fn saved(known: &mut u64, seal: &Seal) -> Saved {
    *known = seal.sequence;
    Saved {
        sequence: seal.sequence,
        n_bytes: seal.n_bytes,
        where_: seal.place,
    }
}

/// What a newer build stored is neither read nor replaced.
fn refuse_newer(head: &Head) -> Result<(), StorageError> {
    match head {
        Head::Good(seal) if seal.schema > stored::SCHEMA => Err(StorageError::Newer {
            schema: seal.schema,
            known: stored::SCHEMA,
        }),
        _ => Ok(()),
    }
}

fn head_is_among(head: &Head, candidates: &[Candidate]) -> bool {
    match head {
        Head::Good(seal) => candidates.iter().any(|c| c.sequence() >= seal.sequence),
        Head::Missing | Head::Broken => false,
    }
}

fn head_says_indexed(head: &Head) -> bool {
    matches!(
        head,
        Head::Good(Seal {
            place: Place::Indexed,
            ..
        })
    )
}
