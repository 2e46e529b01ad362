//! What the user is told about storage is true, whatever the browser does.

use abc_core::customers::Customer;
use abc_core::intake::{ReadOptions, Source};
use abc_core::mapping::{Choice, QuestionId};
use abc_core::money::Cents;
use abc_core::project::{Project, stored};
use futures::FutureExt;

use super::keeper::Keeper;
use super::places::{FORMS, HEAD, PREFERENCES, QUARANTINE, SLOTS};
use super::*;

mod fake;

use fake::Fake;

/// Enough customers for a text of more than 1 MB.
const MANY: usize = 20_000;

fn project_of(n_customers: usize, name: &str) -> Project {
    let customers = (0..n_customers).map(|index| Customer {
        name: format!("{name} {index}"),
        revenue: Some(Cents(i64::try_from(index).unwrap())),
        n_rows: 1,
        ..Customer::default()
    });
    Project::of_customers(customers.collect::<Vec<_>>())
}

/// The fake never waits; and unlike an executor this may be called while another tab is at work.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("the fake never waits")
}

fn save(tab: &Keeper<Fake>, project: &Project) -> Result<Saved, StorageError> {
    block_on(tab.save(project))
}

fn load(browser: &Fake) -> Result<Loaded, StorageError> {
    block_on(Keeper::new(browser.clone()).load())
}

/// A tab that has loaded what there is.
fn tab(browser: &Fake) -> Keeper<Fake> {
    let tab = Keeper::new(browser.clone());
    block_on(tab.load()).unwrap();
    tab
}

/// A browser in which these were saved one after the other.
fn browser_with(projects: &[&Project]) -> Fake {
    let browser = Fake::default();
    let tab = tab(&browser);
    for project in projects {
        save(&tab, project).unwrap();
    }
    browser
}

fn spoil(browser: &Fake, key: &str) {
    let mut local = browser.local.borrow_mut();
    let text = local.get_mut(key).unwrap();
    text.truncate(text.len() / 2);
}

#[test]
fn a_new_browser_holds_nothing_and_that_is_no_error() {
    let browser = Fake::default();
    assert_eq!(load(&browser), Ok(Loaded::default()));
    assert!(browser.writes.borrow().is_empty());
}

#[test]
fn what_was_saved_is_loaded_from_either_store() {
    for (n_customers, place) in [(60, Place::Local), (MANY, Place::Indexed)] {
        let browser = Fake::default();
        let project = project_of(n_customers, "Bakker");
        let saved = save(&tab(&browser), &project).unwrap();
        assert_eq!((saved.sequence, saved.where_), (1, place));
        let loaded = load(&browser).unwrap();
        assert_eq!(loaded.project, Some(project));
        assert_eq!(loaded.recovered, None);
        assert!(loaded.saved_at_ms.is_some());
    }
}

/// Pieces of a long list made a save wait for the page, which a page that goes never comes back to.
#[test]
fn a_page_that_goes_saves_without_waiting() {
    let browser = Fake::default();
    let leaving = tab(&browser);
    let project = project_of(1_000, "Alfa");
    assert!(
        leaving
            .save_now(&project)
            .is_some_and(|saved| saved.is_ok())
    );
    let loaded = load(&browser).expect("a save").project;
    assert_eq!(loaded.expect("a project").customers.len(), 1_000);
    assert!(leaving.save_now(&project_of(MANY, "Alfa")).is_none());
}

#[test]
fn saves_alternate_between_the_slots_and_the_head_is_written_last() {
    let (first, second) = (project_of(1, "a"), project_of(1, "b"));
    let browser = browser_with(&[&first, &second, &first]);
    let [even, odd] = SLOTS;
    assert_eq!(*browser.writes.borrow(), [odd, HEAD, even, HEAD, odd, HEAD]);
}

#[test]
fn the_text_in_a_slot_is_the_file_of_a_copy() {
    let project = project_of(3, "a");
    let browser = browser_with(&[&project]);
    let local = browser.local.borrow();
    let (_, body) = local[SLOTS[1]].split_once('\n').unwrap();
    assert_eq!(body, stored::pieces(&project).collect::<String>());
}

#[test]
fn a_project_that_grows_and_shrinks_is_loaded_as_it_was_last() {
    let (small, large) = (project_of(2, "a"), project_of(MANY, "b"));
    for sequence in [
        vec![&small, &large],
        vec![&large, &small],
        vec![&small, &large, &small],
        vec![&large, &small, &large],
    ] {
        let browser = browser_with(&sequence);
        let loaded = load(&browser).unwrap();
        assert_eq!(loaded.project.as_ref(), sequence.last().copied());
        assert_eq!(loaded.recovered, None);
    }
}

#[test]
fn only_the_last_five_large_saves_are_kept() {
    let large = project_of(MANY, "a");
    let browser = browser_with(&[&large; 7]);
    let kept: Vec<_> = browser.records.borrow().keys().copied().collect();
    assert_eq!(kept, [3, 4, 5, 6, 7]);
}

#[test]
fn a_broken_newest_slot_gives_the_older_and_keeps_the_broken_text() {
    let (first, second) = (project_of(1, "a"), project_of(1, "b"));
    let browser = browser_with(&[&first, &second]);
    spoil(&browser, SLOTS[0]);
    let broken = browser.local.borrow()[SLOTS[0]].clone();
    let loaded = load(&browser).unwrap();
    assert_eq!(loaded.project, Some(first));
    assert_eq!(loaded.recovered, Some(Recovery::Older));
    assert_eq!(browser.local.borrow()[QUARANTINE], broken);

    let third = project_of(1, "c");
    save(&tab(&browser), &third).unwrap();
    let loaded = load(&browser).unwrap();
    assert_eq!((loaded.project, loaded.recovered), (Some(third), None));
}

#[test]
fn a_broken_older_slot_is_nobodys_concern() {
    let (first, second) = (project_of(1, "a"), project_of(1, "b"));
    let browser = browser_with(&[&first, &second]);
    spoil(&browser, SLOTS[1]);
    let loaded = load(&browser).unwrap();
    assert_eq!((loaded.project, loaded.recovered), (Some(second), None));
}

#[test]
fn when_nothing_is_whole_that_is_said_and_work_goes_on() {
    let project = project_of(1, "a");
    for head in [None, Some("rubbish"), Some("kernklant 1 local x 1 1 00")] {
        let browser = browser_with(&[&project, &project]);
        spoil(&browser, SLOTS[0]);
        spoil(&browser, SLOTS[1]);
        match head {
            Some(text) => browser.local.borrow_mut().insert(HEAD.into(), text.into()),
            None => browser.local.borrow_mut().remove(HEAD),
        };
        let tab = Keeper::new(browser.clone());
        let loaded = block_on(tab.load()).unwrap();
        assert_eq!(loaded.project, None);
        assert_eq!(loaded.recovered, Some(Recovery::Nothing));
        assert!(browser.local.borrow().contains_key(QUARANTINE));
        save(&tab, &project).unwrap();
        assert_eq!(load(&browser).unwrap().project.as_ref(), Some(&project));
    }
}

#[test]
fn a_lost_head_is_made_again() {
    for (n_customers, name) in [(1, "small"), (MANY, "large")] {
        let project = project_of(n_customers, name);
        let browser = browser_with(&[&project, &project]);
        browser.local.borrow_mut().remove(HEAD);
        let tab = tab(&browser);
        assert_eq!(save(&tab, &project).unwrap().sequence, 3);
        assert_eq!(load(&browser).unwrap().project, Some(project));
    }
}

#[test]
fn a_broken_record_gives_the_one_before() {
    let (first, second) = (project_of(MANY, "a"), project_of(MANY, "b"));
    let browser = browser_with(&[&first, &second]);
    browser.records.borrow_mut().get_mut(&2).unwrap().pop();
    let loaded = load(&browser).unwrap();
    assert_eq!(loaded.project, Some(first));
    assert_eq!(loaded.recovered, Some(Recovery::Older));
}

#[test]
fn a_full_browser_says_so_and_keeps_the_save_before() {
    for n_customers in [500, MANY] {
        let small = project_of(1, "a");
        let browser = browser_with(&[&small]);
        let tab = tab(&browser);
        browser.room.set(Some(10_000));
        let larger = project_of(n_customers, "b");
        assert_eq!(save(&tab, &larger), Err(StorageError::Full));
        let loaded = load(&browser).unwrap();
        assert_eq!((loaded.project, loaded.recovered), (Some(small), None));
        browser.room.set(None);
        assert_eq!(save(&tab, &larger).unwrap().sequence, 2);
    }
}

#[test]
fn a_browser_without_storage_says_so() {
    let browser = Fake::default();
    browser.is_blocked.set(true);
    assert_eq!(load(&browser), Err(StorageError::Blocked));
    let tab = Keeper::new(browser.clone());
    assert_eq!(save(&tab, &project_of(1, "a")), Err(StorageError::Blocked));
    assert_eq!(block_on(tab.wipe()), Err(StorageError::Blocked));
    assert_eq!(preferences::load(&browser), Preferences::default());
}

#[test]
fn a_dropped_write_is_not_called_saved() {
    let first = project_of(1, "a");
    for dropped in [SLOTS[0], HEAD] {
        let browser = browser_with(&[&first]);
        let tab = tab(&browser);
        *browser.drops.borrow_mut() = Some(dropped);
        let outcome = save(&tab, &project_of(1, "b"));
        assert_eq!(outcome, Err(StorageError::NotReadBack), "{dropped}");
    }
}

#[test]
fn a_record_that_reads_back_otherwise_is_not_called_saved() {
    let first = project_of(1, "a");
    let browser = browser_with(&[&first]);
    let tab = tab(&browser);
    browser.cuts_records.set(true);
    let outcome = save(&tab, &project_of(MANY, "b"));
    assert_eq!(outcome, Err(StorageError::NotReadBack));
    browser.cuts_records.set(false);
    assert_eq!(load(&browser).unwrap().project, Some(first));
}

#[test]
fn a_page_that_has_stopped_writes_nothing() {
    let browser = Fake::default();
    let tab = tab(&browser);
    browser.is_stopped.set(true);
    assert_eq!(save(&tab, &project_of(1, "a")), Err(StorageError::Stopped));
    let outcome = preferences::save(&browser, &Preferences::default());
    assert_eq!(outcome, Err(StorageError::Stopped));
    assert!(browser.writes.borrow().is_empty());
}

#[test]
fn the_work_of_another_tab_is_not_overwritten_until_taken_over() {
    let (theirs, ours) = (project_of(1, "theirs"), project_of(1, "ours"));
    let browser = browser_with(&[&theirs]);
    let (first, second) = (tab(&browser), tab(&browser));
    save(&first, &theirs).unwrap();
    assert_eq!(save(&second, &ours), Err(StorageError::ChangedElsewhere));
    assert_eq!(load(&browser).unwrap().project.as_ref(), Some(&theirs));
    block_on(second.take_over()).unwrap();
    assert_eq!(save(&second, &ours).unwrap().sequence, 3);
    assert_eq!(load(&browser).unwrap().project, Some(ours));
    assert_eq!(save(&first, &theirs), Err(StorageError::ChangedElsewhere));
}

#[test]
fn another_tab_that_saves_while_this_one_waits_for_the_disk_wins() {
    let theirs = project_of(1, "theirs");
    let browser = browser_with(&[&theirs]);
    let (ours, other) = (tab(&browser), tab(&browser));
    let saved_meanwhile = theirs.clone();
    *browser.on_record_added.borrow_mut() = Some(Box::new(move |_browser: &Fake| {
        save(&other, &saved_meanwhile).unwrap();
    }));
    let outcome = save(&ours, &project_of(MANY, "ours"));
    assert_eq!(outcome, Err(StorageError::ChangedElsewhere));
    let loaded = load(&browser).unwrap();
    assert_eq!((loaded.project, loaded.recovered), (Some(theirs), None));
}

#[test]
fn what_another_tab_wiped_does_not_come_back() {
    let project = project_of(1, "a");
    let browser = browser_with(&[&project]);
    let (first, second) = (tab(&browser), tab(&browser));
    block_on(first.wipe()).unwrap();
    assert_eq!(save(&second, &project), Err(StorageError::WipedElsewhere));
    assert!(browser.local.borrow().is_empty());
}

#[test]
fn the_work_of_a_newer_build_is_left_as_it_is() {
    let project = project_of(1, "a");
    let browser = browser_with(&[&project]);
    for key in [HEAD, SLOTS[1]] {
        let mut local = browser.local.borrow_mut();
        let text = local.get_mut(key).unwrap();
        *text = text.replacen("kernklant 2", "kernklant 3", 1);
    }
    let before = browser.local.borrow().clone();
    let tab = Keeper::new(browser.clone());
    let newer = StorageError::Newer {
        schema: 3,
        known: 2,
    };
    assert_eq!(block_on(tab.load()), Err(newer.clone()));
    assert_eq!(save(&tab, &project), Err(newer));
    assert_eq!(*browser.local.borrow(), before);
}

#[test]
fn a_project_beyond_the_limits_is_refused_and_not_half_written() {
    let browser = Fake::default();
    let tab = tab(&browser);
    let mut project = project_of(1, "a");
    project.policy.weights = [0.0; 4];
    let refused = StorageError::Refused(ProjectError::OutOfRange { what: "weights" });
    assert_eq!(save(&tab, &project), Err(refused));
    assert!(browser.writes.borrow().is_empty());
}

#[test]
fn wiping_leaves_nothing_of_ours_and_everything_of_others() {
    let browser = browser_with(&[&project_of(MANY, "a"), &project_of(1, "b")]);
    let tab = tab(&browser);
    preferences::save(&browser, &Preferences::default()).unwrap();
    preferences::save_forms(&browser, &forms()).unwrap();
    for (key, text) in [(QUARANTINE, "broken"), ("other-app", "theirs")] {
        browser.local.borrow_mut().insert(key.into(), text.into());
    }
    block_on(tab.wipe()).unwrap();
    let keys: Vec<_> = browser.local.borrow().keys().cloned().collect();
    assert_eq!(keys, ["other-app"]);
    assert_eq!(block_on(tab.usage()), Ok(Usage::default()));
    assert_eq!(load(&browser), Ok(Loaded::default()));
    assert_eq!(preferences::load_forms(&browser), Forms::default());
    assert_eq!(save(&tab, &project_of(1, "c")).unwrap().sequence, 1);
}

#[test]
fn a_save_that_waits_for_a_wipe_brings_nothing_back() {
    let project = project_of(1, "a");
    let browser = browser_with(&[&project]);
    let tab = tab(&browser);
    browser.is_slow.set(true);
    let mut wipe = Box::pin(tab.wipe());
    let mut save = Box::pin(tab.save(&project));
    assert_eq!((&mut wipe).now_or_never(), None);
    assert_eq!((&mut save).now_or_never(), None);
    assert_eq!(block_on(wipe), Ok(()));
    assert_eq!(block_on(save), Err(StorageError::Wiped));
    assert!(browser.local.borrow().is_empty());
}

#[test]
fn a_wipe_that_leaves_something_is_not_called_done() {
    let browser = browser_with(&[&project_of(1, "a")]);
    let tab = tab(&browser);
    *browser.drops.borrow_mut() = Some(SLOTS[1]);
    assert_eq!(block_on(tab.wipe()), Err(StorageError::NotReadBack));
}

#[test]
fn usage_counts_both_stores() {
    let browser = browser_with(&[&project_of(MANY, "a")]);
    let usage = block_on(tab(&browser).usage()).unwrap();
    let text: String = stored::pieces(&project_of(MANY, "a")).collect();
    assert_eq!(usage.indexed_bytes, text.len() as u64);
    let head_bytes = HEAD.len() + browser.local.borrow()[HEAD].len();
    assert_eq!(usage.local_bytes, head_bytes as u64);
}

#[test]
fn preferences_come_back_and_broken_ones_are_the_defaults() {
    let browser = Fake::default();
    let chosen = Preferences {
        locale: "nl".into(),
        theme: "dark".into(),
        columns: Some(vec!["class".into(), "name".into()]),
    };
    preferences::save(&browser, &chosen).unwrap();
    assert_eq!(preferences::load(&browser), chosen);
    for broken in [
        "",
        "null",
        "{}",
        r#"{"version":2,"locale":"nl","theme":"dark"}"#,
        r#"{"version":1,"locale":"nl","theme":"dark","more":1}"#,
        &format!(
            r#"{{"version":1,"locale":"{}","theme":""}}"#,
            "n".repeat(99)
        ),
    ] {
        browser
            .local
            .borrow_mut()
            .insert(PREFERENCES.into(), broken.into());
        assert_eq!(
            preferences::load(&browser),
            Preferences::default(),
            "{broken}"
        );
    }
}

/// An answer about one form of file.
fn forms() -> Forms {
    let source = Source {
        header_line: Some(1),
        options: ReadOptions {
            answers: vec![(QuestionId::Sign, Choice::Negate)],
            ..ReadOptions::default()
        },
        ..Source::default()
    };
    let mut forms = Forms::default();
    forms.learn(&[("klant", &source)]);
    forms
}

#[test]
fn forms_come_back_and_what_cannot_be_read_is_asked_again() {
    let browser = Fake::default();
    preferences::save_forms(&browser, &forms()).unwrap();
    assert_eq!(preferences::load_forms(&browser), forms());
    assert!(forms().said_about("klant").is_some());
    let n_writes = browser.writes.borrow().len();
    preferences::save_forms(&browser, &forms()).unwrap();
    assert_eq!(browser.writes.borrow().len(), n_writes);
    for broken in ["", "{}", r#"{"version":9,"forms":[]}"#] {
        browser
            .local
            .borrow_mut()
            .insert(FORMS.into(), broken.into());
        assert_eq!(preferences::load_forms(&browser), Forms::default());
    }
}

#[test]
fn every_form_of_the_quota_error_is_known() {
    for (name, code) in [
        ("QuotaExceededError", Some(22)),
        ("QuotaExceededError", None),
        ("NS_ERROR_DOM_QUOTA_REACHED", Some(1014)),
        ("QUOTA_EXCEEDED_ERR", None),
        ("Error", Some(22)),
        ("", Some(1014)),
    ] {
        assert_eq!(
            Fault::from_exception(name, code),
            Fault::Full,
            "{name} {code:?}"
        );
    }
    assert_eq!(
        Fault::from_exception("SecurityError", Some(18)),
        Fault::Blocked
    );
    let other = Fault::Failed {
        name: "DataError".into(),
    };
    assert_eq!(Fault::from_exception("DataError", Some(0)), other);
}
