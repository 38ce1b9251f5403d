import type { PersonRecord } from '../knowledge/knowledge.ts';
import type { FindContext } from './context.ts';
import type { PersonRun } from './person-runs.ts';
import { officeDistance } from './time-fit.ts';

/** Words of an office title that say which office it is. */
const SMALL = new Set([
  'of',
  'the',
  'for',
  'to',
  'and',
  'deputy',
  'vice',
  'former',
  'acting',
  'senior',
  'special',
  'us',
  'u.s.',
  'elect',
  'designate',
]);
const wordsOf = (title: string): string[] =>
  title
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((w) => w && !SMALL.has(w));

/** True when the title in the text fits one of the person's offices ("President" fits "president"). */
export function titleFits(person: PersonRecord, title: string): boolean {
  const wanted = wordsOf(title);
  if (person.sector === 'MIL' && RANK.test(title)) return true;
  return (
    wanted.length > 0 &&
    person.offices.some((o) => {
      const has = new Set(wordsOf(o.title).flatMap((w) => [w, SAME.get(w) ?? w]));
      return wanted.every((w) => has.has(w) || has.has(SAME.get(w) ?? w));
    })
  );
}

/** Ranks of those who command armies. */
const RANK = /\b(?:general|gen\.|admiral|adm\.|marshal)(?: |$)/i;

/** Offices that go by several names. */
const SAME = new Map([
  ['premier', 'minister'],
  ['defense', 'defence'],
  ['secretary', 'minister'],
  ['spokeswoman', 'spokesman'],
  ['spokesperson', 'spokesman'],
  ['chancellor', 'minister'],
]);

/**
 * The gazetteer person that a bare surname means: its title must fit, or the article must speak of the person's country, and the day of
 * the article of the person's time. Undefined when two people fit equally well or nobody does.
 */
export function chooseBySurname(
  ctx: FindContext,
  run: PersonRun,
): { readonly record: PersonRecord; readonly confidence: number } | undefined {
  if (run.wordCount > 1 && !run.title) {
    // Another first name than any that the gazetteer knows: another person.
    const covered = run.surnames[0]?.alias.split(/[\s-]+/).length ?? 1;
    if (run.wordCount > covered) return undefined;
  }
  const people = run.surnames.flatMap((r) => (r.type === 'person' ? [r.record] : []));
  const scored = people
    .map((record) => ({ record, score: scoreOf(ctx, run, record) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score < 3 || (second && best.score - second.score < 0.5)) return undefined;
  return { record: best.record, confidence: Math.min(0.9, 0.5 + best.score * 0.05) };
}

function scoreOf(ctx: FindContext, run: PersonRun, record: PersonRecord): number {
  const { date } = ctx.view;
  const distance = officeDistance(record.offices, date);
  let score = 0;
  if (run.title && !run.title.honorific) score += titleFits(record, run.title.title) ? 4 : run.title.former ? 1 : -2;
  const of = run.title?.of?.country;
  if (of) score += of === record.country ? 3 : -4;
  else if (record.country && isTalkedOf(ctx, record.country)) score += 2;
  if (run.surnames.some((r) => r.record === record && r.via === 'name')) score += 3;
  if (!date) return score + (run.surnames.length === 1 ? 1 : 0) - (record.offices.some((o) => !o.to) ? 0 : 0.6);
  return score + (distance === 0 ? 2 : distance <= 3 ? 1 : distance <= 10 ? 0 : -3);
}

const isTalkedOf = (ctx: FindContext, country: string): boolean => ctx.drafts.hasCountry(country);
