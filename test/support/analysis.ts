import { hashFields } from '../../src/base/hash.ts';
import type { Analysis, StandingFact } from '../../src/model/analysis.ts';
import type { Article } from '../../src/model/article.ts';
import type { ChunkedDocument } from '../../src/model/document.ts';
import type { Entity, EntityKind } from '../../src/model/entity.ts';
import type { Argument, ArgumentRole, EventMention } from '../../src/model/event.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Span } from '../../src/model/span.ts';
import type { Interval } from '../../src/model/time.ts';
import { testArticle } from './doc.ts';

/** An article whose sentences stand one a paragraph, with words as tokens; enough for the stages after extraction. */
export interface TestArticle {
  readonly article: Article;
  readonly document: ChunkedDocument;
}

export function plainArticle(id: string, sentences: readonly string[], fields: Partial<Article> = {}): TestArticle {
  const article = testArticle(sentences.join('\n\n'), { title: `Report ${id}`, ...fields, id });
  const tokens = [...article.text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map((m) => {
    return { text: m[0], start: m.index, end: m.index + m[0].length };
  });
  const ends = sentences.map((_, i) => sentences.slice(0, i + 1).join('\n\n').length);
  const bounds = ends.map((end) => tokens.filter((t) => t.start < end).length);
  const spans = bounds.map((end, i) => ({ start: bounds[i - 1] ?? 0, end, paragraph: i }));
  return { article, document: { article, tokens, sentences: spans, morphology: [], groups: [] } };
}

/** What a test says about one event mention; `who` are entity ids or, for an unlinked participant, an empty string. */
export interface MentionFields {
  readonly relation: string;
  readonly actors: readonly string[];
  readonly recipients?: readonly string[];
  readonly issues?: readonly string[];
  /** Number of the sentence, from 0. */
  readonly sentence?: number;
  readonly reciprocal?: boolean;
  readonly fields?: Partial<EventMention>;
}

export function eventMention({ article, document }: TestArticle, m: MentionFields): EventMention {
  const sentence = document.sentences[m.sentence ?? 0] ?? { start: 0, end: 1 };
  const args = [
    ...(m.actors ?? []).map((id) => argument('actor', id, sentence)),
    ...(m.recipients ?? []).map((id) => argument('recipient', id, sentence)),
    ...(m.issues ?? []).map((id) => argument('issue', id, sentence)),
  ];
  return {
    id: hashFields([
      article.id,
      m.relation,
      m.sentence,
      ...args.map((a) => `${a.role} ${a.entities.join('+')}`),
      m.fields?.status,
    ]),
    type: 'CONSULT',
    relation: m.relation,
    contexts: [],
    trigger: { start: sentence.start, end: sentence.start + 1 },
    arguments: args,
    reciprocal: m.reciprocal ?? false,
    modality: 'asserted',
    negated: false,
    status: 'asserted',
    confidence: 0.8,
    evidence: evidence({ article, document }, m.sentence ?? 0),
    ...m.fields,
  };
}

function argument(role: ArgumentRole, id: string, sentence: Span): Argument {
  return { role, span: { start: sentence.start, end: sentence.start + 1 }, entities: id ? [id] : [] };
}

export function evidence({ article, document }: TestArticle, index: number): Evidence {
  const sentence = document.sentences[index] ?? { start: 0, end: 1 };
  const span = {
    start: document.tokens[sentence.start]?.start ?? 0,
    end: document.tokens[sentence.end - 1]?.end ?? article.text.length,
  };
  const trigger = document.tokens[sentence.start] ?? span;
  return {
    article: article.id,
    span,
    quote: article.text.slice(span.start, span.end),
    trigger: { start: trigger.start, end: trigger.end },
    rule: 'test rule',
  };
}

export const day = (date: string): Interval => ({ from: date, to: date, precision: 'day' });

export function entity(id: string, name: string, fields: Partial<Entity> = {}): Entity {
  const kind = id.startsWith('org:') ? 'organization' : ((id.split(':')[0] ?? 'country') as EntityKind);
  return { id, kind, name, aliases: [], known: true, ...fields };
}

export function analysis(
  { article, document }: TestArticle,
  eventMentions: readonly EventMention[],
  entities: readonly Entity[] = [],
  facts: readonly StandingFact[] = [],
): Analysis {
  return { article, document, mentions: [], links: [], entities, eventMentions, facts, diagnostics: [] };
}
