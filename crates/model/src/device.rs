//! Devices and browsers, told by what a browser says of itself.

use woothee::parser::Parser;

/// What a `User-Agent` says, in words for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceName {
    /// The kind of device and its system, such as `Computer, Linux` or `Phone, Android`.
    pub device: Option<String>,
    /// The browser and its version, such as `Chrome 142`.
    pub browser: Option<String>,
    /// Whether the device is a phone or tablet.
    pub is_phone: bool,
}

/// What a `User-Agent` says; nothing of what is not known is made up.
#[must_use]
pub fn describe(user_agent: &str) -> DeviceName {
    let Some(parsed) = Parser::new().parse(user_agent) else { return DeviceName::default() };
    let known = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty() && text != "UNKNOWN");
    let category = match parsed.category {
        "pc" => Some("Computer".to_owned()),
        "smartphone" | "mobilephone" => Some("Phone".to_owned()),
        "appliance" => Some("Appliance".to_owned()),
        "crawler" => Some("Crawler".to_owned()),
        _ => None,
    };
    let device = match (category, known(parsed.os)) {
        (Some(category), Some(system)) => Some(format!("{category}, {system}")),
        (category, system) => category.or(system),
    };
    let major = parsed.version.split('.').next().and_then(known);
    let browser = known(parsed.name).map(|name| match major {
        Some(major) => format!("{name} {major}"),
        None => name,
    });
    DeviceName { device, browser, is_phone: matches!(parsed.category, "smartphone" | "mobilephone") }
}

#[cfg(test)]
mod tests {
    use super::{DeviceName, describe};

    #[test]
    fn common_browsers_are_told_apart() {
        let names = |agent| {
            let DeviceName { device, browser, .. } = describe(agent);
            (device.unwrap_or_default(), browser.unwrap_or_default())
        };
        let chrome =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
        assert_eq!(names(chrome), ("Computer, Linux".to_owned(), "Chrome 142".to_owned()));
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(names(iphone), ("Phone, iPhone".to_owned(), "Safari 18".to_owned()));
        assert!(describe(iphone).is_phone && !describe(chrome).is_phone);
        assert_eq!(describe("something of one's own"), DeviceName::default());
        assert_eq!(describe(""), DeviceName::default());
    }
}
