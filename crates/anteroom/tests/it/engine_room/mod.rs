//! The engine room: what must hold whoever else writes at the same moment, and whatever breaks off when.

mod races;
