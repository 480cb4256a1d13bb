//! The words of mails, one file a language, and the two frames they stand in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anteroom_model::language::Language;
use minijinja::{Environment, UndefinedBehavior};
use serde::Deserialize;

/// The words of one language.
#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) frame: Frame,
    #[serde(flatten)]
    pub(super) mails: BTreeMap<String, MailWords>,
}

/// What every mail says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Frame {
    pub(super) greeting: String,
    pub(super) link: String,
    pub(super) footer: String,
}

/// What one mail says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MailWords {
    pub(super) subject: String,
    pub(super) heading: String,
    /// Paragraphs before the button; those that come out empty are left out.
    pub(super) before: Vec<String>,
    pub(super) button: String,
    /// What stands above the code, in mails that may have one.
    #[serde(default)]
    pub(super) code: String,
    /// Paragraphs behind it.
    pub(super) after: Vec<String>,
}

static ENGLISH: LazyLock<Option<Words>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../mails/en.json")).ok());
static CHINESE: LazyLock<Option<Words>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../mails/zh-CN.json")).ok());

/// The words of a language. They are part of the binary and tested, so they are always there.
pub(super) fn of(language: Language) -> Option<&'static Words> {
    match language {
        Language::English => ENGLISH.as_ref(),
        Language::SimplifiedChinese => CHINESE.as_ref(),
    }
}

/// The frames, and the rules of words: a name that is not there is a mistake, and only `frame.html` escapes.
pub(super) static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    // What is missing is noticed when it is asked for.
    let _ = templates.add_template("frame.html", include_str!("../../mails/frame.html"));
    let _ = templates.add_template("frame.txt", include_str!("../../mails/frame.txt"));
    templates
});
