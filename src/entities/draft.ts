import type { EntityKind, Mention, Sector } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import type { Phrase } from './phrases.ts';

/** An entity that a draft stands for; `confidence` in [0, 1]. */
export interface DraftLink {
  readonly entity: EntityId;
  readonly confidence: number;
  readonly rule: string;
}

/** A mention in the making: later passes add links and correct its use. */
export interface Draft {
  readonly span: Span;
  readonly head: TokenIndex;
  readonly form: Mention['form'];
  kind: EntityKind;
  use: Mention['use'];
  sector?: Sector;
  country?: string;
  links: readonly DraftLink[];
  /** What the words are, which decides how they may be used. */
  readonly origin: 'country' | 'adjective' | 'people' | 'place' | 'organization' | 'person' | 'nominal' | 'pronoun';
  /** Actor for which a place name may stand. */
  readonly actsFor?: EntityId;
  readonly phrase?: Phrase;
  readonly plural?: boolean;
  /** "the", "this", "its": refers to something that the reader knows. */
  readonly definite?: boolean;
  /** Waits for coreference: nothing in the phrase says who it is. */
  readonly open?: boolean;
}

/** A link; `rule` names what made it. */
export const linkTo = (entity: EntityId, confidence: number, rule: string): DraftLink => ({ entity, confidence, rule });

/** Order of spans in the text; of two that begin together the longer first. */
export const byPosition = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start || b.span.end - a.span.end;
