//! Pages to try with texts that mean harm.

use super::samples::{Sample, sample};
use crate::pages::views::*;

const TEXT: &str = "\"'><script>3</script>";
const URL: Option<&str> = Some("javascript:4");

/// Pages whose every text tries to be markup, and whose every URL a script.
pub fn hostile() -> Vec<Sample> {
    let (text, url) = (TEXT, URL);
    let scope = || ConsentScope { value: text, description: Some(text) };
    let values = SignUpValues { email: text, username: text, phone: text, name: text };
    let fields = SignUpFields {
        email: Asked::Required,
        username: Asked::Required,
        phone: Asked::Required,
        name: Asked::Required,
    };
    let mut samples = passwords();
    samples.extend([
        sample(
            "login",
            Login { action: text, state: text, identifier: text, signup_url: url, forgot_url: url, ..Login::default() },
        ),
        sample("password", Login { mode: LoginMode::Password, identifier: text, back_url: url, ..Login::default() }),
        sample("sign_up", SignUp { action: text, state: text, values, fields, login_url: url, ..SignUp::default() }),
        sample("needed", EmailNeeded { action: text, state: text, email: text, notice: None }),
        sample("verify", VerifyEmail { action: text, ticket: text, email: text, error: None }),
        sample("verify_done", VerifyEmailDone { email: Some(text), continue_url: url }),
        sample(
            "consent",
            Consent {
                action: text,
                state: text,
                user_name: Some(text),
                user_identifier: text,
                scopes: vec![scope(), ConsentScope { value: text, description: None }],
                api: Some(ConsentApi { name: text, scopes: vec![scope()] }),
                redirect_host: Some(text),
                terms_url: url,
                privacy_url: url,
                switch_url: url,
                ..Consent::default()
            },
        ),
        sample(
            "logout",
            LogoutConfirm {
                action: text,
                fields: vec![(text, text)],
                user_name: Some(text),
                user_identifier: text,
                cancel_url: url,
            },
        ),
        sample("logged_out", LoggedOut { continue_url: url }),
        sample("form_post", FormPost { action: "javascript:5", fields: vec![(text, text)] }),
        sample("expired", Expired { again_url: url, ..Expired::default() }),
        sample(
            "error",
            Error {
                code: Some(text),
                description: Some(text),
                reference: Some(text),
                back_url: url,
                ..Error::default()
            },
        ),
        sample("insecure", InsecureTransport { https_url: url }),
        sample("not_found", NotFound { home_url: url }),
    ]);
    samples
}

fn passwords() -> Vec<Sample> {
    let (text, url) = (TEXT, URL);
    vec![
        sample(
            "change",
            ChangePassword {
                action: text,
                state: text,
                identifier: text,
                cancel_url: url,
                ..ChangePassword::default()
            },
        ),
        sample(
            "forgot",
            ForgotPassword { action: text, state: text, identifier: text, back_url: url, ..ForgotPassword::default() },
        ),
        sample(
            "sent",
            ForgotPasswordSent {
                action: text,
                state: text,
                identifier: text,
                back_url: url,
                again_url: url,
                ..ForgotPasswordSent::default()
            },
        ),
        sample(
            "reset",
            ResetPassword {
                action: text,
                ticket: text,
                state: text,
                masked_email: Some(text),
                ..ResetPassword::default()
            },
        ),
        sample("reset_done", ResetPasswordDone { continue_url: url }),
    ]
}
