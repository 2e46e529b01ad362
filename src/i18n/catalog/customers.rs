/// Texts of the Customers screen.
pub struct CustomersTexts {
    /// The name of the place.
    pub title: &'static str,
}
