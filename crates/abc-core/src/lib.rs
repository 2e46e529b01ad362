//! From a customer list to A, B and C and the ideal customer.
//!
//! The pipeline in one page; each arrow is one public function, value in, value out:
//!
//! ```text
//! bytes -intake-> rows -mapping-> records -customers-> Vec<Customer>          protocol::Reader, in a worker
//! readings + decisions -join-> one Vec<Customer> and what belongs to nobody      join::join
//! customers + cost model + ratings -costs-> Vec<Inputs>                        costs::inputs_from
//! Inputs + Policy -classify-> Classification                                   classify::classification_from
//! Classification -certainty-> Certainties, in slices                           certainty::Certainty
//! customers + classes -profile-> IdealProfile                                  profile::profile_from
//! TraitTable + classes -prospects-> FitModel, Validation                       prospects::FitModel::learn
//! Classification -chart-> shapes to draw                                       chart::*
//! Project <-project::stored-> text                                             project::restore is the only door in
//! ```
//!
//! Not here: no browser, no clock, no locale, no randomness. Today's date is an argument.
//! Words are not here either: every outcome is an enum that the app's `i18n::describe` puts into words.

#![warn(missing_docs)]

pub mod date;
pub mod money;

pub mod customers;

pub mod mapping;

pub mod intake;

pub mod readings;

pub mod join;

pub mod costs;

pub mod stats;

pub mod classify;

pub mod certainty;

pub mod profile;

pub mod prospects;

pub mod doubt;

pub mod gains;

pub mod agreement;

pub mod prediction;

pub mod migration;

pub mod surprises;

pub mod rfm;

pub mod parting;

pub mod contact;

pub mod chart;

pub mod export;

pub mod project;

pub mod protocol;
