//! `[mail]`: where mails go, and whom they come from.

use std::path::PathBuf;

use anteroom_connect::mail::{Sender, SmtpServer};

use super::key::{Key, Section};
use super::problem::Problem;
use super::settings::Settings;

const SMTP_URL: Key = Key::text(
    "smtp_url",
    "ANTEROOM_MAIL_SMTP_URL",
    "",
    "The mail server: `smtp://USER:PASSWORD@HOST:587`, where the connection must become TLS before anything is said \
     (STARTTLS), or `smtps://USER:PASSWORD@HOST:465`, where it is TLS from the start. User and password are \
     percent-encoded; leave them out where none are needed. `?tls=none` goes without TLS, on a loopback host only. \
     Without a URL mails are not sent but written to the folder `outbox` in the data folder.",
)
.secret();

const FROM: Key = Key::text(
    "from",
    "ANTEROOM_MAIL_FROM",
    "no-reply@localhost",
    "Whom mails come from: an address, which the mail server must let us use, or a name and an address \
     (`Acme <no-reply@acme.example>`). Without a name the tenant's stands there. It must be set when mails go to a mail \
     server on another host.",
);

pub(super) const SECTION: Section = Section {
    name: "mail",
    in_file: true,
    meaning: "Where mails go: those that confirm an address, let somebody choose a new password, or warn them.",
    keys: &[SMTP_URL, FROM],
};

/// The settings of `[mail]`.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The mail server; without one mails are written to `folder`.
    pub server: Option<SmtpServer>,
    /// The folder in the data folder.
    pub folder: PathBuf,
    /// Whom they come from.
    pub from: Sender,
}

impl Mail {
    pub(super) fn read(settings: &Settings) -> Result<Self, Problem> {
        let server = settings.read_optional(&SMTP_URL, SmtpServer::parse)?;
        let is_remote = server.as_ref().is_some_and(|server| !server.is_loopback());
        let from = settings.read(&FROM, |text| match text.parse::<Sender>() {
            Ok(sender) if is_remote && sender.domain() == "localhost" => Err(
                "must be an address that the mail server lets you use, such as no-reply@example.org, when smtp_url is set"
                    .to_owned(),
            ),
            parsed => parsed,
        })?;
        Ok(Self { server, folder: settings.data_dir().join("outbox"), from })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{load, refused};

    #[test]
    fn without_a_mail_server_mails_go_to_the_data_folder() {
        let mail = load(&[], &[("ANTEROOM_DATA_DIR", "/srv/a")], &[]).expect("the defaults").mail;
        assert!(mail.server.is_none());
        assert_eq!(mail.folder.to_str(), Some("/srv/a/outbox"));
        assert_eq!((mail.from.name, mail.from.address.as_str()), (None, "no-reply@localhost"));
    }

    #[test]
    fn a_mail_server_needs_a_sender_of_its_own() {
        let url = ("ANTEROOM_MAIL_SMTP_URL", "smtp://robot:pa55@mail.example.org");
        refused(&[], &[url], &["ANTEROOM_MAIL_FROM", "must be an address"]);
        let mail =
            load(&[], &[url, ("ANTEROOM_MAIL_FROM", "Acme <no-reply@example.org>")], &[]).expect("settings").mail;
        assert_eq!(mail.from.name.as_deref(), Some("Acme"));
        assert!(!format!("{mail:?}").contains("pa55"));
        let local = ("ANTEROOM_MAIL_SMTP_URL", "smtp://localhost:1025?tls=none");
        assert!(load(&[], &[local], &[]).is_ok());
    }

    #[test]
    fn what_is_wrong_is_named_and_no_password_shown() {
        let file = |text| ("./data/anteroom.toml", text);
        refused(&[file("[mail]\nsmtp_url = 'smtp://u:pa55@a.example?tls=none'")], &[], &["smtp_url", "loopback"]);
        refused(&[file("[mail]\nfrom = 'nobody'")], &[], &["[mail]", "\"from\"", "e-mail address"]);
        refused(&[file("[mail]\nsender = 'x'")], &[], &["smtp_url, from"]);
        let wrong = load(&[file("[mail]\nsmtp_url = 'smtp://u:pa55@'")], &[], &[]).expect_err("a refusal");
        assert!(!wrong.contains("pa55"), "{wrong}");
    }
}
