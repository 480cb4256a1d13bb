//! Who may type a code instead of following a link.

use anteroom_crypto::token::stored_digest;
use anteroom_model::user::identifier_key;

/// A browser that asked for a link, and for whom.
pub(crate) struct Asker {
    browser: String,
    identifier: String,
}

impl Asker {
    /// The browser of this secret, for whom is known by the identifier, as typed.
    pub(crate) fn new(browser: &str, identifier: &str) -> Self {
        Self { browser: browser.to_owned(), identifier: identifier_key(identifier.trim()) }
    }

    /// What its tickets are found by: asking once more within a minute still finds the one that was sent.
    pub(crate) fn digest(&self) -> String {
        stored_digest(&format!("asker of a code\n{}\n{}", self.browser, self.identifier))
    }

    /// What a ticket's code is stored as. The browser's secret, which is stored nowhere, gives it the chance that six
    /// digits lack: who reads the database learns no code (ASVS 6.5.2).
    pub(crate) fn code_digest(&self, ticket_digest: &str, code: &str) -> String {
        stored_digest(&format!("code of a ticket\n{}\n{ticket_digest}\n{code}", self.browser))
    }

    /// What wrong codes are counted of where nobody is known by the identifier.
    pub(crate) fn unknown_key(&self) -> String {
        stored_digest(&self.identifier)
    }
}

#[cfg(test)]
mod tests {
    use super::Asker;

    #[test]
    fn a_code_belongs_to_a_browser_and_a_ticket() {
        let asker = Asker::new("browser", " ADA@example.com ");
        assert_eq!(asker.digest(), Asker::new("browser", "ada@example.com").digest());
        assert_ne!(asker.digest(), Asker::new("browser", "eve@example.com").digest());
        assert_ne!(asker.digest(), Asker::new("another", "ada@example.com").digest());
        let digest = asker.code_digest("ticket", "123456");
        assert_ne!(digest, asker.code_digest("ticket", "123457"));
        assert_ne!(digest, asker.code_digest("other", "123456"));
        assert_ne!(digest, Asker::new("another", "ada@example.com").code_digest("ticket", "123456"));
    }
}
