import type { ChunkedDocument } from '../model/document.ts';
import type { Entity, Link, Mention } from '../model/entity.ts';
import { type CharSpan, overlaps, type Span } from '../model/span.ts';
import type { EntityInput } from './reading.ts';

/**
 * Adds marked stretches of text to what the entity layer found: whoever codes a pair says that these words are participants, be they
 * "the contract workers" or "a report". Mentions that have the stretch's head are widened to it and may act; their links stay.
 */
export function withMarked(doc: ChunkedDocument, layer: EntityInput, marked: readonly CharSpan[]): EntityInput {
  let { mentions, links, entities } = layer;
  marked.forEach((chars, i) => {
    const span = toTokens(doc, chars);
    const head = headOf(doc, span);
    if (head === undefined) return;
    const known = widestAt(mentions, head);
    if (known?.form === 'pronoun') return;
    const linked = known !== undefined && links.some((l) => l.mention === known.id);
    const mention: Mention = {
      ...(known ?? { id: `marked-${i}`, form: 'nominal' }),
      span,
      head,
      kind: known?.kind === 'country' || known?.kind === 'person' ? known.kind : 'organization',
      use: 'actor',
    };
    mentions = [...mentions.filter((m) => m !== known), mention];
    if (linked && known?.kind !== 'place' && known?.kind !== 'event') return;
    const entity = toEntity(doc, chars, `marked:${i}`);
    const link: Link = { mention: mention.id, entity: entity.id, confidence: 1, rule: 'marked' };
    links = [...links.filter((l) => l.mention !== mention.id), link];
    entities = [...entities, entity];
  });
  return { mentions, links, entities };
}

const toEntity = (doc: ChunkedDocument, { start, end }: CharSpan, id: string): Entity => ({
  id,
  kind: 'organization',
  name: doc.article.text.slice(start, end),
  aliases: [],
  known: false,
});

/** Head of the first noun group that has it inside the stretch; of a stretch before the head ("[Turkish] ship") its last word. */
function headOf(doc: ChunkedDocument, span: Span): number | undefined {
  const inside = doc.groups.find((g) => g.kind === 'noun' && g.head >= span.start && g.head < span.end);
  if (inside) return inside.head;
  return doc.groups.some((g) => overlaps(g, span)) ? span.end - 1 : undefined;
}

const widestAt = (mentions: readonly Mention[], head: number): Mention | undefined =>
  mentions.filter((m) => m.head === head).sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))[0];

/** Tokens that a stretch of characters touches; the one after it when it touches none. */
export function toTokens({ tokens }: ChunkedDocument, { start, end }: CharSpan): Span {
  let first = tokens.findIndex((token) => token.end > start);
  if (first < 0) first = Math.max(0, tokens.length - 1);
  let last = first;
  while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? end) < end) last++;
  return { start: first, end: last + 1 };
}
