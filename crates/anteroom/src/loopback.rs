//! Which hosts are this machine itself.

use url::Host;

/// Whether the host is this machine: `localhost` and its subdomains (RFC 6761 §6.3), 127.0.0.0/8 or ::1.
#[must_use]
pub fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}
