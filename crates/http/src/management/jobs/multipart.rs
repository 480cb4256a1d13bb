//! The form of an import (RFC 7578): its file goes piece by piece to the database, the rest is short.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anteroom_accounts::jobs::Upload;
use anteroom_model::{Context, Refusal, codes};
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use futures_util::{Stream, StreamExt, stream};
use multer::{Field, Multipart};

use crate::error::ApiError;
use crate::state::App;

/// The part that is the file.
pub const FILE: &str = "users";
/// The longest part that is not the file, in bytes.
const TEXT_MAX: usize = 64 * 1024;
/// How much may be read without making a piece of a part of it: the headers of a part are that long at most.
const UNREAD_MAX: usize = 1024 * 1024;

/// A form that was read.
pub struct Form {
    /// Its texts by their names.
    pub texts: BTreeMap<String, String>,
    /// Its file.
    pub file: Option<File>,
}

/// A file that arrived whole, but of which no job was made yet.
pub struct File {
    /// What was kept of it.
    pub upload: Upload,
    /// Its name, if it was told.
    pub name: String,
    /// Its media type, if it was told.
    pub media_type: String,
}

/// Reads a form whose texts have these names.
///
/// # Errors
/// `unsupported_media_type`; `invalid_body` naming the part; `payload_too_large`. What was kept of the file is then
/// forgotten.
pub async fn read(app: &App, context: &Context, request: Request, names: &[&str]) -> Result<Form, ApiError> {
    let header = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = header.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("multipart/form-data") {
        return Err(Refusal::new(&codes::MEDIA_TYPE, "Send the body as multipart/form-data.").into());
    }
    let boundary = multer::parse_boundary(header).map_err(|_| malformed())?;
    let unread = Arc::new(AtomicUsize::new(0));
    let mut parts = Multipart::new(bounded(request.into_body(), Arc::clone(&unread)), boundary);
    let mut form = Form { texts: BTreeMap::new(), file: None };
    while let Some(mut part) = in_time(app.settings.timeout, parts.next_field()).await? {
        unread.store(0, Ordering::Relaxed);
        let name = part.name().map(str::to_owned).ok_or_else(malformed)?;
        let is_again = form.texts.contains_key(&name) || name == FILE && form.file.is_some();
        if is_again {
            return Err(Refusal::invalid_field(&name, "must not be sent twice").into());
        }
        if name == FILE {
            form.file = Some(file(app, context, &mut part, &unread).await?);
        } else if names.contains(&name.as_str()) {
            let text = text(app, &name, &mut part, &unread).await?;
            form.texts.insert(name, text);
        } else {
            let message = format!("Payload validation error: 'Additional properties not allowed: {name}'.");
            return Err(Refusal::new(&codes::INVALID_BODY, message).field(name).into());
        }
    }
    Ok(form)
}

async fn file(app: &App, context: &Context, part: &mut Field<'static>, unread: &AtomicUsize) -> Result<File, ApiError> {
    let limit = app.settings.upload_limit;
    let name = part.file_name().unwrap_or_default().to_owned();
    let media_type = part.content_type().map(|media_type| media_type.essence_str().to_owned()).unwrap_or_default();
    let mut upload = Upload::begin(&app.services, context).await?;
    while let Some(piece) = in_time(app.settings.timeout, part.chunk()).await? {
        unread.store(0, Ordering::Relaxed);
        if limit.is_some_and(|limit| upload.size() + piece.len() > limit) {
            let message =
                format!("Payload content length greater than maximum allowed: {}.", limit.unwrap_or_default());
            return Err(Refusal::new(&codes::BODY_TOO_LARGE, message).field(FILE).into());
        }
        upload.append(&piece).await?;
    }
    Ok(File { upload, name, media_type })
}

async fn text(app: &App, name: &str, part: &mut Field<'static>, unread: &AtomicUsize) -> Result<String, ApiError> {
    let mut bytes = Vec::new();
    while let Some(piece) = in_time(app.settings.timeout, part.chunk()).await? {
        unread.store(0, Ordering::Relaxed);
        bytes.extend_from_slice(&piece);
        if bytes.len() > TEXT_MAX {
            return Err(Refusal::invalid_field(name, "must have at most 65536 bytes").into());
        }
    }
    let text = String::from_utf8(bytes).map_err(|_| Refusal::invalid_field(name, "must be UTF-8"))?;
    if text.contains('\0') {
        return Err(Refusal::invalid_field(name, "must not hold the character U+0000").into());
    }
    Ok(text)
}

/// Whoever sends nothing for so long is not waited for any more.
async fn in_time<T>(limit: Duration, next: impl Future<Output = multer::Result<T>>) -> Result<T, ApiError> {
    match tokio::time::timeout(limit, next).await {
        Ok(Ok(part)) => Ok(part),
        Ok(Err(_)) => Err(malformed().into()),
        Err(_) => Err(Refusal::new(&codes::UNAVAILABLE, "The body stopped on its way.").into()),
    }
}

fn malformed() -> Refusal {
    Refusal::new(&codes::INVALID_BODY, "Payload validation error: 'Invalid multipart payload format'.")
}

/// The body, no faster than it is taken: the reader of parts would fill the memory with all that comes at once, and with
/// headers that do not end.
fn bounded(body: Body, unread: Arc<AtomicUsize>) -> impl Stream<Item = Result<Bytes, axum::BoxError>> + Send {
    stream::try_unfold(body.into_data_stream(), move |mut body| {
        let unread = Arc::clone(&unread);
        async move {
            tokio::task::yield_now().await;
            let Some(piece) = body.next().await else { return Ok(None) };
            let piece = piece.map_err(axum::BoxError::from)?;
            if unread.fetch_add(piece.len(), Ordering::Relaxed) > UNREAD_MAX {
                return Err("the headers of a part do not end".into());
            }
            Ok(Some((piece, body)))
        }
    })
}
