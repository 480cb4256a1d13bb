//! What stands in such a file of a network (GeoIP2 and GeoLite2 City and Country, and those that are made like them).

use anteroom_model::Location;
use serde::Deserialize;

/// What is read of a network. What a file does not tell is absent.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Record<'a> {
    #[serde(borrow)]
    city: Named<'a>,
    #[serde(borrow)]
    country: Country<'a>,
    #[serde(borrow)]
    continent: Continent<'a>,
    #[serde(borrow)]
    location: Point<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Named<'a> {
    #[serde(borrow)]
    names: Names<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Country<'a> {
    iso_code: Option<&'a str>,
    #[serde(borrow)]
    names: Names<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Continent<'a> {
    code: Option<&'a str>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Point<'a> {
    latitude: Option<f64>,
    longitude: Option<f64>,
    time_zone: Option<&'a str>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Names<'a> {
    en: Option<&'a str>,
}

impl Record<'_> {
    /// The place it tells, if it tells one.
    pub(super) fn location(&self) -> Option<Location> {
        let text = |text: Option<&str>| text.map(str::to_owned);
        let location = Location {
            country_code: text(self.country.iso_code),
            country_name: text(self.country.names.en),
            city_name: text(self.city.names.en),
            latitude: self.location.latitude,
            longitude: self.location.longitude,
            time_zone: text(self.location.time_zone),
            continent_code: text(self.continent.code),
        };
        location.checked()
    }
}
