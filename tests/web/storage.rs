//! The two stores of a real browser; their rules are tested natively over a fake.

use abc_core::customers::Customer;
use abc_core::money::Cents;
use abc_core::project::Project;
use kernklant::platform::storage::{self, Loaded, Place, Preferences, Usage};
use wasm_bindgen_test::wasm_bindgen_test;

fn project_of(n_customers: i64) -> Project {
    let customers = (0..n_customers).map(|index| Customer {
        name: format!("Café ’t Hoekje {index}"),
        revenue: Some(Cents(index)),
        ..Customer::default()
    });
    Project::of_customers(customers.collect::<Vec<_>>())
}

/// One test, because its steps share the page's storage.
#[wasm_bindgen_test]
async fn saves_of_any_size_come_back_and_a_wipe_leaves_nothing() {
    storage::wipe().await.unwrap();
    assert_eq!(storage::load().await, Ok(Loaded::default()));

    for (n_customers, place) in [
        (60, Place::Local),
        (20_000, Place::Indexed),
        (19_999, Place::Indexed),
        (61, Place::Local),
    ] {
        let project = project_of(n_customers);
        let saved = storage::save(&project).await.unwrap();
        assert_eq!(saved.where_, place);
        let loaded = storage::load().await.unwrap();
        assert_eq!(loaded.recovered, None);
        assert!(loaded.project == Some(project), "{n_customers} customers");
        assert!(
            loaded
                .saved_at_ms
                .is_some_and(|at| at <= js_sys::Date::now())
        );
    }

    let chosen = Preferences {
        locale: "nl".to_owned(),
        theme: "dark".to_owned(),
        columns: Some(vec!["class".to_owned()]),
    };
    storage::save_preferences(&chosen).unwrap();
    assert_eq!(storage::load_preferences(), chosen);

    let usage = storage::usage().await.unwrap();
    assert!(
        usage.local_bytes > 0 && usage.indexed_bytes > 2_000_000,
        "{usage:?}"
    );
    storage::wipe().await.unwrap();
    assert_eq!(storage::usage().await, Ok(Usage::default()));
    assert_eq!(storage::load().await, Ok(Loaded::default()));
    assert_eq!(storage::load_preferences(), Preferences::default());
}
