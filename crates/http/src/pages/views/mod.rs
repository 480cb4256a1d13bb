//! What each page shows. A handler fills in one of these; the template of the same name lays it out.
//!
//! Texts are as people wrote them, and escaped when rendered. The `action` of a form and all other URLs come from the handler,
//! so that routes stand in one place. Which fields a form sends is said at each page.

mod consent;
mod email;
mod errors;
mod form_post;
mod login;
mod logout;
mod password;
mod sign_up;
mod trouble;

pub use consent::{Consent, ConsentApi, ConsentScope};
pub use email::{EmailNeeded, EmailNotice, VerifyEmail, VerifyEmailDone};
pub use errors::{CurrentPasswordError, FormError, IdentifierError, NameError, PasswordError};
pub use form_post::FormPost;
pub use login::{Identifiers, Login, LoginError, LoginMode, LoginNotice};
pub use logout::{LoggedOut, LogoutConfirm};
pub use password::{
    ChangePassword, ChangeReason, CodeError, ForgotPassword, ForgotPasswordSent, ResetPassword, ResetPasswordDone,
};
pub use sign_up::{Asked, SignUp, SignUpError, SignUpErrors, SignUpFields, SignUpValues};
pub use trouble::{Error, ErrorKind, Expired, ExpiredKind, InsecureTransport, NotFound};
