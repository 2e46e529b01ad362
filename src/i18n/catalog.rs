//! The names of all texts, one struct per place on the screen.

pub mod aim;
pub mod buying;
pub mod certainty;
pub mod costs;
pub mod customers;
pub mod data;
pub mod ideal;
pub mod joins;
pub mod letter;
pub mod names;
pub mod notes;
pub mod parting;
pub mod pictures;
pub mod prospects;
pub mod shell;
pub mod surprises;
pub mod upgrade;

pub use aim::AimTexts;
pub use buying::BuyingTexts;
pub use certainty::CertaintyTexts;
pub use costs::CostsTexts;
pub use customers::CustomersTexts;
pub use data::DataTexts;
pub use ideal::IdealTexts;
pub use joins::JoinTexts;
pub use letter::LetterTexts;
pub use names::NamesTexts;
pub use notes::NotesTexts;
pub use parting::PartingTexts;
pub use pictures::PictureTexts;
pub use prospects::ProspectTexts;
pub use shell::ShellTexts;
pub use surprises::SurpriseTexts;
pub use upgrade::UpgradeTexts;

/// Every text of one language.
pub struct Catalog {
    /// Top bar, dialogs, storage: what is around every screen.
    pub shell: ShellTexts,
    /// Start and Data.
    pub data: DataTexts,
    /// What customers cost.
    pub costs: CostsTexts,
    /// Several files as one list.
    pub joins: JoinTexts,
    /// The request to the bookkeeper.
    pub letter: LetterTexts,
    /// Names only.
    pub names: NamesTexts,
    /// What the owner notes about a customer.
    pub notes: NotesTexts,
    /// The step that makes an A of a B.
    pub upgrade: UpgradeTexts,
    /// What leaving, repair and keeping a C really change.
    pub parting: PartingTexts,
    /// How a customer buys.
    pub buying: BuyingTexts,
    /// Customers.
    pub customers: CustomersTexts,
    /// How sure a class is, and what would settle it.
    pub certainty: CertaintyTexts,
    /// Guesses, last time, the day to look again.
    pub surprises: SurpriseTexts,
    /// The pictures of Customers that are opened one at a time.
    pub pictures: PictureTexts,
    /// Ideal customer.
    pub ideal: IdealTexts,
    /// What follows from the ideal customer.
    pub aim: AimTexts,
    /// Prospects.
    pub prospects: ProspectTexts,
}
