import type { Frame } from '../knowledge/knowledge.ts';
import type { ChunkedDocument, Upos } from '../model/document.ts';
import type { Span, TokenIndex } from '../model/span.ts';

/** A frame as a bag of words: its trigger and what else must stand near, whatever the syntax. */
export interface LooseFrame {
  readonly frame: Frame;
  /** One of each must be found. */
  readonly needs: readonly (readonly string[])[];
}

/** Word class and lemma of the trigger -> frames. */
export type LooseFrames = ReadonlyMap<string, readonly LooseFrame[]>;

const CLASS: Readonly<Record<Frame['pos'], Upos>> = { verb: 'VERB', noun: 'NOUN', adjective: 'ADJ' };

/** Frames by trigger, for places whose syntax no frame fits. */
export function looseFrames(frames: readonly Frame[]): LooseFrames {
  const index = new Map<string, LooseFrame[]>();
  for (const frame of frames) {
    const loose: LooseFrame = { frame, needs: needsOf(frame) };
    for (const trigger of frame.triggers) {
      const words = trigger.split(' ');
      const key = `${CLASS[frame.pos]} ${words.at(-1)}`;
      const before = words.slice(0, -1).map((w) => [w]);
      const entry = before.length > 0 ? { frame, needs: [...before, ...loose.needs] } : loose;
      index.set(key, [...(index.get(key) ?? []), entry]);
    }
  }
  return index;
}

function needsOf(frame: Frame): (readonly string[])[] {
  return [
    ...(frame.particle ?? []).map((p) => [p]),
    ...frame.elements.flatMap((e): (readonly string[])[] => {
      if (e.optional) return [];
      if (e.kind === 'complement') return [...(e.form === 'ing' ? [] : [[e.form]]), ...(e.heads ? [e.heads] : [])];
      const preposition = e.position.at === 'oblique' && !e.position.bare ? [e.position.prepositions] : [];
      return [...preposition, ...(e.heads ? [e.heads] : []), ...(e.modifiers ? [e.modifiers] : [])];
    }),
  ];
}

/** How far from the trigger a frame's other words may stand, in tokens. */
const REACH = 9;
/** What a fixed word is worth, in tokens of distance from the pair. */
const FIXED = 5;
/** What a missing one costs. */
const MISSED = 14;

/**
 * The frame whose words fit best in a sentence, near two stretches.
 * @param far distance of a token from the pair, in tokens; undefined where no trigger may stand
 */
export function bestLoose(
  doc: ChunkedDocument,
  sentence: Span,
  frames: LooseFrames,
  far: (token: TokenIndex) => number | undefined,
): { readonly frame: Frame; readonly at: TokenIndex } | undefined {
  let best: { frame: Frame; at: TokenIndex; score: number } | undefined;
  for (let at = sentence.start; at < sentence.end; at++) {
    const word = doc.morphology[at];
    const distance = far(at);
    const candidates = word && frames.get(`${word.upos} ${word.lemma.toLowerCase()}`);
    if (!candidates || distance === undefined) continue;
    const near = wordsNear(doc, sentence, at);
    for (const { frame, needs } of candidates) {
      const met = needs.filter((alternatives) => alternatives.some((w) => near.has(w))).length;
      const score = FIXED * met - MISSED * (needs.length - met) - distance - (word.upos === 'VERB' ? 0 : 3);
      if (!best || score > best.score) best = { frame, at, score };
    }
  }
  return best;
}

function wordsNear(doc: ChunkedDocument, sentence: Span, at: TokenIndex): Set<string> {
  const near = new Set<string>();
  for (let i = Math.max(sentence.start, at - REACH); i < Math.min(sentence.end, at + REACH + 1); i++) {
    if (i === at) continue;
    near.add(doc.morphology[i]?.lemma.toLowerCase() ?? '');
    near.add(doc.tokens[i]?.text.toLowerCase() ?? '');
  }
  return near;
}
