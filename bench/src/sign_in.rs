//! What signing in costs: one at a time with a hash that costs nothing, and many at once with the one that protects.

use std::time::Duration;

use anyhow::Context;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::application::{Application, OFFLINE_SCOPE, SCOPE};
use crate::browser::{Browser, PASSWORD};
use crate::client::{Client, request};
use crate::crowd::{self, Crowd};
use crate::engine::{LOADERS, create_all};
use crate::machine;
use crate::measure::{Measured, Meters, each, measure, measure_each};
use crate::operation::Operation;
use crate::people::CONNECTION;
use crate::server::{Launch, Server};

/// People who sign in one after the other.
const ALONE: usize = 100;

/// What signing in is measured with.
pub struct SigningIn<'a> {
    /// How servers are started.
    pub launch: &'a Launch<'a>,
    /// The host they answer to.
    pub host: &'a str,
    /// The `authorization` header's line of whoever may create users and applications.
    pub authorization: String,
    /// The body of a machine's request for a token.
    pub token_body: String,
    /// How long each is measured.
    pub span: Duration,
}

impl SigningIn<'_> {
    /// A whole sign-in and what follows it, one request after the other.
    pub async fn alone(&self) -> anyhow::Result<Vec<Measured>> {
        let launch = Launch { cheap_passwords: true, ..*self.launch };
        let (server, _) = launch.start().await?;
        let application = self.application().await?;
        let people = self.people("alone", ALONE).await?;
        let mut browser = Browser::connect(&application, launch.port).await?;
        for person in &people {
            browser.sign_in(person, SCOPE).await?;
        }
        server.stop().await?;
        // Only now is there something to count of sessions and the like.
        launch.database.analyze()?;

        let (server, _) = launch.start().await?;
        let sign_in = self.sign_ins(&server, &application, &people).await.context("whole sign-in")?;
        let mut browser = Browser::connect(&application, launch.port).await?;
        let tokens = browser.sign_in(&people[0], OFFLINE_SCOPE).await?;
        let refresh = self.refreshes(&server, &application, &tokens).await.context("refresh")?;
        let tokens = browser.sign_in(&people[0], SCOPE).await?;
        let token = text(&tokens, "access_token")?;
        let user_info = self.again(&server, Operation::UserInfo, application.user_info(token)).await?;
        let introspection = self.again(&server, Operation::Introspection, application.introspect(token)).await?;
        server.stop().await?;
        Ok(vec![sign_in, refresh, user_info, introspection])
    }

    /// Many at once, on a server as it comes.
    pub async fn together(&self) -> anyhow::Result<Crowd> {
        let (server, _) = self.launch.start().await?;
        let application = self.application().await?;
        let people = self.people("together", crowd::PEOPLE).await?;
        let before = machine::password_checks(self.span).await?;
        let mut meters = self.meters(&server);
        let idle = meters.read()?;
        let few = crowd::sign_in(&application, self.launch.port, &people[..crowd::FEW], self.span * 2).await?;
        let cost = each(meters.read()?.since(idle).server, few.all);
        let after = machine::password_checks(self.span).await?;
        server.stop().await?;

        let (server, _) = self.launch.start().await?;
        let request = request("POST", "/oauth/token", self.host, "", &self.token_body);
        let many = crowd::sign_in(&application, self.launch.port, &people, self.span * 2);
        let (tokens, many) = crowd::tokens_beside(self.launch.port, &request, many).await?;
        let memory = server.peak_memory()?;
        server.stop().await?;
        let checks = if before.rate > after.rate { before } else { after };
        Ok(Crowd { few, cost, checks, many, tokens, memory })
    }

    async fn sign_ins(
        &self,
        server: &Server,
        application: &Application,
        people: &[String],
    ) -> anyhow::Result<Measured> {
        let mut browser = Browser::connect(application, self.launch.port).await?;
        let mut people = people.iter().cycle();
        let once = async || match people.next() {
            Some(person) => browser.sign_in(person, SCOPE).await.map(|_| true),
            None => Ok(false),
        };
        measure_each(Operation::SignIn, once, self.span, &mut self.meters(server)).await
    }

    async fn refreshes(&self, server: &Server, application: &Application, tokens: &Value) -> anyhow::Result<Measured> {
        let mut client = Client::connect(self.launch.port).await?;
        let mut token = text(tokens, "refresh_token")?.to_owned();
        let once = async || {
            let answer = client.send_for_json(&application.refresh(&token), Operation::Refresh.status()).await?;
            text(&answer, "refresh_token")?.clone_into(&mut token);
            Ok(true)
        };
        measure_each(Operation::Refresh, once, self.span, &mut self.meters(server)).await
    }

    async fn again(&self, server: &Server, operation: Operation, request: Vec<u8>) -> anyhow::Result<Measured> {
        let mut client = Client::connect(self.launch.port).await?;
        let answer = client.send_for_json(&request, 200).await.with_context(|| operation.name())?;
        anyhow::ensure!(answer["sub"].is_string(), "{}: {answer}", operation.name());
        measure(&mut client, operation, std::iter::repeat(request), self.span, &mut self.meters(server)).await
    }

    async fn application(&self) -> anyhow::Result<Application> {
        let mut client = Client::connect(self.launch.port).await?;
        Application::create(&mut client, self.host, &self.authorization).await
    }

    /// Makes people who have a password, hashed as the server that runs does; answers their e-mail addresses.
    async fn people(&self, name: &str, count: usize) -> anyhow::Result<Vec<String>> {
        let create = |number: usize| {
            let email = format!("{name}{number}@example.com");
            let body = json!({
                "connection": CONNECTION, "email": email, "name": format!("{name} {number}"), "password": PASSWORD,
                "email_verified": true,
            });
            (request("POST", "/api/v2/users", self.host, &self.authorization, &body.to_string()), Some(email))
        };
        let requests: Vec<_> = (0..count).map(create).collect();
        let mut loaders = JoinSet::new();
        for share in requests.chunks(count.div_ceil(LOADERS)) {
            loaders.spawn(create_all(self.launch.port, share.to_vec()));
        }
        let mut emails = Vec::with_capacity(count);
        while let Some(created) = loaders.join_next().await {
            emails.extend(created??.into_iter().filter_map(|(_, email)| email));
        }
        Ok(emails)
    }

    fn meters(&self, server: &Server) -> Meters {
        Meters::of(server, self.launch.database)
    }
}

fn text<'a>(value: &'a Value, name: &str) -> anyhow::Result<&'a str> {
    value[name].as_str().with_context(|| format!("no {name}"))
}
