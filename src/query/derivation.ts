import type { DragomanGraph } from '../graph/attributes.ts';
import { articleOf } from '../graph/file.ts';
import type { Article } from '../model/article.ts';
import type { Evidence } from '../model/evidence.ts';
import type {
  ArticleExplanation,
  EventExplanation,
  FactExplanation,
  FrameReading,
  PassedOver,
} from '../model/explanation.ts';

/** What reading a piece of evidence again found: an event, or something that holds; and which words of its sentence a frame read otherwise. */
export type Cited = { readonly passedOver: readonly PassedOver[] } & (
  | { readonly event: EventExplanation }
  | { readonly fact: FactExplanation }
);

/** How a piece of evidence was read; `from` says whether the whole article was, or the sentence alone because the graph holds no texts. */
export type Derivation = Cited & { readonly from: Rereading['from'] };

/** What has to be read again to explain evidence; offsets are those of the original article. */
export interface Rereading {
  readonly from: 'article' | 'sentence';
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
 * What of an explanation a piece of evidence cites: same words, same rule and, where there are several, the most ends of the edge.
 * @returns nothing when this version or this knowledge does not read the words so
 */
export function citedReading(
  { events, facts, passedOver }: ArticleExplanation,
  evidence: Evidence,
  ends: readonly string[],
): Cited | undefined {
  const beside = (reading: FrameReading): PassedOver[] =>
    passedOver.filter((p) => p.frame !== undefined && p.sentence.start === reading.sentence.start);
  const event = closest(events, evidence, ends);
  if (event) return { event, passedOver: beside(event) };
  const fact = closest(facts, evidence, ends);
  return fact && { fact, passedOver: beside(fact) };
}

function closest<T extends FrameReading>(list: readonly T[], { trigger, rule }: Evidence, ends: readonly string[]) {
  const endsIn = (reading: T): number => {
    const ids = new Set(reading.slots.flatMap((s) => (s.role ? s.entities.map((e) => e.id) : [])));
    return ends.filter((end) => ids.has(end)).length;
  };
  return list
    .filter((r) => r.trigger.start === trigger.start && r.trigger.end === trigger.end && r.frame.rule === rule)
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
    const cited = citedReading(explained, evidence, ends);
    return cited && { from, ...cited };
  });
}

const PATTERNS: Readonly<Record<string, string>> = {
  'entities/title': 'a title before or behind the name says which office the person holds',
  'entities/apposition': 'a description beside the name says which office the person holds',
  'entities/modifier': 'the name of a state or body before a noun says to whom the body belongs',
  'events/compound': 'a name tied by a hyphen to "held", "led" or "backed" says who holds, leads or backs what follows',
  'events/of-body': 'a body behind the name of a person says where they belong',
  'events/ally': 'the phrase calls somebody the ally or partner of somebody',
  'events/in-support': 'what somebody does "in support of" others or "with the help of" them says who backs whom',
  'events/under': '"under the control" or "command" of somebody says who holds or leads',
  'events/place-office': 'the title of a mayor or governor names the place that they are in charge of',
  'events/owner': 'a government or force that somebody has is led by them',
  'events/took-part-in': 'somebody takes part in an event that the sentence names',
  'events/took-place-in': 'the sentence says where the event took place',
  'events/concerns': 'the sentence says what the event is about',
};

/** What a rule means that is a pattern of the program and no row of the lexicon. */
export function patternNote(rule: string): string | undefined {
  const [pattern = '', source] = rule.split('+');
  const note = Object.hasOwn(PATTERNS, pattern) ? PATTERNS[pattern] : undefined;
  return note && source ? `${note}; the gazetteer says where it is held` : note;
}
