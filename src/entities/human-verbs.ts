import type { TokenIndex } from '../model/span.ts';
import type { FindContext } from './context.ts';
import { nounOf, predicateOf } from './text-view.ts';

const HUMAN_VERBS = new Set(
  (
    'say tell add state announce note warn urge accuse claim declare insist argue acknowledge admit deny ask call describe explain express meet visit ' +
    'arrive hold reject praise condemn thank resign speak travel sign discuss stress believe hope vow pledge promise write reply reiterate'
  ).split(' '),
);

const DONE_TO_PEOPLE = new Set(
  'arrest detain sentence convict jail imprison appoint elect sack dismiss assassinate murder extradite deport pardon interview inaugurate'.split(
    ' ',
  ),
);

/** Whether the word is an argument of a verb that only people do, or that is only done to people. */
export function doesAsPerson({ view }: FindContext, head: TokenIndex): boolean {
  const role = nounOf(view, view.groupAt[head])?.role;
  const predicate = predicateOf(view, role?.predicate);
  if (!role || !predicate) return false;
  const undergoes = role.slot === 'object' || (role.slot === 'subject' && predicate.voice === 'passive');
  if (undergoes) return DONE_TO_PEOPLE.has(predicate.lemma);
  return role.slot === 'subject' && predicate.form === 'finite' && HUMAN_VERBS.has(predicate.lemma);
}
