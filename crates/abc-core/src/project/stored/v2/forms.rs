//! What was said about files per form: of a browser and not of a project, in the words of a project.

use serde::{Deserialize, Serialize};

use super::source::StoredOptions;
use super::{at_most, json, limits};
use crate::intake::{Forms, MOST_SIGNATURE_BYTES, ReadOptions};

const VERSION: u32 = 1;

/// Fifty forms with hundreds of answers each take less.
const MAX_BYTES: usize = 1_000_000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredForms {
    version: u32,
    #[serde(deserialize_with = "at_most::<_, _, { limits::FORMS }>")]
    forms: Vec<StoredForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredForm {
    header: String,
    said: StoredOptions,
}

/// The text of what is remembered.
pub(in crate::project) fn forms_text(forms: &Forms) -> String {
    let stored = forms.iter().map(|(form, options)| StoredForm {
        header: form.to_owned(),
        said: StoredOptions::from(options),
    });
    json(&StoredForms {
        version: VERSION,
        forms: stored.collect(),
    })
}

/// What a text remembers; `None` where it is of no form that is known: then it is asked again.
pub(in crate::project) fn forms_from_text(text: &str) -> Option<Forms> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let stored: StoredForms = serde_json::from_str(text).ok()?;
    if stored.version != VERSION {
        return None;
    }
    let forms = stored.forms.into_iter().filter_map(|form| {
        let options = ReadOptions::try_from(form.said).ok()?;
        (form.header.len() <= MOST_SIGNATURE_BYTES).then_some((form.header, options))
    });
    Some(Forms::new(forms))
}
