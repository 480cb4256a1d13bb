//! What protects sign-in from guessing (ASVS 6.1.1, 6.3.1).

use std::net::IpAddr;

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

/// What a protection may do; Auth0's notices by mail are not among it.
pub const SHIELDS: [&str; 1] = ["block"];

/// The least and the most wrong passwords in a row that lock an account.
pub const LOCKING_ATTEMPTS: (i64, i64) = (1, 100);
/// The least and the most failures from one address that make it wait.
pub const ADDRESS_ATTEMPTS: (i64, i64) = (1, 10_000);
/// The shortest and the longest time that an account stays locked or failures are counted, in minutes.
pub const LOCKING_MINUTES: (i64, i64) = (1, 10_080);
/// The least and the most requests in a minute.
pub const REQUESTS: (i64, i64) = (1, 100_000);
/// How many entries an allowlist has at most.
pub const ALLOWLIST: usize = 100;

/// What wrong passwords in a row do to an account (requirements S4.L34.3, S4.L34.4, S4.L35.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BruteForce {
    /// Whether they are counted.
    pub enabled: bool,
    /// What happens then, of [`SHIELDS`]: without `block` nothing does.
    pub shields: Vec<String>,
    /// How many lock the account, see [`LOCKING_ATTEMPTS`].
    pub max_attempts: i64,
    /// How long it stays locked, in minutes, see [`LOCKING_MINUTES`].
    pub lock_minutes: i64,
    /// Addresses and networks from which nothing is counted.
    pub allowlist: Vec<String>,
}

impl Default for BruteForce {
    fn default() -> Self {
        Self { enabled: true, shields: shields(), max_attempts: 5, lock_minutes: 15, allowlist: Vec::new() }
    }
}

impl BruteForce {
    /// Whether accounts are locked.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.enabled && holds_block(&self.shields)
    }

    /// Whether nothing is counted from this address.
    #[must_use]
    pub fn allows(&self, address: IpAddr) -> bool {
        is_listed(&self.allowlist, address)
    }
}

/// What failures from one address do to it, whoever they are for (ASVS 6.3.1: one password tried on many accounts).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IpThrottling {
    /// Whether they are counted.
    pub enabled: bool,
    /// What happens then, of [`SHIELDS`]: without `block` nothing does.
    pub shields: Vec<String>,
    /// How many failures are taken, see [`ADDRESS_ATTEMPTS`].
    pub max_attempts: i64,
    /// Within how many minutes, see [`LOCKING_MINUTES`].
    pub minutes: i64,
    /// Addresses and networks from which nothing is counted.
    pub allowlist: Vec<String>,
}

impl Default for IpThrottling {
    fn default() -> Self {
        Self { enabled: true, shields: shields(), max_attempts: 100, minutes: 15, allowlist: Vec::new() }
    }
}

impl IpThrottling {
    /// Whether addresses are made to wait.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.enabled && holds_block(&self.shields)
    }

    /// Whether nothing is counted from this address.
    #[must_use]
    pub fn allows(&self, address: IpAddr) -> bool {
        is_listed(&self.allowlist, address)
    }
}

/// How many requests are answered at all (requirement S4.L34.5); off where an outer gateway does it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RateLimits {
    /// Whether they are counted.
    pub enabled: bool,
    /// Requests of one user in a minute, see [`REQUESTS`].
    pub per_user_per_minute: i64,
    /// Requests from one address to what anybody may call in a minute, see [`REQUESTS`].
    pub per_ip_per_minute: i64,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self { enabled: false, per_user_per_minute: 60, per_ip_per_minute: 30 }
    }
}

fn shields() -> Vec<String> {
    SHIELDS.iter().map(ToString::to_string).collect()
}

fn holds_block(shields: &[String]) -> bool {
    shields.iter().any(|shield| shield == "block")
}

/// The network that an entry of an allowlist names; a single address is a network of one.
pub(super) fn network(entry: &str) -> Option<IpNet> {
    entry.parse::<IpNet>().ok().or_else(|| entry.parse::<IpAddr>().ok().map(IpNet::from))
}

fn is_listed(allowlist: &[String], address: IpAddr) -> bool {
    // An IPv4 client of a listener for both kinds is seen as ::ffff:a.b.c.d.
    let address = address.to_canonical();
    allowlist.iter().filter_map(|entry| network(entry)).any(|network| network.contains(&address))
}

#[cfg(test)]
mod tests {
    use super::BruteForce;

    #[test]
    fn an_allowlist_names_addresses_and_networks() {
        let allowlist = ["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"].map(str::to_owned).to_vec();
        let protection = BruteForce { allowlist, ..BruteForce::default() };
        let allows = |text: &str| protection.allows(text.parse().expect("an address"));
        assert!(allows("10.1.2.3") && allows("192.0.2.7") && allows("2001:db8::1") && allows("::ffff:10.1.2.3"));
        assert!(!allows("11.0.0.1") && !allows("192.0.2.8") && !allows("2001:db9::1"));
    }
}
