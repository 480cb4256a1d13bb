//! HTTPS without asking anyone: a local certificate authority and a certificate for this machine's own names.
//!
//! Made for SDKs and browsers on the machine Anteroom runs on. The authority is constrained to loopback names, so that
//! trusting it gives nobody else's site away, even if its key leaks. A server that others reach stands behind a proxy
//! with a certificate of its own.
//!
//! Four files in the data folder: `ca.pem` is what clients trust; `ca-key.pem`, `tls.pem` and `tls-key.pem` are private
//! and belong to the server.

mod authority;
mod by_name;
mod leaf;
mod names;
mod stored;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use anteroom_model::{Random, Timestamp};
use anyhow::Context;
use rcgen::SerialNumber;
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;

use authority::Authority;
use by_name::ByName;

/// The authority's certificate, in the data folder: the file that clients trust.
pub const AUTHORITY_FILE: &str = "ca.pem";

/// The private files, in the data folder: mode 0600.
pub const PRIVATE_FILES: [&str; 2] = [authority::KEY_FILE, leaf::KEY_FILE];

/// The certificates, in the data folder: the authority's and the server's.
pub const CERTIFICATES: [&str; 2] = [AUTHORITY_FILE, leaf::CERTIFICATE_FILE];

const DAY: i64 = 86_400;

/// Makes or renews what is missing in the data folder and gives the configuration of the HTTPS listener: TLS 1.2 and
/// 1.3, HTTP/2 and HTTP/1.1.
///
/// The certificate is for `localhost`, 127.0.0.1, ::1 and those of `addresses` that are loopback addresses; the
/// subdomains of localhost have theirs issued when a client asks. It is valid for 396 days from `now` and renewed, by
/// this function alone, when less than 30 remain or a name is missing.
/// Several processes may call this on one folder at the same time.
///
/// # Errors
/// When a file cannot be read or written, or `ca-key.pem` is not a private key. The error names the file.
pub fn server_config(
    folder: &Path,
    addresses: &[IpAddr],
    now: Timestamp,
    random: Arc<dyn Random>,
) -> anyhow::Result<ServerConfig> {
    let lock = folder.join("certificates.lock");
    let lock = File::create(&lock).with_context(|| format!("cannot write {}", lock.display()))?;
    lock.lock().context("cannot lock the certificates")?;
    let authority = Authority::open_or_make(folder, now, &*random)?;
    let leaf = leaf::open_or_issue(folder, &authority, &names::server_names(addresses)?, now, &*random)?;
    drop(lock);

    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(ByName::new(authority, leaf, now, random)));
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// A random serial number of 127 bits: positive and without leading zeros (RFC 5280 §4.1.2.2).
fn serial_number(random: &dyn Random) -> SerialNumber {
    let mut bytes = [0_u8; 16];
    random.fill(&mut bytes);
    bytes[0] = bytes[0] & 0x7f | 0x40;
    SerialNumber::from_slice(&bytes)
}
