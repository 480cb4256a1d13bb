//! How many, day by day.

use std::collections::BTreeMap;

use anteroom_model::stats::{self, Day, Measure};
use anteroom_model::{Context, Timestamp};
use anteroom_store::daily_count;

use crate::{Error, Services};

/// What happened on a day.
#[derive(Clone, Debug)]
pub struct DayTold {
    /// The day.
    pub day: Day,
    /// How many of each.
    counts: BTreeMap<Measure, i64>,
    /// When the first of it was counted; the day's first moment where nothing was.
    pub first_at: Timestamp,
    /// When the last was.
    pub last_at: Timestamp,
}

impl DayTold {
    fn empty(day: Day) -> Self {
        Self { day, counts: BTreeMap::new(), first_at: day.begins(), last_at: day.begins() }
    }

    /// How many of this.
    #[must_use]
    pub fn count(&self, measure: Measure) -> i64 {
        self.counts.get(&measure).copied().unwrap_or(0)
    }
}

/// Every day from the first to the last, also those on which nothing happened.
///
/// # Errors
/// When the database cannot be asked.
pub async fn daily(services: &Services, context: &Context, (first, last): (Day, Day)) -> Result<Vec<DayTold>, Error> {
    let session = services.db.session().await?;
    let found = daily_count::between(&session.connection(), context.tenant, (first, last)).await?;
    let mut days: BTreeMap<Day, DayTold> =
        (first.0..=last.0).map(|number| (Day(number), DayTold::empty(Day(number)))).collect();
    for counted in found {
        let (Some(day), Some(measure)) = (days.get_mut(&counted.day), counted.measure) else { continue };
        // That somebody came back happened later and is told of another day.
        if measure != Measure::Returned {
            day.first_at = if day.counts.is_empty() { counted.first_at } else { day.first_at.min(counted.first_at) };
            day.last_at = day.last_at.max(counted.last_at);
        }
        day.counts.insert(measure, counted.count);
    }
    Ok(days.into_values().collect())
}

/// How many users signed in within the last [`stats::MONTH`] days, today included, each once; also those who were
/// deleted since. The sum of those whose last day that was, so that nobody is counted one by one.
///
/// # Errors
/// When the database cannot be asked.
pub async fn active_users(services: &Services, context: &Context) -> Result<i64, Error> {
    let today = Day::of(context.now());
    let days = daily(services, context, (today.before(stats::MONTH - 1), today)).await?;
    let last_seen = |day: &DayTold| day.count(Measure::Active) - day.count(Measure::Returned);
    Ok(days.iter().map(last_seen).sum::<i64>().max(0))
}
