//! Whom mails come from.

use std::str::FromStr;

use lettre::message::Mailbox;

/// Whom mails come from: an address, and a name if one was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The name that readers see; without one the tenant's stands there.
    pub name: Option<String>,
    /// The e-mail address.
    pub address: String,
}

/// Reads `address` or `name <address>`; the error says what would be right.
impl FromStr for Sender {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const RIGHT: &str = "must be an e-mail address, or a name and an address: Acme <no-reply@acme.example>";
        if text.chars().any(char::is_control) {
            return Err(RIGHT.to_owned());
        }
        let mailbox: Mailbox = text.trim().parse().map_err(|_| RIGHT.to_owned())?;
        Ok(Self { name: mailbox.name.filter(|name| !name.is_empty()), address: mailbox.email.to_string() })
    }
}

impl Sender {
    /// The part of the address behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.address.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

#[cfg(test)]
mod tests {
    use super::Sender;

    #[test]
    fn a_sender_is_an_address_with_or_without_a_name() {
        let sender: Sender = "no-reply@example.org".parse().unwrap();
        assert_eq!((sender.name.as_deref(), sender.domain()), (None, "example.org"));
        let sender: Sender = "Müller & Söhne <no-reply@example.org>".parse().unwrap();
        assert_eq!((sender.name.as_deref(), sender.address.as_str()), (Some("Müller & Söhne"), "no-reply@example.org"));
        for wrong in ["", "Acme", "a@", "@b", "a@b\r\nBcc: c@d", "Acme <a@b", "a@b, c@d"] {
            assert!(wrong.parse::<Sender>().is_err(), "{wrong}");
        }
    }
}
