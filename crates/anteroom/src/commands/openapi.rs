//! `anteroom openapi`

use std::io::Write;

/// Prints the document that `/api/v2/openapi.json` answers.
pub fn run() -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(&anteroom_http::openapi())?;
    text.push('\n');
    Ok(std::io::stdout().write_all(text.as_bytes())?)
}
