//! The bytes of a file that are not read yet.

/// Bytes that come piece by piece and go entry by entry. What was looked at once is not looked at again.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    bytes: Vec<u8>,
    /// Where the unread ones begin.
    start: usize,
    /// How many bytes of the file are read for good.
    pub offset: u64,
    /// Whether these are the last ones.
    pub is_whole: bool,
}

impl Text {
    pub fn at(offset: u64) -> Self {
        Self { offset, ..Self::default() }
    }

    pub fn push(&mut self, piece: &[u8]) {
        if self.start > 0 {
            self.bytes.drain(..self.start);
            self.start = 0;
        }
        self.bytes.extend_from_slice(piece);
    }

    /// The bytes that are not read yet.
    pub fn rest(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }

    /// Has read this many of them.
    pub fn read(&mut self, length: usize) {
        self.start += length;
        self.offset += length as u64;
    }

    /// Reads what is between two entries; the first sign of what follows, if it has come.
    pub fn skip_blank(&mut self) -> Option<u8> {
        let blank = self.rest().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.read(blank);
        self.rest().first().copied()
    }

    /// Reads the byte order mark at the beginning of a file. False while it may still come.
    pub fn skip_mark(&mut self) -> bool {
        if self.offset > 0 {
            return true;
        }
        let rest = self.rest();
        if rest.starts_with(super::BYTE_ORDER_MARK) {
            self.read(super::BYTE_ORDER_MARK.len());
            return true;
        }
        self.is_whole || !super::BYTE_ORDER_MARK.starts_with(rest)
    }
}
