//! What each command does: wiring, and words for whoever runs it.

mod copy;
mod delivery;
mod doctor;
mod environment;
mod export;
mod import;
mod jobs;
mod locations;
mod maintenance;
mod migrate;
mod openapi;
mod recover_admin;
mod serve;
mod services;
mod tenant;

use crate::command_line::{Command, CommandLine, Tenant, User};

pub use import::SomeFailed;

/// Runs the command.
///
/// # Errors
/// What went wrong, for whoever ran it.
pub async fn run(line: &CommandLine) -> anyhow::Result<()> {
    let configuration = line.configuration()?;
    match &line.command {
        Command::Serve(_) => serve::run(&configuration).await,
        Command::Migrate => migrate::run(&configuration).await,
        Command::Doctor => doctor::run(&configuration).await,
        Command::Tenant(Tenant::Create { name, origins }) => tenant::create(&configuration, name, origins).await,
        Command::Tenant(Tenant::List) => tenant::list(&configuration).await,
        Command::User(User::RecoverAdmin { email, tenant }) => {
            recover_admin::run(&configuration, email, tenant.as_deref()).await
        }
        Command::Copy(copy) => copy::run(copy).await,
        Command::Export(options) => export::run(&configuration, options).await,
        Command::Import(options) => import::run(&configuration, options).await,
        Command::Openapi => openapi::run(),
    }
}

/// Prints lines for people; the one place that writes to standard output.
#[expect(clippy::print_stdout, reason = "a command's answer belongs there")]
fn say(text: &str) {
    println!("{}", text.trim_end());
}
