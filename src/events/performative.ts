import { NOWHERE } from '../base/nowhere.ts';
import type { Predicate } from '../syntax/clause.ts';
import type { Reading } from './reading.ts';

const WISHING: ReadonlySet<string> = new Set(['want', 'wish', 'like']);
const SAYING: ReadonlySet<string> = new Set(
  'acknowledge applaud apologise apologize assure commend condemn congratulate denounce express honor honour pay praise reaffirm reiterate salute thank welcome'.split(
    ' ',
  ),
);

/** "I want to thank Qatar", "we would like to condemn": who says in the first person that they want to say it says it. */
export function isPerformative({ doc }: Reading, above: Predicate, p: Predicate): boolean {
  if (p.form !== 'infinitive' || above.negated || !WISHING.has(above.lemma) || !SAYING.has(p.lemma)) return false;
  return /^(?:i|we)$/i.test(doc.tokens[above.subject?.head ?? NOWHERE]?.text ?? '');
}
