import { describe, expect, it } from 'vitest';
import { readJsonl } from '../../src/ingest/jsonl.ts';

const TEXT = 'The ministers of Norland and Sudland met on Tuesday.';
const line = (fields: object): string => JSON.stringify({ text: TEXT, ...fields });

describe('readJsonl', () => {
  it('reads all fields', () => {
    const fields = {
      id: 7,
      title: 'Talks',
      date: '6 February 2016',
      url: 'https://example.org/1',
      publisher: 'Example',
      language: 'en',
      license: 'CC0-1.0',
      byline: 'Jane Roe',
    };
    expect(readJsonl(line(fields), { origin: 'a.jsonl' })).toEqual({
      articles: [
        {
          id: '7',
          title: 'Talks',
          text: TEXT,
          language: 'en',
          publishedOn: '2016-02-06',
          url: 'https://example.org/1',
          publisher: 'Example',
          byline: 'Jane Roe',
          license: 'CC0-1.0',
          origin: 'a.jsonl:1',
        },
      ],
      diagnostics: [],
    });
  });

  it('names bad lines and goes on', () => {
    const text = `\ufeff${line({ id: 'a' })}\r\n\r\n{"text": 3}\nno json\n{"title": "Talks"}\n[1]\n${line({ id: 'b', date: '06/02/2016' })}\n`;
    const read = readJsonl(text, { origin: 'a.jsonl' });
    expect(read.articles.map((each) => each.id)).toEqual(['a', 'b']);
    expect(read.diagnostics.map((each) => [each.code, each.place])).toEqual([
      ['ingest/bad-line', 'a.jsonl:3'],
      ['ingest/bad-line', 'a.jsonl:4'],
      ['ingest/bad-line', 'a.jsonl:5'],
      ['ingest/bad-line', 'a.jsonl:6'],
      ['ingest/date-ambiguous', 'a.jsonl:7'],
    ]);
  });

  it('reads an array and an object over several lines', () => {
    const array = JSON.stringify([{ text: TEXT, id: 'a' }, { title: 'x' }, { text: TEXT, id: 'b' }], null, 2);
    const read = readJsonl(array, { origin: 'a.json' });
    expect(read.articles.map((each) => each.origin)).toEqual(['a.json[0]', 'a.json[2]']);
    expect(read.diagnostics.map((each) => each.place)).toEqual(['a.json[1]']);
    expect(readJsonl(JSON.stringify({ text: TEXT, id: 'a' }, null, 2)).articles).toHaveLength(1);
    expect(readJsonl('[\n  {"text": "x"},\n  {"text"\n]').diagnostics).toHaveLength(1);
  });

  it('counts what it does not name', () => {
    const codes = readJsonl('{}\n'.repeat(50)).diagnostics.map((each) => each.code);
    expect(codes).toHaveLength(21);
    expect(codes.at(-1)).toBe('ingest/bad-lines');
  });

  it('says that an empty text is empty', () => {
    expect(readJsonl('{"text": " "}').diagnostics.map((each) => each.code)).toEqual(['ingest/empty']);
    expect(readJsonl(' \n').diagnostics.map((each) => each.code)).toEqual(['ingest/empty']);
  });
});
