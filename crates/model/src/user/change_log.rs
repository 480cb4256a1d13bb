//! What became different in a user, and which fields broke a rule.

use serde_json::{Map, Value, json};

use super::check::Checked;
use crate::change::Change;
use crate::event::FieldChange;
use crate::metadata::{self, Bag, Merge};
use crate::refusal::Refusal;

/// Notes, field by field, what a request makes different.
#[derive(Default)]
pub(super) struct ChangeLog {
    changes: Vec<FieldChange>,
    broken: Vec<Refusal>,
}

impl ChangeLog {
    /// Sets or removes a text after this rule; whether it is now different.
    pub(super) fn set(
        &mut self,
        field: &str,
        slot: &mut Option<String>,
        change: &Change<String>,
        rule: impl Fn(&str) -> Checked,
    ) -> bool {
        let next = match change {
            Change::Keep => return false,
            Change::Clear => None,
            Change::Set(text) => match rule(text) {
                Ok(kept) => Some(kept),
                Err(rule) => {
                    self.broken.push(Refusal::invalid_field(field, rule));
                    return false;
                }
            },
        };
        if next == *slot {
            return false;
        }
        self.note(field, slot.take().map(Value::from), next.clone().map(Value::from));
        *slot = next;
        true
    }

    /// Sets a flag.
    pub(super) fn set_flag(&mut self, field: &str, slot: &mut bool, change: Option<bool>) {
        if let Some(next) = change
            && next != *slot
        {
            self.note(field, Some(json!(*slot)), Some(json!(next)));
            *slot = next;
        }
    }

    /// Merges what was sent into a bag of free JSON; null wipes it.
    pub(super) fn merge(
        &mut self,
        bag: Bag,
        stored: &mut Map<String, Value>,
        sent: Change<Map<String, Value>>,
        how: Merge,
    ) {
        let merged = match sent {
            Change::Keep => return,
            Change::Clear => Ok(Map::new()),
            Change::Set(sent) => metadata::check(bag, &sent).and_then(|()| metadata::merge(bag, stored, sent, how)),
        };
        match merged {
            Err(refusal) => self.broken.push(refusal),
            Ok(merged) if merged == *stored => {}
            Ok(merged) => {
                self.note(bag.name(), Some(json!(stored)), Some(json!(merged)));
                *stored = merged;
            }
        }
    }

    fn note(&mut self, field: &str, from: Option<Value>, to: Option<Value>) {
        // A flag may change twice in one request; what counts is where it began and where it ended.
        if let Some(earlier) = self.changes.iter_mut().find(|change| change.field == field) {
            earlier.to = to;
        } else {
            self.changes.push(FieldChange { field: field.to_owned(), from, to });
        }
        self.changes.retain(|change| change.from != change.to);
    }

    /// What is different.
    ///
    /// # Errors
    /// `invalid_body` naming every field that broke a rule (requirement S4.L09.11).
    pub(super) fn finish(self) -> Result<Vec<FieldChange>, Refusal> {
        Refusal::several(self.broken).map_or(Ok(self.changes), Err)
    }
}
