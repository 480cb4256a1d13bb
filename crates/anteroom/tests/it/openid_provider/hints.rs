//! Parameters that help, and never stand in the way.

use super::{ADA, Tokens, asked_to_sign_in, certified};
use crate::harness::{Browser, PASSWORD, Page, Server, both_engines};

/// Signs Ada in with one more parameter, and gives the page that she saw.
async fn with(server: &Server, name: &str, value: &str) -> Page {
    server.person(ADA).await;
    let app = certified(server).await;
    let browser = Browser::new(server);
    let page = browser.visit(&app.authorize(&[(name, value)])).await;
    asked_to_sign_in(&page);
    Tokens::after(server, &app, &browser.sign_in(&page, ADA, PASSWORD).await, &[]).await;
    page
}

both_engines! {
    async fn oidcc_display_page(server: &Server) {
        with(server, "display", "page").await;
    }
}

both_engines! {
    async fn oidcc_display_popup(server: &Server) {
        with(server, "display", "popup").await;
    }
}

both_engines! {
    async fn oidcc_login_hint(server: &Server) {
        let page = with(server, "login_hint", ADA).await;
        assert!(page.says(&format!("value=\"{ADA}\"")), "{}", page.answer.text);
    }
}

both_engines! {
    async fn oidcc_ui_locales(server: &Server) {
        let page = with(server, "ui_locales", "se zh-CN en").await;
        assert!(page.says("<html lang=\"zh"), "{}", page.answer.text);
    }
}

both_engines! {
    async fn a_language_that_nobody_speaks_here_gives_the_usual_page(server: &Server) {
        let page = with(server, "ui_locales", "se").await;
        assert!(page.says("<html lang=\"en\""), "{}", page.answer.text);
    }
}

both_engines! {
    async fn oidcc_claims_locales(server: &Server) {
        with(server, "claims_locales", "se").await;
    }
}

both_engines! {
    // None are offered, so the suite sends `1 2` and warns that the ID token names neither.
    async fn oidcc_ensure_request_with_acr_values_succeeds(server: &Server) {
        with(server, "acr_values", "1 2").await;
    }
}
