//! The csv corpus through the same reader as the page.
