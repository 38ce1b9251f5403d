import type { Frame, FrameArgument, SlotName } from '../knowledge/knowledge.ts';
import type { Span } from '../model/span.ts';
import type { GroupIndex, NounPhrase, Oblique, PredicateIndex } from '../syntax/clause.ts';
import type { Participant, Reading } from './reading.ts';

/** A frame that fits a place in the text. */
export interface Match {
  readonly frame: Frame;
  readonly trigger: Span;
  /** Predicate that carries tense, modality and attribution; for nouns the verb on which they hang, if any. */
  readonly predicate?: PredicateIndex;
  /** Noun group of a nominal trigger. */
  readonly noun?: GroupIndex;
  readonly slots: Readonly<Partial<Record<SlotName, readonly Participant[]>>>;
  /** Phrases of slots that may be other than actors (issues, events, places). */
  readonly phrases: Readonly<Partial<Record<SlotName, NounPhrase>>>;
  /** Noun groups that the frame's fixed words stand for; they trigger nothing of their own. */
  readonly claimed: readonly GroupIndex[];
  /** Clauses that the frame takes as its content. */
  readonly embedded: readonly PredicateIndex[];
  /** [0, 1] penalty for slots that had to be found far away. */
  readonly certainty: number;
  /** The noun stands under a verb that says it ended or was called off. */
  readonly ended: boolean;
  /** The recipient was not named by the frame's own words but found in its content clause. */
  readonly fromContent?: boolean;
  /** The recipient is whom the thing concerns that the frame's own words name. */
  readonly fromThing?: boolean;
  /** Nobody is named on this side: it is where the act happens. */
  readonly fromPlace?: 'A' | 'B';
  /** The noun stands under a light verb ("held talks"), so that verb's negation and modality are its own. */
  readonly supported: boolean;
}

/** Collects what a frame binds. */
export interface Bindings {
  readonly slots: Partial<Record<SlotName, readonly Participant[]>>;
  readonly phrases: Partial<Record<SlotName, NounPhrase>>;
  readonly claimed: GroupIndex[];
  readonly embedded: PredicateIndex[];
  certainty: number;
}

/** Nothing bound yet. */
export const newBindings = (): Bindings => ({ slots: {}, phrases: {}, claimed: [], embedded: [], certainty: 1 });

/** Whether the phrase's head (any conjunct) is one of the frame's fixed words, with its fixed modifiers. */
export function headFits(reading: Reading, phrase: NounPhrase, element: FrameArgument): boolean {
  if (!element.heads) return true;
  // "the island of Okinawa" is an island and Okinawa.
  return phrase.groups
    .flatMap((index) => [...new Set([index, reading.meant(index)])])
    .some((index) => {
      const g = reading.doc.groups[index];
      if (!g) return false;
      const lemma = reading.lemma(g.head);
      const text = reading.doc.tokens[g.head]?.text.toLowerCase() ?? '';
      const before: string[] = [];
      for (let i = g.start; i < g.head; i++) before.push(reading.lemma(i));
      // "peacekeeping" may pass for a form of a verb: its text counts like its lemma.
      const written = reading.doc.tokens.slice(g.start, g.head).map((t) => t.text.toLowerCase());
      // "summoned [ambassador Nils Berg]": the title says who a named person is.
      const titled = element.slot && reading.doc.morphology[g.head]?.upos === 'PROPN' ? before : [];
      const fits = element.heads?.some((h) =>
        h.includes(' ')
          ? [before, written].some((words) => `${words.join(' ')} ${lemma}`.endsWith(h))
          : h === lemma || h === text || `${h}s` === text || titled.includes(h),
      );
      // Alternatives stand side by side ("financial or military support"), so that one of them is enough.
      return !!fits && (!element.modifiers || element.modifiers.some((m) => before.includes(m) || written.includes(m)));
    });
}

/** Whether the phrase stands behind one of these prepositions; "toward" counts as "towards". */
export const hasPreposition = (oblique: Oblique, prepositions: readonly string[]): boolean =>
  prepositions.includes(oblique.preposition) || (prepositions.includes('towards') && oblique.preposition === 'toward');
