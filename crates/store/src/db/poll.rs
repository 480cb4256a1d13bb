//! Running the futures of SQLite transactions, which are ready at their first poll.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::error::Error;

/// The future's output; it must be ready at once, as every statement of SQLite is.
///
/// # Errors
/// When it is not: something waited for the outside within a transaction, which is a mistake of ours.
pub(super) fn ready<T, E: From<Error>>(future: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(result) => result,
        Poll::Pending => {
            Err(Error::Statement("a transaction waited for something outside the database".to_owned()).into())
        }
    }
}
