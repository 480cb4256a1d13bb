//! The numbers of paths.

use std::collections::{BTreeSet, HashMap};

use anteroom_model::TenantId;

use super::leaf::{Kind, Leaf};
use crate::db::{Connection, Error, Sql};

/// The most paths of one statement.
const AT_ONCE: usize = 1_024;

/// The numbers of some paths.
#[derive(Default)]
pub struct Paths(HashMap<(String, &'static str), i64>);

impl Paths {
    /// The number of the leaf's path.
    pub fn of(&self, leaf: &Leaf) -> Option<i64> {
        // Looking up by a borrowed pair would need a key type of its own; leaves are few.
        self.0.get(&(leaf.path.clone(), leaf.kind.name())).copied()
    }

    /// The numbers of the leaves' paths, as far as they have any.
    pub async fn known(
        connection: &Connection<'_>,
        tenant: TenantId,
        leaves: impl Iterator<Item = &Leaf>,
    ) -> Result<Self, Error> {
        let wanted: BTreeSet<&str> = leaves.map(|leaf| leaf.path.as_str()).collect();
        let mut paths = Self::default();
        paths.read(connection, tenant, &wanted.into_iter().collect::<Vec<_>>()).await?;
        Ok(paths)
    }

    /// The numbers of the leaves' paths; those that have none get one.
    pub async fn made(
        connection: &Connection<'_>,
        tenant: TenantId,
        leaves: impl Iterator<Item = &Leaf>,
    ) -> Result<Self, Error> {
        // In one order, so that two transactions that make some of the same wait for each other and not in a circle.
        let wanted: BTreeSet<(&str, Kind)> = leaves.map(|leaf| (leaf.path.as_str(), leaf.kind)).collect();
        let names: Vec<&str> = wanted.iter().map(|(path, _)| *path).collect::<BTreeSet<_>>().into_iter().collect();
        let mut paths = Self::default();
        paths.read(connection, tenant, &names).await?;
        let lacking: Vec<_> = wanted
            .iter()
            .filter(|(path, kind)| !paths.0.contains_key(&((*path).to_owned(), kind.name())))
            .copied()
            .collect();
        for part in lacking.chunks(AT_ONCE) {
            let mut sql = Sql::new("INSERT INTO attribute_path (tenant_id, path, kind) VALUES ");
            for (index, (path, kind)) in part.iter().enumerate() {
                sql = sql.push(if index == 0 { "(" } else { ", (" }).bind(tenant).push(", ").bind(*path).push(", ");
                sql = sql.bind(kind.name()).push(")");
            }
            // What somebody else made meanwhile is there when their transaction has ended, for which this one waits.
            connection.execute(sql.push(" ON CONFLICT DO NOTHING")).await?;
            let names: BTreeSet<&str> = part.iter().map(|(path, _)| *path).collect();
            paths.read(connection, tenant, &names.into_iter().collect::<Vec<_>>()).await?;
        }
        Ok(paths)
    }

    async fn read(&mut self, connection: &Connection<'_>, tenant: TenantId, names: &[&str]) -> Result<(), Error> {
        for part in names.chunks(AT_ONCE) {
            let sql = Sql::new("SELECT path, kind, id FROM attribute_path WHERE tenant_id = ").bind(tenant);
            let sql = sql.push(" AND path IN (").bind_list(Sql::padded(part.to_vec())).push(")");
            for (path, kind, id) in connection.all::<(String, String, i64)>(sql).await? {
                let kind = [Kind::Text, Kind::Digits, Kind::Number].into_iter().find(|known| known.name() == kind);
                self.0.extend(kind.map(|kind| ((path, kind.name()), id)));
            }
        }
        Ok(())
    }
}
