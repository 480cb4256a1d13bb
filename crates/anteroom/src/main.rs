//! `anteroom`: the server and its command line.

use std::process::ExitCode;

use anteroom::command_line::CommandLine;
use clap::Parser;

fn main() -> ExitCode {
    match run(&CommandLine::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // Not `main`'s own way to show an error: that adds a backtrace whenever RUST_BACKTRACE is set.
        Err(error) => {
            eprintln!("anteroom: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(line: &CommandLine) -> anyhow::Result<()> {
    line.configuration()?;
    anyhow::bail!("this command is not wired to its services")
}
