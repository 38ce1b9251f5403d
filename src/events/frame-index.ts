import type { Frame, Knowledge } from '../knowledge/knowledge.ts';
import { type FixedWords, fixedWordsOf } from './fixed-words.ts';

/** Frames by part of speech and trigger lemma; multi-word noun triggers ("peace talk") stand under their last word. */
export interface FrameIndex {
  readonly verb: ReadonlyMap<string, readonly Frame[]>;
  readonly noun: ReadonlyMap<string, readonly Frame[]>;
  readonly adjective: ReadonlyMap<string, readonly Frame[]>;
  /** What each frame cannot do without. */
  readonly fixed: ReadonlyMap<Frame, FixedWords>;
  /** Ids of frames whose relation holds both ways: "A and B met". */
  readonly mutual: ReadonlySet<string>;
  /** Triggers and fixed words that are written with a hyphen ("cease-fire"). */
  readonly hyphenated: ReadonlySet<string>;
}

const wordsOf = (frame: Frame): readonly string[] => [
  ...frame.triggers,
  ...frame.elements.flatMap((e) => (e.kind === 'argument' ? (e.heads ?? []) : [])),
];

/** Frames that are wanted, by trigger lemma and part of speech. */
export function indexFrames(knowledge: Knowledge, wanted: (frame: Frame) => boolean = () => true): FrameIndex {
  const frames = knowledge.frames.filter(wanted);
  const symmetric = new Set<string>(knowledge.relations.filter((r) => r.symmetric).map((r) => r.id));
  const index = {
    verb: new Map<string, Frame[]>(),
    noun: new Map<string, Frame[]>(),
    adjective: new Map<string, Frame[]>(),
    fixed: new Map(frames.map((frame) => [frame, fixedWordsOf(frame)])),
    mutual: new Set(frames.filter((f) => symmetric.has(f.relation ?? '')).map((f) => f.id)),
    hyphenated: new Set(frames.flatMap(wordsOf).filter((word) => word.includes('-'))),
  };
  for (const frame of frames) {
    const map = index[frame.pos];
    for (const trigger of new Set(frame.triggers.map((t) => t.split(' ').at(-1) ?? t))) {
      const list = map.get(trigger);
      if (list) list.push(frame);
      else map.set(trigger, [frame]);
    }
  }
  return index;
}
