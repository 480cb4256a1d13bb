//! Transactions of the engine itself, which serve no request.

use anteroom_store::{BoxFuture, Connection, Db, Error, Work};

/// The body of such a transaction.
type Body<S, T> = for<'a> fn(&'a Connection<'a>, &'a S) -> BoxFuture<'a, Result<T, Error>>;

struct Step<S, T> {
    state: S,
    body: Body<S, T>,
}

impl<S: Send + Sync + 'static, T: Send + 'static> Work for Step<S, T> {
    type Output = T;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<T, Error>> {
        (self.body)(connection, &self.state)
    }
}

/// Runs the body in one transaction.
///
/// # Errors
/// What the body answers, or that the database failed.
pub(crate) async fn write<S, T>(db: &Db, state: S, body: Body<S, T>) -> Result<T, Error>
where
    S: Send + Sync + 'static,
    T: Send + 'static,
{
    db.write(Step { state, body }).await
}
