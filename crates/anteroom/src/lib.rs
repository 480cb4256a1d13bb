//! The binary's own parts: command line, configuration, certificates and wiring.

pub mod certificates;
pub mod command_line;
pub mod commands;
pub mod configuration;
pub mod files;
pub mod logging;
pub mod loopback;
pub mod output;
pub mod shutdown;
