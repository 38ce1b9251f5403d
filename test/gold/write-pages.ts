/** `npm run docs`: the pages on the event types. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventPages, PAGES_FOLDER } from '../support/event-pages.ts';
import { extractor } from '../support/story.ts';

const folder = fileURLToPath(new URL(`../../${PAGES_FOLDER}/`, import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of eventPages(extractor.knowledge)) writeFileSync(folder + name, text);
