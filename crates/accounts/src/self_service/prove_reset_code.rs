//! Typing the code of a mail instead of following its link.

use anteroom_crypto::token::{constant_time_eq, new_secret, stored_digest};
use anteroom_model::ticket::TicketKind;
use anteroom_model::{Context, EventKind, Refusal, User, UserKey, codes, reset_code};
use anteroom_store::ticket::code::{self, Asked};
use anteroom_store::{Connection, user};

use crate::configuration::TenantConfiguration;
use crate::tickets::{Asker, Found};
use crate::{Error, Record, Services, protection};

/// What is typed, and where.
#[derive(Clone, Debug)]
pub struct ProveResetCode {
    /// The secret of the browser in which the mail was asked for.
    pub browser: String,
    /// Who it is, as typed when the mail was asked for.
    pub identifier: String,
    /// The code, as typed.
    pub code: String,
}

struct Attempt {
    asker: Asker,
    /// None if what was typed cannot be a code.
    code: Option<String>,
    /// The ticket's next secret, for who has typed the code.
    secret: String,
    settings: anteroom_model::settings::TenantSettings,
}

/// Answers the secret with which another password can be chosen, to who types the code of a mail in the browser that asked
/// for it (requirement S0.L25.7). From then on the code is used up and the link of the mail leads nowhere; a link that was
/// used ends the code in turn. Of many at once with the right code, one gets the secret.
///
/// Wrong, used, too old, for another browser and for nobody are refused in the same words after the same work. Each try is
/// taken before it is looked at: after [`reset_code::MOST_TRIES`] the ticket is over, its link too.
///
/// # Errors
/// `invalid_code`.
pub async fn prove_reset_code(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ProveResetCode,
) -> Result<String, Error> {
    let attempt = Attempt {
        asker: Asker::new(&request.browser, &request.identifier),
        code: reset_code::typed(&request.code),
        secret: new_secret(&*context.random),
        settings: tenant.settings.clone(),
    };
    let outcome = services
        .transact(context, None, attempt, |connection, context, attempt| Box::pin(attempt.settle(connection, context)))
        .await?;
    outcome.ok_or_else(|| Refusal::new(&codes::RESET_CODE_WRONG, "The code is wrong or too old.").field("code").into())
}

impl Attempt {
    /// Settles the attempt: of a refusal the count and the record must stay, so it is no error here.
    async fn settle(&self, connection: &Connection<'_>, context: &Context) -> Result<Option<String>, Error> {
        let (tenant, now) = (context.tenant, context.now());
        let asked = code::newest(connection, tenant, &self.asker.digest()).await?;
        let asked = asked.filter(|asked| asked.ticket.kind == TicketKind::PasswordChange);
        let (ticket, whose) = asked.as_ref().map_or((0, UserKey(0)), |asked| (asked.ticket.key, asked.ticket.user));
        let has_try = code::take_try(connection, tenant, ticket, now, reset_code::MOST_TRIES).await?;
        let user = user::by_key(connection, tenant, whose).await?;
        let key = user.as_ref().map_or_else(|| self.asker.unknown_key(), |user| user.user_id.clone());
        let is_locked = protection::codes_locked(connection, context, &key).await?
            | protection::address_locked(connection, context, &self.settings).await?;
        let is_right = self.is_right(asked.as_ref());
        let found = asked.zip(user.clone()).map(|(asked, user)| Found { ticket: asked.ticket, user });
        let stands = found.is_some_and(|found| found.stands(now));
        if has_try
            && is_right
            && stands
            && !is_locked
            && code::exchange(connection, tenant, ticket, &stored_digest(&self.secret)).await?
        {
            return Ok(Some(self.secret.clone()));
        }
        code::end_if_spent(connection, tenant, ticket, now, reset_code::MOST_TRIES).await?;
        protection::count_wrong_code(connection, context, &self.settings, &key).await?;
        record_refusal(connection, context, user.as_ref()).await?;
        Ok(None)
    }

    /// Whether it is the ticket's code. Where there is no ticket one is compared with that nobody has.
    fn is_right(&self, asked: Option<&Asked>) -> bool {
        let (ticket, expected) = asked.map_or(("", ""), |asked| (&asked.digest, &asked.code_digest));
        let typed = self.asker.code_digest(ticket, self.code.as_deref().unwrap_or_default());
        constant_time_eq(typed.as_bytes(), expected.as_bytes())
    }
}

async fn record_refusal(connection: &Connection<'_>, context: &Context, user: Option<&User>) -> Result<(), Error> {
    let record = Record::new(context, EventKind::PasswordChangeRefused).reason(Some("wrong code".to_owned()));
    let record = match user {
        None => record,
        Some(user) => record.user(user),
    };
    record.write(connection).await
}
