import { NOWHERE } from '../base/nowhere.ts';
import type { ClauseComplement, Governor, PredicateIndex } from './clause.ts';
import type { ClausePlace } from './clause-place.ts';
import type { DraftPhrase, DraftPredicate } from './drafts.ts';
import { isSpeechVerb, nounDraft } from './reader-state.ts';
import type { Chains } from './tree-obliques.ts';
import { nounGroupAt, type TreeReading } from './tree-phrases.ts';

/** What linking needs besides the tree. */
export interface Linking {
  readonly r: TreeReading;
  readonly places: ReadonlyMap<PredicateIndex, ClausePlace>;
  readonly chains: Chains;
  /** Predicates that have a subject of their own. */
  readonly complete: ReadonlySet<PredicateIndex>;
}

/** Sets the governor of a clause and lists it as the content of the verb or noun that takes it; clauses above must be linked before. */
export function linkClause(link: Linking, found: ClausePlace): void {
  const { predicates } = link.r.s;
  const draft = predicates[found.index];
  const host = predicates[found.host ?? NOWHERE];
  if (!draft || !host) return;
  const place = readForClause(link, found, draft, host);
  if (place.host === undefined) return;
  const { relation, marker } = place;
  if (relation === 'conj') linkConjunct(link, place, draft, place.host);
  else if (relation === 'parataxis') linkParataxis(link, place, draft, host);
  else if (relation === 'acl:relcl' || relation === 'amod') draft.governor = governor(place.host, 'relative', marker);
  else if (relation === 'ccomp' && place.fronted && draft.form === 'finite')
    draft.governor = governor(place.host, 'speech');
  else if (relation === 'ccomp' || relation === 'xcomp' || (relation === 'csubj' && !place.fronted))
    linkContent(link, place, draft, host);
  else if (relation === 'acl') linkAttribute(link, place, draft, host);
  else if (relation !== 'root' && relation !== 'list') linkAdverbial(link, place, draft, host);
}

/** "pushed [for Chad] to pay": the subject behind "for" is a phrase of the verb as well. */
function readForClause(link: Linking, found: ClausePlace, draft: DraftPredicate, host: DraftPredicate): ClausePlace {
  const { marker, ...place } = found;
  const isFor = marker === 'for' && draft.form === 'infinitive' && draft.subject && link.complete.has(found.index);
  if (!isFor || found.fronted) return found;
  host.obliques.push({ preposition: 'for', phrase: draft.subject as DraftPhrase });
  return { ...place, infinitive: true };
}

export const governor = (predicate: PredicateIndex, relation: Governor['relation'], marker?: string): Governor => ({
  predicate,
  relation,
  ...(marker === undefined ? {} : { marker }),
});

/** Lists a clause at the verb that takes it, and at the nouns that may take it instead. */
function takeComplement({ r, chains }: Linking, place: ClausePlace, complement: ClauseComplement): void {
  r.s.predicates[place.host ?? NOWHERE]?.complements.push(complement);
  listAtNouns({ r, chains }, place, complement);
}

function listAtNouns(
  { r, chains }: Pick<Linking, 'r' | 'chains'>,
  place: ClausePlace,
  complement: ClauseComplement,
): void {
  if (complement.form === 'that' && place.noun === undefined) return;
  const own = place.noun === undefined ? undefined : nounGroupAt(r, place.noun);
  const start = r.s.predicates[place.index]?.span.start ?? 0;
  const nouns = complement.form === 'that' ? [] : chains(start);
  for (const g of new Set(own === undefined ? nouns : [own, ...nouns])) nounDraft(r.s, g).complements.push(complement);
}

/** Verbs that take a bare infinitive: "made Bogota pay". */
const BARE: ReadonlySet<string> = new Set('make let have help see watch hear bid'.split(' '));

function formOf(
  { complete }: Linking,
  place: ClausePlace,
  draft: DraftPredicate,
  host: DraftPredicate,
): ClauseComplement['form'] | undefined {
  if (place.infinitive) return 'to';
  if (draft.form === 'infinitive') {
    // "demanded that Argentina withdraw"
    const hasSubject = complete.has(place.index) || (place.relation === 'xcomp' && host.objects.length > 0);
    const subjunctive = place.marker === 'that' || (hasSubject && !BARE.has(host.lemma));
    return subjunctive ? 'that' : 'to';
  }
  if (draft.form === 'gerund') return 'ing';
  // "two men reported killed"
  const reported = place.relation === 'xcomp' && host.voice === 'passive' && place.marker === undefined;
  return draft.form === 'finite' || reported ? 'that' : undefined;
}

/** "said that …", "agreed to …", "denied arming …", "is likely to …". */
function linkContent(link: Linking, place: ClausePlace, draft: DraftPredicate, host: DraftPredicate): void {
  if (place.host === undefined) return;
  const form = formOf(link, place, draft, host);
  // "kept its troops [stationed in Mali]" says how the troops were.
  if (!form) {
    const describes = place.marker === undefined && host.objects.length > 0;
    draft.governor = governor(place.host, describes ? 'relative' : 'adverbial', place.marker);
    return;
  }
  draft.governor = governor(place.host, 'complement', form === 'to' ? 'to' : place.marker);
  const preposition = form === 'ing' ? place.marker : undefined;
  takeComplement(link, place, {
    form,
    predicate: place.index,
    ...(preposition === undefined ? {} : { preposition }),
  });
}

/** Clauses on a noun: "rebels backed by Chad", "its decision to attack", "claims of bombing", "reports that …". */
function linkAttribute(link: Linking, place: ClausePlace, draft: DraftPredicate, host: DraftPredicate): void {
  const { host: at, marker } = place;
  if (at === undefined) return;
  // "police in Lima seized/VBN arms": a clause of its own that the tree hung on its subject.
  if (draft.form === 'finite' && marker === undefined && !link.complete.has(place.index)) return;
  const form = formOf(link, place, draft, host);
  const content = form === 'to' || form === 'that' || (form === 'ing' && marker !== undefined);
  if (!content) {
    draft.governor = governor(at, 'relative', marker);
    return;
  }
  const complement = {
    form,
    predicate: place.index,
    ...(form === 'ing' && marker !== undefined ? { preposition: marker } : {}),
  };
  const behind = place.noun !== undefined && place.noun > host.span.start;
  // The verb behind its subject's content has no part in it: "the plan to attack failed".
  if (!behind) {
    draft.governor = governor(at, 'relative', form === 'to' ? 'to' : marker);
    listAtNouns(link, place, complement);
  } else {
    draft.governor = governor(at, 'complement', form === 'to' ? 'to' : marker);
    takeComplement(link, place, complement);
  }
}

/** Purpose, manner, time, condition: infinitives and gerunds behind a preposition stay open as content of the verb, as frames list them. */
function linkAdverbial(link: Linking, place: ClausePlace, draft: DraftPredicate, host: DraftPredicate): void {
  const { host: at, marker } = place;
  if (at === undefined) return;
  const nonfinite = place.infinitive || draft.form === 'gerund' || draft.form === 'participle';
  const content = place.infinitive ? marker === undefined : nonfinite && marker !== undefined;
  if (content && !place.fronted) return linkContent(link, place, draft, host);
  if (!nonfinite && (marker === 'that' || marker === 'whether') && !place.fronted)
    return linkContent(link, place, draft, host);
  draft.governor = governor(at, 'adverbial', place.infinitive ? (marker ?? 'to') : marker);
}

/** "… and withdrew" hangs on the first verb; "… and Malaysia refused" stands where the first clause stands. */
function linkConjunct(link: Linking, place: ClausePlace, draft: DraftPredicate, host: PredicateIndex): void {
  const { predicates } = link.r.s;
  const first = predicates[host];
  const above = first?.governor;
  // "“We lost,” he said, “but we [will return]”": what is quoted is said, too.
  if (first && draft.quoted && !first.quoted && link.complete.has(place.index) && isSpeechVerb(link.r.s, first))
    return linkContent(link, place, draft, first);
  if (!link.complete.has(place.index) || draft.form !== 'finite')
    draft.governor = governor(host, 'coordinate', place.infinitive ? 'to' : undefined);
  else if (above) {
    draft.governor = above;
    if (above.relation === 'complement')
      predicates[above.predicate]?.complements.push({ form: 'that', predicate: place.index });
  }
}

/** "Z said: “…”"; what stands beside another clause is a clause of its own otherwise. */
function linkParataxis(link: Linking, place: ClausePlace, draft: DraftPredicate, host: DraftPredicate): void {
  if (place.host === undefined) return;
  const { tokens } = link.r.s.doc;
  const colon = tokens[draft.span.start - 1]?.text === ':';
  const said = isSpeechVerb(link.r.s, host) && !place.fronted && (colon || (draft.quoted && !host.quoted));
  if (said && !host.complements.some((c) => c.form === 'that')) linkContent(link, place, draft, host);
  else if (draft.form === 'gerund' || draft.form === 'participle')
    draft.governor = governor(place.host, 'adverbial', place.marker);
}
