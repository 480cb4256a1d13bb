//! Text as it is compared: the one normalisation of identifiers and searches, and what patterns and ranges over
//! normalised text need.
//!
//! Stored keys, the search text and every query go through [`fold`] (identifiers, sort keys) or [`search_form`]
//! (parts of words), so that what was typed finds what was stored whatever its case, accents, width or composition.

mod fold;
mod like;
mod prefix;
mod search;

pub use fold::fold;
pub use like::escape_like;
pub use prefix::successor;
pub use search::search_form;
