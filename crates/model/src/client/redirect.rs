//! Comparing an address with one that was registered.

/// The loopback addresses whose port is free (RFC 8252 §7.3); the name `localhost` is not among them (§8.3).
const LOOPBACK: [&str; 2] = ["http://127.0.0.1", "http://[::1]"];

/// Whether both are the same loopback address, character for character but for the port.
pub(super) fn is_same_but_for_port(registered: &str, uri: &str) -> bool {
    LOOPBACK.iter().any(|address| {
        let rest = |text| str::strip_prefix(text, *address).and_then(without_port);
        rest(registered).is_some_and(|registered| rest(uri) == Some(registered))
    })
}

/// What follows the port; absent if what stands there is no port.
fn without_port(rest: &str) -> Option<&str> {
    let begins_path = |rest: &str| rest.is_empty() || rest.starts_with(['/', '?']);
    let Some(after) = rest.strip_prefix(':') else { return begins_path(rest).then_some(rest) };
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let (port, rest) = after.split_at(digits);
    (port.len() <= 5 && port.parse::<u16>().is_ok_and(|port| port > 0) && begins_path(rest)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::is_same_but_for_port;

    #[test]
    fn the_port_of_a_loopback_address_is_free() {
        for (registered, uri) in [
            ("http://127.0.0.1/cb", "http://127.0.0.1:49152/cb"),
            ("http://127.0.0.1:8000/cb", "http://127.0.0.1/cb"),
            ("http://127.0.0.1:8000/cb?a=1", "http://127.0.0.1:9/cb?a=1"),
            ("http://[::1]/cb", "http://[::1]:65535/cb"),
            ("http://127.0.0.1", "http://127.0.0.1:80"),
        ] {
            assert!(is_same_but_for_port(registered, uri), "{registered} {uri}");
        }
    }

    #[test]
    fn everything_else_is_compared_character_for_character() {
        let registered = "http://127.0.0.1/cb";
        for uri in [
            "http://127.0.0.1:8000/cb/",
            "http://127.0.0.1:8000/CB",
            "http://127.0.0.1:8000/cb?x=1",
            "http://127.0.0.1:8000/cb#x",
            "http://127.0.0.1:8000@evil.example/cb",
            "http://127.0.0.1@evil.example/cb",
            "http://127.0.0.1.evil.example/cb",
            "http://127.0.0.1:/cb",
            "http://127.0.0.1:0/cb",
            "http://127.0.0.1:65536/cb",
            "http://127.0.0.1:+80/cb",
            "http://127.0.0.1:00000080/cb",
            "http://127.0.0.2:80/cb",
            "http://localhost:8000/cb",
            "http://[::1]:8000/cb",
            "https://127.0.0.1:8000/cb",
            "HTTP://127.0.0.1:8000/cb",
        ] {
            assert!(!is_same_but_for_port(registered, uri), "{uri}");
        }
        assert!(!is_same_but_for_port("http://localhost/cb", "http://localhost:8000/cb"));
        assert!(!is_same_but_for_port("https://a.example/cb", "https://a.example:8443/cb"));
    }
}
