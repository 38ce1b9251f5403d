import type { FindContext } from './context.ts';
import { resolveNominal } from './definite-nominals.ts';
import { generalBodyAt } from './described-bodies.ts';
import { type Draft, linkTo } from './draft.ts';
import { isOfOthers } from './noun-phrase.ts';
import { pairPhraseAt } from './pair-phrases.ts';
import { findPair, findTriple } from './pairs.ts';
import { pronounAt } from './pronouns.ts';
import { firstPersonAt } from './speakers.ts';
import { groupFrom, type TextView } from './text-view.ts';

/** Reads the text once from left to right and links pronouns, pairs and nominals to what was named before. */
export function resolveCoreference(ctx: FindContext): void {
  const { view } = ctx;
  const waiting = new Map<number, Draft>();
  for (const d of ctx.drafts.all) if (d.form === 'nominal') waiting.set(d.head, d);
  for (let i = 0; i < view.words.length; i++) {
    const pair = pairPhraseAt(view, i);
    if (pair && !isOfOthers(ctx, pair.span.end)) addPair(ctx, pair, waiting);
    if (isPronoun(view, i)) {
      const pronoun = pronounAt(ctx, i);
      if (pronoun) ctx.drafts.add(pronoun);
    }
    const nominal = waiting.get(i);
    if (nominal) resolveNominal(ctx, nominal);
    const general = nominal ? undefined : generalBodyAt(ctx, i);
    if (general) ctx.drafts.add(general);
  }
  ctx.pairs.clear();
  // Quotations come before their speaker ("…," he said): second pass.
  for (let i = 0; i < view.words.length; i++) {
    const spoken = isPronoun(view, i) ? firstPersonAt(ctx, i) : undefined;
    if (spoken && !ctx.drafts.headedBy(i).some((d) => d.form === 'pronoun')) ctx.drafts.add(spoken);
  }
}

/** Links the phrase to the two in question; the nominal reader may have made a mention of it already. */
function addPair(
  ctx: FindContext,
  pair: NonNullable<ReturnType<typeof pairPhraseAt>>,
  waiting: Map<number, Draft>,
): void {
  const { span, kind } = pair;
  let links = pair.three ? findTriple(ctx, span.start) : findPair(ctx, span.start, kind, pair.untold);
  if (pair.untold && !links.length) return;
  // "the two leaders" of two countries that nobody named leaders of.
  if (!links.length && kind === 'person')
    links = findPair(ctx, span.start, 'state').map((l) => linkTo(l.entity, l.confidence * 0.9, 'pair'));
  const group = groupFrom(ctx.view, span.start);
  const head = group && group.start === span.start && group.end === span.end ? group.head : span.end - 1;
  const existing = waiting.get(head);
  waiting.delete(head);
  if (existing) {
    // "the two Syrian sides" names its country itself.
    if (existing.links.length) return;
    existing.links = links;
    existing.kind = ctx.store.get(links[0]?.entity ?? '')?.kind ?? existing.kind;
    return;
  }
  if (!links.length) return;
  const first = ctx.store.get(links[0]?.entity ?? '');
  ctx.drafts.add({
    span,
    head,
    form: 'nominal',
    kind: first?.kind ?? 'country',
    use: 'actor',
    origin: 'nominal',
    plural: true,
    definite: true,
    links,
  });
}

const PRONOUNS = new Set(
  'he him his himself she her hers herself it its itself they them their themselves we us our ours ourselves i me my mine myself'.split(
    ' ',
  ),
);
/** By form, which is surer than the tag; "US" and "IT" in capitals are names. */
const isPronoun = (view: TextView, i: number): boolean =>
  PRONOUNS.has(view.lower[i] ?? '') &&
  ((view.words[i] ?? '').length < 2 || (view.words[i] ?? '').slice(1) === (view.lower[i] ?? '').slice(1));
