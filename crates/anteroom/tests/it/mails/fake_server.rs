//! A mail server that says what it is told to and keeps what it is given.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anteroom_connect::mail::{SmtpServer, Transport};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufStream};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio_rustls::TlsAcceptor;

/// How it protects connections.
#[derive(Clone)]
pub enum Protection {
    /// Not at all, but it would take a password all the same.
    None,
    /// By STARTTLS.
    StartTls(TlsAcceptor),
    /// From the first byte.
    Tls(TlsAcceptor),
}

/// A mail server on a port of its own; it ends with the test.
#[derive(Clone)]
pub struct FakeServer {
    /// Where it listens.
    pub address: SocketAddr,
    kept: Arc<Mutex<Kept>>,
    released: Arc<Notify>,
}

#[derive(Default)]
struct Kept {
    /// What it answers to the end of the next mails; afterwards it takes them.
    answers: VecDeque<&'static str>,
    mails: Vec<String>,
    /// The commands, and what was sent to prove who it is.
    commands: Vec<String>,
}

/// The answer that is none: the server falls silent.
pub const SILENCE: &str = "";

/// The beginning of an answer that waits until it is released.
pub const HELD: &str = "held: ";

impl FakeServer {
    /// A server without TLS.
    pub async fn start(answers: &[&'static str]) -> Self {
        Self::start_protected(answers, Protection::None).await
    }

    /// A server, protected so.
    pub async fn start_protected(answers: &[&'static str], protection: Protection) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let kept = Kept { answers: answers.iter().copied().collect(), ..Kept::default() };
        let server = Self {
            address: listener.local_addr().expect("an address"),
            kept: Arc::new(Mutex::new(kept)),
            released: Arc::default(),
        };
        let own = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (own, protection) = (own.clone(), protection.clone());
                // A client that goes away in the middle is no failure of the server.
                tokio::spawn(async move { drop(own.protect(stream, protection).await) });
            }
        });
        server
    }

    /// A way to it without TLS.
    pub fn transport(&self) -> Transport {
        self.transport_by(&format!("smtp://{}?tls=none", self.address))
    }

    /// A way by this URL.
    pub fn transport_by(&self, url: &str) -> Transport {
        Transport::smtp(&SmtpServer::parse(url).expect("a URL")).expect("a transport")
    }

    /// Lets it give the answer that it holds.
    pub fn release(&self) {
        self.released.notify_one();
    }

    /// Waits until it was sent a mail's text.
    pub async fn is_sent_a_mail(&self) {
        while !self.commands().iter().any(|line| line == "DATA") {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// The mails it took, as they came.
    pub fn mails(&self) -> Vec<String> {
        self.kept.lock().expect("kept").mails.clone()
    }

    /// The commands it was given.
    pub fn commands(&self) -> Vec<String> {
        self.kept.lock().expect("kept").commands.clone()
    }

    async fn protect(&self, stream: TcpStream, protection: Protection) -> std::io::Result<()> {
        match protection {
            Protection::None => self.talk(BufStream::new(stream), "250-AUTH PLAIN\r\n", true).await.map(drop),
            Protection::Tls(acceptor) => {
                let stream = acceptor.accept(stream).await?;
                self.talk(BufStream::new(stream), "250-AUTH PLAIN\r\n", true).await.map(drop)
            }
            Protection::StartTls(acceptor) => {
                if let Some(stream) = self.talk(BufStream::new(stream), "250-STARTTLS\r\n", true).await? {
                    let stream = acceptor.accept(stream.into_inner()).await?;
                    self.talk(BufStream::new(stream), "250-AUTH PLAIN\r\n", false).await?;
                }
                Ok(())
            }
        }
    }

    /// Talks until the client is done, or wants TLS: then the connection is given back.
    async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        mut stream: BufStream<S>,
        offers: &str,
        greets: bool,
    ) -> std::io::Result<Option<BufStream<S>>> {
        if greets {
            say(&mut stream, "220 fake.test ready\r\n").await?;
        }
        loop {
            let line = read(&mut stream).await?;
            let word = line.trim_end().split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            self.kept.lock().expect("kept").commands.push(line.trim_end().to_owned());
            match word.as_str() {
                "EHLO" => say(&mut stream, &format!("250-fake.test\r\n{offers}250 8BITMIME\r\n")).await?,
                "AUTH" => say(&mut stream, "235 2.7.0 welcome\r\n").await?,
                "STARTTLS" => {
                    say(&mut stream, "220 go ahead\r\n").await?;
                    return Ok(Some(stream));
                }
                "DATA" => {
                    say(&mut stream, "354 go on\r\n").await?;
                    self.take(&mut stream).await?;
                }
                "QUIT" => {
                    say(&mut stream, "221 bye\r\n").await?;
                    return Ok(None);
                }
                "" => return Ok(None),
                _ => say(&mut stream, "250 2.0.0 fine\r\n").await?,
            }
        }
    }

    async fn take<S: AsyncRead + AsyncWrite + Unpin>(&self, stream: &mut BufStream<S>) -> std::io::Result<()> {
        let mut mail = String::new();
        loop {
            let line = read(stream).await?;
            if line == ".\r\n" {
                break;
            }
            mail.push_str(&line);
        }
        let answer = self.kept.lock().expect("kept").answers.pop_front();
        match answer {
            Some(SILENCE) => std::future::pending().await,
            Some(answer) if answer.starts_with(HELD) => {
                self.released.notified().await;
                say(stream, &format!("{}\r\n", &answer[HELD.len()..])).await
            }
            Some(answer) => say(stream, &format!("{answer}\r\n")).await,
            None => {
                self.kept.lock().expect("kept").mails.push(mail);
                say(stream, "250 2.0.0 taken\r\n").await
            }
        }
    }
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut BufStream<S>, text: &str) -> std::io::Result<()> {
    stream.write_all(text.as_bytes()).await?;
    stream.flush().await
}

/// A line, or an empty text at the end.
async fn read<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut BufStream<S>) -> std::io::Result<String> {
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    if line.is_empty() { Err(std::io::ErrorKind::UnexpectedEof.into()) } else { Ok(line) }
}

/// A header of a mail.
pub fn header<'a>(mail: &'a str, name: &str) -> Option<&'a str> {
    mail.lines().take_while(|line| !line.is_empty()).find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}
