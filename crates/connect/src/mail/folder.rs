//! Into a folder: for as long as there is no mail server.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anteroom_model::Timestamp;

use super::error::DeliveryError;
use super::message::Message;

/// A folder that mails are written to, one file each, readable by its owner alone: `<time>-<message id>.eml`, so that
/// they sort by time. A mail that is delivered again replaces itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Where it is; made when it is missing.
    pub path: PathBuf,
}

impl Folder {
    /// Writes a mail, whole or not at all.
    ///
    /// # Errors
    /// [`DeliveryError`]; one that may pass, when the folder cannot be written to.
    pub async fn deliver(&self, message: &Message) -> Result<(), DeliveryError> {
        let content = message.build()?.formatted();
        let (folder, name) = (self.path.clone(), file_name(message));
        let written = tokio::task::spawn_blocking(move || write(&folder, &name, &content)).await;
        let written = written.unwrap_or_else(|error| Err(io::Error::other(error)));
        written.map_err(|error| DeliveryError::passing(format!("the folder for mails cannot be written to: {error}")))
    }
}

/// `20260101T000000.000Z-<id>.eml`; the id was found to be letters and digits.
fn file_name(message: &Message) -> String {
    let time = Timestamp(message.written_at).to_string().replace(['-', ':'], "");
    format!("{time}-{}.eml", message.id)
}

fn write(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let temporary = folder.join(format!(".{name}.tmp"));
    // One left behind by a crash would keep its mode.
    match fs::remove_file(&temporary) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&temporary, folder.join(name))?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::{Folder, Message};

    fn message(id: &str, written_at: i64) -> Message {
        Message {
            id: id.to_owned(),
            written_at,
            from: "no-reply@example.org".to_owned(),
            from_name: None,
            to: "li@example.com".to_owned(),
            subject: "Hello".to_owned(),
            text: "Hello".to_owned(),
            html: "<p>Hello</p>".to_owned(),
            language: "en".to_owned(),
        }
    }

    #[tokio::test]
    async fn each_mail_is_a_private_file_and_sorts_by_time() {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder { path: parent.path().join("outbox") };
        folder.deliver(&message("bb", 1_767_225_600_000_000)).await.unwrap();
        folder.deliver(&message("aa", 1_767_225_601_500_000)).await.unwrap();
        folder.deliver(&message("aa", 1_767_225_601_500_000)).await.unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
        assert_eq!(mode(folder.path.clone()), 0o700);
        let mut names: Vec<_> = fs::read_dir(&folder.path)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["20260101T000000.000Z-bb.eml", "20260101T000001.500Z-aa.eml"]);
        for name in names {
            let path = folder.path.join(name);
            assert_eq!(mode(path.clone()), 0o600);
            assert!(fs::read_to_string(path).unwrap().contains("To: li@example.com"));
        }
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_written_to_may_be_put_right() {
        let parent = tempfile::tempdir().unwrap();
        let file = parent.path().join("outbox");
        fs::write(&file, "in the way").unwrap();
        let error = Folder { path: file }.deliver(&message("aa", 0)).await.unwrap_err();
        assert!(error.may_succeed_later(), "{error}");
    }
}
