//! What single settings may be.

use url::Url;

use super::{NAME_CHARACTERS, URL_CHARACTERS};
use crate::change::Change;
use crate::refusal::Refusal;

/// Sets a number, or sets it back to its default.
///
/// # Errors
/// `invalid_body` with the range (requirement S4.L34.7).
pub(super) fn number(
    current: &mut i64,
    change: &Change<i64>,
    default: i64,
    field: &str,
    range: (i64, i64),
) -> Result<(), Refusal> {
    match *change {
        Change::Keep => {}
        Change::Clear => *current = default,
        Change::Set(value) if (range.0..=range.1).contains(&value) => *current = value,
        Change::Set(_) => return Err(out_of_range(field, range)),
    }
    Ok(())
}

/// A number out of its range.
pub(super) fn out_of_range(field: &str, (least, most): (i64, i64)) -> Refusal {
    Refusal::invalid_field(field, &format!("must be from {least} to {most}"))
}

/// Sets a value that needs no check, or sets it back to its default.
pub(super) fn plain<T>(current: &mut T, change: Change<T>, default: T) {
    match change {
        Change::Keep => {}
        Change::Clear => *current = default,
        Change::Set(value) => *current = value,
    }
}

/// Sets a text after this check, or removes it.
///
/// # Errors
/// `invalid_body` naming the field.
pub(super) fn text(
    current: &mut Option<String>,
    change: Change<String>,
    field: &str,
    check: impl Fn(String) -> Result<String, &'static str>,
) -> Result<(), Refusal> {
    match change {
        Change::Keep => {}
        Change::Clear => *current = None,
        Change::Set(value) => *current = Some(check(value).map_err(|rule| Refusal::invalid_field(field, rule))?),
    }
    Ok(())
}

/// A name shown to people.
pub(super) fn name(text: String) -> Result<String, &'static str> {
    let length = text.chars().count();
    if text.trim().is_empty() || length > NAME_CHARACTERS || text.chars().any(char::is_control) {
        return Err("must have 1 to 200 characters");
    }
    Ok(text)
}

/// The address of a page or picture.
pub(super) fn web_url(text: String) -> Result<String, &'static str> {
    if text.chars().count() > URL_CHARACTERS {
        return Err("must not have more than 2048 characters");
    }
    let url = Url::parse(&text).map_err(|_| "must be a URL such as https://example.com/help")?;
    if !matches!(url.scheme(), "https" | "http") || url.host_str().is_none() {
        return Err("must begin with https:// or http://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("must not hold a name or password");
    }
    Ok(text)
}

/// An address that people are sent to: where they end up must be plain from its text (RFC 9700 §2.1).
pub(super) fn destination(text: String) -> Result<String, &'static str> {
    let text = web_url(text)?;
    if text.contains('#') {
        return Err("must not have a fragment");
    }
    if text.contains(['*', '\\']) || text.chars().any(|character| character.is_whitespace() || character.is_control()) {
        return Err("must be one address, without wildcards, backslashes and spaces");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{destination, name, web_url};

    #[test]
    fn destinations_are_plain_addresses() {
        for text in ["https://app.example/bye?x=1", "http://localhost:3000"] {
            assert_eq!(destination(text.to_owned()).as_deref(), Ok(text));
        }
        for text in [
            "app.example",
            "/bye",
            "javascript:alert(1)",
            "https://*.example.com",
            "https://a.example/#x",
            "https://user@a.example",
            "https://a.example\\@b.example",
            "https://a.example/ b",
            "app://callback",
        ] {
            assert!(destination(text.to_owned()).is_err(), "{text}");
        }
        assert!(web_url("https://a.example/help#contact".to_owned()).is_ok());
        assert!(web_url(format!("https://a.example/{}", "a".repeat(2048))).is_err());
    }

    #[test]
    fn names_are_shown_so_they_are_not_blank() {
        assert!(name("李雷 Inc.".to_owned()).is_ok());
        for text in [" ", "a\nb", &"a".repeat(201)] {
            assert!(name(text.to_owned()).is_err(), "{text:?}");
        }
    }
}
