//! The flow: from an application's request to its answer, one step after the other.
//!
//! Hosted pages and applications that draw their own pages drive the same steps. A step answers what comes next; the
//! last one answers the application, once.

mod begin;
mod change_password;
mod consent;
mod finish;
mod open;
mod password;
mod sign_up;
mod tasks;
mod verify_email;

use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_crypto::token::stored_digest;
use anteroom_model::flow::Step;
use anteroom_model::oauth::ResponseMode;
use anteroom_model::{Refusal, codes};
use anteroom_store::flow::FlowKey;

pub use begin::{Begin, BeginError, Begun, begin};
pub use change_password::change_password;
pub use consent::decide_consent;
pub use open::{OpenFlow, find_flow};
pub use password::{Attempt, identify, prove_password};
pub use sign_up::sign_up;
pub use verify_email::{go_on_verified, send_verification_again};

/// Where a step happens: in which flow, in which browser, of which tenant.
#[derive(Clone)]
pub struct Place {
    /// The tenant.
    pub tenant: Arc<TenantConfiguration>,
    /// The flow's secret, which the page's address holds.
    pub flow: String,
    /// The browser's secret, which a cookie holds.
    pub browser: String,
    /// The session's secret, if the browser has one.
    pub session: Option<String>,
}

impl Place {
    fn key(&self) -> FlowKey {
        FlowKey { digest: stored_digest(&self.flow), browser: stored_digest(&self.browser) }
    }
}

/// What comes after a step.
#[derive(Clone, Debug)]
pub enum Next {
    /// Another step.
    Step(Step),
    /// The answer to the application: the flow is over.
    Finished(Finished),
}

/// The end of a flow.
#[derive(Clone, Debug)]
pub struct Finished {
    /// What the application is told.
    pub answer: Answer,
    /// The session's new secret for the browser's cookie; none where the one it has stays.
    pub session: Option<String>,
}

/// What an application is told, and how it gets there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where.
    pub redirect_uri: String,
    /// How.
    pub response_mode: ResponseMode,
    /// What: `code`, or `error` with `error_description`; `state`; `iss` (RFC 9207).
    pub parameters: Vec<(&'static str, String)>,
}

impl Answer {
    /// A refusal.
    fn refused(to: &anteroom_model::oauth::Return, issuer: &str, refusal: &Refusal) -> Self {
        let parameters =
            vec![("error", refusal.code.name.to_owned()), ("error_description", refusal.message.clone().into_owned())];
        Self::new(to, issuer, parameters)
    }

    fn new(to: &anteroom_model::oauth::Return, issuer: &str, mut parameters: Vec<(&'static str, String)>) -> Self {
        parameters.extend(to.state.clone().map(|state| ("state", state)));
        parameters.push(("iss", issuer.to_owned()));
        Self { redirect_uri: to.redirect_uri.clone(), response_mode: to.response_mode, parameters }
    }
}

/// The refusal of a step in a flow that is over, or that belongs to another browser.
pub(crate) fn over() -> Refusal {
    Refusal::new(&codes::FLOW_UNKNOWN, "The sign-in is over, or was begun in another browser.")
}

/// The refusal of a step that the flow is not at.
pub(crate) fn not_now(step: Step) -> Refusal {
    Refusal::new(&codes::FLOW_STEP, format!("The sign-in is at the step {}.", step.name()))
}
