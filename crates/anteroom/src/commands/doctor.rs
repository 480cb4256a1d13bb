//! `anteroom doctor`
pub async fn run(_: &crate::configuration::Configuration) -> anyhow::Result<()> { anyhow::bail!("x") }
