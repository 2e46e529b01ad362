use crate::i18n::catalog::CustomersTexts;

pub(super) const TEXTS: CustomersTexts = CustomersTexts { title: "Customers" };
