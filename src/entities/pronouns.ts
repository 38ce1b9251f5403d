import { NOWHERE } from '../base/nowhere.ts';
import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import type { FindContext } from './context.ts';
import { type Draft, type DraftLink, linkTo } from './draft.ts';
import { coordinationsBefore } from './pairs.ts';
import { CLASSES, isObjective, mayBeMeant, type PronounClass, suits, weigh } from './pronoun-fit.ts';
import { candidatesBefore, sentencesBack, subjectWeight } from './salience.ts';
import {
  isPossessivePronoun,
  lemmaOf,
  nounOf,
  paragraphOf,
  predicateOf,
  predicatesIn,
  sentenceStart,
  xposOf,
} from './text-view.ts';

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
  const owner = ctx.drafts.endingAt(at - 1).find((d) => d.links.length > 0 && d.use === 'actor');
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
  const first = predicatesIn(view, sentence).find((p) => p.form === 'finite');
  const subject = view.doc.groups[first?.subject?.groups[0] ?? NOWHERE];
  if (!first || !subject || subject.start < at || first.head < at || (first.subject?.groups.length ?? 0) > 1)
    return undefined;
  const draft = ctx.drafts.headedBy(subject.head).find((d) => d.links.length > 0 && d.use === 'actor');
  if (!draft || draft.form === 'pronoun' || !suits(ctx, draft, kind, gender)) return undefined;
  return draft.links.map((l) => linkTo(l.entity, 0.7, 'pronoun'));
}

/** "It is clear that", "it seems", "makes it hard to". */
function isPleonastic(ctx: FindContext, at: TokenIndex): boolean {
  const { view } = ctx;
  const role = nounOf(view, view.groupAt[at])?.role;
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
  if (margin < 0.4 || (kind !== 'he' && thingIsNearer(ctx, at, best, kind)) || strangerIsNearer(ctx, at, best, kind))
    return [];
  const confidence = Math.min(0.85, 0.5 + margin * 0.12);
  return best.entities.map((e) => linkTo(e, confidence, 'pronoun'));
}

/** "Unions struck. [They] …" where nobody knows which unions: a subject that fits and is nearer than the best, or the only subject. */
function strangerIsNearer(ctx: FindContext, at: TokenIndex, best: Scored, kind: PronounClass): boolean {
  const sentence = ctx.view.sentenceAt[at] ?? 0;
  const head = best.draft?.head ?? -1;
  const isSubject = best.draft !== undefined && subjectWeight(ctx.view, best.draft) > 0;
  return ctx.drafts
    .inSentences(sentence - 1, sentence)
    .some(
      (d) =>
        d.links.length === 0 &&
        d.span.end <= at &&
        (d.head > head || !isSubject) &&
        d.form !== 'pronoun' &&
        (subjectWeight(ctx.view, d) > 0 || (kind === 'he' && d.origin === 'person' && d.head > head)) &&
        mayBeMeant(d, kind),
    );
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
  const before = predicatesIn(view, sentence).filter((p) => p.head < at);
  // The reader of clauses may take an object for the subject of the next verb: then the verb before it tells.
  const verb = before.findLast((p) => p.subject && !p.subject.groups.includes(own));
  for (const g of verb?.subject?.groups ?? []) {
    const subject = view.doc.groups[g];
    if (!subject) continue;
    barred.add(subject.head);
    // "Kathy Hale, [who] lived with him".
    const relative = /^(?:who|which|that)$/.test(view.lower[subject.head] ?? '');
    const end = relative && view.words[subject.start - 1] === ',' ? subject.start - 1 : subject.start;
    if (relative) for (const d of ctx.drafts.endingAt(end)) barred.add(d.head);
  }
  return barred;
}

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
    const verb = predicatesIn(view, view.sentenceAt[at] ?? 0).findLast((p) => p.head < at);
    const bare = verb && verb.span.end === at;
    if (!bare || !TO_SOMEBODY.has(verb.lemma)) return true;
  }
  const isSubject = best.draft !== undefined && subjectWeight(view, best.draft) > 0;
  if (isSubject && view.sentenceAt[head] === view.sentenceAt[at]) return false;
  const tag = kind === 'they' ? 'NNS' : 'NN';
  const sentence = view.sentenceAt[at] ?? 0;
  return [...predicatesIn(view, sentence - 1), ...predicatesIn(view, sentence)].some((p) => {
    const thing = view.doc.groups[p.subject?.groups[0] ?? NOWHERE];
    if (!thing || thing.end > at) return false;
    // "The pact binds Norland. [It] …": the subject before what stands behind it.
    const behind = thing.head < head;
    if (behind && (isSubject || kind !== 'it' || p.form !== 'finite' || p.sentence !== view.sentenceAt[head]))
      return false;
    if (isSubject && view.sentenceAt[head] === p.sentence) return false;
    if (xposOf(view, thing.head) !== tag || TIME.test(lemmaOf(view, thing.head))) return false;
    return ctx.drafts.headedBy(thing.head).length === 0;
  });
}

const TIME = /^(day|week|month|year|hour|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
