//! Certificates for the subdomains of localhost, issued when a client asks for one.
//!
//! Tenants are told apart by host and can be made while the server runs, so the names are not known at its start. A
//! wildcard is no help: OpenSSL and Node.js do not match `*.localhost`, and rustls refuses a certificate that holds it.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::{Random, Timestamp};
use rcgen::SubjectPublicKeyInfo;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls_pki_types::ServerName;

use super::authority::Authority;
use super::leaf;

/// The most names whose certificates are kept; one for another name is issued anew each time.
const KEPT: usize = 1000;

/// Chooses the certificate by the name that the client says (SNI, RFC 6066 §3).
pub(super) struct ByName {
    authority: Authority,
    own: Arc<CertifiedKey>,
    issued: Mutex<HashMap<String, Arc<CertifiedKey>>>,
    started: Timestamp,
    random: Arc<dyn Random>,
}

impl ByName {
    /// `own` is for every client that names no subdomain of localhost; its private key serves the others as well.
    pub(super) fn new(authority: Authority, own: CertifiedKey, started: Timestamp, random: Arc<dyn Random>) -> Self {
        Self { authority, own: Arc::new(own), issued: Mutex::default(), started, random }
    }

    fn of_subdomain(&self, name: &str) -> anyhow::Result<Arc<CertifiedKey>> {
        if let Some(known) = self.lock().get(name) {
            return Ok(Arc::clone(known));
        }
        let names = [ServerName::try_from(name)?];
        let parameters = leaf::parameters(&names, self.started, &*self.random)?;
        let own = self.own.key.public_key().ok_or_else(|| anyhow::anyhow!("the key has no public half"))?;
        let certificate = self.authority.issue(&parameters, &SubjectPublicKeyInfo::from_der(&own)?)?;
        let issued = Arc::new(CertifiedKey::new(vec![certificate.into()], Arc::clone(&self.own.key)));
        let mut kept = self.lock();
        if kept.len() < KEPT {
            kept.insert(name.to_owned(), Arc::clone(&issued));
        }
        Ok(issued)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<CertifiedKey>>> {
        self.issued.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ResolvesServerCert for ByName {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let subdomain = hello.server_name().filter(|name| name.ends_with(".localhost"));
        let issued = subdomain.and_then(|name| self.of_subdomain(name).ok());
        Some(issued.unwrap_or_else(|| Arc::clone(&self.own)))
    }
}

impl fmt::Debug for ByName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ByName").finish_non_exhaustive()
    }
}
