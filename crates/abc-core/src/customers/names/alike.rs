//! When two different names may mean one customer (method.md section 11, duplicates;
//! books-corpus rule 16). Only ever a proposal: whether they do is for a person to say.

use serde::{Deserialize, Serialize};

use super::{decomposed, key_into};

/// In what two names differ that may be one. From the least difference to the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Difference {
    /// Accents only.
    Accents,
    /// Dots, dashes, quotes.
    Punctuation,
    /// `&`, `+`, `en`, `and`.
    Ampersand,
    /// B.V., N.V., v.o.f., Stichting: on one side, or written otherwise.
    LegalForm,
    /// Another legal form on either side: often two companies of one owner.
    OtherLegalForm,
    /// One of them was cut where the auditfile ends a name.
    CutShort,
    /// The same words in another order.
    WordOrder,
    /// A word is cut short: `Gem.` for `Gemeente`, `v.d.` for `van der`.
    Abbreviation,
    /// A letter or two.
    Spelling,
    /// One has words that the other has not.
    Longer,
}

impl Difference {
    /// Whether names that differ in this only are one customer for all practical purposes.
    pub fn is_sure(self) -> bool {
        matches!(
            self,
            Self::Accents | Self::Punctuation | Self::Ampersand | Self::LegalForm | Self::CutShort
        )
    }
}

/// Legal forms behind a name, as words; longer ones first.
const SUFFIXES: [&[&str]; 22] = [
    &["b", "v", "b", "a"],
    &["v", "o", "f"],
    &["b", "v"],
    &["n", "v"],
    &["c", "v"],
    &["u", "a"],
    &["bvba"],
    &["vof"],
    &["bv"],
    &["nv"],
    &["cv"],
    &["ua"],
    &["gmbh"],
    &["ltd"],
    &["limited"],
    &["inc"],
    &["llc"],
    &["sarl"],
    &["srl"],
    &["plc"],
    &["ag"],
    &["sa"],
];

/// Legal forms before a name.
const PREFIXES: [&str; 7] = [
    "stichting",
    "vereniging",
    "maatschap",
    "cooperatie",
    "eenmanszaak",
    "firma",
    "fa",
];

/// Where the auditfile cuts a name, in characters; a space at the cut may be gone.
const CUT_AT: std::ops::RangeInclusive<usize> = 49..=50;

/// A name at each step of leaving out what often differs between two spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Without capitals and accents.
    folded: String,
    /// And without punctuation; `&` and `+` are left.
    spaced: String,
    /// And with `en` for every "and".
    joined: String,
    /// And without legal forms: what is compared.
    core: String,
    /// The legal forms that were left out, in order.
    legal: Vec<String>,
}

impl Name {
    /// The steps of a name. Never empty unless the name has no letter and no digit.
    pub(crate) fn new(name: &str) -> Self {
        let mut key = String::new();
        key_into(name, &mut key);
        let folded = folded(&key);
        let mut spaced = String::with_capacity(folded.len());
        for c in folded.chars() {
            match c {
                '&' | '+' => spaced.extend([' ', c, ' ']),
                _ if c.is_alphanumeric() => spaced.push(c),
                _ => spaced.push(' '),
            }
        }
        let spaced = one_space(&spaced);
        let words: Vec<&str> = spaced
            .split(' ')
            .map(|word| match word {
                "&" | "+" | "and" => "en",
                _ => word,
            })
            .collect();
        let joined = words.join(" ");
        let (core, legal) = without_legal_forms(&words);
        Self {
            folded,
            spaced,
            joined,
            core,
            legal,
        }
    }

    /// What is left to compare: words in small letters, one space between.
    pub(crate) fn core(&self) -> &str {
        &self.core
    }

    /// Into the text that is compared.
    fn into_core(self) -> String {
        self.core
    }

    /// The words that are compared.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.core.split(' ').filter(|word| !word.is_empty())
    }

    /// The words in the order of the alphabet: equal for names of the same words.
    pub(crate) fn sorted_words(&self) -> String {
        sorted(&self.core)
    }

    /// The beginning that a name that was cut still has, for names that are long enough to be cut.
    pub(crate) fn cut_key(&self) -> Option<String> {
        let n_kept = *CUT_AT.start();
        let beginning: String = self.folded.chars().take(n_kept).collect();
        (self.folded.chars().count() >= n_kept).then_some(beginning)
    }

    fn is_cut_of(&self, other: &Self) -> bool {
        CUT_AT.contains(&self.folded.chars().count())
            && other.folded.len() > self.folded.len()
            && other.folded.starts_with(&self.folded)
    }
}

/// In what two names differ that are the same but for form: accents, punctuation, "and", legal form,
/// word order, or cut short. `None` for names of different words; give it no equal ones.
pub(crate) fn difference_of_form(a: &Name, b: &Name) -> Option<Difference> {
    if a.core.is_empty() {
        return None;
    }
    if a.core == b.core {
        let both_have = !a.legal.is_empty() && !b.legal.is_empty();
        return Some(if a.folded == b.folded {
            Difference::Accents
        } else if a.spaced == b.spaced {
            Difference::Punctuation
        } else if a.joined == b.joined {
            Difference::Ampersand
        } else if both_have && a.legal != b.legal {
            Difference::OtherLegalForm
        } else {
            Difference::LegalForm
        });
    }
    if a.is_cut_of(b) || b.is_cut_of(a) {
        return Some(Difference::CutShort);
    }
    (a.sorted_words() == b.sorted_words()).then_some(Difference::WordOrder)
}

/// The likeness of two names that is worth a proposal. Stricter than the method: names that both have
/// figures, and other ones, are left out, for `Filiaal 12` and `Filiaal 13` are nobody's spelling mistake.
pub(crate) fn likeness(a: &Name, b: &Name) -> Option<f64> {
    closeness(a, b).filter(|_| !has_other_figures(&a.core, &b.core))
}

/// The likeness (0 to 1) of two names of which a letter or two differ; `None` below the limits of the
/// method: Jaro-Winkler 0.92, and 0.80 for the words that they do not share.
fn closeness(a: &Name, b: &Name) -> Option<f64> {
    const WHOLE: f64 = 0.92;
    const REST: f64 = 0.80;
    let whole = strsim::jaro_winkler(&a.core, &b.core);
    if whole < WHOLE {
        return None;
    }
    let (rest_a, rest_b) = (rest(&a.core, &b.core), rest(&b.core, &a.core));
    let is_alike =
        rest_a.is_empty() || rest_b.is_empty() || strsim::jaro_winkler(&rest_a, &rest_b) >= REST;
    is_alike.then_some(whole)
}

fn has_other_figures(a: &str, b: &str) -> bool {
    let figures = |name: &str| -> Vec<String> {
        let runs = name.split(|c: char| !c.is_ascii_digit());
        runs.filter(|run| !run.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (a, b) = (figures(a), figures(b));
    !a.is_empty() && !b.is_empty() && a != b
}

/// Whether two names have the same words, some of them cut short in one of the two, and a word of some length
/// in full in both. Figures are never cut short.
pub(crate) fn is_abbreviated(a: &Name, b: &Name) -> bool {
    const TELLING_CHARS: usize = 4;
    fn words(name: &Name) -> Vec<&str> {
        let parts = name.words().flat_map(|word| match word {
            "vd" => ["v", "d"].as_slice().to_vec(),
            _ => vec![word],
        });
        parts.collect()
    }
    let (a, b) = (words(a), words(b));
    let is_word = |word: &str| word.chars().all(char::is_alphabetic);
    let fits = |(one, other): (&&str, &&str)| {
        one == other
            || is_word(one) && is_word(other) && (one.starts_with(other) || other.starts_with(one))
    };
    let is_telling =
        |(one, other): (&&str, &&str)| one == other && one.chars().count() >= TELLING_CHARS;
    a.len() == b.len() && a != b && a.iter().zip(&b).all(fits) && a.iter().zip(&b).any(is_telling)
}

/// Whether one of two names holds all words of the other, and more.
pub(crate) fn is_part(a: &Name, b: &Name) -> bool {
    const LEAST_CHARS: usize = 4;
    let (shorter, longer) = if a.core.len() < b.core.len() {
        (a, b)
    } else {
        (b, a)
    };
    shorter.core.chars().count() >= LEAST_CHARS
        && rest(&shorter.core, &longer.core).is_empty()
        && shorter.core != longer.core
}

/// A name as it is compared: without capitals, accents, punctuation and legal forms.
pub fn comparable(name: &str) -> String {
    Name::new(name).into_core()
}

/// Whether two names in one list deserve the question whether they are one customer (method.md section 11).
pub fn are_alike(a: &str, b: &str) -> bool {
    let (a, b) = (Name::new(a), Name::new(b));
    difference_of_form(&a, &b).is_some() || closeness(&a, &b).is_some()
}

/// Small letters without accents; a key has its accents apart from the letters already.
fn folded(key: &str) -> String {
    let mut text = String::with_capacity(key.len());
    for c in key.chars() {
        match c {
            '\u{300}'..='\u{36f}' => {}
            'ĳ' => text.push_str("ij"),
            'æ' => text.push_str("ae"),
            'œ' => text.push_str("oe"),
            'ł' => text.push('l'),
            'đ' => text.push('d'),
            // What looks like a letter of ours and is another's.
            'а' | 'α' => text.push('a'),
            'е' => text.push('e'),
            'ø' | 'о' | 'ο' => text.push('o'),
            'р' | 'ρ' => text.push('p'),
            'с' => text.push('c'),
            'х' => text.push('x'),
            'у' => text.push('y'),
            'і' | 'ι' => text.push('i'),
            'ј' => text.push('j'),
            'ѕ' => text.push('s'),
            'κ' => text.push('k'),
            'τ' => text.push('t'),
            '\u{ff01}'..='\u{ff5e}' => {
                // Full width, as far from ASCII throughout.
                text.extend(char::from_u32(u32::from(c) - 0xfee0).map(|c| c.to_ascii_lowercase()));
            }
            _ => text.push(decomposed(c).map_or(c, |(base, _)| base)),
        }
    }
    text
}

fn one_space(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The words without the legal forms around them, and those forms; a name never becomes empty.
fn without_legal_forms(words: &[&str]) -> (String, Vec<String>) {
    let mut left = words;
    let mut legal = Vec::new();
    loop {
        let suffix = SUFFIXES
            .iter()
            .find_map(|suffix| Some((suffix, left.strip_suffix(*suffix)?)));
        let Some((suffix, before)) = suffix.filter(|(_, before)| !before.is_empty()) else {
            break;
        };
        legal.push(suffix.concat());
        left = before;
    }
    while let [first, after @ ..] = left
        && !after.is_empty()
        && PREFIXES.contains(first)
    {
        legal.push((*first).to_owned());
        left = after;
    }
    (left.join(" "), legal)
}

fn sorted(text: &str) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// The words of `text` that `other` does not have, each as often as it is more frequent.
fn rest(text: &str, other: &str) -> String {
    let mut others: Vec<&str> = other.split(' ').collect();
    let mut left = Vec::new();
    for word in text.split(' ') {
        match others.iter().position(|other| *other == word) {
            Some(at) => {
                others.swap_remove(at);
            }
            None => left.push(word),
        }
    }
    left.join(" ")
}
