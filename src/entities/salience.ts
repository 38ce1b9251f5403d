import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import type { FindContext } from './context.ts';
import type { Draft } from './draft.ts';
import { nounOf, paragraphOf, predicateOf, type TextView } from './text-view.ts';

/** Whether the mention is the subject of a finite verb; of a verb of saying it weighs more. */
export function subjectWeight(view: TextView, draft: Draft): 0 | 1 | 2 {
  const role = nounOf(view, view.groupAt[draft.head])?.role;
  if (role?.slot !== 'subject' || draft.use === 'modifier') return 0;
  const predicate = predicateOf(view, role.predicate);
  return predicate?.form === 'finite' && SAYING.has(predicate.lemma) ? 2 : 1;
}

export const SAYING = new Set(
  'say tell add state announce note warn claim declare insist argue describe explain stress reply write reiterate emphasize emphasise remark observe continue conclude'.split(
    ' ',
  ),
);

/** Distance in sentences from a mention back to another; undefined when it comes later. */
export const sentencesBack = (view: TextView, from: TokenIndex, to: TokenIndex): number | undefined =>
  to < from ? (view.sentenceAt[from] ?? 0) - (view.sentenceAt[to] ?? 0) : undefined;

/** How far back to look. */
export interface Scope {
  /** How many sentences back, the own one counted as 0. */
  readonly sentences: number;
  /** Only the own paragraph, unless the pronoun stands in its first sentence. */
  readonly paragraphs: number;
}

/** Linked mentions before the token within reach, nearest first. */
export function candidatesBefore(ctx: FindContext, at: TokenIndex, scope: Scope): readonly Draft[] {
  const { view } = ctx;
  const paragraph = paragraphOf(view, at);
  const sentence = view.sentenceAt[at] ?? 0;
  return ctx.drafts
    .inSentences(sentence - scope.sentences, sentence)
    .filter(
      (d) =>
        d.span.end <= at &&
        d.head < at &&
        d.links.length > 0 &&
        paragraph - paragraphOf(view, d.head) <= scope.paragraphs,
    )
    .sort((a, b) => b.head - a.head);
}

/** The entity that the draft stands for, or the first of several. */
export const firstEntity = (draft: Draft): EntityId | undefined => draft.links[0]?.entity;
