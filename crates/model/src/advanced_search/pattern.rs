//! LIKE, SIMILAR TO and regular expressions, all as regular expressions whose time is linear in the value.

use regex::{Regex, RegexBuilder};

use super::Mode;

/// The memory a compiled expression may take, in bytes: `(a{99}){99}` does not fit.
const LARGEST: usize = 1 << 18;

/// How deep brackets may be nested.
const DEEPEST: u32 = 32;

/// The expression that decides whether a whole value matches.
///
/// # Errors
/// Why the pattern is none, for people: part of a sentence without a full stop.
pub(super) fn compile(mode: Mode, text: &str, case_sensitive: bool) -> Result<Regex, String> {
    let expression = match mode {
        Mode::Like => whole(&like(text)?),
        Mode::SimilarTo => whole(&similar_to(text)?),
        Mode::Posix => text.to_owned(),
        Mode::Part | Mode::Exact => regex::escape(text),
    };
    RegexBuilder::new(&expression)
        .case_insensitive(!case_sensitive)
        .dot_matches_new_line(true)
        .size_limit(LARGEST)
        .dfa_size_limit(4 * LARGEST)
        .nest_limit(DEEPEST)
        .build()
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => "is too large a pattern".to_owned(),
            _ => "is not a pattern that can be searched for".to_owned(),
        })
}

/// The longest text that every value matching a LIKE pattern holds.
pub(super) fn literal(mode: Mode, text: &str) -> Option<String> {
    if mode != Mode::Like {
        return None;
    }
    let (mut runs, mut characters) = (vec![String::new()], text.chars());
    while let Some(character) = characters.next() {
        match (character, runs.last_mut()) {
            ('%' | '_', _) => runs.push(String::new()),
            ('\\', Some(run)) => run.extend(characters.next()),
            (other, Some(run)) => run.push(other),
            (_, None) => {}
        }
    }
    runs.into_iter().max_by_key(|run| run.chars().count()).filter(|run| !run.is_empty())
}

fn whole(expression: &str) -> String {
    format!("^(?:{expression})$")
}

fn like(text: &str) -> Result<String, String> {
    let (mut expression, mut characters) = (String::new(), text.chars());
    while let Some(character) = characters.next() {
        match character {
            '%' => expression.push_str(".*"),
            '_' => expression.push('.'),
            '\\' => escape(&mut expression, characters.next())?,
            other => push_literal(&mut expression, other),
        }
    }
    Ok(expression)
}

fn similar_to(text: &str) -> Result<String, String> {
    let (mut expression, mut characters, mut in_set) = (String::new(), text.chars(), false);
    while let Some(character) = characters.next() {
        match character {
            '\\' => escape(&mut expression, characters.next())?,
            ']' if in_set => {
                in_set = false;
                expression.push(']');
            }
            // Within a set SQL knows `^` for all others and `-` for a range, as regular expressions do.
            '[' | '&' | '~' if in_set => {
                expression.push('\\');
                expression.push(character);
            }
            other if in_set => expression.push(other),
            '[' => {
                in_set = true;
                expression.push('[');
            }
            '%' => expression.push_str(".*"),
            '_' => expression.push('.'),
            '|' | '*' | '+' | '?' | '(' | ')' | '{' | '}' => expression.push(character),
            other => push_literal(&mut expression, other),
        }
    }
    Ok(expression)
}

fn escape(expression: &mut String, escaped: Option<char>) -> Result<(), String> {
    let escaped = escaped.ok_or("must not end with a backslash")?;
    push_literal(expression, escaped);
    Ok(())
}

fn push_literal(expression: &mut String, character: char) {
    expression.push_str(&regex::escape(character.encode_utf8(&mut [0; 4])));
}
