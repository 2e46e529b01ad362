/// Texts of the Ideal screen.
pub struct IdealTexts {
    /// The name of the place.
    pub title: &'static str,
}
