//! What is stored comes back, and nothing else gets in.

use proptest::prelude::*;

use super::*;

mod arbitrary;

fn text_of(project: &Project) -> String {
    stored::pieces(project).collect()
}

proptest! {
    #[test]
    fn what_is_stored_comes_back(project in arbitrary::project()) {
        prop_assert_eq!(check(&project), Ok(()));
        prop_assert_eq!(restore(&text_of(&project)), Ok(project));
    }
}
