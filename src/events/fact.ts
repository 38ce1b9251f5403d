import type { StandingFact } from '../model/analysis.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { charSpan } from './assemble.ts';
import type { Participant, Reading } from './reading.ts';

/** What a pattern reads without a frame of its own. */
export interface FactDraft {
  readonly relation: string;
  readonly source: EntityId;
  readonly target: EntityId;
  /** [0, 1] */
  readonly confidence: number;
  readonly sentence: number;
  /** The words that say it; for an end of which no other words are given also those that name it. */
  readonly words: Span;
  readonly sourceWords?: Span;
  readonly targetWords?: Span;
  readonly rule: string;
}

/** The fact with its sentence as evidence. */
export function toFact(reading: Reading, draft: FactDraft): StandingFact {
  const { relation, source, target, words, rule } = draft;
  const { article } = reading.doc;
  const span = charSpan(reading, reading.doc.sentences[draft.sentence] ?? words);
  const text = ({ start, end }: { start: number; end: number }): string => article.text.slice(start, end);
  return {
    relation,
    source,
    target,
    confidence: Math.round(1000 * draft.confidence) / 1000,
    evidence: { article: article.id, span, quote: text(span), trigger: charSpan(reading, words), rule },
    sourceText: text(charSpan(reading, draft.sourceWords ?? words)),
    targetText: text(charSpan(reading, draft.targetWords ?? words)),
  };
}

/** One fact for each entity of the one and of the others. */
export function pairs(
  source: Participant,
  targets: readonly Participant[],
  fact: Pick<FactDraft, 'relation' | 'sentence' | 'words' | 'rule'>,
): FactDraft[] {
  return source.entities.flatMap((a: EntityId) =>
    targets.flatMap((b) =>
      b.entities.map((id) => ({
        ...fact,
        source: a,
        target: id,
        confidence: 0.85 * Math.min(source.confidence, b.confidence),
        sourceWords: source.span,
        targetWords: b.span,
      })),
    ),
  );
}
