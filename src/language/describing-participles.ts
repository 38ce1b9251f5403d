import type { TaggedDocument } from '../model/document.ts';

/** Participles that say who people are rather than what was done to them: "a suit against [visiting] Prince Turki". */
const DESCRIBING: ReadonlySet<string> = new Set(
  (
    'visiting touring ruling outgoing incoming departing exiled ousted deposed toppled jailed imprisoned detained convicted disgraced embattled retired ' +
    'fleeing warring protesting striking rioting retreating advancing invading returning competing opposing rebelling marauding'
  ).split(' '),
);

/** Prepositions behind which people stand more often than acts; "charged with visiting a camp" has no office behind the gerund. */
const BEFORE_PEOPLE: ReadonlySet<string> = new Set(
  'against with between among toward towards to and by from for'.split(' '),
);

const OFFICES: ReadonlySet<string> = new Set(
  (
    'president premier prime minister chancellor king queen prince princess crown emir sultan pope foreign defence defense secretary envoy envoys leader leaders ' +
    'official officials delegation delegations ambassador ambassadors general commander chief senator senators lawmaker lawmakers governor mayor dictator ' +
    'ruler rulers party parties coalition government junta'
  ).split(' '),
);
const PEOPLE: ReadonlySet<string> = new Set(
  (
    'rebels militants fighters troops soldiers forces insurgents protesters demonstrators workers students farmers miners refugees migrants civilians villagers ' +
    'factions sides parties tribes clans groups gangs militias teachers nurses doctors drivers truckers fans prisoners inmates settlers police'
  ).split(' '),
);
/** Words between the participle and its noun: "visiting [Saudi Deputy Crown] Prince". */
const REACH = 4;

/** A participle behind a preposition that belongs to the office or the people right behind it, whatever the parser makes of it. */
export function describesPeople({ tokens, morphology }: TaggedDocument, i: number, limit: number): boolean {
  const word = (k: number): string => tokens[k]?.text.toLowerCase() ?? '';
  if (!DESCRIBING.has(word(i)) || !BEFORE_PEOPLE.has(word(i - 1))) return false;
  if (PEOPLE.has(word(i + 1))) return true;
  for (let k = i + 1; k < Math.min(limit, i + 1 + REACH); k++) {
    if (!/^(?:ADJ|PROPN|NOUN)$/.test(morphology[k]?.upos ?? '')) return false;
    if (OFFICES.has(word(k))) return true;
  }
  return false;
}
