import type { GroupIndex } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import { isActor, isLoose, isNameLike, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';

/** What only those who rule somewhere do, so that whoever condemns it condemns them: "the jailing of editors in Mali". */
const DEEDS_OF_RULE: ReadonlySet<string> = new Set(
  (
    'abuse arrest atrocity ban blackout ballot censorship clampdown conviction coup crackdown decree deportation detention discrimination election execution eviction ' +
    'expulsion flogging harassment hanging impunity imprisonment intimidation jailing junta law legislation lynching oppression persecution poll policy prosecution purge ' +
    'referendum repression rule sentence sentencing slavery takeover torture trial violation vote'
  ).split(' '),
);
const WHERE: ReadonlySet<string> = new Set(['in', 'across', 'throughout', 'inside', 'within']);
const CERTAINTY = 0.8;

/** Gives an accusation of a deed that nobody is named to have done those who rule where it was done: "criticised a spate of arrests in [Mali]". */
export function fillFromDeeds(reading: Reading, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const { B } = match.slots;
    if (match.frame.type !== 'ACCUSE' || !B?.length || !B.every((x) => isLoose(x) || x.entities.length === 0))
      return match;
    const own = new Set(match.slots.A?.flatMap((x) => x.entities));
    const rulers = B.flatMap((x) => rulersOver(reading, reading.groupAt(x.span.end - 1), own));
    const found = rulers.length > 0 ? rulers : doersBehind(reading, B, own);
    return found.length > 0
      ? { ...match, slots: { ...match.slots, B: found }, certainty: match.certainty * CERTAINTY, fromThing: true }
      : match;
  });
}

const DOERS: ReadonlySet<string> = new Set(['by', 'between']);

/** "violations of its airspace [by Mali]", "links [between Mali] and a gang": the first one whom a deed or a tie names itself. */
function doersBehind(
  reading: Reading,
  things: readonly Participant[],
  own: ReadonlySet<string>,
): readonly Participant[] {
  const groups = things.flatMap((x) => (isNameLike(reading, x) ? [] : (reading.groupAt(x.span.end - 1) ?? [])));
  const obliques = groups.flatMap((g) => reading.clauses.nouns[g]?.obliques ?? []);
  const found = obliques.filter((o) => DOERS.has(o.preposition)).flatMap((o) => participantsOf(reading, o.phrase));
  return found.filter((x) => isActor(reading, x) && !x.entities.some((id) => own.has(id))).slice(0, 1);
}

function rulersOver(reading: Reading, group: GroupIndex | undefined, own: ReadonlySet<string>): readonly Participant[] {
  if (group === undefined) return [];
  const deed = reading.meant(group);
  if (!DEEDS_OF_RULE.has(reading.lemma(reading.doc.groups[deed]?.head ?? -1))) return [];
  const of = reading.clauses.nouns[deed]?.obliques ?? [];
  // "the detention of editors [in Mali]" hangs on either noun.
  const inner = of
    .filter((o) => o.preposition === 'of')
    .flatMap((o) => o.phrase.groups.flatMap((g) => reading.clauses.nouns[g]?.obliques ?? []));
  const places = [...of, ...inner].filter((o) => WHERE.has(o.preposition));
  const found = places.flatMap((o) => participantsOf(reading, o.phrase));
  return found.filter(
    (x) => x.entities.length > 0 && (isPlace(x) || isActor(reading, x)) && !x.entities.some((id) => own.has(id)),
  );
}
