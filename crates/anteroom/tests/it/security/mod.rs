//! What somebody who means harm tries.

mod documented;
mod leaving;
mod other_pages;
mod proofs;
mod refreshing;
mod sessions;
mod tokens;
