//! The three places a setting can come from, each as a map from the setting's variable to its text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::key::{Key, Section};
use super::problem::Problem;
use super::{SECTIONS, file};

/// The beginning of every environment variable that is ours.
pub const PREFIX: &str = "ANTEROOM_";

/// Where a layer's settings were written.
#[derive(Clone, Debug)]
pub enum Source {
    /// The configuration file at this path.
    File(PathBuf),
    /// Environment variables.
    Environment,
    /// Options of the command line.
    CommandLine,
}

impl Source {
    /// The place of a key in this source, for people; `from_file` when the value came through the key's file form.
    pub(super) fn place(&self, section: &Section, key: &Key, from_file: bool) -> String {
        let (name, variable) = if from_file {
            (key.file_name(), key.file_variable())
        } else {
            (key.name.to_owned(), key.variable.to_owned())
        };
        match self {
            Self::File(path) => file::place(path, section.name, &name),
            Self::Environment => format!("environment variable {variable}"),
            Self::CommandLine => format!("option {}", key.option.unwrap_or(key.variable)),
        }
    }
}

/// What one source says, by variable.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub(super) source: Source,
    pub(super) texts: BTreeMap<String, String>,
}

impl Layer {
    /// The settings of a configuration file's text. Faults are added to `problems`.
    pub(super) fn file(path: &Path, text: &str, problems: &mut Vec<Problem>) -> Self {
        Self { source: Source::File(path.to_owned()), texts: file::read(path, text, problems) }
    }

    /// The settings among the environment's variables. One with our prefix that is not in the table is a fault.
    pub(super) fn environment(variables: &[(String, String)], problems: &mut Vec<Problem>) -> Self {
        let ours = variables.iter().filter(|(name, _)| name.starts_with(PREFIX));
        let (known, unknown): (Vec<_>, Vec<_>) = ours.cloned().partition(|(name, _)| is_known(name));
        problems.extend(unknown.into_iter().map(|(name, _)| {
            Problem::new(
                format!("environment variable {name}"),
                "there is no such setting; `docs/configuration.md` lists them all",
            )
        }));
        Self { source: Source::Environment, texts: known.into_iter().collect() }
    }

    /// The options given on the command line.
    pub(super) fn command_line(options: &[(Key, String)]) -> Self {
        let texts = options.iter().map(|(key, text)| (key.variable.to_owned(), text.clone())).collect();
        Self { source: Source::CommandLine, texts }
    }
}

fn is_known(variable: &str) -> bool {
    let mut keys = SECTIONS.iter().flat_map(|section| section.keys);
    keys.any(|key| key.variable == variable || key.secret && key.file_variable() == variable)
}
