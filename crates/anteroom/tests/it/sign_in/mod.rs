//! Signing in, from the application's request to its tokens and to the end of its access.

mod happy;
