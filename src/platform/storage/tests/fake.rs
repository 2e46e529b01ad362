//! A browser that fails on demand. Two keepers over one `Fake` are two tabs.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::platform::storage::backend::{Backend, Fault};

/// Shared by its clones.
#[derive(Clone, Default)]
pub(super) struct Fake(Rc<Inner>);

#[derive(Default)]
pub(super) struct Inner {
    pub(super) local: RefCell<BTreeMap<String, String>>,
    pub(super) records: RefCell<BTreeMap<u64, Vec<String>>>,
    /// Every access throws.
    pub(super) is_blocked: Cell<bool>,
    /// A write beyond this many bytes in all throws.
    pub(super) room: Cell<Option<usize>>,
    /// Writes to keys with this prefix are said to succeed and do nothing.
    pub(super) drops: RefCell<Option<&'static str>>,
    /// Records are read back with their last piece missing.
    pub(super) cuts_records: Cell<bool>,
    pub(super) is_stopped: Cell<bool>,
    /// The list of records is there only the next time that somebody looks.
    pub(super) is_slow: Cell<bool>,
    /// What another tab does while this one waits for the disk.
    pub(super) on_record_added: RefCell<Option<OtherTab>>,
    /// Keys written, in order.
    pub(super) writes: RefCell<Vec<String>>,
    now_ms: Cell<f64>,
}

/// What another tab does.
type OtherTab = Box<dyn FnOnce(&Fake)>;

impl std::ops::Deref for Fake {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Fake {
    fn access(&self) -> Result<(), Fault> {
        if self.is_blocked.get() {
            Err(Fault::from_exception("SecurityError", Some(18)))
        } else {
            Ok(())
        }
    }

    fn n_bytes(&self) -> usize {
        let local = self.local.borrow();
        let records = self.records.borrow();
        local.values().map(String::len).sum::<usize>()
            + records.values().flatten().map(String::len).sum::<usize>()
    }

    fn room_for(&self, n_bytes: usize) -> Result<(), Fault> {
        match self.room.get() {
            Some(room) if self.n_bytes() + n_bytes > room => {
                Err(Fault::from_exception("QuotaExceededError", Some(22)))
            }
            _ => Ok(()),
        }
    }
}

impl Backend for Fake {
    fn is_stopped(&self) -> bool {
        self.is_stopped.get()
    }

    fn now_ms(&self) -> f64 {
        self.now_ms.set(self.now_ms.get() + 1000.0);
        self.now_ms.get()
    }

    async fn pause(&self) {}

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.access()?;
        Ok(self.local.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.access()?;
        let n_old = self.local.borrow().get(key).map_or(0, String::len);
        self.room_for(text.len().saturating_sub(n_old))?;
        self.writes.borrow_mut().push(key.to_owned());
        if self
            .drops
            .borrow()
            .is_none_or(|prefix| !key.starts_with(prefix))
        {
            self.local
                .borrow_mut()
                .insert(key.to_owned(), text.to_owned());
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.access()?;
        if self
            .drops
            .borrow()
            .is_none_or(|prefix| !key.starts_with(prefix))
        {
            self.local.borrow_mut().remove(key);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.access()?;
        Ok(self.local.borrow().keys().cloned().collect())
    }

    async fn add_record(
        &self,
        sequence: u64,
        _saved_at_ms: f64,
        pieces: impl Iterator<Item = String>,
    ) -> Result<(), Fault> {
        self.access()?;
        let pieces: Vec<_> = pieces.collect();
        self.room_for(pieces.iter().map(String::len).sum())?;
        if self.records.borrow().contains_key(&sequence) {
            return Err(Fault::from_exception("ConstraintError", Some(0)));
        }
        self.records.borrow_mut().insert(sequence, pieces);
        if let Some(act) = self.on_record_added.take() {
            act(self);
        }
        Ok(())
    }

    async fn read_record(
        &self,
        sequence: u64,
        mut take: impl FnMut(&str),
    ) -> Result<Option<f64>, Fault> {
        self.access()?;
        let records = self.records.borrow();
        let Some(pieces) = records.get(&sequence) else {
            return Ok(None);
        };
        let n_read = pieces.len() - usize::from(self.cuts_records.get());
        pieces.iter().take(n_read).for_each(|piece| take(piece));
        Ok(Some(5000.0))
    }

    async fn sequences(&self) -> Result<Vec<u64>, Fault> {
        if self.is_slow.take() {
            futures::pending!();
        }
        self.access()?;
        Ok(self.records.borrow().keys().copied().collect())
    }

    async fn remove_records(&self, sequences: &[u64]) -> Result<(), Fault> {
        self.access()?;
        self.records
            .borrow_mut()
            .retain(|sequence, _| !sequences.contains(sequence));
        Ok(())
    }

    async fn record_bytes(&self) -> Result<u64, Fault> {
        self.access()?;
        let records = self.records.borrow();
        Ok(records
            .values()
            .flatten()
            .map(|piece| piece.len() as u64)
            .sum())
    }
}
