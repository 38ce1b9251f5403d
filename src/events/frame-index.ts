import type { Frame, Knowledge } from '../knowledge/knowledge.ts';
import { createWordLists, fixedWordsOf, type WordLists } from './fixed-words.ts';
import { type FrameNeeds, needsOf } from './frame-needs.ts';

/** Frames by part of speech and trigger lemma; multi-word noun triggers ("peace talk") stand under their last word. */
export interface FrameIndex {
  readonly verb: ReadonlyMap<string, readonly Frame[]>;
  readonly noun: ReadonlyMap<string, readonly Frame[]>;
  readonly adjective: ReadonlyMap<string, readonly Frame[]>;
  /** The frames of one of these lists, the most specific first. */
  readonly candidates: (frames: readonly Frame[]) => readonly Candidate[];
  /** Ids of frames whose relation holds both ways: "A and B met". */
  readonly mutual: ReadonlySet<string>;
  /** Triggers and fixed words that are written with a hyphen ("cease-fire"). */
  readonly hyphenated: ReadonlySet<string>;
}

/** A frame with what it cannot do without. */
export interface Candidate {
  readonly frame: Frame;
  /** Its place among the frames of the trigger: alternatives of one row share their id. */
  readonly order: number;
  /** Numbers of its lists of fixed words. */
  readonly fixed: readonly number[];
  readonly needs: FrameNeeds;
}

/**
 * Frames that are wanted, by trigger lemma and part of speech.
 * @param lists where their fixed words are numbered; indexes of one coder share it
 */
export function indexFrames(
  knowledge: Knowledge,
  wanted: (frame: Frame) => boolean = () => true,
  lists: WordLists = createWordLists(),
): FrameIndex {
  const frames = knowledge.frames.filter(wanted);
  const symmetric = new Set<string>(knowledge.relations.filter((r) => r.symmetric).map((r) => r.id));
  const index = {
    verb: new Map<string, Frame[]>(),
    noun: new Map<string, Frame[]>(),
    adjective: new Map<string, Frame[]>(),
    candidates: createCandidates(lists),
    mutual: new Set(frames.filter((f) => symmetric.has(f.relation ?? '')).map((f) => f.id)),
    hyphenated: hyphenatedOf(frames),
  };
  for (const frame of frames) {
    const map = index[frame.pos];
    for (const trigger of frame.triggers) {
      const word = trigger.slice(trigger.lastIndexOf(' ') + 1);
      const list = map.get(word);
      if (!list) map.set(word, [frame]);
      else if (list.at(-1) !== frame) list.push(frame);
    }
  }
  return index;
}

function hyphenatedOf(frames: readonly Frame[]): Set<string> {
  const found = new Set<string>();
  const add = (words: readonly string[]): void => {
    for (const word of words) if (word.includes('-')) found.add(word);
  };
  // Many frames share a list.
  const lists = new Set<readonly string[]>();
  for (const frame of frames) {
    add(frame.triggers);
    for (const e of frame.elements) if (e.kind === 'argument' && e.heads) lists.add(e.heads);
  }
  lists.forEach(add);
  return found;
}

/** Looks at the frames of a trigger when it is first met. */
function createCandidates(lists: WordLists): FrameIndex['candidates'] {
  const known = new WeakMap<readonly Frame[], readonly Candidate[]>();
  const toCandidate = (frame: Frame, order: number): Candidate => ({
    frame,
    order,
    fixed: fixedWordsOf(frame).map(lists.numberOf),
    needs: needsOf(frame),
  });
  return (frames) => {
    const made = known.get(frames);
    if (made) return made;
    const list = frames.map(toCandidate).sort((a, b) => b.frame.specificity - a.frame.specificity);
    known.set(frames, list);
    return list;
  };
}
