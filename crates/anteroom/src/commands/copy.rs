//! `anteroom copy`
pub async fn run(_: &crate::command_line::Copy) -> anyhow::Result<()> { anyhow::bail!("x") }
