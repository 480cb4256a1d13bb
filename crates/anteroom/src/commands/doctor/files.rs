//! The configuration file, the data folder, and who may read what is in it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anteroom_connect::mail::SmtpServer;
use url::Url;

use super::report::{Finding, Report};
use crate::certificates;
use crate::configuration::{Configuration, DatabaseUrl, Mail};
use crate::output::MANAGEMENT_KEY_FILE;

/// Group and others: whatever they may do, and what they may change.
const ANY: u32 = 0o077;
const WRITE: u32 = 0o022;

pub(super) fn check(configuration: &Configuration, report: &mut Report) {
    report.add("configuration", configuration_file(configuration));
    let folder = &configuration.server.data_dir;
    report.add(format!("data folder {}", folder.display()), data_folder(folder));
    for path in private_files(configuration) {
        // What is not there is made private, or not needed.
        if let Some(mode) = mode(&path) {
            report.add(path.display(), private(&path, mode));
        }
    }
}

fn configuration_file(configuration: &Configuration) -> Finding {
    let Some(path) = &configuration.file else { return Ok("no file; defaults, environment and options".to_owned()) };
    let mode = mode(path).unwrap_or_default();
    if mode & WRITE != 0 {
        return Err(format!("others may write to {} (mode {mode:04o}): chmod go-w it", path.display()));
    }
    let held = [
        ("the database's password", holds_password(path, &configuration.database.url)),
        ("the mail server's password", holds_mail_password(path, &configuration.mail)),
    ];
    if mode & ANY != 0
        && let Some((what, _)) = held.into_iter().find(|(_, is_held)| *is_held)
    {
        let path = path.display();
        return Err(format!("{path} holds {what} and may be read by others (mode {mode:04o}): chmod 600 {path}"));
    }
    Ok(path.display().to_string())
}

fn holds_password(path: &Path, url: &DatabaseUrl) -> bool {
    let DatabaseUrl::Postgres(url) = url else { return false };
    let has_password = Url::parse(url.expose())
        .is_ok_and(|url| url.password().is_some() || url.query_pairs().any(|(name, _)| name == "password"));
    has_password && fs::read_to_string(path).is_ok_and(|text| text.contains(url.expose()))
}

/// Whether the account stands in this file and not in one that it names.
fn holds_mail_password(path: &Path, mail: &Mail) -> bool {
    let has_password = mail.server.as_ref().is_some_and(SmtpServer::has_account);
    let names_url = |line: &str| line.split('=').next().is_some_and(|key| key.trim() == "smtp_url");
    has_password && fs::read_to_string(path).is_ok_and(|text| text.lines().any(names_url))
}

fn data_folder(path: &Path) -> Finding {
    match mode(path) {
        None => Err("is not there; the first `anteroom serve` makes it".to_owned()),
        Some(_) if !path.is_dir() => Err("is not a folder; name another with --data-dir".to_owned()),
        Some(mode) if mode & WRITE != 0 => {
            Err(format!("others may write to it (mode {mode:04o}): chmod 700 {}", path.display()))
        }
        Some(_) => Ok("is there".to_owned()),
    }
}

/// Those that must be private; the master key is looked at when it is used.
fn private_files(configuration: &Configuration) -> Vec<PathBuf> {
    let names = certificates::PRIVATE_FILES.into_iter().chain([MANAGEMENT_KEY_FILE]);
    let mut paths: Vec<_> = names.map(|name| configuration.server.data_dir.join(name)).collect();
    if let DatabaseUrl::Sqlite(path) = &configuration.database.url {
        paths.extend(["", "-wal", "-shm"].map(|end| {
            let mut name = path.clone().into_os_string();
            name.push(end);
            PathBuf::from(name)
        }));
    }
    paths
}

fn private(path: &Path, mode: u32) -> Finding {
    match mode & ANY {
        0 => Ok("only its owner may read it".to_owned()),
        _ => Err(format!("may be read by others (mode {mode:04o}): chmod 600 {}", path.display())),
    }
}

/// The permission bits, where there is something.
fn mode(path: &Path) -> Option<u32> {
    Some(fs::metadata(path).ok()?.permissions().mode() & 0o7777)
}
