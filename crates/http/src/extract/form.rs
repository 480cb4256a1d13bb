//! Form bodies: Auth0 takes them where it takes JSON. Every value is a text, and objects are written with brackets:
//! `user_metadata[city]=Köln`.

use anteroom_model::{Refusal, codes};
use serde::de::value::{Error, MapDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

/// The deepest brackets taken.
const DEPTH: usize = 16;

/// The object that a form says.
///
/// # Errors
/// `invalid_body` when it is not UTF-8, or a name comes twice or has brackets that do not fit.
pub fn object(body: &[u8]) -> Result<Value, Refusal> {
    if percent_encoding::percent_decode(body).decode_utf8().is_err() {
        return Err(Refusal::new(&codes::INVALID_BODY, "Invalid request body: it is not UTF-8."));
    }
    let mut object = Map::new();
    for (name, text) in form_urlencoded::parse(body) {
        let misplaced = || Refusal::invalid_field(&name, "must come once, with brackets that close, at most 16 deep");
        let path = path(&name).ok_or_else(misplaced)?;
        insert(&mut object, &path, text.into_owned()).ok_or_else(misplaced)?;
    }
    Ok(Value::Object(object))
}

/// `a[b][c]` as its three names.
fn path(name: &str) -> Option<Vec<&str>> {
    let Some((first, rest)) = name.split_once('[') else { return Some(vec![name]) };
    let inner = rest.strip_suffix(']')?;
    let path: Vec<_> = std::iter::once(first).chain(inner.split("][")).collect();
    let is_whole = path.iter().all(|part| !part.is_empty() && !part.contains(['[', ']']));
    (is_whole && path.len() <= DEPTH).then_some(path)
}

fn insert(object: &mut Map<String, Value>, path: &[&str], text: String) -> Option<()> {
    match path {
        [] => None,
        [last] => object.insert((*last).to_owned(), Value::String(text)).is_none().then_some(()),
        [first, rest @ ..] => {
            let below = object.entry(*first).or_insert_with(|| Value::Object(Map::new()));
            insert(below.as_object_mut()?, rest, text)
        }
    }
}

/// A form's value, whose texts are read as what the field asks for.
pub struct Texts(pub Value);

impl<'de> Deserializer<'de> for Texts {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(fields) => {
                visitor.visit_map(MapDeserializer::new(fields.into_iter().map(|(name, value)| (name, Self(value)))))
            }
            Value::String(text) => visitor.visit_string(text),
            _ => visitor.visit_unit(),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.as_str() {
            Some("true") => visitor.visit_bool(true),
            Some("false") => visitor.visit_bool(false),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Error> for Texts {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Texts, object};
    use serde::Deserialize;
    use serde_json::{Map, Value, json};

    #[derive(Debug, Deserialize, PartialEq)]
    struct Sent {
        email: Option<String>,
        blocked: bool,
        user_metadata: Map<String, Value>,
    }

    #[test]
    fn texts_become_what_the_field_asks_for() {
        let sent = object("email=a%40b.cd&blocked=true&user_metadata[a][b]=K%C3%B6ln&user_metadata[c]=true".as_bytes());
        let sent = Sent::deserialize(Texts(sent.expect("a form"))).expect("is right");
        assert_eq!((sent.email.as_deref(), sent.blocked), (Some("a@b.cd"), true));
        assert_eq!(json!(sent.user_metadata), json!({"a": {"b": "Köln"}, "c": "true"}));
    }

    #[test]
    fn what_does_not_fit_is_refused_by_name() {
        for form in ["a=1&a=2", "a[b=1", "a[]=1", "a=1&a[b]=2", "a[b]=1&a=2", "a[b]c]=1"] {
            assert!(object(form.as_bytes()).is_err(), "{form}");
        }
        assert!(object(b"a=%ff").is_err());
        let deep = format!("a{}=1", "[b]".repeat(10_000));
        assert!(object(deep.as_bytes()).is_err());
    }
}
