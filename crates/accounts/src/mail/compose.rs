//! Writing a mail.

use anteroom_model::language::Language;
use anteroom_model::settings::TenantSettings;
use minijinja::{Value, context};

use super::greeting;
use super::kind::Mail;
use super::words::{self, TEMPLATES};
use crate::Error;

/// What a mail says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Composed {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

/// The tenant, as readers know it.
#[derive(Debug, Default)]
pub(super) struct House {
    /// Its name, one line.
    pub(super) name: String,
    /// Where it gives help, one line.
    pub(super) support: Option<String>,
}

impl House {
    /// The friendly name if one was chosen, and the address or page for help.
    pub(super) fn of(settings: &TenantSettings, tenant_name: &str) -> Self {
        let chosen = settings.friendly_name.as_deref().map(greeting::line).filter(|name| !name.is_empty());
        let support = settings.support_email.as_deref().or(settings.support_url.as_deref());
        Self { name: chosen.unwrap_or_else(|| greeting::line(tenant_name)), support: support.map(greeting::line) }
    }
}

/// Writes a mail of this tenant.
///
/// # Errors
/// [`Error::Mail`] only if the words in this binary are broken.
pub(super) fn compose(language: Language, house: &House, mail: &Mail) -> Result<Composed, Error> {
    let words = words::of(language).ok_or_else(|| broken("no words"))?;
    let own = words.mails.get(mail.key()).ok_or_else(|| broken(mail.key()))?;
    let facts = mail.facts(house);
    let say = |text: &str| say(text, &facts);
    let all = |texts: &[String]| -> Result<Vec<String>, Error> {
        let said = texts.iter().map(|text| say(text)).filter(|said| !said.as_ref().is_ok_and(String::is_empty));
        said.collect()
    };
    let subject = say(&own.subject)?;
    let parts = context! {
        language => language.code(), tenant => house.name.as_str(), subject => subject.as_str(),
        heading => say(&own.heading)?, greeting => say(&words.frame.greeting)?,
        before => all(&own.before)?, after => all(&own.after)?, button => say(&own.button)?,
        code => mail.code(), code_words => say(&own.code)?,
        link => mail.link().map(str::to_owned), href => mail.link().map(href), link_words => say(&words.frame.link)?,
        footer => say(&words.frame.footer)?,
    };
    let render =
        |name: &str| TEMPLATES.get_template(name).and_then(|template| template.render(parts.clone())).map_err(broken);
    Ok(Composed { text: render("frame.txt")?, html: render("frame.html")?, subject })
}

/// One text with the facts in it. The name has no ending of HTML, so nothing is escaped: that is the frame's work.
fn say(text: &str, facts: &Value) -> Result<String, Error> {
    TEMPLATES.render_named_str("words.txt", text, facts.clone()).map_err(broken)
}

/// The link for HTML: what has a meaning there is escaped, and slashes stay slashes, so that every filter on the mail's way
/// reads the same link as the mail program.
fn href(link: &str) -> Value {
    let escaped: String = link
        .chars()
        .map(|sign| match sign {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            '"' => "&quot;".to_owned(),
            '\'' => "&#39;".to_owned(),
            other => other.to_string(),
        })
        .collect();
    Value::from_safe_string(escaped)
}

fn broken(what: impl ToString) -> Error {
    Error::Mail(what.to_string())
}

#[cfg(test)]
mod tests;
