//! What a mail looks like on the wire, and what never gets there.

use super::Message;

fn message() -> Message {
    Message {
        id: "abc123".to_owned(),
        written_at: 1_767_225_600_000_000,
        from: "no-reply@example.org".to_owned(),
        from_name: Some("Müller & Söhne".to_owned()),
        to: "li@example.com".to_owned(),
        subject: "重设密码".to_owned(),
        text: "Hello 李小龙".to_owned(),
        html: "<p>Hello</p>".to_owned(),
        language: "zh-CN".to_owned(),
    }
}

#[test]
fn a_mail_is_the_same_whenever_it_is_sent() {
    let built = message().build().unwrap().formatted();
    assert_eq!(built, message().build().unwrap().formatted());
    let text = String::from_utf8(built).unwrap();
    for line in [
        "Message-ID: <abc123@example.org>",
        "Date: Thu, 01 Jan 2026 00:00:00 +0000",
        "To: li@example.com",
        "Auto-Submitted: auto-generated",
        "Content-Language: zh-CN",
        "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=\"anteroom-abc123\"",
    ] {
        assert!(
            text.lines().any(|found| found.trim_end() == line || found.replace("\r", "") == line),
            "{line}\n{text}"
        );
    }
    assert!(text.is_ascii(), "8-bit signs: {text}");
    assert!(text.contains("Subject: =?utf-8?b?6YeN6K6+5a+G56CB?="), "{text}");
    assert!(text.contains("text/plain; charset=utf-8") && text.contains("text/html; charset=utf-8"), "{text}");
}

#[test]
fn nothing_adds_a_header() {
    type Spoil = fn(&mut Message, &str);
    let fields: [(&str, Spoil); 6] = [
        ("to", |message, text| message.to.push_str(text)),
        ("from", |message, text| message.from.push_str(text)),
        ("from_name", |message, text| message.from_name = Some(text.to_owned())),
        ("subject", |message, text| message.subject.push_str(text)),
        ("id", |message, text| message.id.push_str(text)),
        ("language", |message, text| message.language.push_str(text)),
    ];
    for (field, spoil) in fields {
        for text in ["\r\nBcc: eve@example.com", "\nBcc: eve@example.com", "\rBcc: eve@example.com", "\0", "\u{85}x"] {
            let mut spoilt = message();
            spoil(&mut spoilt, text);
            let error = spoilt.build().expect_err(field);
            assert!(!error.may_succeed_later(), "{field} {text:?}");
        }
    }
}

#[test]
fn a_recipient_is_one_address() {
    for wrong in ["", "li", "li@example.com, eve@example.com", "Li <li@example.com>", "li@example.com> RCPT TO:<eve@x"]
    {
        let message = Message { to: wrong.to_owned(), ..message() };
        assert!(message.build().is_err(), "{wrong}");
    }
}

#[test]
fn a_name_of_several_addresses_stays_a_name() {
    let message = Message { from_name: Some("a@b, \"c\" <d@e>".to_owned()), ..message() };
    let built = String::from_utf8(message.build().unwrap().formatted()).unwrap();
    let from = built.lines().find(|line| line.starts_with("From: ")).unwrap();
    assert!(from.starts_with("From: =?utf-8?b?") && from.ends_with("?= <no-reply@example.org>"), "{from}");
}

#[test]
fn a_mail_survives_being_kept() {
    let kept = serde_json::to_string(&message()).unwrap();
    assert_eq!(serde_json::from_str::<Message>(&kept).unwrap(), message());
}

#[test]
fn every_address_a_user_may_have_can_be_written_to() {
    for (to, written) in [
        ("o'brien+tag@example.com", "o'brien+tag@example.com"),
        ("a!#$%&'*+-/=?^_`{|}~b@example.com", "a!#$%&'*+-/=?^_`{|}~b@example.com"),
        ("100%_sure@example.com", "100%_sure@example.com"),
        ("li@例子.广告", "li@xn--fsqu00a.xn--4rr70v"),
        ("用户@exämple.de", "用户@xn--exmple-cua.de"),
        ("x@1.2", "x@1.2"),
    ] {
        let address = anteroom_model::email::normalize(to).unwrap();
        let built = Message { to: address, ..message() }.build().unwrap_or_else(|error| panic!("{to}: {error}"));
        assert_eq!(built.envelope().to()[0].to_string(), written);
        let text = String::from_utf8(built.formatted()).unwrap();
        assert!(text.contains(&format!("\r\nTo: {written}\r\n")), "{text}");
    }
}
