//! A client of HTTP/1.1 that does as little as possible: one connection, one request at a time, answers with a length.

use anyhow::{Context, bail, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// No answer here is near it; whatever is larger is a mistake.
const LONGEST_ANSWER: usize = 16 * 1024 * 1024;

/// An open connection.
pub struct Client {
    stream: TcpStream,
    /// What was read and not yet used.
    buffer: Vec<u8>,
}

/// An answer.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The lines before the body.
    head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Client {
    /// Connects to `127.0.0.1` on this port.
    pub async fn connect(port: u16) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request, made by [`request`], and waits for the whole answer.
    pub async fn send(&mut self, request: &[u8]) -> anyhow::Result<Answer> {
        self.stream.write_all(request).await?;
        let head = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
            self.read().await?;
        };
        let lines = std::str::from_utf8(&self.buffer[..head])?.to_owned();
        let (status, length) = parse_head(&lines)?;
        ensure!(length <= LONGEST_ANSWER, "an answer of {length} bytes");
        while self.buffer.len() < head + length {
            self.read().await?;
        }
        let body = self.buffer[head..head + length].to_vec();
        self.buffer.drain(..head + length);
        Ok(Answer { status, head: lines, body })
    }

    /// Sends a request whose answer must be JSON with this status.
    pub async fn send_for_json(&mut self, request: &[u8], status: u16) -> anyhow::Result<serde_json::Value> {
        let answer = self.send(request).await?;
        answer.expect(status)?;
        Ok(serde_json::from_slice(&answer.body)?)
    }

    async fn read(&mut self) -> anyhow::Result<()> {
        ensure!(self.buffer.len() <= LONGEST_ANSWER, "an answer without end");
        ensure!(self.stream.read_buf(&mut self.buffer).await? > 0, "the server closed the connection");
        Ok(())
    }
}

impl Answer {
    /// The values of all headers of this name, which is in lower case.
    pub fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        let pairs = self.head.lines().filter_map(|line| line.split_once(':'));
        pairs.filter(move |(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    /// Refuses an answer of another status.
    pub fn expect(&self, status: u16) -> anyhow::Result<()> {
        if self.status == status {
            return Ok(());
        }
        bail!("{} instead of {status}: {}", self.status, String::from_utf8_lossy(&self.body));
    }
}

/// A request as it goes over the wire. `headers` are whole lines, each with its `\r\n`.
pub fn request(method: &str, path: &str, host: &str, headers: &str, body: &str) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{headers}");
    if !body.is_empty() {
        text.push_str(&format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len()));
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}

/// A request with a form, as [`request`].
pub fn form(path: &str, host: &str, headers: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let pairs: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    let (body, kind) = (pairs.join("&"), "application/x-www-form-urlencoded");
    let length = body.len();
    let head = format!("POST {path} HTTP/1.1\r\nhost: {host}\r\n{headers}content-type: {kind}\r\n");
    format!("{head}content-length: {length}\r\n\r\n{body}").into_bytes()
}

/// The text as one segment of a path or one value of a query: all but RFC 3986's unreserved characters in percents.
pub fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}

/// Status and content-length.
fn parse_head(head: &str) -> anyhow::Result<(u16, usize)> {
    let status = head.split(' ').nth(1).context("no status")?.parse()?;
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().to_owned())
    };
    let length = head.lines().find_map(header).context("an answer without a content-length")?;
    Ok((status, length.parse()?))
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncWriteExt;
    use tokio::net::TcpListener;

    use super::{Client, encode, form, parse_head, request};

    #[test]
    fn requests_are_whole() {
        let bytes = request("POST", "/a", "localhost:1", "x: y\r\n", "{}");
        let expected = "POST /a HTTP/1.1\r\nhost: localhost:1\r\nx: y\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
        assert_eq!(request("GET", "/", "h", "", ""), b"GET / HTTP/1.1\r\nhost: h\r\n\r\n");
    }

    #[test]
    fn forms_are_whole() {
        let text = String::from_utf8(form("/a", "h", "x: y\r\n", &[("a", "1 2"), ("b", "&")])).unwrap();
        assert!(text.starts_with("POST /a HTTP/1.1\r\nhost: h\r\nx: y\r\ncontent-type: application/x-www"), "{text}");
        assert!(text.ends_with("content-length: 13\r\n\r\na=1%202&b=%26"), "{text}");
    }

    #[test]
    fn everything_but_the_unreserved_is_encoded() {
        assert_eq!(encode("auth0|a+b@c.example é~"), "auth0%7Ca%2Bb%40c.example%20%C3%A9~");
    }

    #[test]
    fn an_answer_needs_a_status_and_a_length() {
        assert_eq!(parse_head("HTTP/1.1 201 Created\r\nContent-Length: 7\r\n\r\n").unwrap(), (201, 7));
        assert!(parse_head("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").is_err());
        assert!(parse_head("nonsense").is_err());
    }

    #[tokio::test(flavor = "current_thread")]
    async fn answers_are_told_apart_however_they_are_cut() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            for piece in [
                "HTTP/1.1 200 OK\r\ncontent-le",
                "ngth: 3\r\n\r\nab",
                "cHTTP/1.1 404 No\r\nA: 1\r\na:2\r\ncontent-length: 0\r\n\r\n",
            ] {
                stream.write_all(piece.as_bytes()).await.unwrap();
                tokio::task::yield_now().await;
            }
            stream
        });
        let mut client = Client::connect(port).await.unwrap();
        let first = client.send(b"").await.unwrap();
        assert_eq!((first.status, first.body.as_slice()), (200, b"abc".as_slice()));
        let second = client.send(b"").await.unwrap();
        assert_eq!((second.status, second.headers("a").collect::<Vec<_>>()), (404, vec!["1", "2"]));
        drop(server.await.unwrap());
        assert!(client.send(b"").await.is_err());
    }
}
