//! What stands around every page.

use serde::{Serialize, Serializer};

use anteroom_model::Language;

/// Whose pages these are, and for which application.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Shell<'a> {
    /// The tenant's name for people; its first letter stands in for a missing logo.
    pub tenant_name: &'a str,
    /// The tenant's logo: an `https` URL, or a path of ours.
    pub logo_url: Option<&'a str>,
    /// The name of the application that sent the person here.
    pub client_name: Option<&'a str>,
    /// That application's logo; shown where it asks for consent.
    pub client_logo: Option<&'a str>,
    /// Where help is to be had: `https:` or `mailto:`.
    pub support_url: Option<&'a str>,
    /// Whether the person chose the language here: then forms and links keep to it.
    pub is_language_chosen: bool,
    /// The same page in each language; no switch when empty.
    pub languages: Vec<LanguageLink<'a>>,
}

/// This page in a language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink<'a> {
    /// The language.
    #[serde(rename = "code", serialize_with = "code")]
    pub language: Language,
    /// Where a GET shows the page in it: the same query with another `ui_locales`.
    pub url: &'a str,
}

fn code<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.code())
}
