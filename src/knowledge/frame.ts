import { type Classes, isPreposition, splitWords, type Word, writeOut } from './frame-words.ts';
import type { Frame, FrameArgument, FrameComplement, FrameElement, FramePosition, SlotName } from './knowledge.ts';

/** A line of `lexicon/en/frames/TYPE.tsv` before its frame text is read. */
export interface FrameRow {
  readonly type: Frame['type'];
  readonly pos: string;
  readonly frame: string;
  readonly relation: string;
  readonly mode: string;
  readonly example: string;
}

const POS = { v: 'verb', n: 'noun', a: 'adjective' } as const;
/** "conversation" written out beats a class that holds it too; it outweighs nothing else. */
const WRITTEN_OUT = 0.1;
const COPULA = new Set(['be', 'become', 'remain', 'seem', 'feel', 'stay', 'get', 'grow']);

/**
 * Reads a frame as people write it (`A impose @sanction on B`) into slots and constraints. Braces whose alternatives hold slots
 * (`{with|between A and} B`) are written out: one frame an alternative, all of the same id.
 * @returns the frames, or a message that says what is wrong with the text.
 */
export function parseFrames(row: FrameRow, classes: Classes): Frame[] | string {
  const frames: Frame[] = [];
  const texts = writeOut(row.frame, row.pos);
  if (typeof texts === 'string') return texts;
  for (const text of texts) {
    const frame = parseFrame({ ...row, frame: text }, classes);
    if (typeof frame === 'string') return frame;
    frames.push({ ...frame, id: `${row.type}: ${row.frame}`, text: row.frame });
  }
  return frames;
}

function parseFrame(row: FrameRow, classes: Classes): Frame | string {
  const pos = POS[row.pos as keyof typeof POS];
  if (!pos) return `unknown part of speech "${row.pos}": write v, n or a`;
  const words = splitWords(row.frame, classes);
  if (typeof words === 'string') return words;
  const built = pos === 'noun' ? buildNominal(words) : buildVerbal(words, pos === 'adjective');
  if (typeof built === 'string') return built;
  const { triggers, particle, elements } = built;
  const fixed = elements.filter((e) => e.kind === 'complement' || e.heads).length;
  const narrow = elements.filter((e) => !e.optional && e.kind === 'argument' && e.position.at === 'oblique').length;
  // "peace talk" beats "talk", "military aid" beats "aid".
  const qualifiers =
    (triggers[0]?.split(' ').length ?? 1) -
    1 +
    elements.reduce((n, e) => n + (e.kind === 'argument' ? (e.modifiers?.length ?? 0) : e.heads ? 1 : 0), 0);
  return {
    id: `${row.type}: ${row.frame}`,
    text: row.frame,
    pos,
    type: row.type,
    ...(row.relation ? { relation: row.relation } : {}),
    ...(row.mode ? { mode: row.mode } : {}),
    triggers,
    ...(particle.length ? { particle } : {}),
    elements,
    specificity: fixed * 2 + narrow + particle.length * 2 + qualifiers + (built.classed ? 0 : WRITTEN_OUT),
    example: row.example,
  };
}

interface Built {
  readonly triggers: readonly string[];
  readonly particle: readonly string[];
  readonly elements: readonly FrameElement[];
  /** The trigger is a word class. */
  readonly classed: boolean;
}

/** `A visit B`, `A be critical of B`: subject, trigger, then objects, particles, obliques and complements in order. */
function buildVerbal(words: readonly Word[], adjective: boolean): Built | string {
  const elements: FrameElement[] = [];
  let i = 0;
  for (; i < words.length && words[i]?.slot; i++) {
    const subject = argument(words[i] as Word, { at: 'subject' });
    if (subject) elements.push(subject);
  }
  if (adjective && words[i]?.lemmas?.some((l) => COPULA.has(l))) i++;
  const trigger = words[i];
  if (!trigger?.lemmas) return 'no trigger: the first fixed word must be the verb (or "be" and the adjective)';
  const rest = readTail(words.slice(i + 1), elements);
  return { triggers: trigger.lemmas, particle: rest, elements, classed: trigger.classed };
}

/** `A's visit to B`, `talk between A and B`: possessor, trigger, obliques. */
function buildNominal(words: readonly Word[]): Built | string {
  const elements: FrameElement[] = [];
  let i = 0;
  for (; i < words.length && words[i]?.slot; i++) {
    const owner = argument(words[i] as Word, { at: 'possessor' });
    if (owner) elements.push(owner);
  }
  const run: Word[] = [];
  while (
    i < words.length &&
    !words[i]?.slot &&
    words[i]?.lemmas &&
    !isPreposition(words[i]) &&
    !complementAt(words, i)
  ) {
    run.push(words[i++] as Word);
  }
  // "B:@sanction by A": the owner and the noun itself in one word.
  const owned = run.length === 0 && i > 0 ? words[i - 1] : undefined;
  const trigger = run.at(-1) ?? owned;
  if (!trigger?.lemmas) return 'no trigger: a noun frame needs a fixed noun';
  if (owned?.slot)
    elements.splice(-1, 1, ...[argument({ ...owned, lemmas: undefined }, { at: 'possessor' })].filter((e) => !!e));
  const before = run.slice(0, -1).flatMap((w) => w.lemmas ?? []);
  const particles = readTail(words.slice(i), elements);
  // Fixed words before the noun ("peace talk") narrow the trigger itself.
  const triggers = before.length ? trigger.lemmas.map((l) => `${before.join(' ')} ${l}`) : trigger.lemmas;
  return { triggers, particle: particles, elements, classed: trigger.classed };
}

/** Reads what follows the trigger into `elements`; returns the particles. */
function readTail(words: readonly Word[], elements: FrameElement[]): string[] {
  const particles: string[] = [];
  for (let i = 0; i < words.length; ) {
    const found =
      complementAt(words, i) ??
      (isPreposition(words[i]) ? prepositionalAt(words, i) : readPhrase(words, i, { at: 'object' }));
    if (found) {
      elements.push(found.element);
      i = found.next;
    } else {
      particles.push(...(words[i]?.lemmas?.slice(0, 1) ?? []));
      i++;
    }
  }
  return particles;
}

interface Found {
  readonly element: FrameElement;
  /** Index of the word behind it. */
  readonly next: number;
}

/** What a preposition introduces: a gerund, "between A and B", or a phrase; undefined when it is a particle. */
function prepositionalAt(words: readonly Word[], at: number): Found | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (!isPreposition(word)) return undefined;
  const inner = complementAt(words, at + 1);
  if (inner?.element.form === 'ing')
    return { element: { ...inner.element, preposition: word.lemmas[0] ?? '' }, next: inner.next };
  if (!next || isPreposition(next) || inner) return undefined;
  const prepositions = word.lemmas;
  const pair = betweenPair(words, at);
  if (pair !== undefined)
    return {
      element: {
        kind: 'argument',
        position: { at: 'oblique', prepositions, bare: false },
        slot: 'AB',
        optional: word.optional,
      },
      next: pair,
    };
  return readPhrase(words, at + 1, { at: 'oblique', prepositions, bare: word.optional && !next.optional });
}

/** `between A and B`. */
function betweenPair(words: readonly Word[], at: number): number | undefined {
  const [prep, a, and, b] = words.slice(at, at + 4);
  return prep?.lemmas?.some((l) => l === 'between' || l === 'among') && a?.slot && and?.lemmas?.[0] === 'and' && b?.slot
    ? at + 4
    : undefined;
}

/** `to DO`, `DO`, `DOING`, `that B DO`. */
function complementAt(words: readonly Word[], at: number): { element: FrameComplement; next: number } | undefined {
  const word = words[at];
  if (!word) return undefined;
  if (word.slot === 'DOING')
    return { element: { kind: 'complement', form: 'ing', optional: word.optional }, next: at + 1 };
  // "A make B DO": a bare infinitive is read like one with "to".
  if (word.slot === 'DO') return { element: { kind: 'complement', form: 'to', optional: word.optional }, next: at + 1 };
  const next = words[at + 1];
  if (word.lemmas?.[0] === 'to' && next?.slot === 'DO') {
    return { element: { kind: 'complement', form: 'to', optional: word.optional }, next: at + 2 };
  }
  if (word.lemmas?.[0] !== 'that') return undefined;
  let end = at + 1;
  let subject: SlotName | undefined;
  while (words[end]?.slot) {
    const slot = words[end]?.slot;
    if (slot && slot !== 'DO' && slot !== 'DOING') subject ??= slot;
    end++;
  }
  const open = words[end - 1]?.slot === 'DO' || isPreposition(words[end]);
  const heads = open ? undefined : words[end]?.lemmas;
  if (heads) end++;
  return {
    element: {
      kind: 'complement',
      form: 'that',
      optional: word.optional,
      ...(subject ? { subject } : {}),
      ...(heads ? { heads } : {}),
    },
    next: end,
  };
}

/** One noun phrase: a slot, `B's {offer|plan}` (the entity is the owner), or fixed words whose last is the head. */
function readPhrase(
  words: readonly Word[],
  at: number,
  position: FramePosition,
): { element: FrameArgument; next: number } {
  const first = words[at] as Word;
  if (first.slot && first.possessive && words[at + 1]?.lemmas && !isPreposition(words[at + 1])) {
    const rest = readPhrase(words, at + 1, position);
    return { element: { ...rest.element, slot: first.slot as SlotName, optional: first.optional }, next: rest.next };
  }
  if (first.slot) return { element: argument(first, position) as FrameArgument, next: at + 1 };
  let end = at;
  const run: Word[] = [];
  while (
    end < words.length &&
    words[end]?.lemmas &&
    !words[end]?.slot &&
    !isPreposition(words[end]) &&
    !complementAt(words, end)
  ) {
    run.push(words[end++] as Word);
  }
  const head = run.at(-1);
  const modifiers = run.slice(0, -1).flatMap((w) => w.lemmas ?? []);
  return {
    element: {
      kind: 'argument',
      position,
      ...(head?.lemmas ? { heads: head.lemmas } : {}),
      ...(modifiers.length ? { modifiers } : {}),
      optional: first.optional,
    },
    next: Math.max(end, at + 1),
  };
}

function argument(word: Word, position: FramePosition): FrameArgument | undefined {
  if (!word.slot || word.slot === 'DO' || word.slot === 'DOING') return undefined;
  return {
    kind: 'argument',
    position,
    slot: word.slot,
    ...(word.lemmas ? { heads: word.lemmas } : {}),
    optional: word.optional,
  };
}
