import { type FindContext, nameCovering } from './context.ts';
import { type Draft, linkTo } from './draft.ts';
import { bodyWord } from './organization-patterns.ts';
import { lemmaOf, sentenceEnd, xposOf } from './text-view.ts';

/** "the League", "the agency" after "the Arab League", "the … Energy Agency": mentions of a body by the noun in its name. */
export function addShortNames(ctx: FindContext): void {
  const { view } = ctx;
  const found: Draft[] = [];
  const bodies = ctx.drafts.all.filter((d) => d.origin === 'organization').sort((a, b) => a.span.start - b.span.start);
  /** The last body so far whose name holds the word. */
  const latest = new Map<string, Draft>();
  let next = 0;
  view.doc.groups.forEach((group) => {
    const { head } = group;
    for (let d = bodies[next]; d && d.span.start < group.start; d = bodies[++next])
      for (const word of nameWords(ctx, d)) latest.set(word, d);
    if (
      group.kind !== 'noun' ||
      group.end - group.start !== 2 ||
      view.lower[group.start] !== 'the' ||
      nameCovering(ctx, head)
    )
      return;
    if (xposOf(view, head).endsWith('S') || !bodyWord(lemmaOf(view, head)) || ctx.drafts.headedBy(head).length > 0)
      return;
    const body = ctx.store.get(latest.get(view.lower[head] ?? '')?.links[0]?.entity ?? '');
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
  for (const draft of found) ctx.drafts.add(draft);
}

const nameWords = (ctx: FindContext, body: Draft): readonly string[] =>
  (ctx.store.get(body.links[0]?.entity ?? '')?.name.toLowerCase() ?? '').split(/[^\p{L}]+/u);
