//! The server's own certificate.

use std::path::Path;

use anteroom_model::{Random, Timestamp};
use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use rustls::crypto::aws_lc_rs;
use rustls::sign::CertifiedKey;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};

use super::authority::Authority;
use super::{DAY, names, serial_number, stored};
use crate::files::PRIVATE;

/// The certificate, in the data folder.
pub(super) const CERTIFICATE_FILE: &str = "tls.pem";

/// Its private key, in the data folder.
pub(super) const KEY_FILE: &str = "tls-key.pem";

/// Browsers refuse more than 398 days; with the hour of the past this stays within 397.
pub(super) const LIFETIME_DAYS: i64 = 396;

const RENEWED_BEFORE_DAYS: i64 = 30;

/// The certificate of this folder if clients take it for all names, today and in 30 days; otherwise a new one.
pub(super) fn open_or_issue(
    folder: &Path,
    authority: &Authority,
    names: &[ServerName<'static>],
    now: Timestamp,
    random: &dyn Random,
) -> anyhow::Result<CertifiedKey> {
    let later = now.plus_seconds(RENEWED_BEFORE_DAYS * DAY);
    if let Some((certificate, pair)) = open(folder)?
        && authority.vouches_for(&certificate, names, now)?
        && authority.vouches_for(&certificate, names, later)?
    {
        return Ok(pair);
    }
    let key = KeyPair::generate()?;
    let certificate = authority.issue(&parameters(names, now, random)?, &key)?;
    // A crash between the two leaves a pair that does not match; the next start sees that and issues a new one.
    stored::write(&folder.join(KEY_FILE), PRIVATE, &key.serialize_pem())?;
    let path = folder.join(CERTIFICATE_FILE);
    stored::write(&path, PRIVATE, &certificate.pem())?;
    tracing::info!(file = %path.display(), "issued a certificate for this machine's names");
    let key = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
    Ok(CertifiedKey::from_der(vec![certificate.into()], key, &aws_lc_rs::default_provider())?)
}

/// The stored certificate, and it with its key, if both are there, whole and matching.
fn open(folder: &Path) -> anyhow::Result<Option<(CertificateDer<'static>, CertifiedKey)>> {
    let certificate = stored::read(&folder.join(CERTIFICATE_FILE))?;
    let key = stored::read(&folder.join(KEY_FILE))?;
    Ok(certificate.zip(key).and_then(|(certificate, key)| {
        let certificate = CertificateDer::from_pem_slice(&certificate).ok()?;
        let key = PrivateKeyDer::from_pem_slice(&key).ok()?;
        let pair = CertifiedKey::from_der(vec![certificate.clone()], key, &aws_lc_rs::default_provider()).ok()?;
        Some((certificate, pair))
    }))
}

/// What a certificate for these names says, issued now.
pub(super) fn parameters(
    names: &[ServerName<'_>],
    now: Timestamp,
    random: &dyn Random,
) -> anyhow::Result<CertificateParams> {
    let mut parameters = CertificateParams::default();
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, "Anteroom");
    parameters.distinguished_name = name;
    parameters.subject_alt_names = names::alternative_names(names)?;
    parameters.serial_number = Some(serial_number(random));
    [parameters.not_before, parameters.not_after] = stored::validity(|| date_time_ymd(1970, 1, 1), now, LIFETIME_DAYS);
    parameters.is_ca = IsCa::ExplicitNoCa;
    parameters.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    parameters.use_authority_key_identifier_extension = true;
    Ok(parameters)
}
