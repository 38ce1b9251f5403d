import type { TokenIndex } from '../model/span.ts';
import { type FindContext, nameCovering } from './context.ts';
import { complementAt, type Possessors } from './noun-phrase.ts';
import type { Phrase, PhraseMatch } from './phrases.ts';
import { groupOf, nounOf, predicateOf, uposOf } from './text-view.ts';

/** Nouns for a body that also name what somebody does: "the movement of goods", "a mission to Mars". */
const PROCESS = /(?:^| )(?:mission|movement|operation|publication|prosecution|establishment|opposition|resistance)$/;
/** Of these, those that say with "of" what is done, whoever is named there: "the movement of Chadian troops". */
const DONE_TO = /(?:^| )(?:movement|publication|prosecution|establishment)$/;
/** Attitudes: "opposition to the pact". */
const AGAINST_SOMETHING = /(?:^| )(?:opposition|resistance)$/;

/** Missions that are flown or fought. */
const DEEDS = /^(?:bombing|combat|reconnaissance|rescue|space|spy|suicide|supply|surveillance|test)$/;

/** True for nouns that are a body only where the words round them say so; no state near by owns them. */
export const mayBeProcess = (phrase: Phrase): boolean => PROCESS.test(phrase.text);

/** "a state of emergency", "the movement of goods", "its opposition to the pact", "sent a mission": no body that acts. */
export function isNoBody(ctx: FindContext, phrase: PhraseMatch, before: Possessors): boolean {
  const { view } = ctx;
  if (isThing(ctx, phrase, before)) return true;
  const state = phrase.text === 'state';
  if (!state && !mayBeProcess(phrase)) return false;
  if (phrase.text === 'mission' && DEEDS.test(view.lower[phrase.start - 1] ?? '')) return true;
  const next = view.lower[phrase.end] ?? '';
  if (next === 'of') {
    const of = complementAt(ctx, phrase.end, /^of$/, false);
    if (DONE_TO.test(phrase.text) || !of?.refs.length) return true;
  }
  if (AGAINST_SOMETHING.test(phrase.text) && /^(?:to|against)$/.test(next) && uposOf(view, phrase.end + 1) !== 'VERB')
    return true;
  const told = before.refs.length > 0 || before.definite;
  return !state && !told && !AGAINST_SOMETHING.test(phrase.text) && !actsItself(ctx, phrase.end - 1);
}

const WATERS =
  /^of (?:the |a |this |its )?(?:\S+ )?(?:rivers?|lakes?|streams?|canals?|seine|danube|thames|nile|jordan|tigris|euphrates)\b/;

/** "its U.S. business", "the banks of the river", "Chadian movement between the towns". */
function isThing({ view }: FindContext, phrase: PhraseMatch, before: Possessors): boolean {
  if (phrase.text === 'business') return !phrase.plural;
  if (phrase.text === 'bank') return WATERS.test(view.lower.slice(phrase.end, phrase.end + 4).join(' '));
  return phrase.text === 'movement' && !phrase.plural && !before.definite && !before.indefinite;
}

/** Subject of an active verb, or described by a name ("a Norland movement"). */
function actsItself(ctx: FindContext, head: TokenIndex): boolean {
  const { view } = ctx;
  const group = groupOf(view, head);
  if (group && group.start < head && nameCovering(ctx, head - 1)) return true;
  const role = nounOf(view, view.groupAt[head])?.role;
  return role?.slot === 'subject' && predicateOf(view, role.predicate)?.voice !== 'passive';
}
