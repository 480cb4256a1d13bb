/** English, United States. */
export default {
  language: 'en-US',
  weight: 10,
  given: {
    female: `Emily, Olivia, Ava, Sophia, Grace, Hannah, Madison, Abigail, Chloe, Natalie, Zoe, Leah, Audrey, Imani,
      Keisha`,
    male: `James, Michael, Ethan, Jacob, Noah, William, Daniel, Tyler, Austin, Caleb, Marcus, DeShawn, Wyatt, Owen,
      Isaiah`,
  },
  family: `Smith, Johnson, Williams, Brown, Jones, Miller, Davis, Wilson, Anderson, Thompson, Jackson, White, Harris,
    Robinson, Walker, Washington, De La Cruz, McDonald, Baker, Nguyen, Rivera, Carter, Mitchell, Freeman, Goldberg`,
  places: {
    'America/New_York': 'New York, Boston, Atlanta, Philadelphia, Pittsburgh',
    'America/Chicago': 'Chicago, Austin, Minneapolis, New Orleans',
    'America/Denver': 'Denver, Salt Lake City',
    'America/Los_Angeles': 'Los Angeles, Seattle, Portland, San Diego',
  },
  phones: '+1212N######, +1312N######, +1415N######, +1617N######, +1206N######, +1512N######',
};
