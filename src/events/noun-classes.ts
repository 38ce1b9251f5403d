/** Nouns for places that have a name beside them or none. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  (
    'airport base border camp capital city coast county countryside district enclave frontier governorate island neighborhood neighbourhood outskirt peninsula port ' +
    'province quarter region soil suburb territory town village waters zone area'
  ).split(' '),
);

/** Deeds whose "of" names who suffers them. */
export const VIOLENCE: ReadonlySet<string> = new Set(
  (
    'abduction arrest assassination attack bombing bombardment deportation detention execution expulsion imprisonment invasion jailing kidnapping killing ' +
    'massacre murder occupation persecution poisoning raid rape repression shelling shooting slaughter torture trial'
  ).split(' '),
);

/** People and states that are somebody to somebody else. */
export const RELATED: ReadonlySet<string> = new Set(
  'adversary ally backer colleague creditor donor enemy foe friend host neighbor neighbour number opponent partner patron rival sponsor'.split(
    ' ',
  ),
);

/** "[a group] of senators" is those who make it. */
export const BODIES: ReadonlySet<string> = new Set(
  'band contingent crowd delegation family gathering generation group panel party team'.split(' '),
);

/** "a delegation [led] by the envoy" */
export const LEADING: ReadonlySet<string> = new Set(['lead', 'head', 'command', 'chair']);

/** Texts and meetings that bear the name of the place where they were made. */
export const SIGNED: ReadonlySet<string> = new Set(
  'accord act charter convention declaration protocol statute summit treaty'.split(' '),
);

/** What stands before some of a number: "states [including] Mali". */
export const AMONG: ReadonlySet<string> = new Set(['including', 'such as', 'like', 'among them']);

/** Prepositions by which a verb's subject takes part in an event noun: "arrived for talks with", "is in talks with". */
export const JOINING: ReadonlySet<string> = new Set(['for', 'in', 'into', 'at', 'to', 'on']);
/** Those by which it tells when or where the subject did something else: "[after] talks with Oman the minister praised …". */
export const DURING: ReadonlySet<string> = new Set(['in', 'at', 'on', 'after', 'during', 'following']);
/** Verbs whose subject does what stands behind "with". */
export const ANSWERING: ReadonlySet<string> = new Set(
  'answer continue follow hit persist press proceed react reply respond retaliate strike'.split(' '),
);
