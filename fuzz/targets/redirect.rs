//! Where a sign-in may end: at an address that was registered, and at no other.
#![no_main]

use anteroom_model::client::{Client, ClientChanges};
use anteroom_model::{Change, Timestamp};
use libfuzzer_sys::fuzz_target;
use url::{Host, Url};

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let (registered, asked) = text.split_once('\n').unwrap_or((&text, &text));
    let is_native = kind % 2 == 0;
    let client = client(is_native, registered);
    if client.allows_redirect(asked) && asked != registered {
        assert!(is_native, "{registered:?} {asked:?}");
        assert_same_but_for_port(registered, asked);
    }
    assert!(client.allows_redirect(registered));
    every_port_is_allowed(&client, is_native, registered, u16::from(*kind) * 256 + 1);
});

fn client(is_native: bool, registered: &str) -> Client {
    let kind = if is_native { "native" } else { "regular_web" };
    let changes = ClientChanges {
        name: Some("Fuzzed".to_owned()),
        app_type: Change::Set(kind.to_owned()),
        ..ClientChanges::default()
    };
    let mut client = Client::make("id".to_owned(), changes, Timestamp(1)).expect("a client");
    client.settings.callbacks = vec![registered.to_owned()];
    client
}

/// As browsers understand both, they lead to this machine, and but for the port to the same place.
fn assert_same_but_for_port(registered: &str, asked: &str) {
    let [mut one, mut other] = [registered, asked].map(|text| Url::parse(text).expect("what is allowed is a URL"));
    for url in [&one, &other] {
        let is_loopback = match url.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            _ => false,
        };
        assert!(is_loopback && url.scheme() == "http", "{registered:?} {asked:?}");
        assert!(url.username().is_empty() && url.password().is_none(), "{registered:?} {asked:?}");
    }
    assert_eq!(one.host(), other.host());
    one.set_port(None).expect("a port");
    other.set_port(None).expect("a port");
    assert_eq!(one, other, "{registered:?} {asked:?}");
    // Nor do the texts differ elsewhere, however they are understood.
    assert_eq!(without_port(registered), without_port(asked), "{registered:?} {asked:?}");
}

/// The text without the digits behind the host and their colon.
fn without_port(text: &str) -> String {
    let host =
        ["http://127.0.0.1", "http://[::1]"].into_iter().find(|host| text.starts_with(host)).expect("a loopback");
    let rest = &text[host.len()..];
    let rest = rest.strip_prefix(':').map_or(rest, |rest| rest.trim_start_matches(|sign: char| sign.is_ascii_digit()));
    format!("{host}{rest}")
}

/// A native application may use any port of a loopback address that it registered without one; others may not.
fn every_port_is_allowed(client: &Client, is_native: bool, registered: &str, port: u16) {
    for address in ["http://127.0.0.1", "http://[::1]"] {
        let Some(rest) = registered.strip_prefix(address) else { continue };
        if rest.is_empty() || rest.starts_with(['/', '?']) {
            assert_eq!(client.allows_redirect(&format!("{address}:{port}{rest}")), is_native, "{registered:?}");
        }
    }
}
