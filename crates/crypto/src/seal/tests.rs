use anteroom_model::Random;

use super::{Place, Sealer};
use crate::{Error, MasterKey, SystemRandom};

const PLACE: Place<'static> = Place { tenant: 1, table: "client", column: "secret", row: "abc" };

/// A generator that always gives the same byte, for values that must be the same in every version.
struct Constant(u8);

impl Random for Constant {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0);
    }
}

fn sealer(byte: u8) -> Sealer {
    Sealer::new(&MasterKey::generate(&Constant(byte))).unwrap()
}

#[test]
fn what_was_sealed_opens_in_its_place() {
    let sealer = sealer(7);
    for secret in [&b""[..], b"a secret", &[0; 10_000]] {
        let sealed = sealer.seal(&SystemRandom, &PLACE, secret).unwrap();
        assert!(sealed.starts_with(&format!("v1.{}.", sealer.kid())), "{sealed}");
        assert_eq!(sealer.open(&PLACE, &sealed).unwrap().as_slice(), secret);
    }
}

#[test]
fn what_the_first_version_wrote_is_read_for_ever() {
    // Computed apart from this code, with PyCA's cryptography.
    let sealed = "v1.1c739c95.AQEBAQEBAQEBAQEB.UhFFexSFyhW5nZYDHekIKOSJdjORHnel";
    assert_eq!(sealer(7).seal(&Constant(1), &PLACE, b"a secret").unwrap(), sealed);
    assert_eq!(sealer(7).open(&PLACE, sealed).unwrap().as_slice(), b"a secret");
    assert_eq!(sealer(7).fingerprint("cursor", b"bytes"), "lXEFxvf9C-PFqHGdAh4ZZzMEaorKpfBreOT0OKokNEg");
}

#[test]
fn the_same_secret_is_never_sealed_alike() {
    let seal = || sealer(7).seal(&SystemRandom, &PLACE, b"a secret").unwrap();
    assert_ne!(seal(), seal());
}

#[test]
fn nothing_opens_in_another_place() {
    let sealer = sealer(7);
    let sealed = sealer.seal(&SystemRandom, &PLACE, b"a secret").unwrap();
    for other in [
        Place { tenant: 2, ..PLACE },
        Place { table: "clients", ..PLACE },
        Place { column: "secrets", ..PLACE },
        Place { row: "abd", ..PLACE },
        // The same letters, otherwise divided.
        Place { table: "clients", column: "ecret", ..PLACE },
        Place { column: "secreta", row: "bc", ..PLACE },
    ] {
        assert!(matches!(sealer.open(&other, &sealed), Err(Error::SealBroken)), "{other:?}");
    }
}

#[test]
fn a_changed_value_does_not_open() {
    let sealer = sealer(7);
    let sealed = sealer.seal(&SystemRandom, &PLACE, b"a secret").unwrap();
    let start = sealed.len() - 32;
    // The last character holds unused bits; the decoder refuses those apart.
    for position in start..sealed.len() - 1 {
        let other = if &sealed[position..=position] == "A" { "B" } else { "A" };
        let changed = format!("{}{other}{}", &sealed[..position], &sealed[position + 1..]);
        assert!(matches!(sealer.open(&PLACE, &changed), Err(Error::SealBroken)), "{changed}");
    }
    let parts: Vec<_> = sealed.split('.').collect();
    let another_nonce = format!("v1.{}.{}.{}", parts[1], "A".repeat(16), parts[3]);
    assert!(matches!(sealer.open(&PLACE, &another_nonce), Err(Error::SealBroken)));
}

#[test]
fn another_master_key_is_told_apart_from_damage() {
    let sealed = sealer(8).seal(&SystemRandom, &PLACE, b"a secret").unwrap();
    let error = sealer(7).open(&PLACE, &sealed).unwrap_err();
    assert!(matches!(
        error,
        Error::UnknownMasterKey { sealed_with, at_hand } if sealed_with == sealer(8).kid() && at_hand == sealer(7).kid()
    ));
    // Nor does the right name help the wrong key.
    let renamed = sealed.replace(sealer(8).kid(), sealer(7).kid());
    assert!(matches!(sealer(7).open(&PLACE, &renamed), Err(Error::SealBroken)));
}

#[test]
fn other_texts_are_malformed() {
    let sealer = sealer(7);
    let kid = sealer.kid();
    for text in ["", "secret", "v1.a.b", &format!("v2.{kid}.AAAAAAAAAAAAAAAA.AAAA"), &format!("v1.{kid}.AAAA.AAAA")] {
        assert!(matches!(sealer.open(&PLACE, text), Err(Error::SealedMalformed)), "{text}");
    }
    for text in [format!("v1.{kid}.AAAAAAAAAAAAAAAA.A A"), format!("v1.{kid}.AAAAAAAAAAAAAAAA.AAAA.x")] {
        assert!(matches!(sealer.open(&PLACE, &text), Err(Error::SealedMalformed)), "{text}");
    }
    let short = format!("v1.{kid}.AAAAAAAAAAAAAAAA.AAAA");
    assert!(matches!(sealer.open(&PLACE, &short), Err(Error::SealBroken)));
}

#[test]
fn fingerprints_differ_by_key_purpose_and_bytes() {
    let fingerprint = sealer(7).fingerprint("cursor", b"bytes");
    assert_eq!(fingerprint.len(), 43);
    assert_ne!(fingerprint, sealer(8).fingerprint("cursor", b"bytes"));
    assert_ne!(fingerprint, sealer(7).fingerprint("idempotency", b"bytes"));
    assert_ne!(fingerprint, sealer(7).fingerprint("cursorb", b"ytes"));
    assert!(sealer(7).has_fingerprint("cursor", b"bytes", &fingerprint));
    assert!(!sealer(7).has_fingerprint("cursor", b"Bytes", &fingerprint));
    assert!(!sealer(7).has_fingerprint("cursor", b"bytes", ""));
}

#[test]
fn debug_shows_no_key() {
    let sealer = sealer(7);
    assert_eq!(format!("{sealer:?}"), format!("Sealer {{ kid: {:?}, .. }}", sealer.kid()));
}
