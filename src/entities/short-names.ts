import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import { type FindContext, nameCovering } from './context.ts';
import { type Draft, linkTo } from './draft.ts';
import { bodyWord } from './organization-patterns.ts';
import { lemmaOf, sentenceEnd, xposOf } from './text-view.ts';

/** "the League", "the agency" after "the Arab League", "the … Energy Agency": mentions of a body by the noun in its name. */
export function addShortNames(ctx: FindContext): void {
  const { view } = ctx;
  const found: Draft[] = [];
  view.doc.groups.forEach((group) => {
    const { head } = group;
    if (
      group.kind !== 'noun' ||
      group.end - group.start !== 2 ||
      view.lower[group.start] !== 'the' ||
      nameCovering(ctx, head)
    )
      return;
    if (xposOf(view, head).endsWith('S') || !bodyWord(lemmaOf(view, head)) || ctx.drafts.some((d) => d.head === head))
      return;
    const entity = namedBefore(ctx, view.lower[head] ?? '', group.start);
    const body = entity === undefined ? undefined : ctx.store.get(entity);
    if (!body || head >= sentenceEnd(view, head)) return;
    found.push({
      span: { start: group.start, end: group.end },
      head,
      form: 'nominal',
      kind: 'organization',
      use: 'actor',
      origin: 'nominal',
      links: [linkTo(body.id, 0.75, 'short-name')],
      ...(body.sector ? { sector: body.sector } : {}),
      ...(body.country ? { country: body.country } : {}),
    });
  });
  ctx.drafts.push(...found);
}

/** The last body named before whose name holds the word. */
function namedBefore(ctx: FindContext, word: string, at: TokenIndex): EntityId | undefined {
  let best: Draft | undefined;
  for (const d of ctx.drafts) {
    if (d.origin !== 'organization' || d.span.start >= at || (best && d.span.start < best.span.start)) continue;
    const name = ctx.store.get(d.links[0]?.entity ?? '')?.name.toLowerCase() ?? '';
    if (name.split(/[^\p{L}]+/u).includes(word)) best = d;
  }
  return best?.links[0]?.entity;
}
