import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, createArticleRegistry, safeId } from '../../src/ingest/article-id.ts';
import { detectFormat } from '../../src/ingest/format.ts';
import { readSource } from '../../src/ingest/read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const TEXT = 'The ministers of Norland and Sudland met on Tuesday.';
const codes = (source: Uint8Array, name: string): string[] =>
  readSource(source, name).diagnostics.map((each) => each.code);

describe('detectFormat', () => {
  it.each([
    ['a.txt', TEXT, 'text'],
    ['a.md', '# Talks', 'text'],
    ['a.html', TEXT, 'html'],
    ['a.txt', '<!DOCTYPE html><p>x', 'html'],
    ['page', '<p>a</p><p>b</p><p>c</p>', 'html'],
    ['a.jsonl', '{"text":"x"}', 'jsonl'],
    ['a.ndjson', '', 'jsonl'],
    ['a.json', '[{"text":"x"}]', 'json'],
    ['stdin', '{"text":"x"}', 'jsonl'],
    ['stdin', '[{"text":"x"}]', 'json'],
    ['stdin', TEXT, 'text'],
    ['feed.xml', '<?xml version="1.0"?><rss version="2.0">', 'feed'],
    ['a.csv', 'text,date', 'table'],
    ['a.xhtml', '<?xml version="1.0"?><!DOCTYPE x><html xmlns="x">', 'html'],
  ])('%s: %s', (name, text, format) => expect(detectFormat(name, text)).toBe(format));
});

describe('readSource', () => {
  it('refuses what is too large before it is decoded', () => {
    expect(codes(new Uint8Array(50_000_000).fill(97), 'a.txt')).toEqual(['ingest/too-large']);
    expect(codes(new Uint8Array(65_000_000), 'a.jsonl')).toEqual(['ingest/too-large']);
  });

  it.each([
    ['nothing', bytes(''), 'ingest/empty'],
    ['white space', bytes(' \n\n\t'), 'ingest/empty'],
    ['a PDF', bytes('%PDF-1.7'), 'ingest/binary'],
    ['a feed', bytes('<rss><channel/></rss>'), 'ingest/unsupported'],
  ])('says what is wrong with %s', (_, source, code) => expect(codes(source, 'a.txt')).toEqual([code]));

  it('makes ids unique and reads an article once', () => {
    const lines = [
      { id: 'x', text: TEXT },
      { id: 'x', text: `${TEXT} They agreed.` },
      { id: 'y', text: TEXT },
    ].map((each) => JSON.stringify(each));
    const read = readSource(bytes(lines.join('\n')), 'a.jsonl');
    expect(read.articles.map((each) => each.id)).toEqual(['x', expect.stringMatching(/^x~[0-9a-f]{6}$/)]);
    expect(read.diagnostics.map((each) => [each.code, each.place])).toEqual([
      ['ingest/duplicate-id', 'a.jsonl:2'],
      ['ingest/duplicate', 'a.jsonl:3'],
    ]);
    const registry = createArticleRegistry();
    expect(readSource(bytes(TEXT), 'a.txt', { registry }).articles).toHaveLength(1);
    expect(readSource(bytes(`${TEXT}\n`), 'b.txt', { registry })).toMatchObject({
      articles: [],
      diagnostics: [{ code: 'ingest/duplicate', place: 'b.txt' }],
    });
  });

  it('makes ids safe and keeps what was given', () => {
    const read = readSource(bytes(JSON.stringify({ id: 'a/b c', text: TEXT })), 'a.jsonl');
    expect(read.articles[0]).toMatchObject({ id: 'a-b-c', givenId: 'a/b c' });
    expect(safeId('Žižek:2016_1.~x')).toBe('Žižek:2016_1.~x');
    expect(safeId('///')).toBe('');
  });

  it('hashes what makes the article', () => {
    const article = { title: 'Talks', text: TEXT, url: 'https://example.org/1', publishedOn: '2016-02-06' };
    const ids = [
      article,
      { ...article, title: 'x' },
      { ...article, text: 'x' },
      { ...article, url: 'x' },
      { ...article, publishedOn: '2016-02-07' },
    ].map(articleId);
    expect(new Set(ids).size).toBe(5);
    expect(ids[0]).toBe(articleId({ ...article }));
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('never throws on any bytes under any name, and always says something', () => {
    const names = fc.constantFrom('a.txt', 'a.html', 'a.jsonl', 'a.json', 'stdin', 'a.csv', 'a.xml');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: 'binary', maxLength: 200 }).map(bytes),
          fc.json().map(bytes),
        ),
        names,
        (source, name) => {
          const read = readSource(source, name);
          expect(read.articles.length + read.diagnostics.length).toBeGreaterThanOrEqual(
            source.length === 0 || name.startsWith('a.t') ? 1 : 0,
          );
          for (const diagnostic of read.diagnostics) expect(diagnostic.place ?? '').toContain(name);
        },
      ),
      { numRuns: 700 },
    );
  });
});
