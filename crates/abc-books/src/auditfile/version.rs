//! Which version of the form a file is in: namespaces are missing, wrong and invented, so what the elements
//! say comes first.

use super::ledger::Ledger;

pub(crate) fn version_of(ledger: &Ledger) -> &'static str {
    let stated = ledger.header.stated_version.as_str();
    let says = |version: &str| stated.contains(version);
    match () {
        () if ledger.met.version_2_0 => "2.0",
        () if ledger.met.version_4_0 || says("4.0") => "4.0",
        () if says("3.2.1") => "3.2.1",
        () if says("3.1") => "3.1",
        () => "3.2",
    }
}
