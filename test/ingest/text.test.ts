import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ingested } from '../../src/ingest/ingested.ts';
import { readText } from '../../src/ingest/text.ts';

const codes = (read: Ingested): string[] => read.diagnostics.map((each) => each.code);
const only = (read: Ingested) => {
  expect(read.articles).toHaveLength(1);
  const [article] = read.articles;
  if (!article) throw new Error('no article');
  return article;
};

const BODY =
  'The foreign ministers of Norland and Sudland met on Tuesday to discuss the border.\n\nThey agreed to open a second crossing next year.';

describe('readText', () => {
  it.each([
    ['before a blank line', `Ministers Discuss the Border\n\n${BODY}`],
    ['repeated', `Ministers Discuss the Border\n\n\nMinisters Discuss the Border\n\n${BODY}`],
    [
      'repeated with another case and spacing',
      `Ministers Discuss the Border\nMINISTERS  discuss the border.\n\n${BODY}`,
    ],
    [
      'running into the dateline',
      `Ministers Discuss the Border\n\nMinisters Discuss the Border NORTON (Example) – ${BODY}`,
    ],
    ['after a menu', `Home\nWorld\nSport\n\nMinisters Discuss the Border\n\n${BODY}`],
    [
      'before a byline and a date',
      `Ministers Discuss the Border\nBy JANE ROE\nPublished: 6 February 2016, 10:30 GMT\n\n${BODY}`,
    ],
  ])('finds a title %s', (_, text) => {
    const article = only(readText(text));
    expect(article.title).toBe('Ministers Discuss the Border');
    expect(article.text).toBe(BODY);
  });

  it('finds no title where the first line is a sentence', () => {
    const article = only(readText(BODY));
    expect(article.title).toBe('');
    expect(article.text).toBe(BODY);
  });

  it('takes byline and date from lines of their own', () => {
    const article = only(readText(`Ministers Discuss the Border\nBy JANE ROE\n6 February 2016\n\n${BODY}`));
    expect(article).toMatchObject({ byline: 'JANE ROE', publishedOn: '2016-02-06' });
  });

  it('drops what a page puts around the story', () => {
    const page = [
      'Share on Facebook',
      'Ministers Discuss the Border',
      'File photo',
      ...BODY.split('\n\n'),
      'Read more: Sudland elects a new parliament',
      '(Photo: Jane Roe/Example)',
      'The talks go on in March.',
      'Related Articles',
      'Norland Names New Envoy to Sudland',
      'Sudland Opens Its Port',
      'Click here to subscribe.',
      'Copyright 2016 Example Press. All rights reserved. This material may not be published.',
    ];
    const read = readText(page.join('\n\n'));
    expect(only(read).text).toBe(`${BODY}\n\nThe talks go on in March.`);
    expect(codes(read)).toEqual(['ingest/boilerplate']);
  });

  it('keeps crossheads, and short lines when nothing else is there', () => {
    const crosshead = BODY.replace('\n\n', '\n\nA second crossing\n\n');
    expect(only(readText(crosshead)).text).toBe(crosshead);
    expect(only(readText('Norland Names New Envoy')).text).toBe('Norland Names New Envoy');
    expect(only(readText('Top Stories\nMost Read')).text).toBe('Top Stories\n\nMost Read');
  });

  it('unwraps hard-wrapped text, with blank lines or indentation between paragraphs', () => {
    const wrapped = [
      'The foreign ministers of Norland and Sudland met on Tuesday in the town',
      'of Weston to discuss the border, and they said that the first round of',
      'talks had gone well.',
      '    They agreed to open a second crossing next year, and to let the diplo-',
      'matic missions of both sides grow. A diplomatic source called this a',
      'breakthrough.',
    ].join('\n');
    const paragraphs = only(readText(wrapped)).text.split('\n\n');
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]).toMatch(/^The foreign .* in the town of Weston .* gone well\.$/);
    expect(paragraphs[1]).toContain('diplomatic missions');
    expect(only(readText(wrapped.replace('\n    ', '\n\n'))).text.split('\n\n')).toEqual(paragraphs);
  });

  it('knows text with one paragraph a line', () => {
    expect(only(readText(BODY.replace('\n\n', '\n'))).text).toBe(BODY);
  });

  it('reads a block of fields at the top', () => {
    const head =
      'Title: Border talks\nDate: February 6, 2016\nSource: Example Press\nURL: https://example.org/1\nSection: World';
    expect(only(readText(`${head}\n\n${BODY}`))).toMatchObject({
      title: 'Border talks',
      publishedOn: '2016-02-06',
      publisher: 'Example Press',
      url: 'https://example.org/1',
      text: BODY,
    });
  });

  it('lets the source win over the fallback, and what is given over the source', () => {
    const text = `Title: Border talks\nDate: 2016-02-06\n\n${BODY}`;
    const fallback = { publishedOn: '2020-01-01', publisher: 'Somebody' };
    expect(only(readText(text, { fallback }))).toMatchObject({ publishedOn: '2016-02-06', publisher: 'Somebody' });
    expect(only(readText(text, { publishedOn: '2016-02-07', fallback })).publishedOn).toBe('2016-02-07');
  });

  it('never invents a date', () => {
    const read = readText(`Title: Border talks\nDate: 06/02/2016\n\nNORTON, Feb. 6 (Example) - ${BODY}`);
    expect(only(read).publishedOn).toBeUndefined();
    expect(only(read).dateline).toEqual({ place: 'NORTON', date: 'Feb. 6', agency: 'Example' });
    expect(codes(read)).toEqual(['ingest/date-ambiguous']);
  });

  it('joins a word parted at the end of a line when the text has its stem', () => {
    const lines = [
      'The ministers of Norland and the smaller Sudland signed a pact and a long-',
      'term loan in the town of Weston, and then one of the two Nor-',
      'landish envoys told the reporters who were there that both were pleased',
      'with what they had reached after so many weeks of talks in the capital.',
    ];
    const { text } = only(readText(lines.join('\n')));
    expect(text).toContain('a long-term loan');
    expect(text).toContain('the two Norlandish envoys');
  });

  it.each(['', ' \n\t\n', '\u0000\ufeff'])('says that %j is empty', (text) => {
    const read = readText(text, { origin: 'a.txt' });
    expect(read.articles).toEqual([]);
    expect(read.diagnostics.at(-1)).toMatchObject({ code: 'ingest/empty', place: 'a.txt' });
  });

  it('refuses a text over the limit at once', () => {
    const read = readText('word '.repeat(10_000_000), { origin: 'a.txt' });
    expect(read.articles).toEqual([]);
    expect(codes(read)).toEqual(['ingest/too-large']);
  });

  it('warns of other languages', () => {
    const german =
      'Die Außenminister der beiden Länder trafen sich am Dienstag und sprachen über die Grenze, die seit zwei Jahren geschlossen ist. ';
    expect(codes(readText(german.repeat(3)))).toEqual(['ingest/not-english']);
  });
});

/** Pieces of pages put together anyhow find more than random characters do. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      'Ministers Discuss the Border',
      'NORTON (Example) – The ministers met on Tuesday.',
      'WESTON – EASTON – The ministers met.',
      'By JANE ROE',
      '6 February 2016',
      '6 February 2016 – The council met in Weston.',
      'GENEVA, 3 March (Example)',
      'Title: Talks',
      'Date: 06/02/2016',
      'Top Stories',
      'World',
      'Read more: a story',
      'The ministers met, and',
      'they agreed on nothing.',
      'Copyright 2016 Example',
      '    They left at night.',
      '---',
      'e\u0301\u0000\ud800 diplo-',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  ),
  { maxLength: 10 },
);
const pages = fc
  .tuple(pieces, fc.array(fc.constantFrom('\n', '\n\n', '\r\n', ' '), { minLength: 10, maxLength: 10 }))
  .map(([parts, gaps]) => parts.map((part, i) => part + (gaps[i] ?? '\n')).join(''));
const anything = fc.oneof(
  pages,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('readText, whatever it is given', () => {
  it('gives clean NFC text with blank lines between paragraphs, or a diagnostic', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = readText(text);
        if (read.articles.length === 0) expect(codes(read)).toContain('ingest/empty');
        for (const article of read.articles) {
          expect(article.text.normalize('NFC')).toBe(article.text);
          expect(article.text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
          for (const paragraph of article.text.split('\n\n')) expect(paragraph).toMatch(/^\S(?:[^\n]*\S)?$/);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps its own text when it is read again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const article of readText(text).articles) {
          expect(only(readText(article.text, { title: article.title })).text).toBe(article.text);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
