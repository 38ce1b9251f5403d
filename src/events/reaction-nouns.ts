import { NOWHERE } from '../base/nowhere.ts';
import type { EventTypeCode } from '../model/event.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import { isTime } from './match-verb.ts';
import type { Reading } from './reading.ts';

/** What an answer takes up. */
export interface Answered {
  readonly types: ReadonlySet<string>;
  /** Only what was done or said to whoever answers. */
  readonly own?: true;
  /** "the move": any deed, so that only one that the sentence before tells as done will do. */
  readonly any?: true;
}

const types = (...list: EventTypeCode[]): ReadonlySet<string> => new Set(list);
const words = (list: string): readonly string[] => list.split(' ');

const SAID = types('ACCUSE');
const HARM = types('ASSAULT', 'COERCE', 'MOBILIZE', 'SANCTION');
const DONE = types(
  ...(['ASSAULT', 'COERCE', 'MOBILIZE', 'SANCTION', 'REJECT', 'CONCEDE', 'RETREAT', 'AGREE', 'AID'] as const),
);

/** Nouns by which an answer takes up a deed or words, with the types that these may have had. */
const TAKEN_UP: ReadonlyMap<string, Answered> = new Map(
  (
    [
      [
        'accusation allegation charge claim criticism insinuation assertion complaint imputation condemnation rebuke',
        SAID,
        true,
      ],
      ['remark comment statement word', types('ACCUSE', 'THREATEN'), true],
      ['threat warning ultimatum', types('THREATEN'), true],
      ['protest protestation objection reproach', types('ACCUSE', 'PROTEST'), true],
      ['launch drill exercise manoeuvre maneuver deployment', types('MOBILIZE')],
      ['demand call request appeal plea', types('REQUEST'), true],
      ['offer proposal invitation overture', types('AGREE', 'REQUEST')],
      [
        'attack strike airstrike raid incursion bombing shelling assault killing invasion shooting offensive bombardment ambush aggression',
        types('ASSAULT', 'MOBILIZE'),
      ],
      ['sanction measure tariff ban embargo restriction curb penalty duty expulsion', types('SANCTION', 'COERCE')],
      ['shipment delivery consignment', types('AID')],
      ['arrest detention seizure deportation blockade crackdown', types('COERCE')],
      ['veto refusal rejection', types('REJECT')],
      ['withdrawal pullout pull-out release truce ceasefire', types('CONCEDE', 'RETREAT')],
    ] as const
  ).flatMap(([list, kinds, own]) =>
    words(list).map((word): [string, Answered] => [word, { types: kinds, ...(own ? { own } : {}) }]),
  ),
);
const ALL: ReadonlySet<string> = new Set([...DONE, 'SUPPORT', 'COOPERATE', 'ACCUSE', 'REQUEST', 'CONSULT', 'THREATEN']);
const ANY = new Set(words('decision move step action act gesture'));

/** "recalled [its ambassador]": from whoever did something to the own side. */
const RECALLED = new Set(words('ambassador envoy diplomat consul'));
/** "denied wrongdoing", "denied any involvement": whoever says so was accused. */
const GUILT = new Set(words('wrongdoing involvement responsibility guilt complicity role link'));
const POINTING = new Set(words('the this that these those both such all any'));
/** "vowed to [retaliate]". */
const ANSWERING = new Set(words('retaliate respond reciprocate answer react hit'));

/** The deeds that a noun may take up ("the [strikes]"); undefined for nouns that name none. */
export const deedsNamed = (noun: string): Answered | undefined => TAKEN_UP.get(noun) ?? OPERATIONS.get(noun);

/** Nouns for what somebody does over some time, which nobody answers to. */
const OPERATIONS: ReadonlyMap<string, Answered> = new Map(
  words('operation campaign mission sortie').map((word): [string, Answered] => [word, { types: HARM }]),
);

/** What a match answers that was told before; undefined when its words say themselves what they are about. */
export function answeredBy(reading: Reading, match: Match, thing: GroupIndex | undefined): Answered | undefined {
  const { predicates } = reading.clauses;
  const answers = [match.predicate, ...match.embedded].some((i) =>
    ANSWERING.has(predicates[i ?? NOWHERE]?.lemma ?? ''),
  );
  if (answers) return { types: new Set([...HARM, 'ACCUSE', 'THREATEN', 'REJECT']), own: true };
  const fixed = match.claimed.map((i) => reading.lemma(reading.doc.groups[i]?.head ?? -1));
  if (match.frame.relation === 'broke-relations-with' && fixed.some((noun) => RECALLED.has(noun)))
    return { types: new Set([...DONE, 'ACCUSE', 'THREATEN', 'PROTEST']), own: true };
  const denied = match.frame.type === 'REJECT' && match.frame.relation === 'denied';
  // "denied arming rebels", "denied wrongdoing".
  if (denied && match.embedded.length > 0) return { types: SAID, own: true };
  const g = reading.doc.groups[thing ?? NOWHERE];
  if (thing === undefined || !g || isTold(reading, thing)) return undefined;
  const first = reading.doc.tokens[g.start]?.text.toLowerCase() ?? '';
  const noun = reading.lemma(g.head);
  if (denied && GUILT.has(noun)) return { types: SAID, own: true };
  // "denied accusations": those against whoever denies them.
  if (ANY.has(noun) && isApposed(reading, match, g.start)) return { types: ALL, any: true };
  if (!POINTING.has(first) && !(denied && TAKEN_UP.get(noun)?.types === SAID && g.start === g.head)) return undefined;
  return ANY.has(noun) ? { types: DONE, any: true } : TAKEN_UP.get(noun);
}

/** "X refused, [a decision] that Y condemned": what the clause before the comma told. */
const isApposed = ({ doc, clauses }: Reading, { predicate }: Match, start: number): boolean =>
  doc.tokens[start - 1]?.text === ',' &&
  /^an?$/.test(doc.tokens[start]?.text.toLowerCase() ?? '') &&
  clauses.predicates[predicate ?? NOWHERE]?.governor?.relation === 'relative';

/** "dismissed the claim [on Twitter]" */
const MEDIA = new Set(words('twitter x facebook telegram television tv radio'));

/** "the attack [on Mali]", "[Chad]'s decision", "the claim [that …]": it says itself which one is meant. */
function isTold(reading: Reading, group: GroupIndex): boolean {
  const noun = reading.clauses.nouns[group];
  const said = noun?.obliques.some(
    (o) =>
      /^(?:of|by|from|on|against|in|at|to|about)$/.test(o.preposition) &&
      !isTime(reading, o.phrase) &&
      !MEDIA.has(reading.lemma(o.phrase.head)),
  );
  return (
    noun?.owner !== undefined ||
    said === true ||
    (noun?.complements.length ?? 0) > 0 ||
    reading.modifiers(group).some((m) => m.kind !== 'place')
  );
}
