import type { GroupIndex, NounPhrase, PredicateIndex } from '../syntax/clause.ts';
import { isSaidThereby } from './governed-clause.ts';
import type { Reading } from './reading.ts';

const SINGULAR: ReadonlySet<string> = new Set(['it', 'he', 'she']);
const PLURAL = 'they';

/**
 * "The front said [it] will boycott the vote": a personal pronoun that is the subject of what somebody says, and that nothing else
 * tells, is whoever says it.
 */
export function speakerMeant(reading: Reading, group: GroupIndex): NounPhrase | undefined {
  const { doc, clauses } = reading;
  const g = doc.groups[group];
  const word = doc.tokens[g?.head ?? -1]?.text.toLowerCase() ?? '';
  const role = clauses.nouns[group]?.role;
  if (g && role?.slot === 'object' && OBJECTS.has(word)) return calledOver(reading, role.predicate);
  if (!g || role?.slot !== 'subject' || !(SINGULAR.has(word) || word === PLURAL)) return undefined;
  const speaker = speakerOver(reading, role.predicate);
  if (!speaker || speaker.groups.includes(group)) return undefined;
  const several = speaker.groups.length > 1 || /^NNP?S$/.test(doc.morphology[speaker.head]?.xpos ?? '');
  const agrees = word === PLURAL ? several || isBody(reading, speaker) : speaker.groups.length === 1;
  return agrees ? speaker : undefined;
}

const OBJECTS: ReadonlySet<string> = new Set(['him', 'her', 'it', 'them']);

/** "phoned his counterpart to thank [him]": whoever is called. */
function calledOver({ clauses }: Reading, index: PredicateIndex): NounPhrase | undefined {
  const p = clauses.predicates[index];
  const above = clauses.predicates[p?.governor?.predicate ?? -1];
  return p && above?.voice === 'active' && isSaidThereby(above, p) ? above.objects[0] : undefined;
}

/** Subject of the verb whose content the clause is, over clauses joined by "and". */
function speakerOver({ clauses }: Reading, index: PredicateIndex): NounPhrase | undefined {
  const governor = clauses.predicates[index]?.governor;
  const said = governor && /^(?:complement|speech)$/.test(governor.relation) && governor.marker !== 'to';
  return said ? clauses.predicates[governor.predicate]?.subject : undefined;
}

/** One person or state is no "they"; a body of people is. */
const isBody = (reading: Reading, { head }: NounPhrase): boolean => reading.mentionAt(head)?.kind === 'organization';
