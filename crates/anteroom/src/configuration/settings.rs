//! The settings after the three layers were laid over the defaults.

use std::collections::BTreeMap;
use std::path::Path;

use super::SECTIONS;
use super::Sources;
use super::key::{Key, Section};
use super::layer::Layer;
use super::problem::Problem;

/// Stands for the data folder in a default.
pub const DATA_DIR: &str = "<data_dir>";

/// Stands for the number of processor cores in a default.
pub const CORES: &str = "<cores>";

/// A setting's text and the place it was written at.
#[derive(Clone)]
struct Setting {
    text: String,
    place: String,
}

/// What every section is read from.
pub(super) struct Settings {
    by_variable: BTreeMap<&'static str, Setting>,
    data_dir: String,
    cores: usize,
}

impl Settings {
    /// Lays the layers over one another, the last being the strongest, and reads the files that hold secrets.
    /// Faults are added to `problems`.
    pub(super) fn merge(layers: &[Layer], sources: &Sources<'_>, problems: &mut Vec<Problem>) -> Self {
        let mut by_variable = BTreeMap::new();
        for layer in layers {
            for section in SECTIONS {
                for key in section.keys {
                    match find(layer, section, key, sources) {
                        Ok(Some(setting)) => drop(by_variable.insert(key.variable, setting)),
                        Ok(None) => {}
                        Err(problem) => problems.push(problem),
                    }
                }
            }
        }
        let mut settings = Self { by_variable, data_dir: String::new(), cores: sources.cores };
        settings.data_dir = settings.text(&super::server::DATA_DIR).text;
        settings
    }

    /// The value of a setting, read from its text by `parse`, which answers what would be right when it is wrong.
    pub(super) fn read<T>(&self, key: &Key, parse: impl FnOnce(&str) -> Result<T, String>) -> Result<T, Problem> {
        let Setting { text, place } = self.text(key);
        parse(&text).map_err(|message| Problem::new(place, message))
    }

    /// Like [`Settings::read`], and `None` where the text is empty.
    pub(super) fn read_optional<T>(
        &self,
        key: &Key,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Problem> {
        self.read(key, |text| if text.is_empty() { Ok(None) } else { parse(text).map(Some) })
    }

    /// The data folder.
    pub(super) fn data_dir(&self) -> &Path {
        Path::new(&self.data_dir)
    }

    fn text(&self, key: &Key) -> Setting {
        self.by_variable.get(key.variable).cloned().unwrap_or_else(|| Setting {
            text: key.default.replace(DATA_DIR, &self.data_dir).replace(CORES, &self.cores.to_string()),
            place: format!("default of {}", key.variable),
        })
    }
}

/// What a layer says of a key: the value itself, or the content of the file it names.
fn find(layer: &Layer, section: &Section, key: &Key, sources: &Sources<'_>) -> Result<Option<Setting>, Problem> {
    let place = |from_file| layer.source.place(section, key, from_file);
    let value = layer.texts.get(key.variable);
    let path = layer.texts.get(&key.file_variable()).filter(|_| key.secret);
    match (value, path) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(Problem::new(place(true), "the value is also given directly; give one of the two")),
        (Some(text), None) => Ok(Some(Setting { text: text.clone(), place: place(false) })),
        (None, Some(path)) => match (sources.read_file)(path.as_ref()) {
            Ok(text) => Ok(Some(Setting { text: text.trim_end_matches(['\r', '\n']).to_owned(), place: place(true) })),
            Err(error) => Err(Problem::new(place(true), format!("cannot read {path}: {error}"))),
        },
    }
}
