//! Every mail, in every language.

use std::net::{IpAddr, Ipv4Addr};

use anteroom_model::language::Language;
use anteroom_model::settings::TenantSettings;
use anteroom_model::{Status, Timestamp};

use super::super::act::AdminAct;
use super::super::kind::Mail;
use super::super::words;
use super::{Composed, House, compose};

const LINK: &str = "https://accounts.example.org/u/x?ticket=abc&a=b";

const AT: Timestamp = Timestamp::from_seconds(1_767_225_600);

fn acted(act: AdminAct, link: Option<&str>) -> Mail {
    Mail::AdminActed { act, at: AT, link: link.map(str::to_owned) }
}

fn mails() -> Vec<Mail> {
    let at = AT;
    vec![
        Mail::VerifyEmail { link: LINK.to_owned(), name: Some("李小龙".to_owned()) },
        Mail::VerifyEmail { link: LINK.to_owned(), name: None },
        Mail::ResetPassword { link: LINK.to_owned(), minutes: 30, code: Some("012345".to_owned()) },
        Mail::ResetPassword { link: LINK.to_owned(), minutes: 1440, code: None },
        Mail::PasswordChanged { at, ip: Some(IpAddr::V4(Ipv4Addr::LOCALHOST)), reset_link: Some(LINK.to_owned()) },
        Mail::PasswordChanged { at, ip: None, reset_link: None },
        Mail::AccountExists { login_link: LINK.to_owned() },
        Mail::AccountMade {
            login_link: LINK.to_owned(),
            identifier: "ada@example.com".to_owned(),
            name: Some("Ada".to_owned()),
        },
        acted(AdminAct::PasswordSet { must_change: true, can_sign_in: true }, Some(LINK)),
        acted(AdminAct::PasswordSet { must_change: true, can_sign_in: false }, None),
        acted(AdminAct::AccessEnded { is_all: true, can_sign_in: true }, Some(LINK)),
        acted(AdminAct::AccessEnded { is_all: false, can_sign_in: false }, None),
        acted(AdminAct::StatusSet(Status::Suspended), None),
        acted(AdminAct::StatusSet(Status::Archived), None),
        acted(AdminAct::StatusSet(Status::Active), Some(LINK)),
    ]
}

fn write(language: Language, tenant: &str, mail: &Mail) -> Composed {
    let house = House { name: tenant.to_owned(), support: None };
    compose(language, &house, mail).unwrap_or_else(|error| panic!("{language:?} {mail:?}: {error}"))
}

#[test]
fn every_mail_is_complete_in_every_language() {
    for language in Language::ALL {
        for mail in mails() {
            let Composed { subject, text, html } = write(language, "Acme", &mail);
            for part in [&subject, &text, &html] {
                assert!(part.contains("Acme"), "{part}");
                for rest in ["{{", "{%", "}}", "%}", "undefined"] {
                    assert!(!part.contains(rest), "{rest} in {part}");
                }
            }
            assert!(!text.to_lowercase().contains("none"), "{text}");
            assert!(!subject.contains('\n') && subject.chars().count() < 78, "{subject}");
            assert!(html.contains(&format!("<html lang=\"{}\">", language.code())), "{html}");
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
            assert!(!html.contains("<script") && !html.contains(" src="), "{html}");
            let links = html.matches(&format!("href=\"{}\"", LINK.replace('&', "&amp;"))).count();
            let expected = if mail.link().is_some() { (2, 1) } else { (0, 0) };
            assert_eq!((links, text.matches(LINK).count()), expected, "{html}");
            assert!(text.lines().all(|line| line.chars().count() < 400) && !text.contains("\n\n\n"), "{text}");
        }
    }
}

#[test]
fn the_languages_differ_and_have_the_same_parts() {
    let [english, chinese] = Language::ALL.map(|language| words::of(language).expect("words"));
    assert!(english.mails.keys().eq(chinese.mails.keys()));
    for mail in mails() {
        assert!(english.mails.contains_key(mail.key()));
        let [english, chinese] = Language::ALL.map(|language| write(language, "Acme", &mail));
        assert_ne!(english.subject, chinese.subject);
        assert!(english.text.is_ascii() || matches!(mail, Mail::VerifyEmail { name: Some(_), .. }), "{}", english.text);
    }
}

#[test]
fn facts_stand_in_both_forms() {
    for (mail, english, chinese) in [
        (&mails()[0], "Hello 李小龙,", "李小龙，您好！"),
        (&mails()[1], "Hello,", "您好！"),
        (&mails()[2], "for 30 minutes.", "30 分钟内有效"),
        (&mails()[2], "012345", "012345"),
        (&mails()[2], "within 10 minutes", "10 分钟内有效"),
        (&mails()[3], "for 24 hours.", "24 小时内有效"),
        (&mails()[4], "on 2026-01-01 00:00 UTC from the network address 127.0.0.1.", "127.0.0.1"),
        (&mails()[5], "contact whoever runs Acme now", "管理员"),
        (&mails()[7], "You sign in as ada@example.com:", "使用 ada@example.com 登录"),
        (&mails()[8], "set a new password for your Acme account on 2026-01-01 00:00 UTC.", "2026-01-01 00:00 UTC"),
        (&mails()[8], "you will be asked to choose another one", "要求您更换密码"),
        (&mails()[10], "on all devices and in all applications.", "在所有设备和应用上"),
        (&mails()[10], "You can sign in again as before.", "照常重新登录"),
        (&mails()[11], "on some devices or in some applications.", "在部分设备或应用上"),
        (&mails()[12], "suspended your Acme account on 2026-01-01 00:00 UTC.", "停用您的 Acme 账号"),
        (&mails()[13], "contact whoever runs Acme", "请联系 Acme 的管理员"),
        (&mails()[14], "You can sign in:", "您可以登录了"),
    ] {
        for (language, expected) in [(Language::English, english), (Language::SimplifiedChinese, chinese)] {
            let Composed { text, html, .. } = write(language, "Acme", mail);
            assert!(text.contains(expected) && html.contains(expected), "{expected} is not in {text}");
        }
    }
}

#[test]
fn where_there_is_no_code_nothing_is_said_of_one() {
    for (language, word) in [(Language::English, "code"), (Language::SimplifiedChinese, "验证码")] {
        let [with, without] = [2, 3].map(|number| write(language, "Acme", &mails()[number]));
        assert!(with.text.contains(word) && with.html.contains(word), "{}", with.text);
        assert!(!without.text.contains(word) && !without.html.contains(word), "{}", without.text);
    }
}

#[test]
fn who_cannot_sign_in_is_not_told_to() {
    for (language, words) in [
        (Language::English, ["next sign-in", "sign in again as"]),
        (Language::SimplifiedChinese, ["下次登录", "重新登录，"]),
    ] {
        for number in [9, 11] {
            let Composed { text, .. } = write(language, "Acme", &mails()[number]);
            assert!(words.iter().all(|word| !text.contains(word)), "{text}");
        }
    }
}

#[test]
fn names_are_text_and_nothing_else() {
    let tenant = r#"<b>A&B</b> "{{ link }}" '</title>"#;
    for language in Language::ALL {
        for mail in mails() {
            let Composed { subject, text, html } = write(language, tenant, &mail);
            assert!(subject.contains(tenant) && text.contains(tenant), "{text}");
            assert!(!html.contains("<b>") && html.contains("&lt;b&gt;A&amp;B"), "{html}");
            assert_eq!(html.matches("</title>").count(), 1, "{html}");
        }
    }
}

#[test]
fn help_is_named_where_there_is_any() {
    let house = House { name: "Acme".to_owned(), support: Some("help@acme.example".to_owned()) };
    for language in Language::ALL {
        let Composed { text, html, .. } = compose(language, &house, &mails()[0]).expect("a mail");
        assert!(text.contains("help@acme.example") && html.contains("help@acme.example"), "{text}");
        assert!(!write(language, "Acme", &mails()[0]).text.contains("help"));
    }
}

#[test]
fn a_tenant_is_called_by_its_friendly_name() {
    let mut settings = TenantSettings::default();
    assert_eq!(House::of(&settings, "acme").name, "acme");
    settings.friendly_name = Some(" \n".to_owned());
    assert_eq!(House::of(&settings, "acme").name, "acme");
    settings.friendly_name = Some("Acme\r\nBcc: eve@example.com".to_owned());
    settings.support_url = Some("https://acme.example/help".to_owned());
    let house = House::of(&settings, "acme");
    assert_eq!(house.name, "Acme Bcc: eve@example.com");
    assert_eq!(house.support.as_deref(), Some("https://acme.example/help"));
    settings.support_email = Some("help@acme.example".to_owned());
    assert_eq!(House::of(&settings, "acme").support.as_deref(), Some("help@acme.example"));
}

#[test]
fn a_link_stays_within_its_attribute() {
    let mail = Mail::AccountExists { login_link: "https://a/\" onclick=\"x\"><img src=x>".to_owned() };
    let html = write(Language::English, "Acme", &mail).html;
    assert!(!html.contains("<img") && !html.contains("\" onclick"), "{html}");
}

/// Writes every mail to the folder that `MAILS_FOLDER` names, to be looked at.
#[test]
fn mails_can_be_looked_at() {
    let Some(folder) = std::env::var_os("MAILS_FOLDER").map(std::path::PathBuf::from) else { return };
    for language in Language::ALL {
        for (number, mail) in mails().iter().enumerate() {
            let Composed { subject, text, html } = write(language, "Acme & Söhne", mail);
            let name = format!("{}-{number}-{}", language.code(), mail.key());
            std::fs::write(folder.join(format!("{name}.html")), html).expect("written");
            std::fs::write(folder.join(format!("{name}.txt")), format!("{subject}\n\n{text}")).expect("written");
        }
    }
}
