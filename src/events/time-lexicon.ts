import type { TimeLexicon } from '../knowledge/knowledge.ts';

/** `time.yaml` as look-ups; all keys lower case without final stop. */
export interface TimeWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** Relative phrases by their first word, longest first. */
  readonly relative: ReadonlyMap<string, readonly RelativePhrase[]>;
  /** Phrases that name no day, by their first word, longest first. */
  readonly vague: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, { readonly count: number; readonly unit: string }>;
  /** Words with which an expression without digits can begin: most words begin none. */
  readonly openers: ReadonlySet<string>;
}

/** Words before a weekday: "last Friday". */
export const WEEKDAY_OPENERS: readonly string[] = ['last', 'next', 'this', 'past'];

export interface RelativePhrase {
  readonly words: readonly string[];
  readonly unit: string;
  readonly offset: number;
  /** Counts from another time in the text ("the next day"), not from the day of publication. */
  readonly fromContext: boolean;
}

type Entry = Readonly<Record<string, unknown>>;

const entries = (value: unknown): readonly Entry[] =>
  Array.isArray(value) ? value.filter((v): v is Entry => typeof v === 'object' && v !== null) : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const plain = (word: string): string => word.toLowerCase().replace(/\.$/, '');

export function readTimeWords(lexicon: TimeLexicon): TimeWords {
  const named = (list: unknown): Map<string, number> => {
    const map = new Map<string, number>();
    for (const e of entries(list)) {
      const forms = [text(e['name']), ...(Array.isArray(e['abbreviations']) ? e['abbreviations'].map(String) : [])];
      for (const form of forms) map.set(plain(form), Number(e['number']));
    }
    return map;
  };
  const relative = entries(lexicon['relative'])
    .filter((e) => text(e['phrase']))
    .map((e) => ({
      words: text(e['phrase']).toLowerCase().split(' '),
      unit: text(e['unit']),
      offset: Number(e['offset'] ?? 0),
      fromContext: e['anchor'] === 'context',
    }))
    .sort((a, b) => b.words.length - a.words.length);
  const vague = entries(lexicon['vague'])
    .map((e) => text(e['phrase']).toLowerCase().split(' '))
    .sort((a, b) => b.length - a.length);
  const found = {
    months: named(lexicon['months']),
    weekdays: named(lexicon['weekdays']),
    relative: byFirstWord(relative, (r) => r.words),
    vague: byFirstWord(vague, (words) => words),
    numbers: new Map(Object.entries((lexicon['numbers'] ?? {}) as Record<string, number>)),
    units: readUnits(lexicon['units']),
  };
  const { months, weekdays, numbers } = found;
  const openers = [months, weekdays, numbers, found.relative, found.vague].flatMap((map) => [...map.keys()]);
  return { ...found, openers: new Set([...openers, ...WEEKDAY_OPENERS]) };
}

function byFirstWord<T>(items: readonly T[], words: (item: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const first = words(item)[0] ?? '';
    map.set(first, [...(map.get(first) ?? []), item]);
  }
  return map;
}

/** `fortnight: 2 week` -> 2 weeks. */
function readUnits(value: unknown): Map<string, { count: number; unit: string }> {
  const map = new Map<string, { count: number; unit: string }>();
  for (const [name, meaning] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    const match = /^(?:(\d+) )?(\w+)$/.exec(String(meaning));
    if (match?.[2]) map.set(name, { count: Number(match[1] ?? 1), unit: match[2] });
  }
  return map;
}
