//! Places on earth, and which address is at one.

mod country;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Where an address was said to be, with names in English; what is not known is absent. It is stored with an event in this
/// form, whose fields are called as in Auth0's `location_info`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Location {
    /// The country's two letters (ISO 3166-1 alpha-2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_code: Option<String>,
    /// The country's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_name: Option<String>,
    /// The city's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city_name: Option<String>,
    /// Degrees north, -90 to 90, of somewhere near.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east, -180 to 180.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// The time zone's name, such as `Europe/Zurich`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// The continent's two letters: AF, AN, AS, EU, NA, OC or SA.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continent_code: Option<String>,
}

impl Location {
    /// The country's three letters (ISO 3166-1 alpha-3).
    #[must_use]
    pub fn country_code3(&self) -> Option<&'static str> {
        country::three_letters(self.country_code.as_deref()?)
    }

    /// The same without what cannot be true; nothing if no country and no city is left, for then it tells nobody anything.
    #[must_use]
    pub fn checked(self) -> Option<Self> {
        let letters = |text: Option<String>| {
            text.filter(|text| text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_uppercase()))
        };
        let name = |text: Option<String>| text.filter(|text| !text.is_empty() && text.chars().count() <= LONGEST_NAME);
        let within = |degrees: Option<f64>, most: f64| degrees.filter(|degrees| degrees.abs() <= most);
        let checked = Self {
            country_code: letters(self.country_code),
            country_name: name(self.country_name),
            city_name: name(self.city_name),
            latitude: within(self.latitude, 90.0),
            longitude: within(self.longitude, 180.0),
            time_zone: name(self.time_zone),
            continent_code: letters(self.continent_code),
        };
        let tells =
            [&checked.country_code, &checked.country_name, &checked.city_name].iter().any(|text| text.is_some());
        tells.then_some(checked)
    }
}

/// Characters of a name at most; those of real places are shorter.
const LONGEST_NAME: usize = 200;

/// Something that knows where addresses are. It is asked while an event is written, so it answers from memory.
pub trait Locate: Send + Sync {
    /// Where this public address is, if it is known.
    fn locate(&self, ip: IpAddr) -> Option<Location>;
}

/// What tells where addresses are; by default nothing does.
#[derive(Clone, Default)]
pub struct Locator(Option<Arc<dyn Locate>>);

impl Locator {
    /// A locator that asks this source.
    #[must_use]
    pub fn new(source: Arc<dyn Locate>) -> Self {
        Self(Some(source))
    }

    /// Where this address is, if it is known. Addresses that are not of the public internet are nowhere.
    #[must_use]
    pub fn locate(&self, ip: IpAddr) -> Option<Location> {
        let source = self.0.as_ref()?;
        let ip = ip.to_canonical();
        if is_public(ip) { source.locate(ip) } else { None }
    }
}

impl fmt::Debug for Locator {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if self.0.is_some() { "Locator(something)" } else { "Locator(nothing)" })
    }
}

/// Whether an address can be one of somebody out there: not of this machine, of a private network or of a link.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [first, second, ..] = ip.octets();
    // 0.0.0.0/8 is this network, 100.64.0.0/10 lies behind a provider's translation (RFC 6598), 240.0.0.0/4 is reserved.
    let is_shared = first == 100 && second & 0xc0 == 64;
    let is_none = first == 0 || first >= 240 || ip.is_multicast();
    !(ip.is_loopback() || ip.is_private() || ip.is_link_local() || is_shared || is_none)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    // All addresses given out so far are in 2000::/3; unique local and link-local ones are not.
    ip.segments()[0] & 0xe000 == 0x2000
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::sync::Arc;

    use super::{Locate, Location, Locator};

    struct Everywhere;

    impl Locate for Everywhere {
        fn locate(&self, ip: IpAddr) -> Option<Location> {
            Some(Location { city_name: Some(ip.to_string()), ..Location::default() })
        }
    }

    fn city(locator: &Locator, ip: &str) -> Option<String> {
        locator.locate(ip.parse().expect("an address"))?.city_name
    }

    #[test]
    fn only_public_addresses_are_looked_up() {
        let locator = Locator::new(Arc::new(Everywhere));
        let private = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "::",
            "::1",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:192.168.1.1",
        ];
        for ip in private {
            assert_eq!(city(&locator, ip), None, "{ip}");
        }
        for ip in ["8.8.8.8", "100.63.255.255", "100.128.0.0", "172.32.0.1", "2001:67c::1", "2a00::1"] {
            assert_eq!(city(&locator, ip).as_deref(), Some(ip));
        }
        assert_eq!(city(&locator, "::ffff:8.8.8.8").as_deref(), Some("8.8.8.8"));
        assert_eq!(city(&Locator::default(), "8.8.8.8"), None);
    }

    #[test]
    fn what_cannot_be_true_is_left_out() {
        let text = |text: &str| Some(text.to_owned());
        let said = Location {
            country_code: text("ch"),
            country_name: text(""),
            city_name: text("Zürich"),
            latitude: Some(f64::NAN),
            longitude: Some(181.0),
            time_zone: Some("x".repeat(201)),
            continent_code: text("Europe"),
        };
        let left = Location { city_name: text("Zürich"), ..Location::default() };
        assert_eq!(said.checked(), Some(left));
        let nowhere = Location { time_zone: text("UTC"), continent_code: text("EU"), ..Location::default() };
        assert_eq!(nowhere.checked(), None);
    }
}
