use crate::i18n::catalog::IdealTexts;

pub(super) const TEXTS: IdealTexts = IdealTexts { title: "Ideal" };
