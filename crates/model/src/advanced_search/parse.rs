//! From a request's parameters to a search.

use super::{AdvancedSearch, Field, Item, Joint, LONGEST, MOST, Mode, Test, pattern};
use crate::codes;
use crate::refusal::Refusal;

/// What the parameters said, in their order.
#[derive(Default)]
struct Said<'a> {
    /// `None` stands for all fields.
    texts: Vec<(Option<Field>, &'a str)>,
    modes: Vec<(Option<Field>, Mode)>,
    joint: Option<Joint>,
    case_sensitive: Option<bool>,
}

/// Whether a parameter of this name belongs to the search.
#[must_use]
pub fn is_parameter(name: &str) -> bool {
    let (parameter, field) = name.split_once('.').map_or((name, None), |(parameter, field)| (parameter, Some(field)));
    match field {
        Some(_) => matches!(parameter, "search" | "mode"),
        None => matches!(parameter, "search" | "mode" | "joint" | "jointMode" | "isCaseSensitive"),
    }
}

/// The search that these parameters ask for; `None` when there is none among them. Parameters of other names are passed
/// over.
///
/// # Errors
/// `invalid_query_string` naming the parameter: a field that is not searched, a mode there is not, an empty or too long
/// text, several texts for a field in another mode than `exact`, a pattern that cannot be one, `similar_to` without
/// regard to case.
pub fn parse<'a>(parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Option<AdvancedSearch>, Refusal> {
    let mut said = Said::default();
    for (name, value) in parameters {
        said.take(name, value)?;
    }
    if said.texts.is_empty() {
        return match said.modes.first() {
            None => Ok(None),
            Some(_) => Err(refused("mode", "needs a search")),
        };
    }
    if said.texts.len() > MOST {
        return Err(refused("search", &format!("can be given at most {MOST} times")));
    }
    let mut items = Vec::new();
    for place in [None].into_iter().chain(Field::ALL.map(|(_, field)| Some(field))) {
        items.extend(said.item(place)?);
    }
    Ok(Some(AdvancedSearch { joint: said.joint.unwrap_or_default(), items }))
}

impl<'a> Said<'a> {
    fn take(&mut self, name: &str, value: &'a str) -> Result<(), Refusal> {
        let (parameter, field) =
            name.split_once('.').map_or((name, None), |(parameter, field)| (parameter, Some(field)));
        match (parameter, field) {
            ("search", _) => {
                if value.is_empty() || value.chars().nth(LONGEST).is_some() {
                    return Err(refused(name, &format!("must be 1 to {LONGEST} characters")));
                }
                self.texts.push((known(name, field)?, value));
            }
            ("mode", _) => {
                let mode = Mode::NAMED.into_iter().find(|(known, _)| *known == value).map(|(_, mode)| mode);
                let mode = mode.ok_or_else(|| refused(name, "must be one of exact, like, similar_to, posix"))?;
                let place = known(name, field)?;
                once(name, self.modes.iter().any(|(known, _)| *known == place))?;
                self.modes.push((place, mode));
            }
            ("joint" | "jointMode", None) => {
                once(name, self.joint.is_some())?;
                self.joint = Some(match value {
                    "or" => Joint::Or,
                    "and" => Joint::And,
                    _ => return Err(refused(name, "must be or or and")),
                });
            }
            ("isCaseSensitive", None) => {
                once(name, self.case_sensitive.is_some())?;
                self.case_sensitive = Some(match value.to_ascii_lowercase().as_str() {
                    "1" | "true" | "y" | "yes" | "yep" | "yeah" => true,
                    "0" | "false" | "n" | "no" | "nope" => false,
                    _ => return Err(refused(name, "must be true or false")),
                });
            }
            _ => {}
        }
        Ok(())
    }

    /// The item for this field, or for all of them, if there is one.
    fn item(&self, place: Option<Field>) -> Result<Option<Item>, Refusal> {
        let values: Vec<_> = self.texts.iter().filter(|(field, _)| *field == place).map(|(_, text)| *text).collect();
        let Some(first) = values.first() else { return Ok(None) };
        let name = place.map_or("search".to_owned(), |field| format!("search.{}", wire_name(field)));
        let mode = self.mode(place);
        if values.len() > 1 && mode != Mode::Exact {
            return Err(refused(&name, "can be given several times only with mode exact"));
        }
        let case_sensitive = self.case_sensitive.unwrap_or_default();
        let test = match mode {
            Mode::Exact => Test::Exact { values: values.into_iter().map(str::to_owned).collect(), case_sensitive },
            Mode::Part => Test::Part { text: (*first).to_owned(), case_sensitive },
            Mode::SimilarTo if !case_sensitive => {
                return Err(refused(&name, "needs isCaseSensitive=true with mode similar_to"));
            }
            mode => {
                let regex = pattern::compile(mode, first, case_sensitive).map_err(|why| refused(&name, &why))?;
                Test::Pattern { literal: pattern::literal(mode, first), regex }
            }
        };
        let fields = place.map_or_else(|| Field::ALL.map(|(_, field)| field).to_vec(), |field| vec![field]);
        Ok(Some(Item { fields, test }))
    }

    /// A field without a mode of its own has the general one.
    fn mode(&self, place: Option<Field>) -> Mode {
        let of = |wanted: Option<Field>| self.modes.iter().rev().find(|(field, _)| *field == wanted);
        of(place).or_else(|| of(None)).map_or(Mode::Part, |(_, mode)| *mode)
    }
}

/// Refuses a second value where one is taken.
fn once(name: &str, is_said: bool) -> Result<(), Refusal> {
    if is_said { Err(refused(name, "must be given once")) } else { Ok(()) }
}

fn known(name: &str, field: Option<&str>) -> Result<Option<Field>, Refusal> {
    let Some(field) = field else { return Ok(None) };
    let found = Field::ALL.into_iter().find(|(known, _)| *known == field).map(|(_, field)| field);
    found.map(Some).ok_or_else(|| {
        let names = Field::ALL.map(|(name, _)| name).join(", ");
        refused(name, &format!("must name one of the fields {names}"))
    })
}

fn wire_name(field: Field) -> &'static str {
    Field::ALL.into_iter().find(|(_, known)| *known == field).map_or("id", |(name, _)| name)
}

fn refused(parameter: &str, rule: &str) -> Refusal {
    Refusal::new(&codes::INVALID_QUERY, format!("Query validation error: '{rule}' on property {parameter}."))
        .field(parameter)
}
