import type { GroupIndex } from '../syntax/clause.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';

/** By what a plan, a bill or a measure comes to be, or to be asked for. */
const PROPOSING: ReadonlySet<string> = new Set(
  (
    'adopt approve author back broker call chair circulate convene demand devise draft draw draw_up favour favor file formulate hammer host initiate introduce issue lodge make ' +
    'mediate negotiate offer organise organize pass pen propose promote put put_forward request sanction seek sponsor submit suggest support table unveil urge want'
  ).split(' '),
);

/** "a resolution on Syria [drafted] by France", "subsidies [demanded] by unions", "a plan that Togo [proposed]": whose the thing is. */
export function proposersOf(
  reading: Reading,
  things: readonly GroupIndex[],
  own: ReadonlySet<string>,
): readonly Participant[] | undefined {
  const within = new Set(
    things.flatMap((g) => [g, ...(reading.clauses.nouns[g]?.obliques ?? []).flatMap((o) => o.phrase.groups)]),
  );
  const sentence = reading.doc.groups[things[0] ?? -1]?.sentence ?? -1;
  for (const p of reading.index.predicatesIn(sentence)) {
    if (p.governor?.relation !== 'relative' || !PROPOSING.has(p.lemma)) continue;
    const passive = p.voice === 'passive';
    const about = passive ? p.subject?.groups : p.objects.flatMap((o) => o.groups);
    if (!about?.some((g) => within.has(g))) continue;
    const doers = passive ? p.obliques.filter((o) => o.preposition === 'by').map((o) => o.phrase) : [p.subject];
    const found = doers
      .flatMap((phrase) => (phrase ? participantsOf(reading, phrase) : []))
      .filter((x) => isActor(reading, x) && !x.entities.some((id) => own.has(id)));
    if (found.length > 0) return found;
  }
  return undefined;
}
