import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import type { FindContext } from './context.ts';
import { type Draft, type DraftLink, linkTo } from './draft.ts';
import { coordinationsBefore } from './pairs.ts';
import { candidatesBefore, firstEntity, sentencesBack, subjectWeight } from './salience.ts';
import {
  isHyphen,
  isPossessivePronoun,
  lemmaOf,
  nounOf,
  paragraphOf,
  predicateOf,
  sentenceStart,
  uposOf,
  xposOf,
} from './text-view.ts';

type PronounClass = 'he' | 'it' | 'they';

const CLASSES: Readonly<Record<string, readonly [PronounClass, 'm' | 'f' | undefined]>> = {
  he: ['he', 'm'],
  him: ['he', 'm'],
  his: ['he', 'm'],
  himself: ['he', 'm'],
  she: ['he', 'f'],
  her: ['he', 'f'],
  hers: ['he', 'f'],
  herself: ['he', 'f'],
  it: ['it', undefined],
  its: ['it', undefined],
  itself: ['it', undefined],
  they: ['they', undefined],
  them: ['they', undefined],
  their: ['they', undefined],
  themselves: ['they', undefined],
};

interface Scored {
  readonly draft?: Draft;
  readonly entities: readonly EntityId[];
  readonly score: number;
}

/** A mention for a third-person pronoun; without link when no antecedent stands out. Undefined when the token is none. */
export function pronounAt(ctx: FindContext, at: TokenIndex): Draft | undefined {
  const found = CLASSES[ctx.view.lower[at] ?? ''];
  if (!found) return undefined;
  const [kind, gender] = found;
  const possessive = isPossessivePronoun(ctx.view, at);
  if (kind === 'it' && !possessive && isPleonastic(ctx, at)) return undefined;
  const links =
    (possessive && (besideOwner(ctx, at, kind, gender) ?? fronted(ctx, at, kind, gender))) ||
    antecedent(ctx, at, kind, gender);
  const first = links[0] && ctx.store.get(links[0].entity);
  if (!first) return undefined;
  if (gender && first.kind === 'person') first.gender ??= gender;
  return {
    span: { start: at, end: at + 1 },
    head: at,
    form: 'pronoun',
    kind: first.kind,
    use: possessive ? 'modifier' : 'actor',
    origin: 'pronoun',
    links,
    plural: kind === 'they',
    ...(first.sector && first.kind === 'person' ? { sector: first.sector } : {}),
    ...(first.country ? { country: first.country } : {}),
  };
}

/** "terrorists and [their] sponsors". */
function besideOwner(
  ctx: FindContext,
  at: TokenIndex,
  kind: PronounClass,
  gender: 'm' | 'f' | undefined,
): readonly DraftLink[] | undefined {
  if (ctx.view.lower[at - 1] !== 'and') return undefined;
  const owner = ctx.drafts.find((d) => d.span.end === at - 1 && d.links.length > 0 && d.use === 'actor');
  return owner && suits(ctx, owner, kind, gender)
    ? owner.links.map((l) => linkTo(l.entity, 0.8, 'pronoun'))
    : undefined;
}

/** "On [his] way to Rome, the minister met …": before the first verb of a sentence the subject that follows is meant. */
function fronted(
  ctx: FindContext,
  at: TokenIndex,
  kind: PronounClass,
  gender: 'm' | 'f' | undefined,
): readonly DraftLink[] | undefined {
  const { view } = ctx;
  const sentence = view.sentenceAt[at] ?? 0;
  const start = view.doc.sentences[sentence]?.start ?? 0;
  if (
    at - start > 8 ||
    !/^(in|on|at|during|after|before|for|with|despite|from|to|under|through)$/.test(view.lower[start] ?? '')
  )
    return undefined;
  const first = view.clauses.predicates.find((p) => p.sentence === sentence && p.form === 'finite');
  const subject = view.doc.groups[first?.subject?.groups[0] ?? -1];
  if (!first || !subject || subject.start < at || first.head < at || (first.subject?.groups.length ?? 0) > 1)
    return undefined;
  const draft = ctx.drafts.find((d) => d.head === subject.head && d.links.length > 0 && d.use === 'actor');
  if (!draft || draft.form === 'pronoun' || !suits(ctx, draft, kind, gender)) return undefined;
  return draft.links.map((l) => linkTo(l.entity, 0.7, 'pronoun'));
}

/** "It is clear that", "it seems", "makes it hard to". */
function isPleonastic(ctx: FindContext, at: TokenIndex): boolean {
  const { view } = ctx;
  const role = nounOf(view, view.groupAt[at] ?? -1)?.role;
  const predicate = predicateOf(view, role?.predicate);
  if (role?.slot === 'subject' && predicate) {
    if (/^(seem|appear|happen|rain|snow|turn)$/.test(predicate.lemma)) return true;
    if (predicate.pos === 'adjective')
      return (
        predicate.complements.length > 0 || /^(that|to|for|whether|if)$/.test(view.lower[predicate.span.end] ?? '')
      );
    if (/^(be|remain|become|look)$/.test(predicate.lemma)) return true;
    return predicate.voice === 'passive' && view.lower[predicate.span.end] === 'that';
  }
  return /^(make|find|consider|deem|think|believe)$/.test(predicate?.lemma ?? '') && xposOf(view, at + 1) === 'JJ';
}

function antecedent(
  ctx: FindContext,
  at: TokenIndex,
  kind: PronounClass,
  gender: 'm' | 'f' | undefined,
): readonly DraftLink[] {
  const scored =
    kind === 'they' ? [...score(ctx, at, kind, gender), ...scorePairs(ctx, at)] : score(ctx, at, kind, gender);
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best || best.score < -7) return [];
  const rival = scored.find((s) => s.entities.join() !== best.entities.join());
  const margin = rival ? best.score - rival.score : 3;
  if (margin < 0.4 || (kind !== 'he' && thingIsNearer(ctx, at, best, kind))) return [];
  const confidence = Math.min(0.85, 0.5 + margin * 0.12);
  return best.entities.map((e) => linkTo(e, confidence, 'pronoun'));
}

function score(ctx: FindContext, at: TokenIndex, kind: PronounClass, gender: 'm' | 'f' | undefined): Scored[] {
  const { view } = ctx;
  const first =
    view.sentenceAt[at] === undefined || paragraphOf(view, sentenceStart(view, at) - 1) !== paragraphOf(view, at);
  const scope = { sentences: kind === 'he' ? 3 : 2, paragraphs: kind === 'he' || first ? 1 : 0 };
  const barred = barredSubjects(ctx, at);
  const out: Scored[] = [];
  candidatesBefore(ctx, at, scope).forEach((draft, rank) => {
    if (!suits(ctx, draft, kind, gender)) return;
    if (barred.has(draft.head)) return;
    out.push({ draft, entities: draft.links.map((l) => l.entity), score: weigh(ctx, draft, at, kind) - rank * 0.25 });
  });
  return out;
}

/** "He told him": heads that the object of a verb cannot be, the subjects of that verb. */
function barredSubjects(ctx: FindContext, at: TokenIndex): ReadonlySet<TokenIndex> {
  const { view } = ctx;
  const barred = new Set<TokenIndex>();
  if (!isObjective(ctx, at)) return barred;
  const own = view.groupAt[at] ?? -1;
  const sentence = view.sentenceAt[at] ?? 0;
  const before = view.clauses.predicates.filter((p) => p.sentence === sentence && p.head < at);
  // The reader of clauses may take an object for the subject of the next verb: then the verb before it tells.
  const verb = before.findLast((p) => p.subject && !p.subject.groups.includes(own));
  for (const g of verb?.subject?.groups ?? []) barred.add(view.doc.groups[g]?.head ?? -1);
  return barred;
}

function isObjective(ctx: FindContext, at: TokenIndex): boolean {
  const word = ctx.view.lower[at] ?? '';
  if (word === 'him' || word === 'them') return true;
  if (word === 'her') return !isPossessivePronoun(ctx.view, at);
  if (word !== 'it') return false;
  const role = nounOf(ctx.view, ctx.view.groupAt[at] ?? -1)?.role;
  const before = uposOf(ctx.view, at - 1);
  return role ? role.slot !== 'subject' : before === 'VERB' || before === 'ADP';
}

function weigh(ctx: FindContext, draft: Draft, at: TokenIndex, kind: PronounClass): number {
  const { view } = ctx;
  const back = sentencesBack(view, at, draft.head) ?? 9;
  const paragraphs = paragraphOf(view, at) - paragraphOf(view, draft.head);
  let value = -1.5 * back - paragraphs;
  value += subjectWeight(view, draft) > 0 ? 2 : 0;
  if (kind === 'he' && subjectWeight(view, draft) === 2) value += 0.5;
  if (isPossessivePronoun(view, at)) value += ownsClause(ctx, draft, at);
  if (draft.form === 'pronoun' && sameClass(view.lower[draft.head] ?? '', view.lower[at] ?? ''))
    value += back === 0 ? 2.2 : 1.5;
  if (draft.use === 'modifier' && draft.form !== 'pronoun') value -= draft.origin === 'adjective' ? 2 : 1.5;
  if (draft.use === 'place') value -= 1.5;
  // An owner is what "its" in the same sentence goes on about: "Iran's army and its allies".
  if (draft.use === 'actor' && xposOf(view, draft.span.end) === 'POS') value -= 0.5;
  if (kind === 'they' && draft.kind === 'country') value -= 1.5;
  if (view.quoted[at] && !view.quoted[draft.head] && kind === 'he' && subjectWeight(view, draft) === 2 && back === 0)
    value -= 2;
  return value;
}

/** Verbs that go on to say what their object did: "thanked France for its help". */
const OBJECT_MINDED = new Set(
  'thank blame accuse criticise criticize praise help assist condemn punish congratulate reward fine'.split(' '),
);

/** Weight of the subject of the very verb that the possessive's noun belongs to ("[Iran] withdrew its forces"), or of its object. */
function ownsClause(ctx: FindContext, draft: Draft, at: TokenIndex): number {
  const role = nounOf(ctx.view, ctx.view.groupAt[at] ?? -1)?.role;
  const predicate = role?.slot !== 'subject' ? predicateOf(ctx.view, role?.predicate) : undefined;
  const holds = (groups: readonly number[] | undefined): boolean =>
    groups?.some((g) => ctx.view.doc.groups[g]?.head === draft.head) ?? false;
  if (
    predicate &&
    role?.slot === 'oblique' &&
    OBJECT_MINDED.has(predicate.lemma) &&
    holds(predicate.objects[0]?.groups)
  )
    return 4;
  return holds(predicate?.subject?.groups) ? 1.5 : 0;
}

const sameClass = (a: string, b: string): boolean =>
  CLASSES[a] !== undefined && CLASSES[a]?.[0] === CLASSES[b]?.[0] && CLASSES[a]?.[1] === CLASSES[b]?.[1];

function suits(ctx: FindContext, draft: Draft, kind: PronounClass, gender: 'm' | 'f' | undefined): boolean {
  const entity = ctx.store.get(firstEntity(draft) ?? '');
  if (!entity || isHyphen(ctx.view.words[draft.span.end])) return false;
  if (kind === 'he') {
    if (draft.links.length > 1) return false;
    if (entity.kind === 'person') return !entity.gender || entity.gender === gender;
    // "The Iranian minister … he": the nominal stands for a person whose name nobody gave.
    return (
      draft.form === 'nominal' &&
      !draft.plural &&
      draft.phrase?.agent?.acts !== 'body' &&
      draft.phrase?.agent?.acts !== 'group' &&
      isPersonNoun(draft)
    );
  }
  if (kind === 'it')
    return (
      draft.links.length === 1 &&
      !draft.plural &&
      entity.kind !== 'person' &&
      entity.kind !== 'place' &&
      draft.origin !== 'people' &&
      !isPersonNoun(draft)
    );
  if (draft.form === 'pronoun') return draft.plural === true;
  if (draft.plural || draft.origin === 'people') return true;
  return (
    entity.kind === 'organization' || (entity.kind === 'country' && draft.form === 'name' && draft.use === 'actor')
  );
}

const isPersonNoun = (d: Draft): boolean =>
  d.form === 'nominal' &&
  !!d.phrase &&
  (d.phrase.agent?.acts === 'person' ||
    !!d.phrase.title ||
    /(official|diplomat|negotiator|spokes\w+|leader|ruler|envoy|representative)$/.test(d.phrase.text));

function scorePairs(ctx: FindContext, at: TokenIndex): Scored[] {
  const actors = coordinationsBefore(ctx, at, 2).filter((c) =>
    c.entities.every((e) => ctx.store.get(e)?.kind !== 'place'),
  );
  return actors.map((c) => {
    const back = sentencesBack(ctx.view, at, c.end - 1) ?? 9;
    const inParagraph = paragraphOf(ctx.view, c.end - 1) === paragraphOf(ctx.view, at);
    return { entities: c.entities, score: -1.5 * back + (c.subject ? 2.5 : 0.5) - (inParagraph ? 0 : 1.5) };
  });
}

/** Verbs whose object is somebody: "accuse it", "urge them". */
const TO_SOMEBODY = new Set(
  'accuse urge tell warn blame ask call invite press pressure arm inform assure remind thank isolate invade meet fight defeat'.split(
    ' ',
  ),
);

/**
 * "The deal … it": something that is no actor is the likelier antecedent. It is when the pronoun is the object of a verb that takes
 * things, or when a subject that is no actor stands nearer than the candidate.
 */
function thingIsNearer(ctx: FindContext, at: TokenIndex, best: Scored, kind: PronounClass): boolean {
  const { view } = ctx;
  const head = best.draft?.head ?? -1;
  const chained = best.draft?.form === 'pronoun' && view.sentenceAt[head] === view.sentenceAt[at];
  if (isObjective(ctx, at) && !chained) {
    const verb = view.clauses.predicates.findLast((p) => p.head < at && p.sentence === view.sentenceAt[at]);
    const bare = verb && verb.span.end === at;
    if (!bare || !TO_SOMEBODY.has(verb.lemma)) return true;
  }
  if (best.draft && subjectWeight(view, best.draft) > 0 && view.sentenceAt[head] === view.sentenceAt[at]) return false;
  const tag = kind === 'they' ? 'NNS' : 'NN';
  return view.clauses.predicates.some((p) => {
    const thing = view.doc.groups[p.subject?.groups[0] ?? -1];
    if (!thing || thing.end > at || (view.sentenceAt[at] ?? 0) - p.sentence > 1 || thing.head < head) return false;
    if (best.draft && subjectWeight(view, best.draft) > 0 && view.sentenceAt[head] === p.sentence) return false;
    if (xposOf(view, thing.head) !== tag || TIME.test(lemmaOf(view, thing.head))) return false;
    return !ctx.drafts.some((d) => d.head === thing.head);
  });
}

const TIME = /^(day|week|month|year|hour|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
