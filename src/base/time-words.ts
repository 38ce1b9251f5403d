/** Nouns that name a stretch of time, lower case, singular: never an actor, and never the tail of a name. */
export const TIME_NOUNS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
    'december today yesterday tomorrow tonight morning afternoon evening night day week month year weekend decade hour minute moment time ' +
    'spring summer autumn winter noon midnight meantime interim jan feb mar apr jun jul aug sep sept oct nov dec eve'
  ).split(' '),
);

/** Words that open a time phrase behind another noun: "in Vienna [next week]". */
export const TIME_OPENERS: ReadonlySet<string> = new Set([
  'next',
  'last',
  'this',
  'late',
  'early',
  'earlier',
  'later',
  'every',
  'each',
  'that',
  'past',
  'coming',
]);
