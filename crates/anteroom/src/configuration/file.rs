//! Reads the configuration file: every section and key known by name, every value of the right type.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

use super::SECTIONS;
use super::key::{Key, Kind, Section};
use super::problem::Problem;

/// The place of a key in the file, for people.
pub(super) fn place(path: &Path, section: &str, key: &str) -> String {
    format!("{}, section [{section}], key \"{key}\"", path.display())
}

/// The settings in the file's text, by variable. Faults are added to `problems`.
pub(super) fn read(path: &Path, text: &str, problems: &mut Vec<Problem>) -> BTreeMap<String, String> {
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            // Only the message and the line: the parser's own rendering quotes the line, which may hold a secret.
            let line = error.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count());
            problems.push(Problem::new(format!("{}, line {line}", path.display()), error.message()));
            return BTreeMap::new();
        }
    };
    let mut settings = BTreeMap::new();
    for (name, value) in &table {
        let section = SECTIONS.iter().find(|section| section.in_file && section.name == name);
        match (section, value) {
            (Some(section), Value::Table(values)) => {
                for (key, value) in values {
                    match setting(section, key, value) {
                        Ok((variable, text)) => drop(settings.insert(variable, text)),
                        Err(message) => problems.push(Problem::new(place(path, section.name, key), message)),
                    }
                }
            }
            _ => problems.push(unknown_section(path, name)),
        }
    }
    settings
}

fn unknown_section(path: &Path, name: &str) -> Problem {
    let sections: Vec<_> = SECTIONS.iter().filter(|section| section.in_file).map(|section| section.name).collect();
    Problem::new(
        format!("{}, \"{name}\"", path.display()),
        format!("is not a section; the sections are [{}]", sections.join("], [")),
    )
}

/// The variable and the text of one entry of a section, or what is wrong with it.
fn setting(section: &Section, name: &str, value: &Value) -> Result<(String, String), String> {
    for key in section.keys {
        if key.name == name {
            return Ok((key.variable.to_owned(), plain_text(key, value)?));
        }
        if key.secret && key.file_name() == name {
            let path = value.as_str().ok_or("must be a string: the path of a file")?;
            return Ok((key.file_variable(), path.to_owned()));
        }
    }
    let names: Vec<_> = section.keys.iter().map(|key| key.name).collect();
    Err(format!("is not known; the keys of [{}] are {}", section.name, names.join(", ")))
}

/// The value as the environment would write it.
fn plain_text(key: &Key, value: &Value) -> Result<String, String> {
    match (key.kind, value) {
        (Kind::Text, Value::String(text)) => Ok(text.clone()),
        (Kind::Number, Value::Integer(number)) => Ok(number.to_string()),
        (Kind::List, Value::Array(values)) => {
            let texts: Option<Vec<_>> = values.iter().map(Value::as_str).collect();
            texts.map(|texts| texts.join(",")).ok_or_else(|| "must be an array of strings only".to_owned())
        }
        (Kind::Text, _) => Err("must be a string, in quotes".to_owned()),
        (Kind::Number, _) => Err("must be a whole number, without quotes".to_owned()),
        (Kind::List, _) => Err("must be an array of strings".to_owned()),
    }
}
