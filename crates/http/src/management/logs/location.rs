//! Where an event's address was, in Auth0's form.

use anteroom_model::Location;
use serde::Serialize;
use utoipa::ToSchema;

/// Where the address was when the event was written, with names in English. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = LogLocationInfo)]
pub struct LocationView<'a> {
    /// The country's two letters (ISO 3166-1 alpha-2).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 2, max_length = 2)]
    country_code: Option<&'a str>,
    /// The country's three letters (ISO 3166-1 alpha-3).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 3, max_length = 3)]
    country_code3: Option<&'static str>,
    /// The country's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    country_name: Option<&'a str>,
    /// The city's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    city_name: Option<&'a str>,
    /// Degrees north of somewhere near.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -90, maximum = 90)]
    latitude: Option<f64>,
    /// Degrees east.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -180, maximum = 180)]
    longitude: Option<f64>,
    /// The time zone's name, such as `Europe/Zurich`.
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone: Option<&'a str>,
    /// The continent's two letters: AF, AN, AS, EU, NA, OC or SA.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 2, max_length = 2)]
    continent_code: Option<&'a str>,
}

impl<'a> From<&'a Location> for LocationView<'a> {
    fn from(location: &'a Location) -> Self {
        Self {
            country_code: location.country_code.as_deref(),
            country_code3: location.country_code3(),
            country_name: location.country_name.as_deref(),
            city_name: location.city_name.as_deref(),
            latitude: location.latitude,
            longitude: location.longitude,
            time_zone: location.time_zone.as_deref(),
            continent_code: location.continent_code.as_deref(),
        }
    }
}
