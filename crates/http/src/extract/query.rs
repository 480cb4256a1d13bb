//! Query parameters: typed, and refused with the parameter and the reason.

use std::convert::Infallible;

use anteroom_model::{Refusal, codes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::body::explain;

/// A request's query, not yet understood: a handler asks for the caller's scopes first.
pub struct Query(String);

impl Query {
    /// The query as this type.
    ///
    /// # Errors
    /// `invalid_query_string` naming the parameter.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        let invalid = |message: &'static str| Refusal::new(&codes::INVALID_QUERY, message);
        let decoded = percent_encoding::percent_decode_str(&self.0).decode_utf8();
        match decoded {
            Err(_) => return Err(invalid("The query is not UTF-8.")),
            Ok(text) if text.contains('\0') => return Err(invalid("The query must not hold the character U+0000.")),
            Ok(_) => {}
        }
        let pairs = form_urlencoded::parse(self.0.as_bytes());
        let deserializer = serde_urlencoded::Deserializer::new(pairs);
        serde_path_to_error::deserialize(deserializer).map_err(|error| explain("Query", &codes::INVALID_QUERY, &error))
    }
}

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.uri.query().unwrap_or_default().to_owned()))
    }
}
