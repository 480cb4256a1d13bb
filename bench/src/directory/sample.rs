//! Some of the people in the file, to ask for.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::Value;

/// Enough that the same page is rarely asked for twice in a row.
const SAMPLED: usize = 500;

/// What questions are made of.
pub struct Sample {
    /// How many people the file holds.
    pub users: usize,
    /// Some of them, from all over the file.
    pub people: Vec<Value>,
}

impl Sample {
    /// Reads the file twice: to count, and to take every so-many-th person.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let users = lines(file)?;
        ensure!(users >= 2 * SAMPLED, "{users} people are too few");
        let open = File::open(file).with_context(|| file.display().to_string())?;
        let chosen = BufReader::new(open).lines().step_by(users / SAMPLED).take(SAMPLED);
        let people = chosen.map(|line| Ok(serde_json::from_str(&line?)?)).collect::<anyhow::Result<_>>()?;
        Ok(Self { users, people })
    }

    /// The texts that the sampled people have at this place, a JSON pointer.
    pub fn texts(&self, pointer: &str) -> Vec<&str> {
        self.people.iter().filter_map(|person| person.pointer(pointer)?.as_str()).collect()
    }
}

/// How many lines a file has.
pub fn lines(file: &Path) -> anyhow::Result<usize> {
    let mut reader = BufReader::with_capacity(1 << 20, File::open(file).with_context(|| file.display().to_string())?);
    let mut count = 0;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(count);
        }
        count += buffer.iter().filter(|byte| **byte == b'\n').count();
        let length = buffer.len();
        reader.consume(length);
    }
}
