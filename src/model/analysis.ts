import type { Article } from './article.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { ChunkedDocument } from './document.ts';
import type { Entity, Link, Mention } from './entity.ts';
import type { Attribution, EventMention } from './event.ts';
import type { Evidence } from './evidence.ts';
import type { EntityId } from './ids.ts';

/** A relation that holds and does not happen ("Norway's deputy foreign minister, Andreas Kravik"). */
export interface StandingFact {
  /** Id in relations.yaml: holds-office-in, speaks-for, member-of, part-of, leads, controls, backs, allied-with, took-part-in, took-place-in, concerns. */
  readonly relation: string;
  readonly source: EntityId;
  readonly target: EntityId;
  readonly confidence: number;
  readonly evidence: Evidence;
  /** Who says so, where the text does not say it itself. */
  readonly attribution?: Attribution;
  readonly sourceText: string;
  readonly targetText: string;
}

/** Everything that was read from one article. */
export interface Analysis {
  readonly article: Article;
  readonly document: ChunkedDocument;
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
  /** Entities that this article mentions, gazetteer and new ones, sorted by id. */
  readonly entities: readonly Entity[];
  readonly eventMentions: readonly EventMention[];
  readonly facts: readonly StandingFact[];
  readonly diagnostics: readonly Diagnostic[];
}
