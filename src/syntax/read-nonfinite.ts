import type { ClauseComplement, PredicateIndex } from './clause.ts';
import { controllerOf, OBJECT_GERUND } from './control.ts';
import { type DraftPhrase, type DraftPredicate, newClause } from './drafts.ts';
import { coordinateVerb } from './link-clauses.ts';
import { chainGroups, nounDraft, pushClause, type ReaderState, top, topVerb } from './reader-state.ts';

/** "agreed to meet", "its decision to attack": complement of the verb, and of every noun that it may belong to. */
export function readInfinitive(s: ReaderState, index: PredicateIndex): void {
  const clause = top(s);
  const draft = s.predicates[index];
  if (!draft) return;
  const bare = !startsWithTo(s, draft);
  if (bare && (s.conjunction || s.comma) && clause.verb !== undefined && canShareForm(topVerb(s))) {
    return coordinateVerb(s, index);
  }
  for (const g of chainGroups(s)) nounDraft(s, g).complements.push({ form: 'to', predicate: index });
  if (clause.verb === undefined) {
    if (clause.subject && s.chain.length > 0) draft.subject = clause.subject;
    // "To end the war, Egypt proposed …"
    if (!clause.subject) clause.waiting.push({ predicate: index, relation: 'adverbial', marker: 'to', shares: true });
    pushClause(s, newClause('reduced', { verb: index }));
    return;
  }
  const governor = {
    predicate: clause.verb,
    relation: s.conjunction ? 'coordinate' : 'complement',
    marker: 'to',
  } as const;
  draft.governor = governor;
  const governing = s.predicates[clause.verb];
  governing?.complements.push({ form: 'to', predicate: index });
  const subject = subjectAfterFor(s) ?? (governing && controllerOf(governing));
  if (subject) draft.subject = subject;
  const next = s.items[s.at + 1];
  if (clause.gap && next?.kind !== 'noun' && next?.kind !== 'verb') draft.objects.push(clause.gap);
  pushClause(
    s,
    newClause('complement', {
      verb: index,
      governor,
      ...(clause.gap && next?.kind === 'verb' ? { gap: clause.gap } : {}),
    }),
  );
}

export const startsWithTo = (s: ReaderState, draft: DraftPredicate): boolean => {
  for (let i = draft.span.start; i < draft.head; i++) if (s.doc.morphology[i]?.xpos === 'TO') return true;
  return false;
};

/** "to patrol the coast, [share] intelligence and [train] crews", "can approve or [reject] it". */
const canShareForm = (verb: DraftPredicate | undefined): boolean =>
  verb?.form === 'infinitive' || verb?.modal !== undefined;

/** "waited [for Iran] to answer", "it is time [for both sides] to talk". */
function subjectAfterFor(s: ReaderState): DraftPhrase | undefined {
  const before = s.items[s.at - 1];
  const preposition = s.items[s.at - 2];
  const direct = before?.kind === 'noun' && preposition?.kind === 'word' && preposition.text === 'for';
  return direct && s.last?.groups.includes(before.group) ? s.last : undefined;
}

/** Gerunds and participles: complement of a preposition or verb, reduced relative clause, or adverbial clause after a comma. */
export function readParticiple(s: ReaderState, index: PredicateIndex): void {
  const draft = s.predicates[index];
  const verb = top(s).verb;
  const main = topVerb(s);
  if (!draft) return;
  const joint = s.comma || s.conjunction;
  if (s.preposition !== undefined && main && verb !== undefined) {
    readPrepositionalGerund(s, index, draft, s.preposition);
  } else if (s.last && !joint && s.chain.length > 0) {
    if (verb !== undefined) draft.governor = { predicate: verb, relation: 'relative' };
    else top(s).waiting.push({ predicate: index, relation: 'relative', shares: false });
    draft.subject = s.last;
  } else if (main && verb !== undefined) {
    const isObject = !joint && draft.form === 'gerund';
    if (isObject) main.complements.push({ form: 'ing', predicate: index });
    const relation = isObject ? 'complement' : s.conjunction ? 'coordinate' : 'adverbial';
    draft.governor = { predicate: verb, relation };
    const subject = relation === 'adverbial' ? (outerSubject(s) ?? main.subject) : main.subject;
    if (subject) draft.subject = subject;
  } else if (s.last && s.chain.length > 0) draft.subject = s.last;
  // "Speaking in Cairo, the minister said …"
  else if (verb === undefined) {
    const { preposition } = s;
    top(s).waiting.push({
      predicate: index,
      relation: 'adverbial',
      shares: true,
      ...(preposition === undefined ? {} : { marker: preposition }),
    });
  }
  pushClause(s, newClause('reduced', { verb: index }));
}

/** "accused Iran of arming", "left without signing". */
function readPrepositionalGerund(
  s: ReaderState,
  index: PredicateIndex,
  draft: DraftPredicate,
  preposition: string,
): void {
  const { verb } = top(s);
  const main = topVerb(s);
  if (verb === undefined || !main) return;
  const complement: ClauseComplement = { form: 'ing', preposition, predicate: index };
  main.complements.push(complement);
  for (const g of chainGroups(s)) nounDraft(s, g).complements.push(complement);
  draft.governor = { predicate: verb, relation: 'complement', marker: preposition };
  const object = main.voice === 'active' && OBJECT_GERUND.has(preposition) ? main.objects[0] : undefined;
  const subject = object ?? main.subject;
  if (subject) draft.subject = subject;
}

/** Subject of the outermost clause that has its verb: what "…, saying that" belongs to. */
function outerSubject(s: ReaderState): DraftPhrase | undefined {
  const outer = s.stack.find((c) => c.verb !== undefined);
  return outer?.verb === undefined ? undefined : s.predicates[outer.verb]?.subject;
}
