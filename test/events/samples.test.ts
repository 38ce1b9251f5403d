import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { eventLine, extractor, factLine } from '../support/story.ts';

const GOLDEN = new URL('../golden/samples.txt', import.meta.url);
const HEAD = `# What is read from data/samples/reports.jsonl today: under every sentence its events (*) and facts (-).
# Not a truth but a record, so that every change of the reader shows as a difference. Update with UPDATE_GOLDEN=1 and read the difference.`;

interface Report {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date?: string;
  readonly publisher?: string;
}

const reports = readFileSync(new URL('../../data/samples/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Report);

function read({ id, title, text, date, publisher }: Report): string {
  const analysis = extractor.analyze({
    id,
    title,
    text,
    language: 'en',
    ...(date ? { publishedOn: date } : {}),
    ...(publisher ? { publisher } : {}),
  });
  return [`## ${id} (${date ?? 'no date'})`, ...sentences(analysis)].join('\n');
}

function sentences(analysis: Analysis): string[] {
  const { article, document } = analysis;
  return document.sentences.map((sentence) => {
    const start = document.tokens[sentence.start]?.start ?? 0;
    const end = document.tokens[sentence.end - 1]?.end ?? start;
    const here = (span: { readonly start: number }): boolean => span.start >= start && span.start < end;
    const events = analysis.eventMentions.filter((m) => here(m.evidence.span));
    const facts = analysis.facts.filter((f) => here(f.evidence.span));
    return [
      article.text.slice(start, end),
      ...events.map((m) => `  * ${eventLine(m, analysis)}`),
      ...facts.map((f) => `  - ${factLine(f)}`),
    ].join('\n');
  });
}

test('the sample reports are read as before', () => {
  const actual = `${HEAD}\n\n${reports.map(read).join('\n\n')}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, actual);
  expect(actual).toBe(readFileSync(GOLDEN, 'utf8'));
});
