//! The functions of a source file, each with those it calls in the same file written out in their places.

use std::collections::BTreeMap;

use super::Statement;
use crate::house::source;

/// What one file says.
pub struct Functions {
    /// Text by name; of two of one name in different `impl`s, both.
    bodies: Vec<(String, String)>,
    /// Constant texts by name, of this file and of those beside it.
    constants: BTreeMap<String, String>,
}

impl Functions {
    /// The functions of a file formatted as all of ours are.
    pub fn read(text: &str, neighbours: &str) -> Self {
        let mut constants = constants(neighbours);
        constants.extend(self::constants(text));
        Self { bodies: bodies(text), constants }
    }

    /// The statements by the function that sends them.
    pub fn statements(&self) -> Vec<(String, Statement)> {
        let mut found = Vec::new();
        for (name, body) in &self.bodies {
            if self.is_part_of_another(name) {
                continue;
            }
            let whole = with_texts_in_place(self.written_out(body, &mut vec![name.as_str()]));
            let whole = self.with_constants_in_place(whole).replace(".batch(", "Sql::new(");
            found.extend(whole.split("Sql::new(").skip(1).map(|piece| (name.clone(), statement(piece))));
        }
        found
    }

    /// Whether another function of the file calls it, so that it is looked at there.
    fn is_part_of_another(&self, name: &str) -> bool {
        self.bodies.iter().any(|(other, body)| other != name && !calls(body, name).is_empty())
    }

    /// The body with what it calls in place: where a statement begins there, at the call, otherwise behind it.
    fn written_out<'a>(&'a self, body: &str, within: &mut Vec<&'a str>) -> String {
        let mut insertions = Vec::new();
        for (name, other) in &self.bodies {
            let calls = calls(body, name);
            if within.contains(&name.as_str()) || calls.is_empty() {
                continue;
            }
            within.push(name);
            let other = self.written_out(other, within);
            within.pop();
            for at in calls {
                let begins = other.contains("Sql::new(");
                let place = if begins { at } else { body[at..].find(';').map_or(body.len(), |length| at + length) };
                insertions.push((place, other.clone()));
            }
        }
        insertions.sort_by_key(|(place, _)| std::cmp::Reverse(*place));
        let mut text = body.to_owned();
        for (place, other) in insertions {
            text.insert_str(place, &other);
        }
        text
    }

    fn with_constants_in_place(&self, mut code: String) -> String {
        for (name, value) in &self.constants {
            code = code.replace(&format!("({name})"), &format!("(\"{value}\")"));
        }
        code
    }
}

/// The statement that a piece of code puts together. A text that is not written here but passed in could name anything.
fn statement(piece: &str) -> Statement {
    let piece = piece.replace(".push(table)", ".push(\"?\")");
    let is_written_here = piece.trim_start().starts_with('"');
    let beginning = if is_written_here { "" } else { "\"FROM ?\" " };
    Statement::new(&source::read(&format!("{beginning}{piece}")).strings.join(" "))
}

/// The code with `Sql::new("…")` where it says `let text = "…"; Sql::new(text)`.
fn with_texts_in_place(mut code: String) -> String {
    let declared: Vec<(String, String)> = code
        .match_indices("let ")
        .filter_map(|(at, _)| {
            let (name, value) = code[at + "let ".len()..].split_once(" = ")?;
            let value = source::read(value.split_once(";\n").map_or(value, |(value, _)| value)).strings.join(" ; ");
            (!value.is_empty()).then(|| (name.to_owned(), value))
        })
        .collect();
    for (name, value) in declared {
        code = code.replace(&format!("Sql::new({name})"), &format!("Sql::new(\"{value}\")"));
    }
    code
}

/// Where the function is called, by itself and not as another thing's method or another module's function.
fn calls(body: &str, name: &str) -> Vec<usize> {
    let pattern = format!("{name}(");
    let is_call = |at: &usize| {
        let before = body[..*at].chars().next_back().unwrap_or(' ');
        !before.is_alphanumeric() && !"_.:".contains(before) && !body[..*at].ends_with("fn ")
    };
    body.match_indices(&pattern).map(|(at, _)| at).filter(is_call).collect()
}

fn bodies(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let indent = &line[..line.len() - line.trim_start().len()];
        let end = if line.ends_with('}') || line.ends_with(';') {
            start
        } else {
            let closing = format!("{indent}}}");
            (start + 1..lines.len()).find(|at| lines[*at] == closing).unwrap_or(lines.len() - 1)
        };
        found.push((name, lines[start..=end].join("\n")));
    }
    found
}

fn function_name(line: &str) -> Option<String> {
    let line = line.trim_start();
    let words = ["pub ", "pub(super) ", "pub(crate) ", "pub(in crate::db) ", "async ", "const ", "fn "];
    if !words.iter().any(|word| line.starts_with(word)) {
        return None;
    }
    let (_, rest) = line.split_once("fn ")?;
    Some(rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect())
}

fn constants(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (at, _) in text.match_indices("const ") {
        let rest = &text[at + "const ".len()..];
        let Some((head, tail)) = rest.split_once('=') else { continue };
        let Some((name, kind)) = head.split_once(':') else { continue };
        if !kind.trim().ends_with("str") || name.contains(char::is_whitespace) {
            continue;
        }
        let value = source::read(tail.split_once(";\n").map_or(tail, |(value, _)| value)).strings.join(" ");
        found.insert(name.to_owned(), value);
    }
    found
}
