//! Answering with a page.

use anteroom_accounts::Error;
use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::client::Client;
use anteroom_model::oauth::{ResponseMode, Screen};
use anteroom_model::{Kind, Language, Refusal};
use anteroom_signin::flow::{Finished, Next, OpenFlow};
use axum::body::Body;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use url::Url;

use super::path_of;
use crate::cookies::Purpose;
use crate::error;
use crate::pages::views::{self, ErrorKind, ExpiredKind, FormPost};
use crate::pages::{LanguageLink, Page, Shell, page_headers};
use crate::visit::Visit;

/// A page about to be shown to a visitor.
pub struct View<'a> {
    visit: &'a Visit,
    client: Option<&'a Client>,
    language: Language,
}

impl<'a> View<'a> {
    /// For a visitor whose application is not known.
    pub fn new(visit: &'a Visit, ui_locales: Option<&str>) -> Self {
        Self { visit, client: None, language: visit.language(ui_locales) }
    }

    /// For a visitor in a flow.
    pub fn of_flow(visit: &'a Visit, open: &'a OpenFlow) -> Self {
        let language = visit.language(open.flow.request.ui_locales.as_deref());
        Self { visit, client: Some(&open.client), language }
    }

    /// With this application.
    pub fn client(mut self, client: Option<&'a Client>) -> Self {
        self.client = client;
        self
    }

    /// The page with this status; its forms may lead to these addresses besides our own.
    pub fn page<P: Page>(&self, status: StatusCode, page: &P, form_action: &[&str]) -> Response {
        let links = self.language_urls();
        let shell = self.shell(&links);
        let html = self.visit.app.pages.render(self.language, &shell, page);
        let mut response = Response::new(Body::from(html));
        *response.status_mut() = status;
        *response.headers_mut() = page_headers(form_action);
        response
    }

    fn shell<'s>(&'s self, links: &'s [(Language, String)]) -> Shell<'s> {
        let settings = &self.visit.tenant.settings;
        Shell {
            tenant_name: tenant_name(&self.visit.tenant),
            logo_url: settings.picture_url.as_deref(),
            client_name: self.client.map(|client| client.name.as_str()),
            client_logo: self.client.and_then(|client| client.settings.logo_uri.as_deref()),
            support_url: settings.support_url.as_deref(),
            is_language_chosen: self.visit.query.get("ui_locales").is_some(),
            languages: links.iter().map(|(language, url)| LanguageLink { language: *language, url }).collect(),
        }
    }

    /// This page in each language; of a page that answers a form there is none to go to.
    fn language_urls(&self) -> Vec<(Language, String)> {
        if self.visit.query.iter().all(|(name, _)| name == "ui_locales") {
            return Vec::new();
        }
        let in_language = |language: Language| {
            let mut query = form_urlencoded::Serializer::new(String::new());
            let kept = self.visit.query.iter().filter(|(name, _)| *name != "ui_locales");
            query.extend_pairs(kept).append_pair("ui_locales", language.code());
            (language, format!("{}?{}", self.visit.uri.path(), query.finish()))
        };
        Language::ALL.map(in_language).into()
    }

    /// What comes after a step: the next page, or the application's answer.
    pub fn next(&self, state: &str, screen: Screen, next: Next) -> Response {
        match next {
            Next::Step(step) => to_page(path_of(step, screen), state, self.visit.query.get("ui_locales")),
            Next::Finished(finished) => self.finished(&finished),
        }
    }

    /// The application's answer, by the browser; always as a GET of its own (303, RFC 9700 §4.12).
    pub fn finished(&self, finished: &Finished) -> Response {
        let answer = &finished.answer;
        let mut response = match answer.response_mode {
            ResponseMode::FormPost => {
                let fields = answer.parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let page = FormPost { action: &answer.redirect_uri, fields };
                self.page(StatusCode::OK, &page, &[&answer.redirect_uri])
            }
            mode => redirect(&destination(&answer.redirect_uri, mode, &answer.parameters)),
        };
        if let Some(secret) = &finished.session {
            let seconds = self.visit.tenant.settings.session_seconds();
            if let Some(header) = self.visit.cookies.set(Purpose::Session, secret, seconds) {
                response.headers_mut().append(SET_COOKIE, header);
            }
        }
        response
    }

    /// A page that says why it does not go on.
    pub fn refused(&self, error: Error) -> Response {
        let refusal = error::told(error);
        if refusal.code.name == "flow_expired" {
            let home = self.client.and_then(Client::home);
            let kind = if self.visit.browser.is_none() { ExpiredKind::OtherBrowser } else { ExpiredKind::SignIn };
            let page = views::Expired { kind, again_url: home.as_deref() };
            return self.page(StatusCode::NOT_FOUND, &page, &[]);
        }
        self.error(&refusal)
    }

    /// A page with a refusal, for the person in words and for developers with its code.
    pub fn error(&self, refusal: &Refusal) -> Response {
        let kind = match refusal.code.kind {
            Kind::Forbidden => ErrorKind::AccessDenied,
            Kind::TooManyRequests => ErrorKind::TooManyRequests,
            Kind::Unavailable => ErrorKind::Unavailable,
            _ => ErrorKind::BadRequest,
        };
        let home = self.client.and_then(Client::home);
        let page = views::Error {
            kind,
            code: Some(refusal.code.name),
            description: Some(&refusal.message),
            reference: self.visit.context.origin.correlation_id.as_deref(),
            back_url: home.as_deref(),
        };
        self.page(error::status(refusal.code.kind), &page, &[])
    }
}

/// The tenant's name for people.
pub fn tenant_name(tenant: &TenantConfiguration) -> &str {
    tenant.settings.friendly_name.as_deref().unwrap_or(&tenant.tenant.name)
}

/// Sends the browser to a page of a flow.
pub fn to_page(path: &str, state: &str, ui_locales: Option<&str>) -> Response {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("state", state);
    if let Some(ui_locales) = ui_locales {
        query.append_pair("ui_locales", ui_locales);
    }
    redirect(&format!("{path}?{}", query.finish()))
}

/// Sends the browser somewhere, as a GET.
pub fn redirect(location: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    // What was registered is a URL, and what we add is escaped: this cannot fail.
    let location = HeaderValue::try_from(location).unwrap_or_else(|_| HeaderValue::from_static("/"));
    response.headers_mut().insert(LOCATION, location);
    response
}

/// A redirect URI with the answer's parameters in its query or fragment. What it says already stays (RFC 6749 §3.1.2).
pub fn destination(redirect_uri: &str, mode: ResponseMode, parameters: &[(&'static str, String)]) -> String {
    let mut text = form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(parameters);
    let encoded = text.finish();
    if mode == ResponseMode::Fragment {
        return format!("{redirect_uri}#{encoded}");
    }
    let has_query = Url::parse(redirect_uri).is_ok_and(|url| url.query().is_some());
    format!("{redirect_uri}{}{encoded}", if has_query { "&" } else { "?" })
}

#[cfg(test)]
mod tests {
    use super::destination;
    use anteroom_model::oauth::ResponseMode;

    #[test]
    fn the_answer_joins_what_the_address_says_already() {
        let parameters = [("code", "a b".to_owned()), ("state", "x&y".to_owned())];
        let to = |uri, mode| destination(uri, mode, &parameters);
        assert_eq!(to("https://a.example/cb", ResponseMode::Query), "https://a.example/cb?code=a+b&state=x%26y");
        assert_eq!(
            to("https://a.example/cb?k=v", ResponseMode::Query),
            "https://a.example/cb?k=v&code=a+b&state=x%26y"
        );
        assert_eq!(to("https://a.example/cb", ResponseMode::Fragment), "https://a.example/cb#code=a+b&state=x%26y");
    }
}
