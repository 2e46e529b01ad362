//! What of a long table is in view, scrolling it, and where the focus is in it.

use std::time::Duration;

use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
/// An element of the page; passed through, never looked into outside this module.
pub use web_sys::Element;

/// The height of the window in CSS pixels; zero when it cannot be told.
pub fn height_px() -> f64 {
    web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0)
}

/// Whether the window is so narrow that what stands beside the table covers it (`width<60rem`), now and
/// whenever that changes, until the owner is gone.
pub fn narrow() -> Signal<bool> {
    let is_narrow = RwSignal::new(is_narrow_now());
    on_move(move || {
        let now = is_narrow_now();
        if is_narrow.get_untracked() != now {
            is_narrow.set(now);
        }
    });
    is_narrow.into()
}

fn is_narrow_now() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(width < 60rem)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// The top of an element, from the top of the window.
pub fn top_px(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// The height of the first element inside `within` that the selector finds.
pub fn height_of(within: &Element, selector: &str) -> Option<f64> {
    let found = within.query_selector(selector).ok().flatten()?;
    Some(found.get_bounding_client_rect().height()).filter(|height| *height > 0.0)
}

/// The first element inside `within` that the selector finds.
pub fn find_in(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// Scrolls the page down by so many pixels, up when negative.
pub fn scroll_by(dy_px: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, dy_px);
    }
}

/// How long the screens may take to stand again after a change that mounts them anew.
const MOUNTING: Duration = Duration::from_millis(1_500);

/// Makes a change that mounts the screens anew, and keeps the page scrolled to where it stood: it stays as
/// long as it was until all parts are there again.
pub fn keep_place(change: impl FnOnce()) {
    let main = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("main"))
        .and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok());
    // A style that is refused leaves the page at its top, where it can still be read.
    if let Some(main) = main {
        let height = format!("{}px", main.offset_height());
        drop(main.style().set_property("min-height", &height));
        set_timeout(
            move || drop(main.style().remove_property("min-height")),
            MOUNTING,
        );
    }
    change();
}

/// Scrolls the first element inside `within` that the selector finds to its own beginning.
pub fn scroll_up(within: &Element, selector: &str) {
    if let Ok(Some(found)) = within.query_selector(selector) {
        found.set_scroll_top(0);
    }
}

/// Focuses the first element inside `within` that the selector finds, without scrolling the page.
/// False when it is not there.
pub fn focus_in(within: &Element, selector: &str) -> bool {
    let found = within.query_selector(selector).ok().flatten();
    found.is_some_and(|element| focus_quietly(&element))
}

/// Focuses an element without scrolling the page; false when it takes no focus.
pub fn focus_quietly(element: &Element) -> bool {
    let focus = || -> Result<(), JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE)?;
        let focus: Function = Reflect::get(element, &"focus".into())?.dyn_into()?;
        focus.call1(element, &options).map(|_| ())
    };
    focus().is_ok()
}

/// What has the focus; nothing when that is the page itself.
pub fn focused() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    document
        .active_element()
        .filter(|active| !body.is_same_node(Some(active)))
}

/// Gives the focus back to an element, and scrolls to it, once what was opened from it is gone; false when it
/// is no longer on the page.
pub fn focus_back_after(element: Element) -> bool {
    let is_there = element.is_connected();
    if is_there {
        request_animation_frame(move || {
            if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
                // What takes no focus is left where it is.
                element.focus().ok();
            }
        });
    }
    is_there
}

/// Whether the focus is on `element` or inside it.
pub fn has_focus(element: &Element) -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element())
        .is_some_and(|active| element.contains(Some(&active)))
}

/// Whether the focus moves to something inside `element` (a `focusout` event tells).
pub fn stays_inside(element: &Element, event: &web_sys::FocusEvent) -> bool {
    event
        .related_target()
        .and_then(|target| target.dyn_into::<web_sys::Node>().ok())
        .is_some_and(|node| element.contains(Some(&node)))
}

/// Calls back whenever the page scrolls or the window changes size, until the owner is gone.
pub fn on_move(callback: impl Fn() + 'static) {
    // A browser that refuses leaves the first rows in view, which can still be read.
    listen(["scroll", "resize"], move |_| callback());
}

/// Calls back before the page is printed (`true`) and after, until the owner is gone.
pub fn on_print(callback: impl Fn(bool) + 'static) {
    listen(["beforeprint", "afterprint"], move |event| {
        callback(event.type_() == "beforeprint");
    });
}

fn listen(events: [&'static str; 2], callback: impl Fn(web_sys::Event) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(callback);
    let function: &js_sys::Function = listener.as_ref().unchecked_ref();
    for event in events {
        drop(window.add_event_listener_with_callback(event, function));
    }
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || {
        listener.with_value(|listener| {
            let function: &js_sys::Function = listener.as_ref().unchecked_ref();
            for event in events {
                drop(window.remove_event_listener_with_callback(event, function));
            }
        });
    });
}

/// Scrolls the element with this id to the top of the view and gives it the focus.
pub fn bring_to_top(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        element.scroll_into_view();
        // An element that takes no focus is in view all the same.
        let _ = focus_quietly(&element);
    }
}

/// The same, once that element is on the page.
pub fn bring_to_top_after(id: &'static str) {
    request_animation_frame(move || bring_to_top(id));
}

/// The number in the attribute `name` of the nearest element around the target of an event.
pub fn number_around(event: &web_sys::Event, name: &str) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let around = target.closest(&format!("[{name}]")).ok().flatten()?;
    around.get_attribute(name)?.parse().ok()
}

/// Gives the focus to the first element of this selector, once what covered it is gone. Nothing of that kind on
/// the page: the focus stays where the browser put it.
pub fn focus_after(selector: &'static str) {
    on_next_frame(move |body| {
        let _ = focus_in(body, selector);
    });
}

/// The same where another step takes the place of what was scrolled through: it begins at the top of the page.
pub fn focus_at_top(selector: &'static str) {
    on_next_frame(move |body| {
        let _ = focus_in(body, selector);
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// The same, unless something has the focus: what is pressed may go away under it.
pub fn focus_when_lost(selector: &'static str) {
    on_next_frame(move |body| {
        let active = body
            .owner_document()
            .and_then(|document| document.active_element());
        if active.is_none_or(|active| active == *body) {
            let _ = focus_in(body, selector);
        }
    });
}

/// Gives the focus to the name in this row of the grid, once what covered it is gone.
pub fn focus_row_after(row: Option<usize>) {
    on_next_frame(move |body| {
        if let Some(row) = row {
            let name = format!("[data-row=\"{row}\"] [data-column=\"1\"]");
            // A row that is scrolled out leaves the focus to the grid, its one tab stop.
            let _ = focus_in(body, &name) || focus_in(body, "[role=grid]");
        }
    });
}

/// Scrolls the page, once the first element of this selector is there, so far that it begins at the top of the
/// view: only where less than half of the view would be left for it.
pub fn make_room_after(selector: &'static str) {
    on_next_frame(move |body| {
        if let Some(found) = find_in(body, selector)
            && top_px(&found) > height_px() / 2.0
        {
            found.scroll_into_view();
        }
    });
}

fn on_next_frame(act: impl FnOnce(&Element) + 'static) {
    request_animation_frame(move || {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(body) = document.and_then(|document| document.body()) {
            act(&body);
        }
    });
}

/// Focuses the first element inside `within` that the selector finds, and scrolls it into view where it is
/// not.
pub fn focus_into_view(within: &Element, selector: &str) {
    let found = within.query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        // What takes no focus is left where it is.
        drop(found.focus());
    }
}
