//! A place to drop files, with a button for those who would rather pick them.

use leptos::{ev, prelude::*};

use crate::platform::File;

/// A drop zone. The file is only handed over, never read here.
#[component]
pub fn FileDrop(
    /// The text of the button that opens the file picker.
    #[prop(into)]
    pick: Signal<String>,
    /// Called with the files that were dropped or picked; never with none.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
    /// Whether several files at once are welcome.
    #[prop(optional)]
    multiple: bool,
    /// One line beside other things, instead of the whole first screen.
    #[prop(optional)]
    small: bool,
    /// A sentence after the button.
    #[prop(optional, into)]
    beside: Option<ViewFnOnce>,
    /// A sentence below the button.
    #[prop(optional, into)]
    below: Option<ViewFnOnce>,
    /// What stands above the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (over, set_over) = signal(false);
    let hand_over = move |files: Vec<File>| {
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let on_drag = move |event: ev::DragEvent| {
        // Without this the browser opens the file instead of dropping it.
        event.prevent_default();
        set_over.set(true);
    };
    let on_drop = move |event: ev::DragEvent| {
        event.prevent_default();
        set_over.set(false);
        let dropped = event.data_transfer().and_then(|transfer| transfer.files());
        hand_over(
            dropped
                .map(|list| files_from(list.length(), |at| list.get(at)))
                .unwrap_or_default(),
        );
    };

    view! {
        <div
            class="drop"
            class=("drop--small", small)
            data-over=move || over.get().then_some("")
            on:dragenter=on_drag
            on:dragover=on_drag
            on:dragleave=move |_| set_over.set(false)
            on:drop=on_drop
        >
            {children.map(|children| children())}
            <p class="line">
                <label class="button drop__pick" class=("button--main", !small)>
                    {move || pick.get()}
                    <input
                        class="sr"
                        type="file"
                        multiple=multiple
                        on:change:target=move |event| {
                            let input = event.target();
                            let picked = input.files();
                            let files = picked.map(|list| files_from(list.length(), |at| list.get(at)));
                            // Emptied, so that picking the same file again is a change again.
                            input.set_value("");
                            hand_over(files.unwrap_or_default());
                        }
                    />
                </label>
                {beside.map(|beside| view! { <span class="note drop__mouse">{beside.run()}</span> })}
            </p>
            {below.map(ViewFnOnce::run)}
        </div>
    }
}

/// The files of a browser list, which is indexed and shrinks with its owner.
fn files_from(length: u32, at: impl Fn(u32) -> Option<File>) -> Vec<File> {
    (0..length).filter_map(at).collect()
}
