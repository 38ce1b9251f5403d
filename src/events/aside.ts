import type { GroupIndex, NounPhrase, Oblique } from '../syntax/clause.ts';
import { isTemporal } from '../syntax/items.ts';
import type { Reading } from './reading.ts';

/** Prepositions of circumstances, which name nobody to whom it is done. */
const ASIDES: ReadonlySet<string> = new Set(
  'after ahead-of amid because-of before despite due-to during following given in-spite-of owing-to since under without'
    .split(' ')
    .map((p) => p.replaceAll('-', ' ')),
);

/**
 * "refused to lift the ban despite better relations [with India]": the phrase belongs to a circumstance.
 * @param clause the phrases among which it stands, of a verb or of a noun
 * @param own phrases that count as no circumstance, since a frame asks for them ("came [under attack] from India")
 */
export const isInAside = (
  reading: Reading,
  clause: { readonly obliques: readonly Oblique[] },
  oblique: Oblique,
  own: ReadonlySet<NounPhrase> = new Set(),
): boolean =>
  clause.obliques.some(
    (aside) =>
      ASIDES.has(aside.preposition) &&
      !own.has(aside.phrase) &&
      aside.phrase.span.start < oblique.phrase.span.start &&
      aside.phrase.groups.some(
        (g) =>
          !isDate(reading, g) &&
          reading.clauses.nouns[g]?.obliques.some((o) => o.phrase.groups[0] === oblique.phrase.groups[0]),
      ),
  );

/** "negotiating since [2012] with Togo": nothing belongs to a bare day, month or year. */
function isDate({ doc }: Reading, index: GroupIndex): boolean {
  const group = doc.groups[index];
  return group !== undefined && group.end - group.start === 1 && isTemporal(doc, group);
}
