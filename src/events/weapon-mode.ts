import { NOWHERE } from '../base/nowhere.ts';
import { logicalClause } from './logical-clause.ts';
import type { Match } from './match.ts';
import type { Reading } from './reading.ts';

/** Modes of ASSAULT by the weapon, which may be the subject ("drones struck") or stand behind "with". Source: PLOVER 2.0, modes of ASSAULT. */
const WEAPONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'suicide-attack': 'suicide bomber|suicide attacker|suicide vest',
    drone: 'drone|quadcopter',
    aerial: 'warplane|jet|plane|aircraft|helicopter|gunship|bomber',
    'heavy-weapons': 'artillery|rocket|missile|mortar|tank|shell|howitzer|warship',
    explosives: 'bomb|car bomb|grenade|mine|explosive|dynamite',
    firearms: 'gun|rifle|pistol|machine gun|sniper|gunfire',
    primitive: 'knife|machete|stone|axe|sword|spear|petrol bomb|firebomb',
    'crowd-control': 'tear gas|baton|water cannon|truncheon|rubber bullet',
    unconventional: 'chlorine|sarin|mustard gas|nerve agent|poison gas',
  }).flatMap(([mode, words]) => words.split('|').map((word) => [word, mode] as const)),
);

/** The weapon decides the mode of an attack where the frame leaves it open; a suicide bomber is no aircraft. */
export const modesFromWeapons = (reading: Reading, matches: readonly Match[]): Match[] =>
  matches.map((match) => {
    const p = reading.clauses.predicates[match.predicate ?? NOWHERE];
    if (match.frame.type !== 'ASSAULT' || match.noun !== undefined || !p) return match;
    const { subject, obliques } = logicalClause(p);
    const tools = obliques.filter((o) => o.preposition === 'with').map((o) => o.phrase.head);
    const mode = [...(subject ? [subject.head] : []), ...tools].map((head) => modeOf(reading, head)).find(Boolean);
    if (!mode || (match.frame.mode && mode !== 'suicide-attack')) return match;
    return { ...match, frame: { ...match.frame, mode } };
  });

/** The longer name first: a petrol bomb is thrown by hand. */
const modeOf = (reading: Reading, head: number): string | undefined =>
  WEAPONS.get(`${reading.lemma(head - 1)} ${reading.lemma(head)}`) ?? WEAPONS.get(reading.lemma(head));
