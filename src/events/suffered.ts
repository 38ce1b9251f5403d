import type { Predicate } from '../syntax/clause.ts';

/** "claimed that Chad [was bombed]", "[has lost] its fleet": nothing that its subject could be accused of. */
export const isSuffered = (p: Predicate | undefined): boolean =>
  !!p && ((p.voice === 'passive' && !IS_IN.has(p.lemma)) || SUFFERING.has(p.lemma));
const SUFFERING: ReadonlySet<string> = new Set(
  'die endure face have lose need receive suffer survive undergo'.split(' '),
);
/** "was [involved] in": read as passives, told of who does it. */
const IS_IN: ReadonlySet<string> = new Set(
  'arm commit determine engage implicate interest involve prepare set tie link connect'.split(' '),
);
