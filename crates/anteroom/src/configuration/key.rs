//! What a setting is called everywhere: in the file, in the environment, on the command line and in the documentation.

/// How a setting is written in the file. In the environment and on the command line every setting is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A whole number.
    Number,
    /// An array of strings; elsewhere one text, separated by commas.
    List,
}

/// One setting. This table entry alone says its names, default and meaning.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The name in the file, within its section.
    pub name: &'static str,
    /// The environment variable.
    pub variable: &'static str,
    /// The option of the command line, if there is one.
    pub option: Option<&'static str>,
    /// How the file writes it.
    pub kind: Kind,
    /// The default, as it would be written in the environment; [`DATA_DIR`](super::settings::DATA_DIR) and
    /// [`CORES`](super::settings::CORES) in it are replaced. Empty where the setting is absent by default.
    pub default: &'static str,
    /// Whether it may hold a secret; then `NAME_file` and `VARIABLE_FILE` name a file that holds the value.
    pub secret: bool,
    /// What it does, its unit and limits: one or two sentences.
    pub meaning: &'static str,
}

impl Key {
    /// A setting that is text, with its names, default and meaning.
    #[must_use]
    pub const fn text(
        name: &'static str,
        variable: &'static str,
        default: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self { name, variable, option: None, kind: Kind::Text, default, secret: false, meaning }
    }

    /// A setting that is a whole number, with its names, default and meaning.
    #[must_use]
    pub const fn number(
        name: &'static str,
        variable: &'static str,
        default: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self { kind: Kind::Number, ..Self::text(name, variable, default, meaning) }
    }

    /// A setting that is a list, empty by default, with its names and meaning.
    #[must_use]
    pub const fn list(name: &'static str, variable: &'static str, meaning: &'static str) -> Self {
        Self { kind: Kind::List, ..Self::text(name, variable, "", meaning) }
    }

    /// The same setting with an option of the command line (`--listen`).
    #[must_use]
    pub const fn option(self, option: &'static str) -> Self {
        Self { option: Some(option), ..self }
    }

    /// The same setting, which may hold a secret.
    #[must_use]
    pub const fn secret(self) -> Self {
        Self { secret: true, ..self }
    }

    /// The variable that names a file holding this secret.
    #[must_use]
    pub fn file_variable(&self) -> String {
        format!("{}_FILE", self.variable)
    }

    /// The key in the configuration file that names a file holding this secret.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}_file", self.name)
    }

    /// The text of the command line's help.
    #[must_use]
    pub fn help(&self) -> String {
        let default = if self.default.is_empty() { String::new() } else { format!(" [default: {}]", self.default) };
        format!("{}{default} [environment: {}]", self.meaning.replace('`', ""), self.variable)
    }
}

/// One section of the file.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// The name between brackets.
    pub name: &'static str,
    /// Whether the file has it; otherwise its keys can be set by environment and command line only.
    pub in_file: bool,
    /// What the section is about: a few sentences.
    pub meaning: &'static str,
    /// Its keys, in the order of the documentation.
    pub keys: &'static [Key],
}
