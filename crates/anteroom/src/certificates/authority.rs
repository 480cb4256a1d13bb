//! The local certificate authority.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anteroom_model::{Random, Timestamp};
use anyhow::{Context, anyhow};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose, NameConstraints, PublicKeyData, date_time_ymd,
};
use rustls::RootCertStore;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::aws_lc_rs;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};

use super::{AUTHORITY_FILE, DAY, leaf, serial_number, stored};
use crate::files::{PRIVATE, PUBLIC};

/// The authority's private key, in the data folder.
pub(super) const KEY_FILE: &str = "ca-key.pem";

const LIFETIME_DAYS: i64 = 3650;

/// The authority: it issues certificates and says whether a client that trusts it would take one.
pub(super) struct Authority {
    certificate: CertificateDer<'static>,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    /// Opens the authority of this folder, made where it is missing.
    ///
    /// The key stays as long as its file does. The certificate is made anew, for the same key and name, when it is
    /// missing, belongs to another key, or would not outlive the certificates issued now.
    pub(super) fn open_or_make(folder: &Path, now: Timestamp, random: &dyn Random) -> anyhow::Result<Self> {
        // The key is written first: a crash between the two leaves a key that the next start makes a certificate for.
        let key = open_or_make_key(&folder.join(KEY_FILE))?;
        let path = folder.join(AUTHORITY_FILE);
        let certificate = match stored::read(&path)?.and_then(|pem| usable(&pem, &key, now)) {
            Some(certificate) => certificate,
            None => {
                let certificate = parameters(&key, now, random)?.self_signed(&key)?;
                stored::write(&path, PUBLIC, &certificate.pem())?;
                tracing::info!(file = %path.display(), "made the certificate of the local authority");
                certificate.into()
            }
        };
        let issuer = Issuer::from_ca_cert_der(&certificate, key)?;
        Ok(Self { certificate, issuer })
    }

    /// Issues a certificate for this public key.
    pub(super) fn issue(
        &self,
        parameters: &CertificateParams,
        key: &impl PublicKeyData,
    ) -> anyhow::Result<rcgen::Certificate> {
        Ok(parameters.signed_by(key, &self.issuer)?)
    }

    /// Whether a client that trusts this authority takes the certificate for all these names at this time.
    pub(super) fn vouches_for(
        &self,
        certificate: &CertificateDer<'_>,
        names: &[ServerName<'_>],
        at: Timestamp,
    ) -> anyhow::Result<bool> {
        let mut roots = RootCertStore::empty();
        roots.add(self.certificate.clone())?;
        let provider = Arc::new(aws_lc_rs::default_provider());
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build()?;
        let at = UnixTime::since_unix_epoch(Duration::from_secs(at.seconds().max(0).unsigned_abs()));
        Ok(names.iter().all(|name| verifier.verify_server_cert(certificate, &[], name, &[], at).is_ok()))
    }
}

fn open_or_make_key(path: &Path) -> anyhow::Result<KeyPair> {
    if let Some(pem) = stored::read(path)? {
        let key = std::str::from_utf8(&pem).ok().and_then(|pem| KeyPair::from_pem(pem).ok());
        return key.ok_or_else(|| {
            anyhow!("{} is not a private key; remove it and a new authority is made at the next start", path.display())
        });
    }
    let key = KeyPair::generate().context("cannot make a key")?;
    stored::write(path, PRIVATE, &key.serialize_pem())?;
    Ok(key)
}

/// The certificate in this PEM text, if it belongs to the key and lives long enough.
fn usable(pem: &[u8], key: &KeyPair, now: Timestamp) -> Option<CertificateDer<'static>> {
    let certificate = CertificateDer::from_pem_slice(pem).ok()?;
    let (_, parsed) = x509_parser::parse_x509_certificate(&certificate).ok()?;
    let validity = parsed.validity();
    let outlives = validity.not_after.timestamp() >= now.plus_seconds(leaf::LIFETIME_DAYS * DAY).seconds();
    let begun = validity.not_before.timestamp() <= now.seconds();
    let same_key = parsed.public_key().raw == key.subject_public_key_info();
    (outlives && begun && same_key).then_some(certificate)
}

fn parameters(key: &KeyPair, now: Timestamp, random: &dyn Random) -> anyhow::Result<CertificateParams> {
    let mut parameters = CertificateParams::default();
    // The name follows the key: authorities of several folders can be trusted side by side, and a renewed certificate
    // takes the place of its elder.
    let identifier: String = parameters.key_identifier(key).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let mut name = DistinguishedName::new();
    name.push(DnType::OrganizationName, "Anteroom");
    name.push(DnType::CommonName, format!("Anteroom local authority {identifier}"));
    parameters.distinguished_name = name;
    parameters.serial_number = Some(serial_number(random));
    [parameters.not_before, parameters.not_after] = stored::validity(|| date_time_ymd(1970, 1, 1), now, LIFETIME_DAYS);
    parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    parameters.use_authority_key_identifier_extension = true;
    parameters.name_constraints = Some(NameConstraints {
        permitted_subtrees: vec![
            GeneralSubtree::DnsName("localhost".to_owned()),
            GeneralSubtree::IpAddress(CidrSubnet::from_v4_prefix([127, 0, 0, 0], 8)),
            GeneralSubtree::IpAddress(CidrSubnet::from_v6_prefix(std::net::Ipv6Addr::LOCALHOST.octets(), 128)),
        ],
        excluded_subtrees: Vec::new(),
    });
    Ok(parameters)
}
