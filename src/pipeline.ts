import { once } from './base/once.ts';
import { createEntityFinder, type EntityLayer } from './entities/find.ts';
import { classifyPair, type PairCode, pairLexicon } from './events/classify.ts';
import { createEventCoder, type EventLayer } from './events/coder.ts';
import { explainArticle, recordTrace } from './events/explain.ts';
import { withMarked } from './events/marked-pair.ts';
import { mergeEvents } from './events/merge.ts';
import type { CoderTrace } from './events/trace.ts';
import type { DragomanGraph } from './graph/attributes.ts';
import * as graph from './graph/build.ts';
import { knownEntities } from './graph/known-entities.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { chunk } from './language/chunk.ts';
import { knownNames, parserWithNames, taggerWithNames } from './language/known-names.ts';
import { createLemmatizer } from './language/lemmatize.ts';
import { sentenceDiagnostics } from './language/long-sentences.ts';
import { checkAgainstManifest, type ModelManifest } from './language/model-file.ts';
import { createNameGazetteer } from './language/name-gazetteer.ts';
import type { NamesManifest } from './language/name-model.ts';
import { findNames, loadNames } from './language/names.ts';
import { loadParser, parse } from './language/parse.ts';
import { loadTagger, tag } from './language/tag.ts';
import type { TaggerManifest } from './language/tagger-model.ts';
import { tokenize } from './language/tokenize.ts';
import type { Analysis, StandingFact } from './model/analysis.ts';
import type { Article } from './model/article.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { ChunkedDocument, ParsedDocument } from './model/document.ts';
import type { Entity } from './model/entity.ts';
import type { ArticleExplanation } from './model/explanation.ts';
import type { EntityId } from './model/ids.ts';
import type { CharSpan } from './model/span.ts';
import { readClauses } from './syntax/read-clauses.ts';
import { GENERATOR } from './version.ts';

/** What the extractor reads by: compiled `data/` and the trained weights. Plain data, injected, so that it runs anywhere. */
export interface Resources {
  readonly knowledge: Knowledge;
  readonly models: Models;
}

/** Trained weights with what they say of themselves. */
export interface Models {
  readonly tagger: { readonly weights: Uint8Array; readonly manifest: TaggerManifest };
  readonly parser: { readonly weights: Uint8Array; readonly manifest: ModelManifest };
  readonly names: { readonly weights: Uint8Array; readonly manifest: NamesManifest };
}

/** Reads articles; holds no state between them. */
export interface Extractor {
  readonly knowledge: Knowledge;
  /** Sentences, tokens, tags and trees of an article. */
  readonly parse: (article: Article) => ParsedDocument;
  /** The same with proper names and groups. */
  readonly read: (article: Article) => ChunkedDocument;
  /** Everything that one article says: mentions, entities, events, standing facts. Deterministic; never throws on text. */
  readonly analyze: (article: Article) => Analysis;
  /** Which event type holds from one stretch of an article to another; always one answer, see `PairCode.basis`. */
  readonly classify: (article: Article, source: CharSpan | undefined, target: CharSpan | undefined) => PairCode;
  /** How each event mention of an article came about, in the order of `analyze`, and what was passed over. Reads the article again, a few times slower. */
  readonly explain: (article: Article) => ArticleExplanation;
  readonly resolveActor: ReturnType<typeof createEntityFinder>['resolveActor'];
}

/**
 * Builds an extractor. Takes about 0.2 s; reuse it for all articles.
 * @throws ModelError when the weights are damaged or don't belong to the manifest
 */
export function createExtractor(resources: Resources): Extractor {
  const { knowledge } = resources;
  const { parse: parseArticle, read } = createLanguage(resources);
  const speechVerbs = new Set(knowledge.reporting.filter((r) => r.takes.includes('quote')).map((r) => r.phrase));
  const finder = once(() => createEntityFinder(knowledge));
  const coder = once(() => createEventCoder(knowledge));
  const known = once(() => knownEntities(knowledge));
  const pairs = once(() => pairLexicon(knowledge));
  const analyze = (article: Article, trace?: CoderTrace, marked: readonly CharSpan[] = []): Analysis => {
    const document = read(article);
    const clauses = readClauses(document, speechVerbs);
    const found = finder().find(document, clauses);
    const named = { ...found, ...withMarked(document, found, marked) };
    const events = coder().code(document, clauses, named, trace);
    return {
      article,
      document,
      mentions: named.mentions,
      links: named.links,
      entities: mergeEntities(named.entities, events.entities, usedIds(named, events), known()),
      eventMentions: events.eventMentions,
      facts: toldOnce([...named.facts, ...events.facts]),
      diagnostics: [...emptyDiagnostics(document), ...sentenceDiagnostics(document), ...named.diagnostics],
    };
  };
  return {
    knowledge,
    parse: parseArticle,
    read,
    resolveActor: (phrase, options) => finder().resolveActor(phrase, options),
    analyze: (article) => analyze(article),
    classify(article, source, target) {
      const marked = [source, target].filter((span) => span !== undefined);
      return classifyPair(analyze(article, undefined, marked), source, target, pairs());
    },
    explain(article) {
      const trace = recordTrace();
      const { eventMentions, entities } = analyze(article, trace);
      const names = new Map(entities.map((e) => [e.id, e.name]));
      return explainArticle(trace, eventMentions, knowledge, (id) => names.get(id) ?? id);
    },
  };
}

/** The language layer: text to tree, and to groups with names. */
function createLanguage({ knowledge, models }: Resources): Pick<Extractor, 'parse' | 'read'> {
  const nouns = knownNames(knowledge);
  const tagger = taggerWithNames(loadTagger(models.tagger.weights, models.tagger.manifest), nouns);
  const parser = parserWithNames(loadParser(models.parser.weights, models.parser.manifest), nouns);
  const lemmatizer = createLemmatizer(knowledge.lemmas);
  const abbreviations = new Set(knowledge.abbreviations);
  checkAgainstManifest(models.names.weights, models.names.manifest, 'names');
  // Made when first asked for: what only reads trees starts in half the time.
  const names = once(() => loadNames(models.names.weights, models.names.manifest, createNameGazetteer(knowledge)));
  const parseArticle = (article: Article): ParsedDocument =>
    parse(tag(tokenize(article, abbreviations), tagger, lemmatizer), parser, lemmatizer);
  return { parse: parseArticle, read: (article) => chunk(findNames(parseArticle(article), names())) };
}

/** Merges the events that several sentences or articles tell, then draws the graph. The order of the analyses makes no difference. */
export function buildGraph(
  analyses: readonly Analysis[],
  knowledge: graph.GraphKnowledge,
  options: Partial<Pick<graph.BuildOptions, 'generator' | 'seed' | 'texts' | 'isolates'>> = {},
): DragomanGraph {
  const articles = new Map(analyses.map(({ article }) => [article.id, article]));
  const events = mergeEvents(
    analyses.flatMap((analysis) => analysis.eventMentions),
    articles,
  );
  return graph.buildGraph(analyses, knowledge, { generator: generatorOf(knowledge), ...options, events });
}

/** Graphs that were made with knowledge of the user's own say so, and with which. */
const generatorOf = ({ own }: Pick<Knowledge, 'own'>): string =>
  own ? `${GENERATOR} + own knowledge ${own}` : GENERATOR;

/** A sentence that names an office and describes it too tells one thing: what was read first stays. */
function toldOnce(facts: readonly StandingFact[]): readonly StandingFact[] {
  const key = (f: StandingFact): string => `${f.relation} ${f.source} ${f.target} ${f.evidence.span.start}`;
  const told = new Map<string, StandingFact>();
  for (const fact of facts) if (!told.has(key(fact))) told.set(key(fact), fact);
  return [...told.values()];
}

/** Ids to which a mention is linked or that take part in something. */
const usedIds = ({ links }: EntityLayer, { eventMentions, facts }: EventLayer): EntityId[] => [
  ...links.map((l) => l.entity),
  ...eventMentions.flatMap((m) => m.arguments.flatMap((a) => a.entities)),
  ...facts.flatMap((f) => [f.source, f.target]),
];

/** All entities, also those that no word names but for which a named one stands ("Jericho" for its state). */
function mergeEntities(
  a: readonly Entity[],
  b: readonly Entity[],
  used: readonly EntityId[],
  known: (id: EntityId) => Entity | undefined,
): Entity[] {
  const byId = new Map([...a, ...b].map((e) => [e.id, e]));
  for (const id of used) {
    const entity = byId.has(id) ? undefined : known(id);
    if (entity) byId.set(id, entity);
  }
  return [...byId.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
}

function emptyDiagnostics(document: ChunkedDocument): Diagnostic[] {
  if (document.sentences.length > 0) return [];
  const { article } = document;
  return [
    {
      code: 'language/no-sentence',
      severity: 'warning',
      article: article.id,
      message: 'no sentence was found in this article; check that it holds text',
      ...(article.origin ? { place: article.origin } : {}),
    },
  ];
}
