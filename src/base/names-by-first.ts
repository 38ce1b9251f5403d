import { namePieces } from './fold-name.ts';

/** Names by their first piece, which is all that a text asks of most of them: those of a piece are entered when it is first asked for. */
export interface NamesByFirst<Entry, Value> {
  add(name: string, entry: Entry): void;
  /** @returns the names that begin with a piece (in lower case), by folded name; nothing if there are none */
  from(first: string): ReadonlyMap<string, Value> | undefined;
  /** All names, those of a piece together, in an order that does not depend on what was asked before. */
  all(): Generator<readonly [string, Value]>;
}

/** @param enter puts a name, and what later finds it, into the names of its first piece; called in the order of `add` */
export function createNamesByFirst<Entry, Value>(
  enter: (names: Map<string, Value>, name: string, entry: Entry) => void,
): NamesByFirst<Entry, Value> {
  interface Slot {
    waiting: [string, Entry][];
    /** Made when first asked for. */
    names: Map<string, Value> | undefined;
  }
  const slots = new Map<string, Slot>();
  const namesOf = (slot: Slot): ReadonlyMap<string, Value> => {
    slot.names ??= new Map();
    for (const [name, entry] of slot.waiting) enter(slot.names, name, entry);
    slot.waiting = [];
    return slot.names;
  };
  return {
    add(name, entry) {
      const first = firstPiece(name);
      const slot = slots.get(first);
      if (slot) slot.waiting.push([name, entry]);
      else slots.set(first, { waiting: [[name, entry]], names: undefined });
    },
    from(first) {
      const slot = slots.get(first);
      if (!slot || slot.waiting.length === 0) return slot?.names;
      return namesOf(slot);
    },
    *all() {
      for (const slot of slots.values()) yield* namesOf(slot);
    },
  };
}

/** Most names begin with a word of plain letters. */
function firstPiece(name: string): string {
  let end = 0;
  while (isLetter(name.charCodeAt(end))) end++;
  const plain = end > 0 && (end === name.length || (name[end] === ' ' && isLetter(name.charCodeAt(end + 1))));
  return (plain ? name.slice(0, end) : (namePieces(name)[0] ?? '')).toLowerCase();
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
