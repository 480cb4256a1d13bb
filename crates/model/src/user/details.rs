//! The rest of the profile: what a user is neither signed in, sorted nor named by.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Profile, User};

/// The standard claims and product fields beside [`super::Profile`], as they are stored: a JSON object of their names on
/// the wire, without those that have no value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// The URL of the page about the user (OpenID Connect Core §5.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// The URL of the user's own page (OpenID Connect Core §5.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// `female`, `male`, `unknown`, or the user's own word (OpenID Connect Core §5.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<String>,
    /// `YYYY-MM-DD`, with the year 0000 where it is not told, or `YYYY` (OpenID Connect Core §5.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birthdate: Option<String>,
    /// The time zone by its IANA name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zoneinfo: Option<String>,
    /// The language, with script and region where they are told (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Where the user works.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The number of a passport or identity card; never a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity_number: Option<String>,
    /// The id that a provider gives the user for all applications of one owner (`WeChat`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unionid: Option<String>,
    /// The id that a provider gives the user for one application (`WeChat`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openid: Option<String>,
    /// The postal address.
    #[serde(skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Free JSON of what the user likes better: notifications, looks.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub preferences: Map<String, Value>,
}

/// A postal address (OpenID Connect Core §5.1.1), and two names beside it that other directories have: city and province
/// stand for locality and region where those are not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// All of it as written on a letter, lines and all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formatted: Option<String>,
    /// Street and number, perhaps in several lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street_address: Option<String>,
    /// City or locality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locality: Option<String>,
    /// State, province or region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// The country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// The province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
}

impl Address {
    /// Whether nothing is told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The locality, or else the city.
    #[must_use]
    pub fn locality(&self) -> Option<&str> {
        self.locality.as_deref().or(self.city.as_deref())
    }

    /// The region, or else the province.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref().or(self.province.as_deref())
    }
}

impl User {
    /// The texts that [`super::DETAIL_FIELDS`] names, in its order; those without a value are left out.
    pub fn detail_texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        detail_texts(&self.profile, &self.details)
    }
}

/// As [`User::detail_texts`], of a user who has these.
pub fn detail_texts<'a>(names: &'a Profile, details: &'a Details) -> impl Iterator<Item = (&'static str, &'a str)> {
    let address = &details.address;
    let values = [
        &names.middle_name,
        &names.preferred_username,
        &names.picture,
        &details.profile,
        &details.website,
        &details.gender,
        &details.birthdate,
        &details.zoneinfo,
        &details.locale,
        &details.company,
        &details.identity_number,
        &details.unionid,
        &details.openid,
        &address.formatted,
        &address.street_address,
        &address.locality,
        &address.region,
        &address.postal_code,
        &address.country,
        &address.city,
        &address.province,
    ];
    let named = super::DETAIL_FIELDS.into_iter().zip(values);
    named.filter_map(|(name, value)| Some((name, value.as_deref()?)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Details;

    #[test]
    fn what_has_no_value_takes_no_room() {
        assert_eq!(serde_json::to_string(&Details::default()).expect("a text"), "{}");
    }

    #[test]
    fn what_is_stored_comes_back_and_what_a_later_release_adds_does_no_harm() {
        let stored = json!({
            "locale": "de-CH", "address": {"country": "CH", "city": "Zürich"}, "preferences": {"theme": {"dark": true}},
        });
        let mut later = stored.clone();
        later["later"] = json!(1);
        let read: Details = serde_json::from_value(later).expect("details");
        assert_eq!((read.locale.as_deref(), read.address.locality()), (Some("de-CH"), Some("Zürich")));
        assert_eq!(serde_json::to_value(&read).expect("a value"), stored);
    }

    #[test]
    fn every_text_stands_under_its_own_path() {
        let mut user = super::super::tests::somebody();
        user.profile.middle_name = Some("middle_name".to_owned());
        user.profile.preferred_username = Some("preferred_username".to_owned());
        user.profile.picture = Some("picture".to_owned());
        let mut stored = json!({});
        for path in super::super::DETAIL_FIELDS {
            match path.split_once('.') {
                None => stored[path] = Value::from(path),
                Some((object, name)) => stored[object][name] = Value::from(path),
            }
        }
        user.details = serde_json::from_value(stored).expect("details");
        let told: Vec<_> = user.detail_texts().collect();
        assert_eq!(told.len(), super::super::DETAIL_FIELDS.len());
        assert!(told.iter().all(|(path, text)| path == text), "{told:?}");
    }
}
