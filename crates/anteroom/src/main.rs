//! `anteroom`: the server and its command line.

use std::process::ExitCode;

use anteroom::command_line::CommandLine;
use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match anteroom::commands::run(&CommandLine::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        // Not `main`'s own way to show an error: that adds a backtrace whenever RUST_BACKTRACE is set.
        Err(error) => {
            eprintln!("anteroom: {error:#}");
            if error.is::<anteroom::commands::SomeFailed>() { ExitCode::from(3) } else { ExitCode::FAILURE }
        }
    }
}
