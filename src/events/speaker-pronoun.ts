import { NOWHERE } from '../base/nowhere.ts';
import type { Link } from '../model/entity.ts';
import type { Span } from '../model/span.ts';
import type { GroupIndex, NounPhrase, PredicateIndex } from '../syntax/clause.ts';
import { isSaidThereby } from './governed-clause.ts';
import type { Participant, Reading } from './reading.ts';

const SINGULAR: ReadonlySet<string> = new Set(['it', 'he', 'she']);
const PLURAL = 'they';
/** What a speaker means by "his [country]" is the side for which he speaks. */
const OWN_SIDE: ReadonlySet<string> = new Set(
  'administration army bloc cabinet campaign company country faction force government group movement nation organisation organization party side state team union'.split(
    ' ',
  ),
);
const OWN: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their']);

/**
 * "The front said [it] will boycott the vote": a personal pronoun that is the subject of what somebody says, and that nothing else
 * tells, is whoever says it; so is "his country" there.
 */
export function speakerMeant(reading: Reading, group: GroupIndex): NounPhrase | undefined {
  const { doc, clauses } = reading;
  const g = doc.groups[group];
  const word = doc.tokens[g?.head ?? NOWHERE]?.text.toLowerCase() ?? '';
  const role = clauses.nouns[group]?.role;
  if (g && role?.slot === 'object' && OBJECTS.has(word)) return calledOver(reading, role.predicate);
  const mine = !!g && isOwnSide(reading, g);
  if (!g || role?.slot !== 'subject' || !(SINGULAR.has(word) || word === PLURAL || mine)) return undefined;
  const speaker = speakerOver(reading, role.predicate);
  if (!speaker || speaker.groups.includes(group)) return undefined;
  if (mine) return speaker;
  const several = speaker.groups.length > 1 || /^NNP?S$/.test(doc.morphology[speaker.head]?.xpos ?? '');
  const agrees = word === PLURAL ? several || isBody(reading, speaker) : speaker.groups.length === 1;
  return agrees ? speaker : undefined;
}

const OBJECTS: ReadonlySet<string> = new Set(['him', 'her', 'it', 'them']);

/** "phoned his counterpart to thank [him]": whoever is called. */
function calledOver({ clauses }: Reading, index: PredicateIndex): NounPhrase | undefined {
  const p = clauses.predicates[index];
  const above = clauses.predicates[p?.governor?.predicate ?? NOWHERE];
  return p && above?.voice === 'active' && isSaidThereby(above, p) ? above.objects[0] : undefined;
}

/** "[his country] would not pay" */
function isOwnSide({ doc, lemma }: Reading, g: Span & { readonly head: number }): boolean {
  return g.end - g.start === 2 && OWN.has(doc.tokens[g.start]?.text.toLowerCase() ?? '') && OWN_SIDE.has(lemma(g.head));
}

/** Subject of the verb whose content the clause is, over clauses joined by "and". */
function speakerOver({ clauses }: Reading, index: PredicateIndex): NounPhrase | undefined {
  const governor = clauses.predicates[index]?.governor;
  const said = governor && /^(?:complement|speech)$/.test(governor.relation) && governor.marker !== 'to';
  return said ? clauses.predicates[governor.predicate]?.subject : undefined;
}

/** One person or state is no "they"; a body of people is. */
const isBody = (reading: Reading, { head }: NounPhrase): boolean => reading.mentionAt(head)?.kind === 'organization';

/** "his country" is the country, and stands for it in the words of whoever says so; a pronoun is the speaker. */
export const asSide = (speaker: Participant, links: readonly Link[]): Participant => ({
  ...speaker,
  ...(links.length > 0 ? { entities: links.map((link) => link.entity) } : {}),
  confidence: speaker.confidence * 0.8,
});
