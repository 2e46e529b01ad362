//! The page around the app: language, theme and title of the document, the clock, files out, the clipboard.

use abc_core::date::Date;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, MessageChannel, Url};

/// Today in the user's time zone; the only clock of the app.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(
        i16::try_from(now.get_full_year()).ok()?,
        i8::try_from(now.get_month() + 1).ok()?,
        i8::try_from(now.get_date()).ok()?,
    )
    .ok()
}

/// Hours and minutes of an instant in milliseconds since 1970, in the user's time zone.
pub fn time_of_day(ms: f64) -> (u8, u8) {
    let date = js_sys::Date::new(&JsValue::from_f64(ms));
    (
        u8::try_from(date.get_hours()).unwrap_or(0),
        u8::try_from(date.get_minutes()).unwrap_or(0),
    )
}

/// Milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Sets `<html lang>`, `data-theme` and the title.
pub fn dress(lang: &str, theme: Option<&str>, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(title);
    let Some(html) = document.document_element() else {
        return;
    };
    let done = match theme {
        Some(theme) => html.set_attribute("data-theme", theme),
        None => html.remove_attribute("data-theme"),
    };
    // An attribute that cannot be set leaves the page in the system's look: nothing to do about it.
    done.and_then(|()| html.set_attribute("lang", lang)).ok();
}

/// The languages that the browser asks for, best first.
pub fn languages() -> Vec<String> {
    web_sys::window()
        .map(|window| window.navigator().languages())
        .map(|list| list.iter().filter_map(|code| code.as_string()).collect())
        .unwrap_or_default()
}

/// Hands text to the user as a file; false when the browser refuses.
pub fn download(file_name: &str, mime: &str, pieces: &[String]) -> bool {
    let make = || -> Result<(), JsValue> {
        let parts = js_sys::Array::new();
        for piece in pieces {
            parts.push(&JsValue::from_str(piece));
        }
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        download_blob(file_name, &blob)
    };
    make().is_ok()
}

/// Hands bytes to the user as a file.
pub(super) fn download_blob(file_name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&url);
    anchor.set_download(file_name);
    anchor.click();
    Url::revoke_object_url(&url)
}

/// Puts text on the clipboard; false when the browser refuses.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // A page that is not served safely (plain http on another machine) has no clipboard at all.
    let has_clipboard = Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| !clipboard.is_undefined() && !clipboard.is_null());
    if !has_clipboard {
        return false;
    }
    let promise = navigator.clipboard().write_text(text);
    JsFuture::from(promise).await.is_ok()
}

/// The first bytes of a file; `None` when the browser cannot read it any more.
pub async fn head_of(file: &web_sys::File, n_bytes: usize) -> Option<Vec<u8>> {
    let head = file
        .slice_with_i32_and_i32(0, i32::try_from(n_bytes).ok()?)
        .ok()?;
    let buffer = JsFuture::from(head.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The whole text of a small file the user picked (a saved copy).
pub async fn text_of(file: &web_sys::File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Requests that the page has made since it was locked against the network, by the browser's own count.
/// `None` when the browser does not count.
pub fn requests_since_lock() -> Option<u32> {
    let window = web_sys::window()?;
    let locked_at = Reflect::get(&window, &"kernklant".into())
        .ok()
        .and_then(|own| Reflect::get(&own, &"lockedAt".into()).ok())
        .and_then(|at| at.as_f64())?;
    let entries = window.performance()?.get_entries_by_type("resource");
    let count = entries
        .iter()
        .filter_map(|entry| entry.dyn_into::<web_sys::PerformanceEntry>().ok())
        .filter(|entry| entry.start_time() > locked_at)
        // Workers and downloads are made of blobs: they never leave the page.
        .filter(|entry| !entry.name().starts_with("blob:"))
        .count();
    u32::try_from(count).ok()
}

/// Lets the browser paint and take input before the next piece of work.
pub async fn breathe() {
    // A message and not a timer: from the fifth in a row on, a timer waits 4 ms.
    let turn = Promise::new(&mut |resolve, reject| {
        let posted = MessageChannel::new().and_then(|channel| {
            channel.port1().set_onmessage(Some(&resolve));
            channel.port2().post_message(&JsValue::NULL)
        });
        if let Err(error) = posted {
            // Refused outright, the work goes on without a pause.
            reject.call1(&JsValue::NULL, &error).ok();
        }
    });
    JsFuture::from(turn).await.ok();
}

/// Waits until the browser has painted what there is. Out of sight it paints nothing, and this waits.
pub async fn painted() {
    let frame = Promise::new(&mut |resolve, reject| {
        let asked = web_sys::window().ok_or(JsValue::NULL);
        if let Err(error) = asked.and_then(|window| window.request_animation_frame(&resolve)) {
            reject.call1(&JsValue::NULL, &error).ok();
        }
    });
    JsFuture::from(frame).await.ok();
    // What a frame calls comes before its paint.
    breathe().await;
}

/// Waits at least this long.
pub async fn wait(ms: u32) {
    gloo_timers::future::TimeoutFuture::new(ms).await;
}

/// Takes the focus from the field that has it, which then says that it was left.
pub fn leave_field() {
    let field = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element())
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(field) = field {
        // What cannot lose the focus has nothing to say.
        field.blur().ok();
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take the focus leaves it where it is.
        element.focus().ok();
    }
}
