import type { DragomanGraph } from '../graph/attributes.ts';
import { articleOf } from '../graph/file.ts';
import type { Article } from '../model/article.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ArticleExplanation, EventExplanation } from '../model/explanation.ts';

/** How a piece of evidence was read, found by reading it again. */
export interface Derivation {
  /** Whether the whole article was read, or the sentence alone because the graph holds no texts. */
  readonly from: 'article' | 'sentence';
  readonly event: EventExplanation;
}

/** What has to be read again to explain evidence; offsets are those of the original article. */
export interface Rereading {
  readonly from: Derivation['from'];
  readonly article: Article;
}

const LONGEST = 5_000_000;

/** The article of a piece of evidence as far as the graph holds it: without its text, the sentence in its place. */
export function rereading(graph: DragomanGraph, { article: id, quote, span }: Evidence): Rereading {
  const record = articleOf(graph, id);
  const { title = '', text, publishedOn, publisher } = record ?? {};
  return {
    from: text === undefined ? 'sentence' : 'article',
    article: {
      id,
      title,
      // Blanks in place of what is not there keep the offsets; no article is longer than that.
      text: text ?? ' '.repeat(Math.min(span.start, LONGEST)) + quote,
      language: 'en',
      ...(publishedOn ? { publishedOn } : {}),
      ...(publisher ? { publisher } : {}),
    },
  };
}

/**
 * The event of an explanation that a piece of evidence cites: same words, same rule and, where there are several, the most ends of the edge.
 * @returns nothing when this version or this knowledge does not read the words so
 */
export function citedEvent(
  { events }: ArticleExplanation,
  { trigger, rule }: Evidence,
  ends: readonly string[],
): EventExplanation | undefined {
  const endsIn = (event: EventExplanation): number => {
    const ids = new Set(event.slots.flatMap((s) => (s.role ? s.entities.map((e) => e.id) : [])));
    return ends.filter((end) => ids.has(end)).length;
  };
  return events
    .filter((e) => e.trigger.start === trigger.start && e.trigger.end === trigger.end && e.frame.rule === rule)
    .sort((a, b) => endsIn(b) - endsIn(a))[0];
}

/**
 * How each occurrence of an edge was read, in their order.
 * @param explain the extractor's; asked once an article
 */
export function derivations(
  graph: DragomanGraph,
  edge: string,
  explain: (article: Article) => ArticleExplanation,
): (Derivation | undefined)[] {
  const ends = graph.extremities(edge);
  const known = new Map<string, ArticleExplanation>();
  return graph.getEdgeAttribute(edge, 'occurrences').map(({ evidence }) => {
    if (patternNote(evidence.rule) !== undefined) return undefined;
    const { from, article } = rereading(graph, evidence);
    const key = from === 'article' ? article.id : `${article.id} ${evidence.span.start}`;
    const explained = known.get(key) ?? explain(article);
    known.set(key, explained);
    const event = citedEvent(explained, evidence, ends);
    return event && { from, event };
  });
}

const PATTERNS: Readonly<Record<string, string>> = {
  'entities/title': 'a title before or behind the name says which office the person holds',
  'entities/apposition': 'a description beside the name says which office the person holds',
  'entities/modifier': 'the name of a state or body before a noun says to whom the body belongs',
  'events/took-part-in': 'somebody takes part in an event that the sentence names',
  'events/took-place-in': 'the sentence says where the event took place',
  'events/concerns': 'the sentence says what the event is about',
};

/** What a rule means that is a pattern of the program and no row of the lexicon. */
export function patternNote(rule: string): string | undefined {
  if (rule.startsWith('STANDING: ')) return 'a frame of STANDING.tsv tells what holds and does not happen';
  const [pattern = '', source] = rule.split('+');
  const note = Object.hasOwn(PATTERNS, pattern) ? PATTERNS[pattern] : undefined;
  return note && source ? `${note}; the gazetteer says where it is held` : note;
}
