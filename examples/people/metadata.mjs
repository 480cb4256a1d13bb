/** What an application might keep about a person: preferences of their own, and facts that decide on access. */

const INTERESTS = [
  'astronomy', 'baking', 'calligraphy', 'chess', 'climbing', 'cycling', 'film', 'football', 'gardening', 'go',
  'hiking', 'jazz', 'knitting', 'opera', 'photography', 'poetry', 'sailing', 'swimming', 'table tennis', 'travel',
];
const PLANS = ['free', 'free', 'free', 'team', 'team', 'business', 'enterprise'];
const DEPARTMENTS = ['Engineering', 'Sales', 'Customer Support', 'Finance', 'Marketing', 'Research', 'Legal', 'People'];
const THEMES = ['light', 'dark', 'system'];

/** Preferences, which people may change themselves. */
export function userMetadata(locale, name, random) {
  const { city, timezone } = random.pick(locale.places);
  return {
    lang: locale.language,
    timezone,
    city,
    theme: random.pick(THEMES),
    interests: random.sample(INTERESTS, random.integer(1, 4)),
    ...(name.reading && { name_reading: name.reading }),
    notifications: { email: random.chance(0.7), sms: random.chance(0.2) },
  };
}

/** Facts, which only administrators change. */
export function appMetadata(employeeNumber, random) {
  return {
    plan: random.pick(PLANS),
    employee_number: employeeNumber,
    department: random.pickFrequent(DEPARTMENTS),
    hired_on: new Date(Date.UTC(2009, 0, random.integer(1, 6000))).toISOString().slice(0, 10),
  };
}
