import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventPages, PAGES_FOLDER } from '../support/event-pages.ts';
import { extractor } from '../support/story.ts';

const FOLDER = new URL(`../../${PAGES_FOLDER}/`, import.meta.url);

test('the pages on the event types are up to date: npm run docs', () => {
  const pages = eventPages(extractor.knowledge);
  expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort());
  const stale = [...pages].filter(([name, text]) => readFileSync(new URL(name, FOLDER), 'utf8') !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
});
