import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Frame } from '../../src/knowledge/knowledge.ts';
import { analyse, extractor } from '../support/story.ts';

/** Rows whose example is not yet read as the row says. Written by UPDATE_GOLDEN=1; it may only shrink. */
const LIST = new URL('../golden/lexicon-examples.txt', import.meta.url);
const HEAD = '# Frame rows whose own example is not read by them yet: one row a line. The list may only shrink.';

/** One row of `frames/*.tsv`; rows whose braces were written out share an id. */
const rows = [...new Map(extractor.knowledge.frames.map((f) => [`${f.id} (${f.pos})`, f])).entries()];

/** Read by its own frame or by another with the same relation; a NONE row must give no event. */
function isRead(frame: Frame): boolean {
  const { eventMentions, facts } = analyse(frame.example);
  if (frame.type === 'NONE') return eventMentions.length === 0;
  if (frame.type === 'STANDING') return facts.some((f) => f.relation === frame.relation);
  return eventMentions.some((m) => m.evidence.rule === frame.id || m.relation === frame.relation);
}

let failing: readonly string[] = [];
beforeAll(() => {
  failing = rows.filter(([, frame]) => !isRead(frame)).map(([key]) => key);
}, 120_000);

test('at least 95% of the frame rows read their own example', () => {
  expect(rows.length).toBeGreaterThan(3_000);
  expect(1 - failing.length / rows.length).toBeGreaterThan(0.95);
});

test('no row reads its example worse than before, and no row that is read stays on the list', () => {
  const lines = [HEAD, ...failing];
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(LIST, `${lines.join('\n')}\n`);
  const listed = existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n').slice(1, -1) : [];
  const known = new Set(rows.map(([key]) => key));
  expect({
    worse: failing.filter((key) => !listed.includes(key)),
    better: listed.filter((key) => known.has(key) && !failing.includes(key)),
    gone: listed.filter((key) => !known.has(key)),
  }).toEqual({ worse: [], better: [], gone: [] });
});
