//! The reference numbers of the method (tests/fixtures/golden); `KERNKLANT_GOLDEN` names another folder.
