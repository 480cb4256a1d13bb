//! One statement, read just far enough to see which tables it names and whether each has its tenant.

use std::collections::BTreeSet;

/// A statement's words and signs.
pub struct Statement {
    words: Vec<String>,
}

/// A table in a statement, with the name it is given there.
#[derive(Clone)]
pub struct Mention {
    table: String,
    alias: Option<String>,
    /// Whether it is what an INSERT writes to.
    is_inserted: bool,
}

impl Statement {
    /// The statement of this text.
    pub fn new(text: &str) -> Self {
        let mut words = vec![String::new()];
        for letter in text.replace("\\\n", " ").chars() {
            if letter.is_alphanumeric() || "_.?".contains(letter) {
                words.last_mut().expect("a word").push(letter);
            } else {
                words.push(letter.to_string());
                words.push(String::new());
            }
        }
        words.retain(|word| !word.trim().is_empty());
        Self { words }
    }

    /// Its words.
    pub fn text(&self) -> String {
        self.words.join(" ")
    }

    /// The tables of tenants that it names; a name put together at run time counts as one.
    pub fn tables(&self, tables: &BTreeSet<String>) -> Vec<Mention> {
        let mut found = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let Some(table) = self.words.get(at + 1) else { continue };
            if !["FROM", "JOIN", "INTO", "UPDATE"].contains(&word.as_str()) || !(tables.contains(table) || table == "?")
            {
                continue;
            }
            let alias = self.words.get(at + 2).filter(|alias| alias.chars().all(char::is_lowercase)).cloned();
            found.push(Mention { table: table.clone(), alias, is_inserted: word == "INTO" });
        }
        found
    }

    /// Those of them whose tenant it does not name. Where several have no other name, all of these are told.
    pub fn without_tenant(&self, tables: &BTreeSet<String>) -> Vec<String> {
        let (named, plain): (Vec<_>, Vec<_>) =
            self.tables(tables).into_iter().partition(|mention| mention.alias.is_some());
        let (inserted, plain): (Vec<_>, Vec<_>) = plain.into_iter().partition(|mention| mention.is_inserted);
        let mut missing: Vec<String> = named
            .into_iter()
            .filter_map(|mention| mention.alias.map(|alias| (mention.table, alias)))
            .filter(|(_, alias)| self.count_of(&format!("{alias}.tenant_id"), true) == 0)
            .map(|(table, alias)| format!("{table} {alias}"))
            .collect();
        for (mentions, is_compared) in [(plain, true), (inserted, false)] {
            if self.count_of("tenant_id", is_compared) < mentions.len() {
                missing.extend(mentions.into_iter().map(|mention| mention.table));
            }
        }
        missing
    }

    /// How often a column is named; if so wanted, only where it is compared.
    fn count_of(&self, column: &str, compared: bool) -> usize {
        let is_sign = |at: Option<usize>| at.and_then(|at| self.words.get(at)).is_some_and(|word| word == "=");
        let places = self.words.iter().enumerate().filter(|(_, word)| *word == column);
        places.filter(|(at, _)| !compared || is_sign(Some(at + 1)) || is_sign(at.checked_sub(1))).count()
    }
}
