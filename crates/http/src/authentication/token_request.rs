//! What is sent to the token endpoint: a form (RFC 6749 §4.4.2) or, as Auth0's SDKs do, JSON, in which null means absent.

use std::collections::HashMap;

use anteroom_model::{Refusal, codes};
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use data_encoding::BASE64;
use serde_json::Value;

/// The parameters of a token request.
pub struct TokenRequest {
    parameters: HashMap<String, String>,
}

impl TokenRequest {
    /// The parameters of the body, with the client's credentials of the Authorization header (RFC 6749 §2.3.1).
    ///
    /// # Errors
    /// `invalid_request`; `invalid_client` for credentials that cannot be read.
    pub fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let mut parameters = match essence.as_str() {
            "application/json" => from_json(body)?,
            "application/x-www-form-urlencoded" => from_form(body)?,
            _ => return Err(invalid("Send the parameters as a form or as JSON.")),
        };
        if let Some(header) = headers.get(AUTHORIZATION) {
            let (client_id, secret) = basic(header.to_str().unwrap_or_default()).ok_or_else(unreadable)?;
            if parameters.contains_key("client_secret") {
                return Err(invalid("The client proves itself twice."));
            }
            if parameters.get("client_id").is_some_and(|named| !named.is_empty() && *named != client_id) {
                return Err(invalid("The client_id is not the one of the Authorization header."));
            }
            parameters.insert("client_id".to_owned(), client_id);
            parameters.insert("client_secret".to_owned(), secret);
        }
        if parameters.values().any(|value| value.contains('\0')) {
            return Err(invalid("Parameters must not hold the character U+0000."));
        }
        Ok(Self { parameters })
    }

    /// A parameter that must be there.
    ///
    /// # Errors
    /// `invalid_request` naming it.
    pub fn required(&self, name: &'static str) -> Result<&str, Refusal> {
        self.optional(name).ok_or_else(|| {
            Refusal::new(&codes::OAUTH_INVALID_REQUEST, format!("Missing required parameter: {name}")).field(name)
        })
    }

    /// A parameter; one without a value is treated as absent (RFC 6749 §3.2).
    pub fn optional(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
}

fn from_json(body: &[u8]) -> Result<HashMap<String, String>, Refusal> {
    let Ok(Value::Object(object)) = serde_json::from_slice::<Value>(body) else {
        return Err(invalid("The body is not a JSON object."));
    };
    let mut parameters = HashMap::new();
    for (name, value) in object {
        match value {
            Value::Null => {}
            Value::String(text) => {
                parameters.insert(name, text);
            }
            _ => return Err(invalid("Parameters must be texts.")),
        }
    }
    Ok(parameters)
}

fn from_form(body: &[u8]) -> Result<HashMap<String, String>, Refusal> {
    let decoded = percent_encoding::percent_decode(body).decode_utf8();
    decoded.map_err(|_| invalid("The body is not UTF-8."))?;
    let mut parameters = HashMap::new();
    for (name, value) in form_urlencoded::parse(body) {
        if parameters.insert(name.into_owned(), value.into_owned()).is_some() {
            return Err(invalid("A parameter is sent twice."));
        }
    }
    Ok(parameters)
}

/// Client id and secret of HTTP Basic, both form-encoded before (RFC 6749 §2.3.1).
fn basic(header: &str) -> Option<(String, String)> {
    let (scheme, encoded) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(BASE64.decode(encoded.trim().as_bytes()).ok()?).ok()?;
    let (client_id, secret) = text.split_once(':')?;
    let decoded = |text: &str| {
        let spaces = text.replace('+', " ");
        percent_encoding::percent_decode_str(&spaces).decode_utf8().ok().map(std::borrow::Cow::into_owned)
    };
    Some((decoded(client_id)?, decoded(secret)?))
}

fn unreadable() -> Refusal {
    Refusal::new(&codes::OAUTH_INVALID_CLIENT, "Unauthorized")
}

fn invalid(message: &'static str) -> Refusal {
    Refusal::new(&codes::OAUTH_INVALID_REQUEST, message)
}

#[cfg(test)]
mod tests {
    use super::TokenRequest;
    use axum::http::{HeaderMap, HeaderValue};

    fn read(
        media_type: &'static str,
        authorization: Option<&'static str>,
        body: &str,
    ) -> Result<TokenRequest, &'static str> {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static(media_type));
        if let Some(authorization) = authorization {
            headers.insert("authorization", HeaderValue::from_static(authorization));
        }
        TokenRequest::read(&headers, body.as_bytes()).map_err(|refusal| refusal.code.name)
    }

    #[test]
    fn null_and_empty_are_absent() {
        let request = read("application/json", None, r#"{"a": null, "b": "x", "c": ""}"#).expect("a request");
        assert_eq!((request.optional("a"), request.optional("b"), request.optional("c")), (None, Some("x"), None));
        assert!(request.required("a").is_err());
    }

    #[test]
    fn credentials_of_the_header_are_decoded_twice() {
        // a:b%3Ac, that is the secret "b:c" form-encoded.
        let request =
            read("application/x-www-form-urlencoded", Some("Basic YTpiJTNBYw=="), "grant_type=x").expect("a request");
        assert_eq!((request.optional("client_id"), request.optional("client_secret")), (Some("a"), Some("b:c")));
    }

    #[test]
    fn what_says_two_things_is_refused() {
        let form = "application/x-www-form-urlencoded";
        assert_eq!(read(form, None, "a=1&a=2").err(), Some("invalid_request"));
        assert_eq!(read(form, Some("Basic YTpi"), "client_secret=c").err(), Some("invalid_request"));
        assert_eq!(read(form, Some("Basic YTpi"), "client_id=c").err(), Some("invalid_request"));
        assert!(read(form, Some("Basic YTpi"), "client_id=a").is_ok());
        assert_eq!(read(form, Some("Basic ???"), "").err(), Some("invalid_client"));
        assert_eq!(read(form, None, "a=%ff").err(), Some("invalid_request"));
        assert_eq!(read(form, None, "a=%00").err(), Some("invalid_request"));
        // a%00:b
        assert_eq!(read(form, Some("Basic YSUwMDpi"), "").err(), Some("invalid_request"));
        assert_eq!(read("text/plain", None, "").err(), Some("invalid_request"));
        assert_eq!(read("application/json", None, r#"{"a": 1}"#).err(), Some("invalid_request"));
    }
}
