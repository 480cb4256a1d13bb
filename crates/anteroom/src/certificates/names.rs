//! The names the server's own certificate is for.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use anyhow::Context;
use rcgen::SanType;
use rustls_pki_types::ServerName;

/// `localhost`, 127.0.0.1, ::1, and those of `addresses` that are loopback addresses as well.
pub(super) fn server_names(addresses: &[IpAddr]) -> anyhow::Result<Vec<ServerName<'static>>> {
    let mut names = vec![ServerName::try_from("localhost").context("localhost is a name")?];
    let usual = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
    for address in usual.iter().chain(addresses.iter().filter(|address| address.is_loopback())) {
        let name = ServerName::IpAddress((*address).into());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

/// The names as a certificate writes them.
pub(super) fn alternative_names(names: &[ServerName<'_>]) -> anyhow::Result<Vec<SanType>> {
    let alternative = |name: &ServerName<'_>| match name {
        ServerName::IpAddress(address) => Ok(SanType::IpAddress((*address).into())),
        name => Ok(SanType::DnsName(name.to_str().as_ref().try_into()?)),
    };
    names.iter().map(alternative).collect()
}
