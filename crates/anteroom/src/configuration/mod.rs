//! The configuration: defaults < file < environment < command line.
//!
//! Every setting is one [`Key`] in the table [`SECTIONS`], which drives reading, the check for unknown names, the
//! command line's help and `docs/configuration.md`. Reading touches neither the process's environment nor its files
//! except through [`Sources`].

mod database;
mod database_url;
#[cfg(test)]
mod document;
mod file;
pub mod key;
mod layer;
mod log;
mod mail;
mod management;
mod parse;
mod problem;
mod secret;
mod security;
mod server;
pub mod settings;
mod start;
#[cfg(test)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};

pub use database::{Database, URL as DATABASE};
pub use database_url::DatabaseUrl;
pub use key::{Key, Section};
pub use layer::PREFIX;
pub use log::{Format as LogFormat, Log};
pub use mail::Mail;
pub use management::{Management, RateLimit};
pub use problem::{Problem, Problems};
pub use secret::Secret;
pub use security::Security;
pub use server::{CONSOLE_DIR, DATA_DIR, GEOIP_DATABASE, LISTEN, PUBLIC_URL, Server, TLS_LISTEN};
pub use start::{CONFIG, FirstAdministrator};

use layer::Layer;
use settings::Settings;

/// The configuration file's name in the data folder.
pub const FILE_NAME: &str = "anteroom.toml";

/// Every setting there is.
pub const SECTIONS: &[Section] = &[
    server::SECTION,
    database::SECTION,
    security::SECTION,
    management::SECTION,
    mail::SECTION,
    log::SECTION,
    start::SECTION,
];

/// What the configuration is read from.
pub struct Sources<'a> {
    /// The options given on the command line.
    pub options: Vec<(Key, String)>,
    /// The environment's variables; those without our prefix are passed over.
    pub environment: Vec<(String, String)>,
    /// Reads a file: the configuration file and those that hold secrets.
    pub read_file: &'a dyn Fn(&Path) -> io::Result<String>,
    /// The number of processor cores.
    pub cores: usize,
}

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// The configuration file that was read, if any.
    pub file: Option<PathBuf>,
    /// `[server]`
    pub server: Server,
    /// `[database]`
    pub database: Database,
    /// `[security]`
    pub security: Security,
    /// `[management]`
    pub management: Management,
    /// `[mail]`
    pub mail: Mail,
    /// `[log]`
    pub log: Log,
    /// The super administrator of the first start.
    pub first_administrator: FirstAdministrator,
}

impl Configuration {
    /// Reads the configuration.
    ///
    /// # Errors
    /// All unknown names, wrong types and unreadable files at once; or, when there are none, the first wrong value of
    /// each section.
    pub fn load(sources: &Sources<'_>) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let mut layers =
            vec![Layer::environment(&sources.environment, &mut problems), Layer::command_line(&sources.options)];
        let file = read_file(&layers, sources)?;
        if let Some((path, text)) = &file {
            layers.insert(0, Layer::file(path, text, &mut problems));
        }
        let settings = Settings::merge(&layers, sources, &mut problems);
        if problems.is_empty() { Self::read(file.map(|(path, _)| path), &settings) } else { Err(Problems(problems)) }
    }

    fn read(file: Option<PathBuf>, settings: &Settings) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let server = keep(Server::read(settings), &mut problems);
        let database = keep(Database::read(settings), &mut problems);
        let security = keep(Security::read(settings), &mut problems);
        let management = keep(Management::read(settings), &mut problems);
        let mail = keep(Mail::read(settings), &mut problems);
        let log = keep(Log::read(settings), &mut problems);
        let first = keep(FirstAdministrator::read(settings), &mut problems);
        match (server, database, security, management, mail, log, first) {
            (Some(server), Some(database), Some(security), Some(management), Some(mail), Some(log), Some(first)) => {
                Ok(Self { file, server, database, security, management, mail, log, first_administrator: first })
            }
            _ => Err(Problems(problems)),
        }
    }
}

fn keep<T>(read: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

/// The configuration file's path and text: the one that was named, or the one in the data folder if there is one.
fn read_file(layers: &[Layer], sources: &Sources<'_>) -> Result<Option<(PathBuf, String)>, Problem> {
    let text = |key: &Key| {
        let mut strongest_first = layers.iter().rev();
        strongest_first.find_map(|layer| layer.texts.get(key.variable)).map_or(key.default, String::as_str).to_owned()
    };
    let named = Some(text(&CONFIG)).filter(|path| !path.is_empty()).map(PathBuf::from);
    let path = named.clone().unwrap_or_else(|| Path::new(&text(&DATA_DIR)).join(FILE_NAME));
    match (sources.read_file)(&path) {
        Ok(text) => Ok(Some((path, text))),
        Err(error) if named.is_none() && error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Problem::new(path.display().to_string(), format!("cannot be read: {error}"))),
    }
}
