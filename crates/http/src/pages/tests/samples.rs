//! Pages to try, each in its usual states.

use anteroom_model::Language;
use minijinja::Error as TemplateError;

use crate::pages::views::*;
use crate::pages::{LanguageLink, Page, Pages, Shell};

type Render = Box<dyn Fn(&Pages, Language, &Shell) -> Result<String, TemplateError>>;

/// A page with a name.
pub struct Sample {
    pub name: String,
    pub render: Render,
}

pub fn sample<P: Page + 'static>(name: &str, page: P) -> Sample {
    let render: Render = Box::new(move |pages, language, shell| pages.try_render(language, shell, &page));
    Sample { name: name.to_owned(), render }
}

/// What stands around most samples.
pub fn shell() -> Shell<'static> {
    Shell {
        tenant_name: "Harbour & Co",
        client_name: Some("Photo Prints"),
        support_url: Some("mailto:help@harbour.example"),
        languages: vec![
            LanguageLink { language: Language::English, url: "?state=st-1&ui_locales=en" },
            LanguageLink { language: Language::SimplifiedChinese, url: "?state=st-1&ui_locales=zh-CN" },
        ],
        ..Shell::default()
    }
}

/// Every page in the states that look or read differently.
pub fn samples() -> Vec<(Shell<'static>, Sample)> {
    let mut samples = Vec::new();
    samples.extend(logins());
    samples.extend(sign_ups());
    samples.extend(passwords());
    samples.extend(others());
    samples.extend(troubles());
    samples.into_iter().map(|sample| (shell(), sample)).chain(elsewhere()).collect()
}

fn login() -> Login<'static> {
    Login {
        action: "/u/login",
        state: "st-1",
        identifiers: Identifiers { email: true, username: true, phone: false },
        signup_url: Some("/u/signup?state=st-1"),
        forgot_url: Some("/u/forgot?state=st-1"),
        ..Login::default()
    }
}

fn logins() -> Vec<Sample> {
    let identifier = "mei.lin@harbour.example";
    let mut samples = vec![
        sample("login", login()),
        sample("login-identifier", Login { mode: LoginMode::Identifier, forgot_url: None, ..login() }),
        sample(
            "login-password",
            Login {
                mode: LoginMode::Password,
                identifier,
                signup_url: None,
                back_url: Some("/u/login/identifier?state=st-1"),
                ..login()
            },
        ),
    ];
    for (name, notice) in [
        ("password-changed", LoginNotice::PasswordChanged),
        ("email-verified", LoginNotice::EmailVerified),
        ("again", LoginNotice::SignInAgain),
    ] {
        samples.push(sample(&format!("login-{name}"), Login { notice: Some(notice), identifier, ..login() }));
    }
    for (name, error) in [
        ("wrong", LoginError::WrongCredentials),
        ("empty-identifier", LoginError::EmptyIdentifier),
        ("empty-password", LoginError::EmptyPassword),
        ("too-many", LoginError::TooManyRequests),
        ("unavailable", LoginError::Unavailable),
    ] {
        let identifier = if error == LoginError::EmptyIdentifier { "" } else { identifier };
        samples.push(sample(&format!("login-{name}"), Login { error: Some(error), identifier, ..login() }));
    }
    for kinds in 0..8_u8 {
        let identifiers = Identifiers { email: kinds & 1 > 0, username: kinds & 2 > 0, phone: kinds & 4 > 0 };
        let error = Some(LoginError::EmptyIdentifier);
        samples
            .push(sample(&format!("login-kinds-{kinds}"), Login { identifiers, error, signup_url: None, ..login() }));
    }
    samples
}

fn sign_up() -> SignUp<'static> {
    SignUp {
        action: "/u/signup",
        state: "st-1",
        fields: SignUpFields { email: Asked::Required, ..SignUpFields::default() },
        min_length: 8,
        login_url: Some("/u/login?state=st-1"),
        ..SignUp::default()
    }
}

fn sign_ups() -> Vec<Sample> {
    let all = SignUpFields {
        email: Asked::Required,
        username: Asked::Required,
        phone: Asked::Optional,
        name: Asked::Optional,
    };
    let values = SignUpValues { email: "mei.lin@", username: "mei lin", phone: "138", name: "林美 Mei Lin" };
    let general = |error| SignUpErrors { general: Some(error), ..SignUpErrors::default() };
    let mut samples = vec![
        sample("signup", sign_up()),
        sample("signup-all", SignUp { fields: all, ..sign_up() }),
        sample("signup-refused", SignUp { values, errors: general(SignUpError::Refused), ..sign_up() }),
        sample("signup-closed", SignUp { errors: general(SignUpError::Closed), ..sign_up() }),
        sample("signup-too-many", SignUp { errors: general(SignUpError::TooManyRequests), ..sign_up() }),
        sample("signup-unavailable", SignUp { errors: general(SignUpError::Unavailable), ..sign_up() }),
    ];
    let names = [NameError::Empty, NameError::Invalid, NameError::TooLong, NameError::TooLong];
    let identifiers =
        [IdentifierError::Empty, IdentifierError::Invalid, IdentifierError::TooLong, IdentifierError::Taken];
    let passwords = [PasswordError::Empty, PasswordError::TooShort, PasswordError::Common, PasswordError::Personal];
    for (at, ((name, error), password)) in names.into_iter().zip(identifiers).zip(passwords).enumerate() {
        let errors = SignUpErrors {
            email: Some(error),
            username: Some(error),
            phone: Some(error),
            name: Some(name),
            password: Some(password),
            general: None,
        };
        samples.push(sample(&format!("signup-errors-{at}"), SignUp { fields: all, values, errors, ..sign_up() }));
    }
    samples
}

fn passwords() -> Vec<Sample> {
    let identifiers = Identifiers { email: true, username: true, phone: false };
    let change = || ChangePassword {
        action: "/u/password",
        state: "st-1",
        identifier: "mei.lin@harbour.example",
        min_length: 12,
        ..ChangePassword::default()
    };
    let wish = || ChangePassword { asks_current: true, reason: ChangeReason::Wish, cancel_url: Some("/"), ..change() };
    let wrong = Some(CurrentPasswordError::Wrong);
    let empty = Some(CurrentPasswordError::Empty);
    let forgot = || ForgotPassword {
        action: "/u/forgot",
        state: "st-1",
        identifiers,
        back_url: Some("/u/login"),
        ..ForgotPassword::default()
    };
    let sent = || ForgotPasswordSent {
        action: "/u/code",
        state: "st-1",
        identifier: "mei.lin@harbour.example",
        back_url: Some("/u/login"),
        again_url: Some("/u/forgot"),
        ..ForgotPasswordSent::default()
    };
    let reset = || ResetPassword { action: "/u/reset", ticket: "ti-1", min_length: 8, ..ResetPassword::default() };
    vec![
        sample("change", change()),
        sample("change-wish", wish()),
        sample("change-wrong", ChangePassword { current_error: wrong, ..wish() }),
        sample(
            "change-empty",
            ChangePassword { current_error: empty, password_error: Some(PasswordError::Empty), ..wish() },
        ),
        sample("change-unchanged", ChangePassword { password_error: Some(PasswordError::Unchanged), ..change() }),
        sample("change-too-many", ChangePassword { error: Some(FormError::TooManyRequests), ..change() }),
        sample("forgot", forgot()),
        sample("forgot-empty", ForgotPassword { is_empty: true, ..forgot() }),
        sample(
            "forgot-unavailable",
            ForgotPassword { error: Some(FormError::Unavailable), identifier: "mei", ..forgot() },
        ),
        sample("forgot-sent", sent()),
        sample("forgot-sent-empty", ForgotPasswordSent { error: Some(CodeError::Empty), ..sent() }),
        sample("forgot-sent-wrong", ForgotPasswordSent { error: Some(CodeError::Wrong), ..sent() }),
        sample("forgot-sent-unavailable", ForgotPasswordSent { error: Some(CodeError::Unavailable), ..sent() }),
        sample("reset", ResetPassword { masked_email: Some("m…@harbour.example"), ..reset() }),
        sample("reset-too-short", ResetPassword { password_error: Some(PasswordError::TooShort), ..reset() }),
        sample(
            "reset-too-long",
            ResetPassword {
                password_error: Some(PasswordError::TooLong),
                error: Some(FormError::Unavailable),
                ..reset()
            },
        ),
        sample("reset-done", ResetPasswordDone { continue_url: Some("https://prints.example/") }),
        sample("reset-done-here", ResetPasswordDone::default()),
    ]
}

fn consent() -> Consent<'static> {
    let scope = |value| ConsentScope { value, description: None };
    let api_scope = |value, text| ConsentScope { value, description: Some(text) };
    Consent {
        action: "/u/consent",
        state: "st-1",
        user_name: Some("林美 Mei Lin"),
        user_identifier: "mei.lin@harbour.example",
        scopes: ["openid", "profile", "email", "phone", "address", "offline_access"].map(scope).into(),
        api: Some(ConsentApi {
            name: "Orders",
            scopes: vec![api_scope("read:orders", "Read your orders"), scope("write:orders")],
        }),
        lasts_seconds: Some(30 * 86_400),
        redirect_host: Some("prints.example"),
        terms_url: Some("https://prints.example/terms"),
        privacy_url: Some("https://prints.example/privacy"),
        switch_url: Some("/u/switch?state=st-1"),
        error: None,
    }
}

fn others() -> Vec<Sample> {
    let needed =
        |notice| EmailNeeded { action: "/u/verify-email", state: "st-1", email: "mei.lin@harbour.example", notice };
    let verify = || VerifyEmail { action: "/u/verify", ticket: "ti-1", email: "mei.lin@harbour.example", error: None };
    let fields = vec![("state", "st-1"), ("id_token_hint", "x")];
    let logout = || LogoutConfirm {
        action: "/u/logout",
        fields: fields.clone(),
        user_identifier: "mei.lin@harbour.example",
        ..LogoutConfirm::default()
    };
    vec![
        sample("consent", consent()),
        sample(
            "consent-few",
            Consent {
                api: None,
                scopes: consent().scopes[..3].into(),
                lasts_seconds: None,
                user_name: None,
                terms_url: None,
                privacy_url: None,
                ..consent()
            },
        ),
        sample("email-needed", needed(None)),
        sample("email-needed-not-yet", needed(Some(EmailNotice::NotYet))),
        sample("email-needed-again", needed(Some(EmailNotice::SentAgain))),
        sample("email-needed-too-soon", needed(Some(EmailNotice::TooSoon))),
        sample("consent-api-alone", Consent { scopes: vec![], ..consent() }),
        sample(
            "consent-api",
            Consent {
                scopes: vec![],
                api: Some(ConsentApi { name: "Orders", scopes: vec![] }),
                error: Some(FormError::Unavailable),
                ..consent()
            },
        ),
        sample("verify", verify()),
        sample("verify-unavailable", VerifyEmail { error: Some(FormError::Unavailable), ..verify() }),
        sample(
            "verify-done",
            VerifyEmailDone { email: Some("mei.lin@harbour.example"), continue_url: Some("https://prints.example/") },
        ),
        sample("verify-done-here", VerifyEmailDone::default()),
        sample("logout", LogoutConfirm { user_name: Some("Mei Lin"), cancel_url: Some("/"), ..logout() }),
        sample("logout-plain", logout()),
        sample("logged-out", LoggedOut { continue_url: Some("https://prints.example/") }),
        sample("logged-out-here", LoggedOut::default()),
        sample(
            "form-post",
            FormPost { action: "https://prints.example/cb", fields: vec![("code", "co-1"), ("state", "s")] },
        ),
    ]
}

fn troubles() -> Vec<Sample> {
    let mut samples = vec![
        sample("insecure", InsecureTransport { https_url: Some("https://id.harbour.example/u/login?state=st-1") }),
        sample("insecure-only", InsecureTransport::default()),
        sample("not-found", NotFound { home_url: Some("/") }),
    ];
    for (name, kind) in [
        ("sign-in", ExpiredKind::SignIn),
        ("other-browser", ExpiredKind::OtherBrowser),
        ("reset-link", ExpiredKind::ResetLink),
        ("verify-link", ExpiredKind::VerifyLink),
    ] {
        samples.push(sample(&format!("expired-{name}"), Expired { kind, again_url: Some("https://prints.example/") }));
        samples.push(sample(&format!("expired-{name}-nowhere"), Expired { kind, again_url: None }));
    }
    for (name, kind) in [
        ("bad-request", ErrorKind::BadRequest),
        ("access-denied", ErrorKind::AccessDenied),
        ("too-many", ErrorKind::TooManyRequests),
        ("unavailable", ErrorKind::Unavailable),
        ("server-error", ErrorKind::ServerError),
    ] {
        let technical = kind == ErrorKind::BadRequest;
        let error = Error {
            kind,
            code: technical.then_some("invalid_request"),
            description: technical
                .then_some("The redirect_uri https://prints.example/callback is not one of the client's callbacks."),
            reference: technical.then_some("01JD3YB7Q4W9"),
            back_url: (kind == ErrorKind::AccessDenied).then_some("https://prints.example/"),
        };
        samples.push(sample(&format!("error-{name}"), error));
    }
    samples
}

/// Pages of tenants with other shells: no application, a logo, names that do not end.
fn elsewhere() -> Vec<(Shell<'static>, Sample)> {
    let long = "The Honourable Company of Extraordinarily Long-Winded Innkeepers and Donaudampfschifffahrtsgesellschaftskapitäne";
    let plain = || Shell { tenant_name: "云帆科技", ..Shell::default() };
    let logo = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 40'%3E%3Crect width='160' height='40' rx='6' fill='%23e8590c'/%3E%3C/svg%3E";
    let branded = Shell { logo_url: Some(logo), client_logo: Some("https://prints.example/logo.png"), ..shell() };
    let endless = || Shell { tenant_name: long, client_name: Some(long), ..shell() };
    let identifier =
        "a-very-long-address-that-does-not-want-to-end.and-goes-on@subdomain.of-a-subdomain.harbour.example";
    vec![
        (plain(), sample("plain-login", login())),
        (plain(), sample("plain-again", Login { notice: Some(LoginNotice::SignInAgain), ..login() })),
        (plain(), sample("plain-consent", consent())),
        (
            plain(),
            sample("plain-form-post", FormPost { action: "https://prints.example/cb", fields: vec![("code", "co-1")] }),
        ),
        (
            plain(),
            sample("plain-expired", Expired { kind: ExpiredKind::SignIn, again_url: Some("https://prints.example/") }),
        ),
        (plain(), sample("plain-error", Error { back_url: Some("https://prints.example/"), ..Error::default() })),
        (branded, sample("branded-login", login())),
        (
            endless(),
            sample(
                "endless-login",
                Login { mode: LoginMode::Password, identifier, back_url: Some("/u/login"), ..login() },
            ),
        ),
        (endless(), sample("endless-consent", Consent { user_identifier: identifier, ..consent() })),
    ]
}
