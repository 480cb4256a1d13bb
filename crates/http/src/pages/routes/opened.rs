//! The flow that a page shows or a form is for.

use anteroom_signin::flow::{OpenFlow, find_flow};
use axum::response::Response;

use super::form::Form;
use super::view::View;
use crate::error::ApiError;
use crate::visit::Visit;

/// The flow of this handle in this browser, or the page that says why there is none.
pub async fn flow_of(visit: &Visit, state: &str) -> Result<OpenFlow, Response> {
    let found = find_flow(&visit.app.services, &visit.context, &visit.place(state)).await;
    found.map_err(|error| View::new(visit, None).refused(error))
}

/// The form and the flow it is for, or the page that says what is wrong.
pub async fn form_of_flow(visit: &Visit, form: Result<Form, ApiError>) -> Result<(Form, OpenFlow), Response> {
    let form = form.map_err(|refused| View::new(visit, None).error(&refused.0))?;
    let open = flow_of(visit, form.text("state")).await?;
    Ok((form, open))
}
