//! Where mails go. Nothing is sent.

use super::report::{Finding, Report};
use crate::commands::delivery;
use crate::configuration::{Configuration, Mail};

pub(super) fn check(configuration: &Configuration, report: &mut Report) {
    report.add("mail", destination(&configuration.mail));
}

fn destination(mail: &Mail) -> Finding {
    let Some(server) = &mail.server else {
        return Ok(format!("written to {}, for no mail server is set (smtp_url)", mail.folder.display()));
    };
    delivery::transport(mail).map_err(|error| format!("{error:#}"))?;
    Ok(format!("sent by {server} as {}", mail.from.address))
}
