//! Where addresses are, by a file that the operator brings.

mod file;
mod record;
mod start;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anteroom_connect::location::LocationFile;
use anteroom_model::Locator;
use serde_json::{Value, json};

use crate::harness::{NewLocationFile, Server};
use crate::sign_in::tools::behind_proxy;

/// An address in Zürich, one of the same network in IPv6, and one of which the country alone is known.
const ZURICH: &str = "192.0.2.7";
const ZURICH_V6: &str = "2001:db8:1::7";
const SOMEWHERE_IN_JAPAN: &str = "198.51.100.7";

/// What a City file says of Zürich.
fn zurich() -> Value {
    json!({
        "city": {"geoname_id": 2_657_896, "names": {"de": "Zürich", "en": "Zurich", "zh-CN": "苏黎世"}},
        "continent": {"code": "EU", "geoname_id": 6_255_148, "names": {"en": "Europe"}},
        "country": {"geoname_id": 2_658_434, "iso_code": "CH", "names": {"en": "Switzerland", "zh-CN": "瑞士"}},
        "location": {"accuracy_radius": 20, "latitude": 47.3682, "longitude": 8.5671, "time_zone": "Europe/Zurich"},
        "postal": {"code": "8004"},
        "subdivisions": [{"iso_code": "ZH", "names": {"en": "Zurich"}}],
    })
}

/// What a Country file says of Japan.
fn japan() -> Value {
    json!({"continent": {"code": "AS"}, "country": {"iso_code": "JP", "names": {"en": "Japan"}}})
}

fn city_file() -> NewLocationFile {
    NewLocationFile::new("Test-City")
        .with("192.0.2.0/24", &zurich())
        .with("2001:db8:1::/48", &zurich())
        .with("198.51.100.0/24", &japan())
        // No file has these; if one had, they would be nowhere all the same.
        .with("10.0.0.0/8", &zurich())
}

fn written(folder: &Path, bytes: &[u8]) -> PathBuf {
    let path = folder.join("places.mmdb");
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// The same server behind a proxy on this machine, with this file of places.
fn with_file(server: &Server, file: &Arc<LocationFile>) -> Server {
    let mut knowing = server.clone();
    knowing.services.locator = Locator::new(Arc::<LocationFile>::clone(file));
    behind_proxy(&knowing)
}
