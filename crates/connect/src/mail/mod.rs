//! Mail: what one is, and the two ways out.
//!
//! - [`Message`]: a mail, complete.
//! - [`Sender`]: whom mails come from.
//! - [`Transport`]: through a mail server ([`SmtpServer`]), or into a folder while there is none ([`Folder`]).

mod error;
mod folder;
mod message;
mod sender;
mod server_url;
mod smtp;
mod transport;

pub use error::DeliveryError;
pub use folder::Folder;
pub use message::Message;
pub use sender::Sender;
pub use server_url::{Security, SmtpServer};
pub use smtp::Smtp;
pub use transport::Transport;
