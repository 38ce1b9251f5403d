import type { TokenIndex } from '../model/span.ts';
import type { FindContext } from './context.ts';
import type { Draft } from './draft.ts';
import { firstEntity, sentencesBack, subjectWeight } from './salience.ts';
import { isHyphen, isPossessivePronoun, nounOf, paragraphOf, predicateOf, uposOf, xposOf } from './text-view.ts';

/** What a third-person pronoun asks for: one person, one thing, or several. */
export type PronounClass = 'he' | 'it' | 'they';

/** Class and gender of each pronoun by its lower-case form. */
export const CLASSES: Readonly<Record<string, readonly [PronounClass, 'm' | 'f' | undefined]>> = {
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

/** "him", "accused it": no subject. */
export function isObjective(ctx: FindContext, at: TokenIndex): boolean {
  const word = ctx.view.lower[at] ?? '';
  if (word === 'him' || word === 'them') return true;
  if (word === 'her') return !isPossessivePronoun(ctx.view, at);
  if (word !== 'it') return false;
  const role = nounOf(ctx.view, ctx.view.groupAt[at])?.role;
  const before = uposOf(ctx.view, at - 1);
  return role ? role.slot !== 'subject' : before === 'VERB' || before === 'ADP';
}

/** How likely the pronoun at `at` goes on about the draft; only differences count. */
export function weigh(ctx: FindContext, draft: Draft, at: TokenIndex, kind: PronounClass): number {
  const { view } = ctx;
  const back = sentencesBack(view, at, draft.head) ?? 9;
  const paragraphs = paragraphOf(view, at) - paragraphOf(view, draft.head);
  let value = -1.5 * back - paragraphs;
  value += subjectWeight(view, draft) > 0 ? 2 : 0;
  if (kind === 'he' && subjectWeight(view, draft) === 2) value += 0.5;
  // "[Vega] told parliament that Ruiz had lied. He …": the sentence goes on about whoever it began with.
  if (kind === 'he' && back > 0 && leadsSentence(ctx, draft.head) && leadsSentence(ctx, at)) value += 1;
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

/** Subject of the verb of a main clause. */
function leadsSentence({ view }: FindContext, at: TokenIndex): boolean {
  const role = nounOf(view, view.groupAt[at] ?? -1)?.role;
  const predicate = role?.slot === 'subject' ? predicateOf(view, role.predicate) : undefined;
  return predicate?.form === 'finite' && (!predicate.governor || predicate.governor.relation === 'coordinate');
}

/** Verbs that go on to say what their object did: "thanked France for its help". */
const OBJECT_MINDED = new Set(
  'thank blame accuse criticise criticize praise help assist condemn punish congratulate reward fine'.split(' '),
);

/** Weight of the subject of the very verb that the possessive's noun belongs to ("[Iran] withdrew its forces"), or of its object. */
function ownsClause(ctx: FindContext, draft: Draft, at: TokenIndex): number {
  const role = nounOf(ctx.view, ctx.view.groupAt[at])?.role;
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

/** Whether the pronoun may stand for the draft at all: number, gender and kind agree. */
export function suits(ctx: FindContext, draft: Draft, kind: PronounClass, gender: 'm' | 'f' | undefined): boolean {
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
      !(draft.origin === 'adjective' && draft.use === 'modifier') &&
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

/** Whether the pronoun may stand for a mention of whom nobody knows who it is. */
export function mayBeMeant(d: Draft, kind: PronounClass): boolean {
  if (kind === 'they') return d.plural === true;
  if (d.plural) return false;
  return kind === 'he' ? d.origin === 'person' || isPersonNoun(d) : d.form === 'nominal' && !isPersonNoun(d);
}
