//! Small files in MaxMind's format (<https://maxmind.github.io/MaxMind-DB/>), written by the rules of its version 2.0.

use ipnet::IpNet;
use serde_json::{Value, json};

/// The bits of a record in the tree.
const RECORD_SIZE: u64 = 24;

/// A file being made.
pub struct NewLocationFile {
    kind: String,
    ip_version: u8,
    nodes: Vec<[Slot; 2]>,
    data: Vec<u8>,
}

#[derive(Clone, Copy)]
enum Slot {
    Nothing,
    Node(usize),
    Data(usize),
}

impl NewLocationFile {
    /// A file of this type for both versions of addresses.
    pub fn new(kind: &str) -> Self {
        Self { kind: kind.to_owned(), ip_version: 6, nodes: vec![[Slot::Nothing; 2]], data: Vec::new() }
    }

    /// The same for IPv4 alone.
    pub fn of_ipv4_alone(mut self) -> Self {
        self.ip_version = 4;
        self
    }

    /// With this to say of a network that lies in none of the others.
    pub fn with(mut self, network: &str, record: &Value) -> Self {
        let (bits, length) = self.bits(network.parse().expect("a network"));
        let place = self.data.len();
        encode(record, &mut self.data);
        let mut node = 0;
        for depth in 0..length {
            let side = usize::from(bits << depth >> 127 == 1);
            if depth + 1 == length {
                self.nodes[node][side] = Slot::Data(place);
            } else if let Slot::Node(next) = self.nodes[node][side] {
                node = next;
            } else {
                self.nodes.push([Slot::Nothing; 2]);
                let next = self.nodes.len() - 1;
                self.nodes[node][side] = Slot::Node(next);
                node = next;
            }
        }
        self
    }

    /// The network's bits from the left, and how many there are. IPv4 stands below `::/96`.
    fn bits(&self, network: IpNet) -> (u128, usize) {
        let length = usize::from(network.prefix_len());
        match network {
            IpNet::V6(network) => (network.network().to_bits(), length),
            IpNet::V4(network) if self.ip_version == 6 => (u128::from(network.network().to_bits()), 96 + length),
            IpNet::V4(network) => (u128::from(network.network().to_bits()) << 96, length),
        }
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let count = self.nodes.len();
        let mut out = Vec::new();
        for slot in self.nodes.iter().flatten() {
            let record = match slot {
                Slot::Nothing => count,
                Slot::Node(node) => *node,
                Slot::Data(place) => count + 16 + place,
            };
            out.extend_from_slice(&u32::try_from(record).expect("a small file").to_be_bytes()[1..]);
        }
        out.extend_from_slice(&[0; 16]);
        out.extend_from_slice(&self.data);
        out.extend_from_slice(b"\xab\xcd\xefMaxMind.com");
        let texts = [
            ("database_type", json!(self.kind)),
            ("description", json!({"en": "A test"})),
            ("languages", json!(["en"])),
        ];
        // Whole numbers are of a type each: of 2, 4 and 8 bytes.
        let numbers = [
            ("binary_format_major_version", 5, 2, 2),
            ("binary_format_minor_version", 5, 2, 0),
            ("build_epoch", 9, 8, 1_795_132_800),
            ("ip_version", 5, 2, u64::from(self.ip_version)),
            ("node_count", 6, 4, count as u64),
            ("record_size", 5, 2, RECORD_SIZE),
        ];
        head(7, texts.len() + numbers.len(), &mut out);
        for (key, value) in texts {
            encode(&key.into(), &mut out);
            encode(&value, &mut out);
        }
        for (key, kind, size, number) in numbers {
            encode(&key.into(), &mut out);
            head(kind, size, &mut out);
            out.extend_from_slice(&number.to_be_bytes()[8 - size..]);
        }
        out
    }
}

/// Appends a value: strings, doubles, whole numbers below 2^32, maps and arrays.
fn encode(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::String(text) => {
            head(2, text.len(), out);
            out.extend_from_slice(text.as_bytes());
        }
        Value::Number(number) => match number.as_u64() {
            Some(number) => {
                head(6, 4, out);
                out.extend_from_slice(&u32::try_from(number).expect("a small number").to_be_bytes());
            }
            None => {
                head(3, 8, out);
                out.extend_from_slice(&number.as_f64().expect("a number").to_be_bytes());
            }
        },
        Value::Object(map) => {
            head(7, map.len(), out);
            for (key, value) in map {
                encode(&Value::from(key.as_str()), out);
                encode(value, out);
            }
        }
        Value::Array(items) => {
            head(11, items.len(), out);
            items.iter().for_each(|item| encode(item, out));
        }
        other => panic!("{other} is not needed"),
    }
}

/// The control byte of a type, and of a size below 285.
fn head(kind: u8, size: usize, out: &mut Vec<u8>) {
    let (short, rest) = if size < 29 { (size, None) } else { (29, Some(size - 29)) };
    let short = u8::try_from(short).expect("below 32");
    if kind < 8 {
        out.push(kind << 5 | short);
    } else {
        out.extend_from_slice(&[short, kind - 7]);
    }
    out.extend(rest.map(|rest| u8::try_from(rest).expect("a short value")));
}
