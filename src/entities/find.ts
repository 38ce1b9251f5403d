import { once } from '../base/once.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { StandingFact } from '../model/analysis.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ChunkedDocument } from '../model/document.ts';
import type { Entity, Link, Mention } from '../model/entity.ts';
import type { ClauseStructure } from '../syntax/clause.ts';
import { createArbiter } from './ambiguity.ts';
import type { FindContext } from './context.ts';
import { resolveCoreference } from './coreference.ts';
import type { Draft } from './draft.ts';
import { createDraftList, nested } from './draft-list.ts';
import { createEntityStore, finishEntity } from './entity-store.ts';
import { indexGazetteer } from './gazetteer-index.ts';
import { withIntroduced } from './introduced-names.ts';
import { indexSpellings } from './misspelt.ts';
import { addNameMentions } from './name-mentions.ts';
import { findNames, type NameFinder } from './names.ts';
import { addNominals } from './nominals.ts';
import { addPeople } from './people.ts';
import { indexPhrases } from './phrases.ts';
import { type ResolvedActor, type ResolveOptions, resolveActorPhrase } from './resolve-actor.ts';
import { addShortNames } from './short-names.ts';
import { viewText } from './text-view.ts';
import { indexTowns } from './towns.ts';

/** Who and what one article speaks of. */
export interface EntityLayer {
  /** Sorted by position; they nest or are disjoint. */
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  readonly facts: readonly StandingFact[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface EntityFinder {
  find(doc: ChunkedDocument, clauses: ClauseStructure): EntityLayer;
  /** Country and sector of one actor phrase, as event data sets code it. */
  resolveActor(phrase: string, options: ResolveOptions): ResolvedActor;
}

/** Builds the indexes of all names and nouns (some 50 ms); reuse the finder for all articles. */
export function createEntityFinder(knowledge: Knowledge): EntityFinder {
  const finder = createNameFinder(knowledge);
  return {
    find: (doc, clauses) => findEntities(finder, doc, clauses),
    resolveActor: (phrase, options) => resolveActorPhrase(finder, findInText, phrase, options),
  };
}

export function createNameFinder(knowledge: Knowledge): NameFinder {
  const index = indexGazetteer(knowledge);
  return {
    index,
    phrases: indexPhrases(knowledge),
    arbiter: createArbiter(knowledge, index),
    spellings: once(() => indexSpellings(index)),
    towns: once(() => indexTowns(knowledge)),
  };
}

/** Runs the passes in order: names, people, nominals, coreference. */
export function findInText(finder: NameFinder, doc: ChunkedDocument, clauses: ClauseStructure): FindContext {
  const view = viewText(doc, clauses);
  const names = withIntroduced(finder, view, findNames(finder, view));
  const nameAt = new Int32Array(view.words.length).fill(-1);
  names.forEach((n, i) => {
    nameAt.fill(i, n.span.start, n.span.end);
  });
  const ctx: FindContext = {
    view,
    finder,
    store: createEntityStore(),
    names,
    nameAt,
    drafts: createDraftList(view.sentenceAt),
    facts: [],
    stated: new Set(),
    pairs: new Map(),
  };
  addNameMentions(ctx);
  addPeople(ctx);
  addShortNames(ctx);
  addNominals(ctx);
  resolveCoreference(ctx);
  return ctx;
}

function findEntities(finder: NameFinder, doc: ChunkedDocument, clauses: ClauseStructure): EntityLayer {
  const ctx = findInText(finder, doc, clauses);
  const drafts = nested(ctx.drafts);
  const mentions = drafts.map(toMention);
  const links = drafts.flatMap((d, i): Link[] =>
    d.links
      .filter((l) => !ctx.store.get(l.entity)?.faceless)
      .map((l) => ({ mention: mentions[i]?.id ?? '', ...l, confidence: Math.round(l.confidence * 100) / 100 })),
  );
  const used = new Set([...links.map((l) => l.entity), ...ctx.facts.flatMap((f) => [f.source, f.target])]);
  const entities = ctx.store
    .all()
    .filter((e) => used.has(e.id))
    .map(finishEntity)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { mentions, links, entities, facts: ctx.facts, diagnostics: [] };
}

const toMention = (d: Draft): Mention => ({
  id: `m${d.span.start}-${d.span.end}`,
  span: { start: d.span.start, end: d.span.end },
  head: d.head,
  form: d.form,
  kind: d.kind,
  use: d.use,
  ...(d.sector ? { sector: d.sector } : {}),
  ...(d.country ? { country: d.country } : {}),
});
