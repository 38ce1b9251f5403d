import type { EntityId } from '../model/ids.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import { countryRecord, type FindContext, gazetteerId } from './context.ts';
import { charSpan, type TextView, textOf } from './text-view.ts';

export interface FactDraft {
  readonly relation: string;
  readonly source: EntityId;
  readonly target: EntityId;
  /** The words that say it. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** Whether the sentence of the words has told the fact already: each sentence is a piece of evidence, and one is enough. */
export function isStated(
  { view, stated }: FindContext,
  relation: string,
  source: EntityId,
  target: EntityId,
  { start }: Span,
): boolean {
  return stated.has(factKey(view, relation, source, target, start));
}

const factKey = (
  { sentenceAt }: TextView,
  relation: string,
  source: EntityId,
  target: EntityId,
  at: TokenIndex,
): string => `${relation} ${source} ${target} ${sentenceAt[at] ?? 0}`;

export function pushFact(ctx: FindContext, f: FactDraft): void {
  const { view } = ctx;
  const sentence = view.doc.sentences[view.sentenceAt[f.span.start] ?? 0];
  if (!sentence) return;
  const span = charSpan(view, sentence);
  const targetText = countryRecord(ctx, gazetteerId(f.target))?.name ?? ctx.store.get(f.target)?.name ?? f.target;
  ctx.stated.add(factKey(view, f.relation, f.source, f.target, f.span.start));
  ctx.facts.push({
    relation: f.relation,
    source: f.source,
    target: f.target,
    confidence: f.confidence,
    evidence: {
      article: view.doc.article.id,
      span,
      quote: view.doc.article.text.slice(span.start, span.end),
      trigger: charSpan(view, {
        start: Math.max(f.span.start, sentence.start),
        end: Math.min(f.span.end, sentence.end),
      }),
      rule: f.rule,
    },
    sourceText: textOf(view, f.nameSpan),
    targetText,
  });
}
