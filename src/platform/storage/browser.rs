//! localStorage through gloo-storage, `IndexedDB` through idb.
//!
//! Nothing here unwraps what a browser answers: access may be denied at any moment.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage as _};
use idb::{
    Database, DatabaseEvent as _, Factory, ObjectStoreParams, Query, Transaction, TransactionMode,
};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::backend::{Backend, Fault};

const DATABASE: &str = "kernklant";
const DATABASE_VERSION: u32 = 1;
const SAVES: &str = "saves";

/// The browser this page runs in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Browser;

impl Backend for Browser {
    /// boot.js sets the flag after a panic.
    fn is_stopped(&self) -> bool {
        let page = Reflect::get(&js_sys::global(), &"kernklant".into());
        page.and_then(|page| Reflect::get(&page, &"dead".into()))
            .is_ok_and(|dead| dead.is_truthy())
    }

    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }

    async fn pause(&self) {
        gloo_timers::future::TimeoutFuture::new(0).await;
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        local()?.get_item(key).map_err(fault)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        local()?.set_item(key, text).map_err(fault)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        local()?.remove_item(key).map_err(fault)
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = local()?;
        let n_keys = storage.length().map_err(fault)?;
        let keys = (0..n_keys).filter_map(|index| storage.key(index).transpose());
        keys.collect::<Result<_, _>>().map_err(fault)
    }

    async fn add_record(
        &self,
        sequence: u64,
        saved_at_ms: f64,
        pieces: impl Iterator<Item = String>,
    ) -> Result<(), Fault> {
        // The pieces go to the browser's heap one by one: ours grows and never shrinks.
        let list = Array::new();
        let mut n_bytes = 0;
        for piece in pieces {
            n_bytes += piece.len();
            list.push(&piece.into());
            self.pause().await;
        }
        let record = Object::new();
        set_field(&record, "savedAt", &saved_at_ms.into())?;
        set_field(&record, "nBytes", &(n_bytes as f64).into())?;
        set_field(&record, "pieces", &list)?;

        let database = Connection::open().await?;
        let writing = database.write()?;
        let store = writing.transaction.object_store(SAVES).map_err(idb_fault)?;
        let key = JsValue::from(sequence as f64);
        let request = store.add(&record, Some(&key)).map_err(idb_fault)?;
        request.await.map_err(idb_fault)?;
        writing.committed().await
    }

    async fn read_record(
        &self,
        sequence: u64,
        mut take: impl FnMut(&str),
    ) -> Result<Option<f64>, Fault> {
        let Some(record) = record(sequence).await? else {
            return Ok(None);
        };
        let pieces = Array::from(&field(&record, "pieces")?);
        for piece in pieces.iter() {
            take(&piece.as_string().unwrap_or_default());
            self.pause().await;
        }
        Ok(field(&record, "savedAt")?.as_f64())
    }

    async fn sequences(&self) -> Result<Vec<u64>, Fault> {
        let database = Connection::open().await?;
        let reading = database.read()?;
        let store = reading.object_store(SAVES).map_err(idb_fault)?;
        let request = store.get_all_keys(None, None).map_err(idb_fault)?;
        let keys = request.await.map_err(idb_fault)?;
        let numbers = keys.iter().filter_map(JsValue::as_f64);
        // IndexedDB gives keys in ascending order.
        Ok(numbers.map(|number| number as u64).collect())
    }

    async fn remove_records(&self, sequences: &[u64]) -> Result<(), Fault> {
        if sequences.is_empty() {
            return Ok(());
        }
        let database = Connection::open().await?;
        let writing = database.write()?;
        let store = writing.transaction.object_store(SAVES).map_err(idb_fault)?;
        for sequence in sequences {
            let key = JsValue::from(*sequence as f64);
            let request = store.delete(Query::Key(key)).map_err(idb_fault)?;
            request.await.map_err(idb_fault)?;
        }
        writing.committed().await
    }

    async fn record_bytes(&self) -> Result<u64, Fault> {
        let mut n_bytes = 0;
        for sequence in self.sequences().await? {
            if let Some(record) = record(sequence).await? {
                n_bytes += field(&record, "nBytes")?.as_f64().unwrap_or_default() as u64;
            }
        }
        Ok(n_bytes)
    }
}

/// Asks that our storage is not cleared when the disk is full or the page long unvisited.
pub(super) async fn persist() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Outside of a secure context the browser has no such thing, and the typed getter would not say so.
    let manager = Reflect::get(&window.navigator(), &"storage".into()).unwrap_or_default();
    let Ok(manager) = manager.dyn_into::<web_sys::StorageManager>() else {
        return false;
    };
    let Ok(promise) = manager.persist() else {
        return false;
    };
    JsFuture::from(promise)
        .await
        .is_ok_and(|answer| answer.is_truthy())
}

/// gloo's `raw` throws where access is denied, so that is asked first.
fn local() -> Result<web_sys::Storage, Fault> {
    let window = web_sys::window().ok_or(Fault::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(Fault::Blocked),
        Err(exception) => Err(fault(exception)),
    }
}

/// An open database, closed when dropped: an open one would block another build's upgrade.
struct Connection {
    database: Database,
    raw: JsValue,
}

impl Connection {
    async fn open() -> Result<Self, Fault> {
        let factory = Factory::new().map_err(idb_fault)?;
        let mut request = factory
            .open(DATABASE, Some(DATABASE_VERSION))
            .map_err(idb_fault)?;
        let failed = Rc::new(RefCell::new(None));
        let failed_in_upgrade = Rc::clone(&failed);
        request.on_upgrade_needed(move |event| {
            let created = event
                .database()
                .and_then(|database| database.create_object_store(SAVES, ObjectStoreParams::new()));
            *failed_in_upgrade.borrow_mut() = created.err();
        });
        let raw = JsValue::from(request.await.map_err(idb_fault)?);
        let database = Database::try_from(raw.clone()).map_err(idb_fault)?;
        let connection = Self { database, raw };
        match failed.take() {
            Some(error) => Err(idb_fault(error)),
            None => Ok(connection),
        }
    }

    fn read(&self) -> Result<Transaction, Fault> {
        self.database
            .transaction(&[SAVES], TransactionMode::ReadOnly)
            .map_err(idb_fault)
    }

    /// idb has no options for transactions, hence the call by name.
    fn write(&self) -> Result<Writing, Fault> {
        let open: Function = field(&self.raw, "transaction")?.dyn_into().map_err(fault)?;
        let options = Object::new();
        set_field(&options, "durability", &"strict".into())?;
        let raw = open
            .call3(&self.raw, &SAVES.into(), &"readwrite".into(), &options)
            .map_err(fault)?;
        let transaction = Transaction::try_from(raw.clone()).map_err(idb_fault)?;
        Ok(Writing { transaction, raw })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// A transaction that writes, and its raw form, which knows the reason when it is aborted.
struct Writing {
    transaction: Transaction,
    raw: JsValue,
}

impl Writing {
    /// `Ok` when everything is on disk.
    async fn committed(self) -> Result<(), Fault> {
        match self.transaction.await {
            Ok(result) if result.is_committed() => Ok(()),
            // A full disk shows up here and nowhere else.
            Ok(_) => Err(fault(field(&self.raw, "error")?)),
            Err(error) => Err(idb_fault(error)),
        }
    }
}

async fn record(sequence: u64) -> Result<Option<JsValue>, Fault> {
    let database = Connection::open().await?;
    let reading = database.read()?;
    let store = reading.object_store(SAVES).map_err(idb_fault)?;
    let key = JsValue::from(sequence as f64);
    let request = store.get(Query::Key(key)).map_err(idb_fault)?;
    request.await.map_err(idb_fault)
}

fn field(object: &JsValue, name: &str) -> Result<JsValue, Fault> {
    Reflect::get(object, &name.into()).map_err(fault)
}

fn set_field(object: &Object, name: &str, value: &JsValue) -> Result<(), Fault> {
    Reflect::set(object, &name.into(), value)
        .map(|_is_set| ())
        .map_err(fault)
}

/// What an exception of the browser means.
fn fault(exception: JsValue) -> Fault {
    let name = Reflect::get(&exception, &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default();
    let code = Reflect::get(&exception, &"code".into())
        .ok()
        .and_then(|code| code.as_f64())
        .map(|code| code as u16);
    Fault::from_exception(&name, code)
}

/// idb wraps the exception; the variants without one have a text of their own.
fn idb_fault(error: idb::Error) -> Fault {
    match error {
        idb::Error::DomException(exception) => fault(exception.into()),
        idb::Error::IndexedDbNotFound(_) => Fault::Blocked,
        idb::Error::AddFailed(exception)
        | idb::Error::GetFailed(exception)
        | idb::Error::GetAllKeysFailed(exception)
        | idb::Error::DeleteFailed(exception)
        | idb::Error::IndexedDbOpenFailed(exception)
        | idb::Error::ObjectStoreCreateFailed(exception)
        | idb::Error::ObjectStoreNotFound(exception)
        | idb::Error::TransactionOpenFailed(exception) => fault(exception),
        other => Fault::Failed {
            name: other.to_string(),
        },
    }
}
