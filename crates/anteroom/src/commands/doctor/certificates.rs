//! Whether the certificates of the HTTPS listener hold.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anteroom_model::Timestamp;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

use super::report::{Finding, Report};
use crate::certificates::CERTIFICATES;
use crate::configuration::Configuration;

/// A start renews what holds for less than 30 days: whoever sees less than this has not restarted for long.
const DAYS_LEFT: i64 = 14;

pub(super) fn check(configuration: &Configuration, now: Timestamp, report: &mut Report) {
    if configuration.server.tls_listen.is_none() {
        report.add("certificates", Ok("HTTPS is switched off".to_owned()));
        return;
    }
    for name in CERTIFICATES {
        let path = configuration.server.data_dir.join(name);
        report.add(path.display(), certificate(&path, now));
    }
}

fn certificate(path: &Path, now: Timestamp) -> Finding {
    let pem = match fs::read(path) {
        Ok(pem) => pem,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok("the next start makes it".to_owned()),
        Err(error) => return Err(format!("cannot be read: {error}")),
    };
    let (begin, end) =
        validity(&pem).ok_or("is not a certificate; remove it and restart the server: it makes a new one")?;
    if begin > now {
        return Err(format!("holds from {begin} on only, and it is {now}: set the clock"));
    }
    if end < now.plus_seconds(DAYS_LEFT * 86_400) {
        return Err(format!("holds until {end}; restart the server: it makes a new one"));
    }
    Ok(format!("holds until {end}"))
}

fn validity(pem: &[u8]) -> Option<(Timestamp, Timestamp)> {
    let certificate = CertificateDer::from_pem_slice(pem).ok()?;
    let (_, parsed) = x509_parser::parse_x509_certificate(&certificate).ok()?;
    let validity = parsed.validity();
    let time = |seconds| Timestamp::from_seconds(seconds);
    Some((time(validity.not_before.timestamp()), time(validity.not_after.timestamp())))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use anteroom_crypto::SystemRandom;
    use anteroom_model::Timestamp;

    use super::{CERTIFICATES, certificate};
    use crate::certificates::server_config;

    const NOW: Timestamp = Timestamp::from_seconds(1_795_000_000);

    #[test]
    fn tells_when_a_certificate_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let [authority, leaf] = CERTIFICATES.map(|name| folder.path().join(name));
        assert_eq!(certificate(&leaf, NOW), Ok("the next start makes it".to_owned()));
        server_config(folder.path(), &[], NOW, Arc::new(SystemRandom)).expect("certificates");

        let days = |days: i64| NOW.plus_seconds(days * 86_400);
        for good in [0, 380] {
            assert!(certificate(&leaf, days(good)).is_ok() && certificate(&authority, days(good)).is_ok());
        }
        for late in [383, 397] {
            assert!(certificate(&leaf, days(late)).is_err_and(|text| text.contains("restart")));
            assert!(certificate(&authority, days(late)).is_ok());
        }
        assert!(certificate(&leaf, days(-1)).is_err_and(|text| text.contains("clock")));
        std::fs::write(&leaf, "damaged").expect("written");
        assert!(certificate(&leaf, NOW).is_err_and(|text| text.contains("not a certificate")));
    }
}
