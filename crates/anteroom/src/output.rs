//! What `serve` tells whoever starts it, and the key file it leaves for the first SDK call.

use std::fmt::{self, Write};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::configuration::Secret;
use crate::files::{PRIVATE, write_atomically};

/// The key file's name in the data folder.
pub const MANAGEMENT_KEY_FILE: &str = "management-key.json";

/// A machine-to-machine client of the Management API, as SDKs want it. `Debug` hides the secret.
#[derive(Clone, Serialize, Deserialize)]
pub struct ManagementKey {
    /// The host and port that SDKs call: `localhost:8443`.
    pub domain: String,
    /// The tenant's issuer, an origin with a slash at its end.
    pub issuer: String,
    /// The Management API's audience.
    pub audience: String,
    /// The client's id.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: String,
}

impl ManagementKey {
    /// The key of an earlier start; `None` when the file is gone or no longer ours.
    #[must_use]
    pub fn read(path: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(path).ok()?).ok()
    }

    /// Writes the key as JSON to a file that only its owner reads (0600).
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut json = serde_json::to_string_pretty(self)?;
        json.push('\n');
        write_atomically(path, PRIVATE, json.as_bytes())
    }
}

impl fmt::Debug for ManagementKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ManagementKey").field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

/// A start of the server.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The program's version.
    pub version: &'a str,
    /// The origins served, the primary one first.
    pub origins: &'a [String],
    /// The address of the console.
    pub console: &'a str,
    /// The absolute path of the local authority's certificate, where HTTPS is served with it.
    pub authority: Option<&'a Path>,
    /// What the first start made; `None` at later ones.
    pub first: Option<FirstStart<'a>>,
}

/// What the first start made. It cannot be shown again.
#[derive(Clone, Copy, Debug)]
pub struct FirstStart<'a> {
    /// The super administrator's e-mail address.
    pub email: &'a str,
    /// The super administrator's password, unless the operator chose it.
    pub password: Option<&'a Secret>,
    /// The bootstrap client.
    pub key: &'a ManagementKey,
    /// Where the bootstrap client's key was written.
    pub key_file: &'a Path,
}

/// The lines that `serve` prints when it is ready, secrets of a first start included.
#[must_use]
pub fn start_lines(start: &Start<'_>) -> String {
    let mut out = format!("Anteroom {} is ready:\n", start.version);
    for origin in start.origins {
        let _ = writeln!(out, "  {origin}");
    }
    let _ = writeln!(out, "\nAdministrators sign in at {}", start.console);
    if let Some(first) = &start.first {
        write_first_start(&mut out, first);
    }
    if let Some(authority) = start.authority {
        let path = quoted(authority);
        out.push_str("\nSDKs on this machine call it over HTTPS once they trust its certificate authority:\n");
        for variable in ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"] {
            let _ = writeln!(out, "  export {variable}={path}");
        }
    }
    out
}

fn write_first_start(out: &mut String, first: &FirstStart<'_>) {
    let password = first.password.map_or("(the one you chose)", Secret::expose);
    let FirstStart { email, key, key_file, .. } = first;
    let _ = write!(
        out,
        "
The super administrator:
  e-mail         {email}
  password       {password}

A client with all scopes of the Management API, also in {}:
  domain         {}
  audience       {}
  client_id      {}
  client_secret  {}

Keep these now: they are shown only once.
",
        key_file.display(),
        key.domain,
        key.audience,
        key.client_id,
        key.client_secret,
    );
}

/// The path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |sign: char| sign.is_alphanumeric() || "/._-+".contains(sign);
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::{FirstStart, ManagementKey, Start, start_lines};
    use crate::configuration::Secret;

    fn key() -> ManagementKey {
        ManagementKey {
            domain: "localhost:8443".to_owned(),
            issuer: "https://localhost:8443/".to_owned(),
            audience: "https://localhost:8443/api/v2/".to_owned(),
            client_id: "id".to_owned(),
            client_secret: "s3cret".to_owned(),
        }
    }

    #[test]
    fn a_first_start_shows_what_cannot_be_shown_again() {
        let (key, password) = (key(), Secret::from("pa55".to_owned()));
        let start = Start {
            version: "1.2.3",
            origins: &["https://localhost:8443".to_owned(), "http://localhost:8480".to_owned()],
            console: "http://localhost:8480/console",
            authority: Some(Path::new("/srv/my data/ca.pem")),
            first: Some(FirstStart {
                email: "admin@localhost",
                password: Some(&password),
                key: &key,
                key_file: Path::new("/srv/my data/management-key.json"),
            }),
        };
        let expected = "\
Anteroom 1.2.3 is ready:
  https://localhost:8443
  http://localhost:8480

Administrators sign in at http://localhost:8480/console

The super administrator:
  e-mail         admin@localhost
  password       pa55

A client with all scopes of the Management API, also in /srv/my data/management-key.json:
  domain         localhost:8443
  audience       https://localhost:8443/api/v2/
  client_id      id
  client_secret  s3cret

Keep these now: they are shown only once.

SDKs on this machine call it over HTTPS once they trust its certificate authority:
  export NODE_EXTRA_CA_CERTS='/srv/my data/ca.pem'
  export SSL_CERT_FILE='/srv/my data/ca.pem'
  export REQUESTS_CA_BUNDLE='/srv/my data/ca.pem'
";
        assert_eq!(start_lines(&start), expected);
        let shown = format!("{start:?}");
        assert!(!shown.contains("pa55") && !shown.contains("s3cret"), "{shown}");
    }

    #[test]
    fn a_later_start_shows_no_secret() {
        let start = Start {
            version: "1",
            origins: &["http://localhost:8480".to_owned()],
            console: "http://localhost:8480/console",
            authority: None,
            first: None,
        };
        let expected = "\
Anteroom 1 is ready:
  http://localhost:8480

Administrators sign in at http://localhost:8480/console
";
        assert_eq!(start_lines(&start), expected);
    }

    #[test]
    fn the_key_file_is_private_json() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(super::MANAGEMENT_KEY_FILE);
        key().write(&path).expect("written");
        assert_eq!(fs::metadata(&path).expect("metadata").permissions().mode() & 0o777, 0o600);
        let json: serde_json::Value = serde_json::from_slice(&fs::read(&path).expect("read")).expect("JSON");
        let names: Vec<_> = json.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(names, ["domain", "issuer", "audience", "client_id", "client_secret"]);
        assert_eq!(json["client_secret"], "s3cret");
    }
}
