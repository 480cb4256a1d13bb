//! From the bytes of a file to the entries of a batch.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::Arc;

use anteroom_model::import::{Content, FileError, ImportedUser, Place, Reader, RowError, codes};
use anteroom_model::job::UpsertBy;

use super::batch::Read;
use super::candidate::{MatchKey, Plan, Prepared};
use super::source::Source;
use crate::Error;

/// The most bytes of a batch, as they stand in the file: entries may be large.
const BYTES: u64 = 4 * 1024 * 1024;

/// Entries after which others have their turn.
const TURN: usize = 16;

/// A file being read.
pub(super) struct Reading<'a> {
    plan: Arc<Plan>,
    source: &'a mut dyn Source,
    reader: Reader,
    is_over: bool,
    broken: Option<FileError>,
    /// By what users were found so far, as numbers that chance makes different for every run: two of a million are the
    /// same once in forty million files.
    seen: HashSet<u64>,
    numbers: RandomState,
}

impl<'a> Reading<'a> {
    /// Goes on from this place. Where entries change users, those before it are looked at once more: the same user must
    /// not stand in a file twice.
    pub async fn start(plan: Arc<Plan>, source: &'a mut dyn Source, place: Place) -> Result<Self, Error> {
        let beginning = Place::beginning(plan.request.format);
        let goal = place.count;
        let from = if plan.request.upsert { beginning } else { place };
        source.go_to(from.offset);
        let reader = Reader::at(from, plan.mapping.clone());
        let mut reading = Self {
            plan,
            source,
            reader,
            is_over: false,
            broken: None,
            seen: HashSet::new(),
            numbers: RandomState::new(),
        };
        while reading.reader.place().count < goal {
            let Some(item) = reading.next().await? else { break };
            if let Content::Object(entry) = &item.content
                && let Ok(user) = ImportedUser::understand(entry)
                && let Some(key) = reading.plan.key(&user)
            {
                reading.is_new(&key);
            }
            if item.position % TURN as u64 == 0 {
                tokio::task::yield_now().await;
            }
        }
        Ok(reading)
    }

    /// The next entries, at most so many; none at the end.
    pub async fn batch(&mut self, size: usize) -> Result<Option<Read>, Error> {
        let mut read = Read::default();
        let began = self.reader.place().offset;
        while read.count() < size {
            let Some(item) = self.next().await? else { break };
            match self.plan.prepare(item) {
                Prepared::Wrong(wrong) => read.wrong.push(wrong),
                Prepared::Candidate(candidate) => match &candidate.key {
                    Some(key) if !self.is_new(&key.clone()) => {
                        let field = self.plan.request.upsert_by.name();
                        let message = "The same user stands in the file before.";
                        read.wrong.push(candidate.wrong(&RowError::new(codes::DUPLICATED_USER, field, message)));
                    }
                    _ => read.candidates.push(*candidate),
                },
            }
            let place = self.reader.place();
            let length = place.offset - began;
            read.place = Some(place);
            if length > BYTES {
                break;
            }
            if read.count() % TURN == 0 {
                tokio::task::yield_now().await;
            }
        }
        Ok(read.place.is_some().then_some(read))
    }

    /// Why the file could not be read to its end.
    pub fn broken(&self) -> Option<&FileError> {
        self.broken.as_ref()
    }

    fn is_new(&mut self, key: &MatchKey) -> bool {
        self.seen.insert(self.numbers.hash_one(key))
    }

    async fn next(&mut self) -> Result<Option<anteroom_model::import::Item>, Error> {
        loop {
            match self.reader.next_item() {
                Ok(Some(item)) => return Ok(Some(item)),
                Ok(None) if self.is_over => return Ok(None),
                Ok(None) => {}
                Err(error) => {
                    self.broken = Some(error);
                    return Ok(None);
                }
            }
            match self.source.read().await? {
                Some(piece) => self.reader.push(&piece),
                None => {
                    self.reader.end();
                    self.is_over = true;
                }
            }
        }
    }
}

/// Whether the import goes by e-mail addresses, as Auth0's does.
pub(super) fn goes_by_email(plan: &Plan) -> bool {
    plan.request.upsert_by == UpsertBy::Email
}
