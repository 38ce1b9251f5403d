import { collapseSpace } from './clean-text.ts';

/** Fields that the head of a text may give, under the names that people write. */
const KEYS: Readonly<Record<string, keyof FrontMatter>> = {
  title: 'title',
  headline: 'title',
  date: 'date',
  published: 'date',
  'published on': 'date',
  'publication date': 'date',
  source: 'publisher',
  publisher: 'publisher',
  publication: 'publisher',
  url: 'url',
  link: 'url',
  author: 'byline',
  authors: 'byline',
  by: 'byline',
  byline: 'byline',
  language: 'language',
  lang: 'language',
  license: 'license',
  licence: 'license',
  id: 'id',
};

export interface FrontMatter {
  title?: string;
  date?: string;
  publisher?: string;
  url?: string;
  byline?: string;
  language?: string;
  license?: string;
  id?: string;
}

const FIELD = /^([A-Za-z][A-Za-z _-]{0,24}?)\s*:\s*(.*)$/;

/**
 * "Title: …", "Date: …", "Source: …" at the very top, as a block of at least two known fields without a blank line, or between `---` lines.
 * Unknown fields in the block are dropped with it. Returns the fields and the text after the block; no block, no change.
 */
export function readFrontMatter(text: string): { readonly fields: FrontMatter; readonly body: string } {
  const lines = text.split('\n');
  let index = lines.findIndex((line) => line.trim() !== '');
  const fenced = lines[index]?.trim() === '---';
  if (index < 0) return { fields: {}, body: text };
  if (fenced) index++;
  const fields: FrontMatter = {};
  let known = 0;
  for (; index < lines.length; index++) {
    const line = collapseSpace(lines[index] ?? '');
    if (line === '' || (fenced && line === '---')) break;
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    if (name === '') return { fields: {}, body: text };
    const key = KEYS[name.toLowerCase()];
    if (key === undefined && known === 0 && !fenced) return { fields: {}, body: text };
    if (key === undefined) continue;
    known++;
    if (value !== '' && fields[key] === undefined) fields[key] = unquote(value);
  }
  if (known < (fenced ? 1 : 2)) return { fields: {}, body: text };
  return { fields, body: lines.slice(index + (lines[index]?.trim() === '---' ? 1 : 0)).join('\n') };
}

const unquote = (value: string): string => /^"(.*)"$|^'(.*)'$/.exec(value)?.slice(1).find(Boolean) ?? value;
