//! Files in MaxMind's format: what is read of them, and which are refused.

use std::net::IpAddr;
use std::path::Path;

use anteroom_connect::location::{LocationFile, Refreshed};
use anteroom_model::location::Locate;
use serde_json::json;

use super::{SOMEWHERE_IN_JAPAN, ZURICH, ZURICH_V6, city_file, japan, written, zurich};
use crate::harness::{NewLocationFile, SeededRandom};

fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

fn country(file: &LocationFile, address: &str) -> Option<String> {
    file.locate(ip(address))?.country_code
}

/// What is said of a file of these bytes that is refused.
fn refusal(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    LocationFile::open(&written(folder.path(), bytes)).err().expect("is refused").to_string()
}

#[test]
fn a_file_says_what_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = city_file().bytes();
    let (_, told) = LocationFile::open(&written(folder.path(), &bytes)).expect("a file of places");
    assert_eq!(told, "Test-City of 2026-11-20, 0.0 MB");
}

#[test]
fn a_file_for_ipv4_alone_knows_no_other_address() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = NewLocationFile::new("Test-Country").of_ipv4_alone().with("198.51.100.0/24", &japan());
    let (file, _) = LocationFile::open(&written(folder.path(), &file.bytes())).expect("a file of places");
    assert_eq!(country(&file, SOMEWHERE_IN_JAPAN).as_deref(), Some("JP"));
    assert_eq!((country(&file, ZURICH), country(&file, ZURICH_V6)), (None, None));
}

#[test]
fn what_is_no_file_of_places_is_refused_by_name() {
    let whole = city_file().bytes();
    let unreadable = LocationFile::open(Path::new("/nowhere/places.mmdb")).err().expect("is refused").to_string();
    assert_eq!(unreadable, "cannot read /nowhere/places.mmdb: No such file or directory (os error 2)");
    for broken in [&b""[..], b"something else", &whole[..whole.len() / 2]] {
        let said = refusal(broken);
        assert!(said.contains("places.mmdb is not a whole file in MaxMind's format: "), "{said}");
    }
    let of_networks =
        NewLocationFile::new("Test-ASN").with("192.0.2.0/24", &json!({"autonomous_system_number": 64_496}));
    let said = refusal(&of_networks.bytes());
    assert!(said.contains("is of type Test-ASN, in which neither countries nor cities are found"), "{said}");
    let flat = NewLocationFile::new("flat").with("192.0.2.0/24", &json!({"country": "CH", "city": "Zurich"}));
    assert!(refusal(&flat.bytes()).contains("is of type flat"));
    assert!(refusal(&NewLocationFile::new("Test-City").bytes()).contains("is of type Test-City"));
}

#[test]
fn a_file_whose_bytes_are_broken_tells_nothing_and_harms_nobody() {
    let random = SeededRandom::new("broken bytes");
    let folder = tempfile::tempdir().expect("a folder");
    let whole = city_file().bytes();
    let (mut opened, mut refused) = (0, 0);
    for _ in 0..2000 {
        let mut bytes = whole.clone();
        for _ in 0..3 {
            let mut chance = [0; 3];
            anteroom_model::Random::fill(&random, &mut chance);
            let place = usize::from(u16::from_be_bytes([chance[0], chance[1]])) % bytes.len();
            bytes[place] = chance[2];
        }
        match LocationFile::open(&written(folder.path(), &bytes)) {
            Ok((file, _)) => {
                opened += 1;
                for address in [ZURICH, ZURICH_V6, SOMEWHERE_IN_JAPAN, "203.0.113.7", "2001:db8::1"] {
                    let _ = file.locate(ip(address));
                }
            }
            Err(_) => refused += 1,
        }
    }
    assert!(opened > 100 && refused > 100, "{opened} {refused}");
}

#[test]
fn another_file_is_read_once_it_lies_still() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(folder.path(), &city_file().bytes());
    let (file, _) = LocationFile::open(&path).expect("a file of places");
    assert_eq!(file.refresh().expect("a look"), Refreshed::Unchanged);

    // Half of a new file, and then all of it.
    let new = NewLocationFile::new("Test-Country").with("192.0.2.0/24", &japan()).with("198.51.100.0/24", &zurich());
    written(folder.path(), &new.bytes()[..100]);
    assert_eq!(file.refresh().expect("a look"), Refreshed::Changing);
    written(folder.path(), &new.bytes());
    assert_eq!(file.refresh().expect("a look"), Refreshed::Changing);
    assert_eq!(country(&file, ZURICH).as_deref(), Some("CH"));
    assert_eq!(file.refresh().expect("a look"), Refreshed::Read("Test-Country of 2026-11-20, 0.0 MB".to_owned()));
    assert_eq!(country(&file, ZURICH).as_deref(), Some("JP"));

    // A broken one is told of once, and the one before stays; so it does while there is none.
    written(folder.path(), b"something else");
    assert_eq!(file.refresh().expect("a look"), Refreshed::Changing);
    assert!(file.refresh().is_err());
    assert_eq!(file.refresh().expect("a look"), Refreshed::Unchanged);
    std::fs::remove_file(&path).expect("the file");
    assert!(file.refresh().is_err() && file.refresh().is_err());
    assert_eq!(country(&file, ZURICH).as_deref(), Some("JP"));
}
