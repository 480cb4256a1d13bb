//! Real handshakes with a client that trusts `ca.pem` alone.

use std::fs;
use std::io::Cursor;
use std::net::IpAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use anteroom_model::{Random, Timestamp};
use rustls::crypto::aws_lc_rs;
use rustls::{
    ClientConfig, ClientConnection, ProtocolVersion, RootCertStore, ServerConfig, ServerConnection,
    SupportedProtocolVersion,
};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};

use super::{DAY, server_config};

struct Counting(AtomicU8);

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill_with(|| self.0.fetch_add(1, Ordering::Relaxed));
    }
}

const NOW: Timestamp = Timestamp::from_seconds(1_795_000_000);

fn days_later(days: i64) -> Timestamp {
    NOW.plus_seconds(days * DAY)
}

#[derive(Debug)]
struct At(Timestamp);

impl rustls::time_provider::TimeProvider for At {
    fn current_time(&self) -> Option<UnixTime> {
        Some(UnixTime::since_unix_epoch(std::time::Duration::from_secs(self.0.seconds().unsigned_abs())))
    }
}

fn client(
    folder: &Path,
    name: &str,
    now: Timestamp,
    versions: &[&'static SupportedProtocolVersion],
) -> ClientConnection {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(folder.join("ca.pem")).expect("ca.pem")).expect("an anchor");
    let provider = Arc::new(aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_details(provider, Arc::new(At(now)))
        .with_protocol_versions(versions)
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec()];
    ClientConnection::new(Arc::new(config), ServerName::try_from(name.to_owned()).expect("a name")).expect("a client")
}

/// Starts the folder's server and shakes hands with it in memory.
fn handshake(
    folder: &Path,
    name: &str,
    now: Timestamp,
    versions: &[&'static SupportedProtocolVersion],
) -> Result<ClientConnection, rustls::Error> {
    let config = server_config(folder, &addresses(&["127.0.0.2"]), now, random()).expect("a configuration");
    shake_hands(config, client(folder, name, now, versions))
}

fn shake_hands(config: ServerConfig, mut client: ClientConnection) -> Result<ClientConnection, rustls::Error> {
    let mut server = ServerConnection::new(Arc::new(config)).expect("a server");
    while client.is_handshaking() {
        let mut wire = Vec::new();
        while client.wants_write() {
            client.write_tls(&mut wire).expect("written");
        }
        server.read_tls(&mut Cursor::new(&wire)).expect("read");
        server.process_new_packets()?;
        wire.clear();
        while server.wants_write() {
            server.write_tls(&mut wire).expect("written");
        }
        let mut wire = Cursor::new(&wire);
        while client.read_tls(&mut wire).expect("read") > 0 {
            client.process_new_packets()?;
        }
    }
    Ok(client)
}

fn random() -> Arc<dyn Random> {
    Arc::new(Counting(AtomicU8::new(0)))
}

fn addresses(texts: &[&str]) -> Vec<IpAddr> {
    texts.iter().map(|text| text.parse().expect("an address")).collect()
}

fn start(folder: &Path, extra: &[&str], now: Timestamp) -> [Vec<u8>; 4] {
    server_config(folder, &addresses(extra), now, random()).expect("a configuration");
    ["ca.pem", "ca-key.pem", "tls.pem", "tls-key.pem"].map(|name| fs::read(folder.join(name)).expect(name))
}

#[test]
fn a_client_that_trusts_the_authority_is_served_on_every_name() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["localhost", "acme.localhost", "a.b.localhost", "127.0.0.1", "127.0.0.2", "::1"] {
        for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
            let client =
                handshake(folder.path(), name, NOW, &[version]).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(client.protocol_version(), Some(version.version));
            assert_eq!(client.alpn_protocol(), Some(&b"h2"[..]));
        }
    }
    assert!(handshake(folder.path(), "example.org", NOW, &[&rustls::version::TLS13]).is_err());
    assert_eq!(rustls::version::TLS13.version, ProtocolVersion::TLSv1_3);
}

#[test]
fn keys_are_private_and_the_authority_is_public() {
    let folder = tempfile::tempdir().expect("a folder");
    start(folder.path(), &[], NOW);
    let mode = |name| fs::metadata(folder.path().join(name)).expect(name).permissions().mode() & 0o777;
    assert_eq!(["ca.pem", "ca-key.pem", "tls-key.pem"].map(mode), [0o644, 0o600, 0o600]);
}

#[test]
fn nothing_changes_while_everything_is_good() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = start(folder.path(), &["127.0.0.2", "10.0.0.1"], NOW);
    assert!(first == start(folder.path(), &["127.0.0.2"], days_later(360)));
}

#[test]
fn a_new_name_or_an_end_in_sight_brings_a_new_certificate_of_the_same_authority() {
    let folder = tempfile::tempdir().expect("a folder");
    let [ca, ca_key, tls, _] = start(folder.path(), &[], NOW);
    for (extra, now) in [("127.0.0.2", NOW), ("127.0.0.2", days_later(370)), ("127.0.0.3", days_later(370))] {
        let renewed = start(folder.path(), &[extra], now);
        assert!(renewed[0] == ca && renewed[1] == ca_key && renewed[2] != tls, "{extra}");
    }
}

#[test]
fn the_authority_s_certificate_is_renewed_for_the_same_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let [ca, ca_key, ..] = start(folder.path(), &[], NOW);
    let renewed = start(folder.path(), &[], days_later(3300));
    assert!(renewed[0] != ca && renewed[1] == ca_key);
    for trusted in [&renewed[0], &ca] {
        // Whoever still trusts the elder certificate is served as well.
        let anchor = tempfile::tempdir().expect("a folder");
        fs::write(anchor.path().join("ca.pem"), trusted).expect("written");
        let now = days_later(3300);
        let config = server_config(folder.path(), &[], now, random()).expect("a configuration");
        shake_hands(config, client(anchor.path(), "localhost", now, &[&rustls::version::TLS13])).expect("served");
    }
}

#[test]
fn what_a_crash_or_a_hand_broke_is_mended_except_the_authority_s_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = tempfile::tempdir().expect("a folder");
    start(other.path(), &[], NOW);
    for (name, content) in [("tls.pem", &b"-----BEGIN"[..]), ("tls-key.pem", b""), ("ca.pem", b"")] {
        start(folder.path(), &[], NOW);
        fs::write(folder.path().join(name), content).expect("broken");
        handshake(folder.path(), "localhost", NOW, &[&rustls::version::TLS13]).expect(name);
        fs::copy(other.path().join(name), folder.path().join(name)).expect("another folder's");
        handshake(folder.path(), "localhost", NOW, &[&rustls::version::TLS13]).expect(name);
        fs::remove_file(folder.path().join(name)).expect("removed");
        handshake(folder.path(), "localhost", NOW, &[&rustls::version::TLS13]).expect(name);
    }
    fs::write(folder.path().join("ca-key.pem"), "x").expect("broken");
    let error = server_config(folder.path(), &[], NOW, random()).expect_err("a broken key");
    assert!(error.to_string().contains("ca-key.pem is not a private key; remove it"), "{error}");
}

#[test]
fn the_authority_s_key_is_of_no_use_for_other_names() {
    let folder = tempfile::tempdir().expect("a folder");
    start(folder.path(), &[], NOW);
    let authority = super::Authority::open_or_make(folder.path(), NOW, &*random()).expect("opened");
    for (name, good) in [("b.localhost", true), ("127.9.9.9", true), ("example.org", false), ("10.0.0.1", false)] {
        let key = rcgen::KeyPair::generate().expect("a key");
        let mut parameters = rcgen::CertificateParams::new([name.to_owned()]).expect("parameters");
        parameters.use_authority_key_identifier_extension = true;
        let certificate = authority.issue(&parameters, &key).expect("a certificate");
        let names = [ServerName::try_from(name).expect("a name")];
        assert_eq!(authority.vouches_for(certificate.der(), &names, NOW).expect("checked"), good, "{name}");
    }
}

#[test]
fn several_processes_may_start_on_one_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let all: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| start(folder.path(), &[], NOW))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a start")).collect()
    });
    assert!(all.iter().all(|files| *files == all[0]));
}
