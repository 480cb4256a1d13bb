//! Making HTML of a page.

use anteroom_model::Language;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;

use super::words::{Words, fill};
use super::{Shell, assets};

/// A page that can be rendered.
pub trait Page: Serialize {
    /// The file of its template, in `crates/http/pages`.
    const TEMPLATE: &'static str;
}

/// The templates and the words, made ready once.
pub struct Pages {
    environments: [(Language, Environment<'static>); Language::ALL.len()],
}

/// How many steps a page may take: a hundred times what the longest of ours takes.
const FUEL: u64 = 1_000_000;

/// Every template by its name.
macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        pub(super) const TEMPLATES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../pages/", $name)))),*];
    };
}

templates![
    "base.html",
    "change_password.html",
    "consent.html",
    "email_needed.html",
    "error.html",
    "expired.html",
    "forgot_password.html",
    "forgot_password_sent.html",
    "form_post.html",
    "icons.html",
    "insecure_transport.html",
    "logged_out.html",
    "login.html",
    "logout_confirm.html",
    "not_found.html",
    "parts.html",
    "reset_password.html",
    "reset_password_done.html",
    "sign_up.html",
    "verify_email.html",
    "verify_email_done.html",
];

/// What stands there if a template fails, which a test of every page rules out.
const LAST_RESORT: &str = "<!doctype html><html lang=\"en\"><title>Error</title><h1>Something went wrong</h1>\
                           <p>This page could not be shown. Please try again.</p></html>";

/// What templates know besides the page.
#[derive(Serialize)]
struct Scope<'a, P> {
    language: &'static str,
    languages: [(&'static str, &'static str); Language::ALL.len()],
    style: &'static str,
    script: &'static str,
    icon: &'static str,
    shell: &'a Shell<'a>,
    page: &'a P,
}

impl Pages {
    /// Reads templates and words.
    ///
    /// # Errors
    /// When a template has a mistake in its syntax, which a test of every page rules out.
    pub fn new() -> Result<Self, Error> {
        let [english, chinese] = Language::ALL;
        Ok(Self { environments: [(english, environment(english)?), (chinese, environment(chinese)?)] })
    }

    /// The page as HTML in a language.
    #[must_use]
    pub fn render<P: Page>(&self, language: Language, shell: &Shell, page: &P) -> String {
        self.try_render(language, shell, page).unwrap_or_else(|error| {
            tracing::error!(%error, template = P::TEMPLATE, "a page could not be rendered");
            LAST_RESORT.to_owned()
        })
    }

    pub(super) fn try_render<P: Page>(&self, language: Language, shell: &Shell, page: &P) -> Result<String, Error> {
        let Some((_, environment)) = self.environments.iter().find(|(has, _)| *has == language) else {
            return Err(Error::new(ErrorKind::TemplateNotFound, "no templates in this language"));
        };
        let scope = Scope {
            language: language.code(),
            languages: Language::ALL.map(|language| (language.code(), language.own_name())),
            style: &assets::STYLE.path,
            script: &assets::SCRIPT.path,
            icon: &assets::ICON.path,
            shell,
            page,
        };
        environment.get_template(P::TEMPLATE)?.render(Value::from(Serde(scope)))
    }
}

/// The templates with the words of one language: `t("key", place=value)` in a template is a text, `knows("key")` whether
/// there is one, `duration(seconds)` a span of time, `url|link` a URL that may be followed, `url|image` one that may be shown,
/// `url|here(is_chosen)` one of our own pages in the language that the person chose.
fn environment(language: Language) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    let words = std::sync::Arc::new(Words::of(language));
    environment.add_function("t", {
        let words = words.clone();
        move |key: &str, places: Kwargs| text(&words, key, &places)
    });
    environment.add_function("duration", {
        let words = words.clone();
        move |seconds: u64| words.duration(seconds)
    });
    environment.add_function("knows", move |key: &str| words.get(key).is_some());
    environment.add_filter("here", move |url: &str, is_chosen: bool| here(url, is_chosen.then_some(language)));
    environment.add_filter("link", |url: &str| link(url).to_owned());
    environment.add_filter("image", |url: &str| image(url).to_owned());
    for (name, template) in TEMPLATES {
        environment.add_template(name, template)?;
    }
    Ok(environment)
}

fn text(words: &Words, key: &str, places: &Kwargs) -> Result<String, Error> {
    let text = words.get(key).ok_or_else(|| Error::new(ErrorKind::UndefinedError, format!("no words for {key}")))?;
    Ok(fill(text, |place| places.get::<Value>(place).ok().map(|value| value.to_string())))
}

/// A page of ours in the language that the person chose; any other URL as it is.
fn here(url: &str, chosen: Option<Language>) -> String {
    let joint = if url.contains('?') { '&' } else { '?' };
    match chosen {
        Some(language) if url.starts_with("/u/") => format!("{url}{joint}ui_locales={}", language.code()),
        _ => url.to_owned(),
    }
}

/// The URL if a person may be led there: a path of ours, a page elsewhere, an application on the device; empty if it would
/// run or show something in the browser itself. The policy of the page forbids that too.
fn link(url: &str) -> &str {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    let is_path = url.starts_with(['/', '?']);
    let leads_astray = ["javascript", "vbscript", "data", "blob", "file", "about", "filesystem", "view-source"]
        .into_iter()
        .any(|refused| scheme.eq_ignore_ascii_case(refused));
    let is_clean = !url.contains(|letter: char| letter.is_control() || letter.is_whitespace());
    let may = is_clean && (is_path || (is_scheme && !scheme.is_empty() && !leads_astray));
    if may { url } else { "" }
}

/// The URL if it may be shown as a picture: one that may be followed, or a picture that stands in the URL itself.
fn image(url: &str) -> &str {
    let stands_itself = url.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("data:image/"));
    if stands_itself { url } else { link(url) }
}

#[cfg(test)]
mod tests {
    use super::{here, image, link};
    use anteroom_model::Language;

    #[test]
    fn a_language_that_was_chosen_stays_on_our_own_pages() {
        let chosen = Some(Language::SimplifiedChinese);
        assert_eq!(here("/u/login", chosen), "/u/login?ui_locales=zh-CN");
        assert_eq!(here("/u/signup?state=a", chosen), "/u/signup?state=a&ui_locales=zh-CN");
        assert_eq!(here("https://a.example/u/login", chosen), "https://a.example/u/login");
        assert_eq!(here("/u/login", None), "/u/login");
    }

    #[test]
    fn a_picture_may_stand_in_its_url() {
        for url in ["https://a.example/logo.svg", "/logo.png", "data:image/png;base64,AA=="] {
            assert_eq!(image(url), url);
        }
        assert_eq!(image("data:text/html,x"), "");
        assert_eq!(image("javascript:x"), "");
    }

    #[test]
    fn a_link_leads_to_pages_and_applications_only() {
        for url in ["/u/login?state=a:b", "?ui_locales=en", "https://a.example/", "mailto:a@b.example", "com.app://cb"]
        {
            assert_eq!(link(url), url);
        }
        let refused =
            ["javascript:alert(1)", "JavaScript:x", " javascript:x", "java\nscript:x", "data:text/html,x", ":x"];
        for url in refused {
            assert_eq!(link(url), "", "{url}");
        }
    }
}
