import type { Group } from '../model/document.ts';
import { type FindContext, nameCovering } from './context.ts';
import { phraseCovering } from './phrases.ts';
import { lemmaOf, sentenceEnd, uposOf } from './text-view.ts';

/** What somebody says, asks or offers: a noun for people right before it says who. */
const SAID: ReadonlySet<string> = new Set(
  (
    'appeal bid bill call campaign complaint compromise condition criticism deadline decision demand draft initiative injunction invitation motion objection offer order ' +
    'peace-plan petition plan plea pledge pressure promise proposal rally request resolution ruling suggestion summons ultimatum verdict veto warning'
  ).split(' '),
);
/** Words between: "an army [peace] offer", "a union [pay] demand". */
const BETWEEN = 1;

/** "[rebel] demands", "a [European court] order", "the [Afghan government] amnesty offer": the group as it ends with whoever says it. */
export function speakerBefore(ctx: FindContext, group: Group): Group | undefined {
  const { view, finder } = ctx;
  if (!SAID.has(lemmaOf(view, group.head)) || uposOf(view, group.head) !== 'NOUN') return undefined;
  for (let head = group.head - 1; head >= Math.max(group.start, group.head - 1 - BETWEEN); head--) {
    if (uposOf(view, head) !== 'NOUN' || nameCovering(ctx, head)) return undefined;
    const phrase = phraseCovering(finder.phrases, view, group.start, head, sentenceEnd(view, head));
    if (phrase?.agent && phrase.end === head + 1) return { ...group, head, end: head + 1 };
  }
  return undefined;
}
