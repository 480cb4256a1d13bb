//! Whether the database answers and is one that this version can use.

use anteroom_store::migration::{SCHEMA_VERSION, Schema, check_encoding, check_locale};
use anteroom_store::{Db, Dialect, Error};

use super::report::{Finding, Report};
use crate::commands::services;
use crate::configuration::{Configuration, DatabaseUrl};

/// The database, if it can be asked for more.
pub(super) async fn check(configuration: &Configuration, report: &mut Report) -> Option<Db> {
    let url = &configuration.database.url;
    let (db, schema) = match reach(configuration).await {
        Ok(found) => found,
        Err(text) => {
            report.add(format!("database {url}"), Err(text));
            return None;
        }
    };
    report.add(format!("database {url}"), Ok("answers".to_owned()));
    if db.dialect() == Dialect::Postgres {
        report.add("encoding and locale", letters(&db).await);
    }
    let usable = usable(schema);
    let is_usable = usable.is_ok();
    report.add("schema", usable);
    is_usable.then_some(db)
}

async fn reach(configuration: &Configuration) -> Result<(Db, Schema), String> {
    if let DatabaseUrl::Sqlite(path) = &configuration.database.url
        && !path.exists()
    {
        return Err("there is no such file; the first `anteroom serve` makes it".to_owned());
    }
    let url = services::database_url(&configuration.database.url).map_err(|error| error.to_string())?;
    let db = Db::open_for_reading(&url, 1).map_err(|error| error.to_string())?;
    let schema = db.schema().await.map_err(|error| {
        format!("{error}; check the URL, that the database runs, and that this account may connect to it")
    })?;
    Ok((db, schema))
}

async fn letters(db: &Db) -> Finding {
    let checked: Result<(), Error> = async {
        let session = db.session().await?;
        check_encoding(&session.connection()).await?;
        check_locale(&session.connection()).await
    }
    .await;
    checked.map(|()| "every script is found".to_owned()).map_err(|error| error.to_string())
}

fn usable(schema: Schema) -> Finding {
    let found = schema.version;
    match schema {
        Schema { version: 0, .. } => {
            Err("the database is empty: `anteroom migrate` or the first start fills it".to_owned())
        }
        Schema { oldest_binary, .. } if oldest_binary > SCHEMA_VERSION => {
            Err(format!("{found}, of a later release, and this one knows {SCHEMA_VERSION}: use the later release"))
        }
        Schema { version, .. } if version < SCHEMA_VERSION => Err(format!(
            "{found}, and this release needs {SCHEMA_VERSION}: back the database up, then `anteroom migrate`"
        )),
        _ => Ok(format!("{found}; this release brings {SCHEMA_VERSION}")),
    }
}
