//! Which leaves a user has.

use anteroom_model::User;
use anteroom_model::metadata::Bag;
use anteroom_model::text::fold;
use anteroom_model::user::{Details, Profile, detail_texts};
use serde_json::{Map, Value};

/// Leaves of free JSON kept of one user, and the longest of them in characters; what is beyond is stored but not found by
/// value.
const LEAVES: usize = 100;
const LONGEST: usize = 256;

/// What the key of a leaf is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A text or a flag, folded.
    Text,
    /// A number as it is written.
    Digits,
    /// A number in a form that sorts by its size, see [`number_key`].
    Number,
    /// A text, flag or number at the path or below it; no leaf is of this kind, one is asked for so.
    Any,
}

impl Kind {
    /// Its name in `attribute_path`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Digits => "digits",
            Self::Number => "number",
            Self::Any => "any",
        }
    }
}

/// A row of `user_attribute`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leaf {
    pub path: String,
    pub kind: Kind,
    pub key: String,
}

/// All leaves of the user, each once, in order.
pub fn leaves(user: &User) -> Vec<Leaf> {
    let mut leaves = all(&user.profile, &user.details, &user.user_metadata, &user.app_metadata);
    leaves.sort_unstable();
    leaves.dedup();
    leaves
}

fn all(
    names: &Profile,
    details: &Details,
    user_metadata: &Map<String, Value>,
    app_metadata: &Map<String, Value>,
) -> Vec<Leaf> {
    let mut leaves = of_bags(user_metadata, app_metadata, &details.preferences);
    let texts = detail_texts(names, details).filter(|(_, text)| is_short(text));
    leaves.extend(texts.map(|(path, text)| Leaf { path: path.to_owned(), kind: Kind::Text, key: fold(text) }));
    leaves
}

/// The leaves of free JSON.
fn of_bags(
    user_metadata: &Map<String, Value>,
    app_metadata: &Map<String, Value>,
    preferences: &Map<String, Value>,
) -> Vec<Leaf> {
    let mut found = Found::default();
    for (bag, object) in [(Bag::User, user_metadata), (Bag::App, app_metadata), (Bag::Preferences, preferences)] {
        let mut path = bag.name().to_owned();
        found.object(&mut path, object);
    }
    found.leaves
}

/// The columns of `users` that leaves come from, as [`keys_at`] takes them.
pub const COLUMNS: [&str; 6] =
    ["user_metadata", "app_metadata", "details", "middle_name", "preferred_username", "picture"];

/// The keys that a user's row has at a path, from the texts of its [`COLUMNS`]; none where they are not understood.
pub fn keys_at(path: &str, kind: &str, columns: [Option<&str>; COLUMNS.len()]) -> Vec<String> {
    let [user_metadata, app_metadata, details, names @ ..] = columns;
    let object = |text: Option<&str>| text.and_then(|text| crate::json::object(text).ok()).unwrap_or_default();
    let details: Details = details.and_then(|text| crate::json::value(text).ok()).unwrap_or_default();
    let [middle_name, preferred_username, picture] = names.map(|text| text.map(str::to_owned));
    let names = Profile { middle_name, preferred_username, picture, ..Profile::default() };
    let leaves = all(&names, &details, &object(user_metadata), &object(app_metadata));
    let is_below =
        |leaf: &Leaf| leaf.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let is_meant = |leaf: &Leaf| match kind == Kind::Any.name() {
        true => leaf.kind != Kind::Number && is_below(leaf),
        false => leaf.kind.name() == kind && leaf.path == path,
    };
    leaves.into_iter().filter(is_meant).map(|leaf| leaf.key).collect()
}

#[derive(Default)]
struct Found {
    leaves: Vec<Leaf>,
    count: usize,
}

impl Found {
    fn object(&mut self, path: &mut String, object: &Map<String, Value>) {
        let length = path.len();
        for (name, value) in object {
            path.push('.');
            path.push_str(name);
            self.value(path, value);
            path.truncate(length);
        }
    }

    /// Arrays are transparent: their items stand at the array's own path.
    fn value(&mut self, path: &mut String, value: &Value) {
        if self.count >= LEAVES {
            return;
        }
        match value {
            Value::Null => {}
            Value::Object(object) => self.object(path, object),
            Value::Array(items) => items.iter().for_each(|item| self.value(path, item)),
            Value::Bool(flag) => self.add(path, Kind::Text, if *flag { "true" } else { "false" }.to_owned()),
            Value::Number(number) => {
                self.add(path, Kind::Digits, fold(&number.to_string()));
                if let Some(number) = number.as_f64() {
                    self.leaves.push(Leaf { path: path.clone(), kind: Kind::Number, key: number_key(number) });
                }
            }
            Value::String(text) if is_short(text) => self.add(path, Kind::Text, fold(text)),
            Value::String(_) => {}
        }
    }

    fn add(&mut self, path: &str, kind: Kind, key: String) {
        self.leaves.push(Leaf { path: path.to_owned(), kind, key });
        self.count += 1;
    }
}

fn is_short(text: &str) -> bool {
    text.len() <= LONGEST || text.chars().count() <= LONGEST
}

/// Signs in the order of their codes.
const SIGNS: &[u8; 64] = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// A text that stands before another, by code points, where the number is less: its bits, so turned that they sort as
/// the numbers do, in signs of six bits each. Zeros at the end are left out; most numbers then take a few signs.
#[must_use]
pub fn number_key(number: f64) -> String {
    // Both zeros are one number.
    let bits = (number + 0.0).to_bits();
    let ordered = if bits >> 63 == 1 { !bits } else { bits | 1 << 63 };
    let signs = (0..11_u32).map(|place| {
        let shift = 58_i32 - 6 * i32::try_from(place).unwrap_or(0);
        let six = if shift >= 0 { ordered >> shift } else { ordered << -shift } & 63;
        usize::try_from(six).ok().and_then(|six| SIGNS.get(six)).map_or('-', |sign| char::from(*sign))
    });
    let text: String = signs.collect();
    text.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{keys_at, number_key};

    #[test]
    fn numbers_sort_by_their_size() {
        let numbers = [
            f64::MIN,
            -1e300,
            -12_345.678,
            -2.0,
            -1.5,
            -1.0,
            -1e-300,
            0.0,
            5e-324,
            0.1,
            0.5,
            1.0,
            1.5,
            2.0,
            9.0,
            10.0,
            11.0,
            100.0,
            10_000.0,
            10_001.0,
            99_999.0,
            9_007_199_254_740_993.0,
            1e300,
            f64::MAX,
        ];
        let keys: Vec<_> = numbers.iter().map(|number| number_key(*number)).collect();
        assert!(keys.is_sorted() && keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
        assert_eq!(number_key(-0.0), number_key(0.0));
        assert!(number_key(10_000.0).len() < 6, "{}", number_key(10_000.0));
    }

    #[test]
    fn the_keys_at_a_path_are_those_of_the_row() {
        let (user, app) = (r#"{"a":{"b":["X",7,true]},"c":"d"}"#, r#"{"a":{"b":"no"}}"#);
        let details = r#"{"preferences":{"e":1},"locale":"de"}"#;
        let at = |path, kind| keys_at(path, kind, [Some(user), Some(app), Some(details), None, None, Some("P")]);
        assert_eq!(at("user_metadata.a.b", "text"), ["x", "true"]);
        assert_eq!(at("user_metadata.a.b", "digits"), ["7"]);
        assert_eq!(at("user_metadata.a.b", "number"), [number_key(7.0)]);
        assert_eq!(at("app_metadata.a.b", "text"), ["no"]);
        assert_eq!(at("preferences.e", "digits"), ["1"]);
        assert!(at("user_metadata.a", "text").is_empty());
        assert_eq!(at("user_metadata.a", "any").len(), 3);
        assert_eq!((at("locale", "any"), at("picture", "text")), (vec!["de".to_owned()], vec!["p".to_owned()]));
        assert!(keys_at("user_metadata.a", "text", [Some("no JSON"), Some(""), None, None, None, None]).is_empty());
    }
}
