//! Making and changing a role.

use super::Role;
use crate::change::Change;
use crate::refusal::Refusal;
use crate::text::fold;

/// The most characters of a name and of a description.
const NAME_CHARACTERS: usize = 200;
const DESCRIPTION_CHARACTERS: usize = 500;

/// The most bytes of a name's folded form: what an index of PostgreSQL holds in any case. Folding can make a text 18
/// times as long.
const KEY_BYTES: usize = 2000;

/// What is asked for of a role; see the fields of [`Role`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleChanges {
    /// The name, 1 to 200 characters without `<` and `>`.
    pub name: Option<String>,
    /// What it is for, at most 500 characters; cleared it is empty.
    pub description: Change<String>,
    /// Whether new users are given it from now on.
    pub is_default: Option<bool>,
}

impl RoleChanges {
    /// The role after the change.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub fn apply(self, mut role: Role) -> Result<Role, Refusal> {
        if let Some(name) = self.name {
            check_name(&name)?;
            role.name = name;
        }
        match self.description {
            Change::Keep => {}
            Change::Clear => role.description.clear(),
            Change::Set(description) if description.chars().count() > DESCRIPTION_CHARACTERS => {
                return Err(Refusal::invalid_field("description", "must not have more than 500 characters"));
            }
            Change::Set(description) => role.description = description,
        }
        role.is_default = self.is_default.unwrap_or(role.is_default);
        Ok(role)
    }
}

fn check_name(name: &str) -> Result<(), Refusal> {
    let key = fold(name);
    let is_shown = !key.is_empty() && !name.contains(['<', '>']) && !name.chars().any(char::is_control);
    if !is_shown || name.chars().count() > NAME_CHARACTERS || key.len() > KEY_BYTES {
        return Err(Refusal::invalid_field("name", "must have 1 to 200 characters without < and >"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RoleChanges;
    use crate::change::Change;
    use crate::roles::Role;

    fn named(name: &str) -> Result<Role, crate::Refusal> {
        RoleChanges { name: Some(name.to_owned()), ..RoleChanges::default() }.apply(Role::default())
    }

    #[test]
    fn names_are_words_that_people_can_read() {
        for name in ["Editor", "管理者", "a", &"n".repeat(200)] {
            assert_eq!(named(name).expect(name).name, name);
        }
        for name in ["", "  ", "\u{200b}", "<b>", "a\nb", &"n".repeat(201), &"\u{fdfa}".repeat(200)] {
            assert_eq!(named(name).expect_err(name).field.as_deref(), Some("name"));
        }
    }

    #[test]
    fn what_is_not_said_stays() {
        let before = Role { name: "a".to_owned(), description: "b".to_owned(), is_default: true, ..Role::default() };
        assert_eq!(RoleChanges::default().apply(before.clone()), Ok(before.clone()));
        let cleared = RoleChanges { description: Change::Clear, is_default: Some(false), ..RoleChanges::default() };
        let after = cleared.apply(before).expect("a role");
        assert_eq!((after.name.as_str(), after.description.as_str(), after.is_default), ("a", "", false));
        let long = RoleChanges { description: Change::Set("d".repeat(501)), ..RoleChanges::default() };
        assert_eq!(long.apply(Role::default()).expect_err("is long").field.as_deref(), Some("description"));
    }
}
