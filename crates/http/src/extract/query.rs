//! Query parameters: typed, and refused with the parameter and the reason.

use std::convert::Infallible;

use anteroom_model::{Refusal, codes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::body::explain;
use super::text::is_percent_encoded;

/// A request's query, not yet understood: a handler asks for the caller's scopes first.
pub struct Query(String);

impl Query {
    /// The query as this type.
    ///
    /// # Errors
    /// `invalid_query_string` naming the parameter.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        self.0.split('&').try_for_each(readable)?;
        let pairs = form_urlencoded::parse(self.0.as_bytes());
        let deserializer = serde_urlencoded::Deserializer::new(pairs);
        serde_path_to_error::deserialize(deserializer).map_err(|error| explain("Query", &codes::INVALID_QUERY, &error))
    }

    /// The parameters of these names, each as often as it stands there, and the query without them.
    ///
    /// # Errors
    /// `invalid_query_string` naming the parameter whose text no column can hold.
    pub fn divide(&self, is_taken: impl Fn(&str) -> bool) -> Result<(Vec<(String, String)>, Self), Refusal> {
        self.0.split('&').try_for_each(readable)?;
        let (mut taken, mut rest) = (Vec::new(), Vec::new());
        for pair in self.0.split('&') {
            match form_urlencoded::parse(pair.as_bytes()).next() {
                Some((name, value)) if is_taken(&name) => taken.push((name.into_owned(), value.into_owned())),
                _ => rest.push(pair),
            }
        }
        Ok((taken, Self(rest.join("&"))))
    }

    /// Nothing, for endpoints that take no parameters.
    ///
    /// # Errors
    /// `invalid_query_string` naming the first parameter.
    pub fn none(&self) -> Result<(), Refusal> {
        self.read().map(|Nothing {}| ())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// Refuses a parameter that is not text that a column can hold.
fn readable(pair: &str) -> Result<(), Refusal> {
    let decode = |text| percent_encoding::percent_decode_str(text);
    let rule = match decode(pair).decode_utf8() {
        _ if !is_percent_encoded(pair) => "must have two hexadecimal digits after every %",
        Err(_) => "must be UTF-8",
        Ok(text) if text.contains('\0') => "must not hold the character U+0000",
        Ok(_) => return Ok(()),
    };
    let name = decode(pair.split('=').next().unwrap_or_default()).decode_utf8_lossy().replace('\0', "\\u0000");
    Err(Refusal::new(&codes::INVALID_QUERY, format!("Query validation error: '{rule}' on property {name}."))
        .field(name))
}

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.uri.query().unwrap_or_default().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Query, readable};

    #[test]
    fn what_no_column_can_hold_is_refused_by_name() {
        for (pair, field) in [("q=%ff", "q"), ("q=a%00", "q"), ("q=%f", "q"), ("a%00=1", "a\\u0000"), ("%+1=1", "%+1")]
        {
            assert_eq!(readable(pair).expect_err(pair).field.as_deref(), Some(field));
        }
        assert!(["", "q", "q=%C3%BC+%25", "%71=1"].into_iter().all(|pair| readable(pair).is_ok()));
    }

    #[test]
    fn parameters_can_be_taken_out() {
        let (taken, rest) =
            Query("a.b=1&c=%3D&a.b=2&d".to_owned()).divide(|name| name.starts_with("a.")).expect("text");
        assert_eq!(taken, [("a.b".to_owned(), "1".to_owned()), ("a.b".to_owned(), "2".to_owned())]);
        assert_eq!(rest.0, "c=%3D&d");
        assert!(Query("a=%ff".to_owned()).divide(|_| false).is_err());
    }

    #[test]
    fn where_nothing_is_taken_everything_is_refused() {
        assert!(Query(String::new()).none().is_ok());
        assert_eq!(Query("a=1".to_owned()).none().expect_err("is refused").field.as_deref(), Some("a"));
    }
}
