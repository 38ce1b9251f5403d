import { foldName } from '../base/fold-name.ts';
import type { AmbiguousName, CountryRecord, Knowledge, PersonRecord } from '../knowledge/knowledge.ts';
import type { Span } from '../model/span.ts';
import type { GazetteerIndex, Reading } from './gazetteer-index.ts';
import { sentenceEnd, sentenceStart, type TextView, textOf } from './text-view.ts';
import { officeDistance, timeFit } from './time-fit.ts';

/** The reading of a name, `word` when it is no name here, `person` when it is part of an unknown person's name. */
export type Decision =
  | { readonly reading: Reading; readonly confidence: number; readonly rule: string }
  | 'word'
  | 'person'
  | undefined;

export interface Arbiter {
  decide(view: TextView, span: Span, readings: readonly Reading[]): Decision;
}

/** Chooses between readings: ambiguous.yaml first, then kind, then dates, then what else the article names. */
export function createArbiter(knowledge: Knowledge, index: GazetteerIndex): Arbiter {
  const listed = new Map<string, AmbiguousName[]>();
  for (const entry of knowledge.ambiguous) {
    const key = foldName(entry.name);
    listed.set(key, [...(listed.get(key) ?? []), entry]);
  }
  return {
    decide(view, span, readings) {
      const text = textOf(view, span);
      const entry = listed.get(foldName(text))?.find((e) => !e.caseSensitive || e.name === text);
      if (entry) {
        const id = readEntry(view, span, entry);
        if (id === 'word' || id === 'person') return id;
        const reading = readings.find((r) => r.record.id === id) ?? readingOf(index, id, text);
        if (reading) return { reading, confidence: 0.9, rule: 'gazetteer' };
      }
      return chooseReading(view, readings);
    },
  };
}

/** The row id that the context words of an entry choose. Lists of one reading are alternatives. */
function readEntry(view: TextView, span: Span, entry: AmbiguousName): string {
  const before = view.lower.slice(Math.max(0, span.start - 3), span.start);
  // "ambassador to Israel": a title behind which a preposition comes is not this name's.
  const cut = before.findLastIndex((w) => /^(?:to|of|in|from|for|with|at|by)$/.test(w));
  const titled = before.slice(cut + 1);
  const after = view.lower.slice(span.end, span.end + 3);
  const near = view.lower.slice(sentenceStart(view, span.start), sentenceEnd(view, span.start));
  for (const r of entry.readings) {
    const holds =
      r.before.some((w) => hasWords(r.id === 'person' ? titled : before, w)) ||
      r.after.some((w) => hasWords(after, w)) ||
      r.near.some((w) => hasWords(near, w)) ||
      r.article.some((w) =>
        w.includes(' ') ? view.doc.article.text.toLowerCase().includes(w) : view.vocabulary.has(w),
      );
    if (holds) return r.id;
  }
  return entry.fallback;
}

const hasWords = (words: readonly string[], wanted: string): boolean =>
  wanted.includes(' ') ? ` ${words.join(' ')} `.includes(` ${wanted} `) : words.includes(wanted);

function readingOf(index: GazetteerIndex, id: string, alias: string): Reading | undefined {
  const country = index.countries.get(id.replace(/^country:/, ''));
  if (country) return { type: 'country', record: country, via: 'name', alias };
  const organization = index.organizations.get(id);
  if (organization) return { type: 'organization', record: organization, via: 'name', alias };
  const place = index.places.get(id);
  if (place) return { type: 'place', record: place, via: 'name', alias };
  const person = index.people.get(id);
  return person && { type: 'person', record: person, via: 'name', alias };
}

const RANK = { country: 4, organization: 3, place: 2, person: 1 } as const;
const rank = (r: Reading): number => (r.via === 'surname' ? 0 : RANK[r.type]);

function chooseReading(view: TextView, readings: readonly Reading[]): Decision {
  const [first] = readings;
  if (!first) return undefined;
  const best = Math.max(...readings.map(rank));
  const same = readings.filter((r) => rank(r) === best);
  if (same.length === 1 && same[0])
    return { reading: same[0], confidence: readings.length > 1 ? 0.85 : 0.95, rule: 'gazetteer' };
  if (best === RANK.country) return chooseCountry(view, same);
  if (best === RANK.person) return choosePerson(view, same);
  if (best === 0) return undefined;
  const fits = same.filter((r) => timeFit(r.record, view.date) > 0);
  const reading = fits[0] ?? first;
  return { reading, confidence: fits.length === 1 ? 0.85 : 0.6, rule: 'gazetteer' };
}

/** Two states of one name: the one of the day; at the same time (two Congos): the one whose name or capital stands in the article. */
function chooseCountry(view: TextView, readings: readonly Reading[]): Decision {
  const alive = readings.filter((r) => timeFit(r.record, view.date) > 0 && !(view.date === undefined && r.record.to));
  const pool = alive.length ? alive : readings;
  const named = pool.filter((r) => r.type === 'country' && isNamed(view, r.record));
  const reading = (named.length === 1 ? named : pool)[0];
  if (!reading) return undefined;
  const sure = new Set(pool.map((r) => r.record)).size === 1 || named.length === 1;
  return { reading, confidence: sure ? 0.9 : 0.55, rule: sure ? 'gazetteer' : 'gazetteer-guess' };
}

const isNamed = (view: TextView, record: CountryRecord): boolean =>
  [record.name, ...(record.capital?.split(/\s*\|\s*/) ?? [])].some((n) => view.doc.article.text.includes(n));

function choosePerson(view: TextView, readings: readonly Reading[]): Decision {
  const scored = readings
    .map((reading) => ({ reading, distance: officeDistance((reading.record as PersonRecord).offices, view.date) }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = scored;
  if (!first || (second && second.distance - first.distance < 1)) return undefined;
  return { reading: first.reading, confidence: 0.8, rule: 'gazetteer' };
}
