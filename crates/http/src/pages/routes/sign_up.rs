//! `/u/signup`: making an account on the way to an application.

use anteroom_accounts::Error;
use anteroom_accounts::self_service::{self, SignUp as Request};
use anteroom_model::connection::{Asked as Rule, Connection, SignUpRules};
use anteroom_model::oauth::Screen;
use anteroom_model::user::SignUpFields as Fields;
use anteroom_model::{Actor, Context, Refusal, codes};
use anteroom_signin::flow::{OpenFlow, sign_up};
use axum::http::StatusCode;
use axum::response::Response;

use super::form::Form;
use super::login;
use super::opened::{flow_of, form_of_flow};
use super::password_error::password_error;
use super::path_of;
use super::view::{View, to_page};
use crate::error::ApiError;
use crate::pages::views::{
    Asked, IdentifierError, NameError, SignUp, SignUpError, SignUpErrors, SignUpFields, SignUpValues,
};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/signup";

/// Shows the page, where sign-up is on (requirement S4.L24.3).
pub async fn show(visit: Visit) -> Response {
    let state = visit.query.get("state").unwrap_or_default();
    let open = match flow_of(&visit, state).await {
        Ok(open) => open,
        Err(refused) => return refused,
    };
    match path_of(open.flow.progress.step(), Screen::Login) {
        login::PATH => {
            Making { visit: &visit, open: &open, state }.page(SignUpValues::default(), SignUpErrors::default())
        }
        other => to_page(other, state, visit.query.get("ui_locales")),
    }
}

/// Makes the account and goes on with the sign-in.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let (form, open) = match form_of_flow(&visit, form).await {
        Ok(opened) => opened,
        Err(refused) => return refused,
    };
    let (state, services) = (form.text("state"), &visit.app.services);
    let place = visit.place(state);
    let making = Making { visit: &visit, open: &open, state };
    let values = SignUpValues {
        email: form.text("email"),
        username: form.text("username"),
        phone: form.text("phone"),
        name: form.text("name"),
    };
    let made = match making.sign_up(values, form.text("password")).await {
        Ok(made) => made,
        Err(Error::Refused(refusal)) => {
            return making.page(values, making.errors(&refusal, values, form.text("password")));
        }
        Err(failed) => return View::of_flow(&visit, &open).refused(failed),
    };
    match sign_up(services, &visit.context, &place, made).await {
        Ok(next) => View::of_flow(&visit, &open).next(state, Screen::Login, next),
        Err(error) => View::of_flow(&visit, &open).refused(error),
    }
}

/// Making an account in one flow.
struct Making<'a> {
    visit: &'a Visit,
    open: &'a OpenFlow,
    state: &'a str,
}

impl Making<'_> {
    async fn sign_up(&self, values: SignUpValues<'_>, password: &str) -> Result<anteroom_model::User, Error> {
        let source = self.visit.tenant.database().filter(|source| source.sign_up().is_some());
        let closed = || Refusal::new(&codes::SIGN_UP_OFF, "Sign-up is switched off at this connection.");
        let source = source.ok_or_else(closed)?;
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let request = Request {
            connection: source.name.clone(),
            client_id: Some(self.open.client.client_id.clone()),
            fields: Fields {
                email: text(values.email),
                username: text(values.username),
                phone_number: text(values.phone),
                name: text(values.name),
                ..Fields::default()
            },
            password: password.to_owned(),
            language: self.visit.language(self.open.flow.request.ui_locales.as_deref()),
        };
        let actor = Actor::Visitor { client_id: Some(self.open.client.client_id.clone()) };
        let context = Context { actor, ..self.visit.context.clone() };
        self_service::sign_up(&self.visit.app.services, &self.visit.tenant, &context, request).await
    }

    fn page(&self, values: SignUpValues<'_>, errors: SignUpErrors) -> Response {
        let source = self.visit.tenant.database();
        let Some((source, rules)) = source.and_then(|source| Some((source, source.sign_up()?))) else {
            let closed = Refusal::new(&codes::SIGN_UP_OFF, "Sign-up is switched off at this connection.");
            return View::of_flow(self.visit, self.open).error(&closed);
        };
        let login_url = format!("{}?state={}", login::PATH, self.state);
        let page = SignUp {
            action: PATH,
            state: self.state,
            fields: fields(&rules),
            values,
            min_length: source.password_policy().min_length,
            errors,
            login_url: Some(&login_url),
        };
        let is_right = errors.is_empty();
        let status = if is_right { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        View::of_flow(self.visit, self.open).page(status, &page, &[&self.open.flow.request.redirect_uri])
    }

    fn errors(&self, refusal: &Refusal, values: SignUpValues<'_>, password: &str) -> SignUpErrors {
        let mut errors = SignUpErrors::default();
        let identifier = |text: &str| if text.is_empty() { IdentifierError::Empty } else { IdentifierError::Invalid };
        match (refusal.code.name, refusal.field.as_deref()) {
            ("invalid_password", _) => {
                let policy = self.visit.tenant.database().map(Connection::password_policy).unwrap_or_default();
                let words = [values.email, values.username, values.phone, values.name];
                errors.password = Some(password_error(&policy, password, &words));
            }
            ("invalid_body", Some("email")) => errors.email = Some(identifier(values.email)),
            ("invalid_body", Some("username")) => errors.username = Some(identifier(values.username)),
            ("invalid_body", Some("phone_number")) => errors.phone = Some(identifier(values.phone)),
            ("invalid_body", Some("name")) => errors.name = Some(NameError::TooLong),
            ("identifier_missing", _) => errors.email = Some(IdentifierError::Empty),
            ("signup_disabled", _) => errors.general = Some(SignUpError::Closed),
            ("too_many_requests", _) => errors.general = Some(SignUpError::TooManyRequests),
            ("service_unavailable", _) => errors.general = Some(SignUpError::Unavailable),
            _ => errors.general = Some(SignUpError::Refused),
        }
        errors
    }
}

fn fields(rules: &SignUpRules) -> SignUpFields {
    let asked = |rule| match rule {
        Rule::Required => Asked::Required,
        Rule::Optional => Asked::Optional,
        Rule::Off => Asked::Off,
    };
    SignUpFields {
        email: asked(rules.email),
        username: asked(rules.username),
        phone: asked(rules.phone),
        name: Asked::Optional,
    }
}
