import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/ingest/html.ts';
import { DEFAULT_LIMITS } from '../../src/ingest/ingested.ts';

const PARAGRAPHS = [
  'The foreign ministers of Norland and Sudland met on Tuesday to discuss the border, which has been closed for two years.',
  'They agreed to open a second crossing next year, and to let trains run between the two capitals once a day.',
  'The talks, the first of their kind, were held in the town of Weston and went on until late in the night.',
];
const BODY = PARAGRAPHS.map((each) => `<p>${each}</p>`).join('\n');
const TEXT = PARAGRAPHS.join('\n\n');
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;

describe('readHtml', () => {
  it('reads the story and leaves out what is around it', () => {
    const html = page(
      '<title>Ministers Discuss the Border | Example Press</title><meta property="og:site_name" content="Example Press">',
      `<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
       <script>var text = "not to be read";</script><style>p { color: red }</style>
       <article><h1>Ministers Discuss the Border</h1><p style="display: none">Hidden words that nobody sees.</p>${BODY}
       <p>Share on Facebook</p></article><aside><p>Other things happened elsewhere too.</p></aside><footer>© 2016 Example Press</footer>`,
    );
    const [article] = readHtml(html).articles;
    expect(article).toMatchObject({
      title: 'Ministers Discuss the Border',
      text: TEXT,
      publisher: 'Example Press',
      language: 'en-GB',
    });
  });

  it('reads what JSON-LD says, also in a graph and by reference', () => {
    const data = {
      '@graph': [
        { '@type': 'Organization', '@id': '#org', name: 'Example Press' },
        {
          '@type': ['NewsArticle'],
          headline: 'Border talks &#8211; again',
          datePublished: '2016-02-06T08:00:00+01:00',
          author: [{ name: 'Jane Roe' }, 'John Smith'],
          publisher: { '@id': '#org' },
          url: 'https://example.org/border',
          inLanguage: 'en_us',
          license: 'https://creativecommons.org/licenses/by/4.0/',
        },
      ],
    };
    const read = readHtml(page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`, BODY));
    expect(read.articles[0]).toMatchObject({
      title: 'Border talks – again',
      publishedOn: '2016-02-06',
      byline: 'Jane Roe, John Smith',
      publisher: 'Example Press',
      url: 'https://example.org/border',
      language: 'en-US',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  it.each([
    ['<meta property="article:published_time" content="2016-02-06T10:00:00Z">', '', '2016-02-06'],
    ['<meta name="DC.date" content="6 February 2016">', '', '2016-02-06'],
    ['', '<time datetime="2016-02-06">yesterday</time>', '2016-02-06'],
    [
      '',
      '<time itemprop="datePublished" datetime="2016-02-06">x</time><time datetime="2015-01-01">y</time>',
      '2016-02-06',
    ],
    ['', '<time datetime="2016-02-06">x</time><time datetime="2015-01-01">y</time>', undefined],
    ['<meta name="date" content="06/02/2016">', '', undefined],
    ['', '', undefined],
  ])('date from %s%s', (head, time, date) => {
    expect(readHtml(page(head, time + BODY)).articles[0]?.publishedOn).toBe(date);
  });

  it('reads fragments, line breaks for paragraphs, and pages without a body element', () => {
    expect(readHtml(BODY).articles[0]?.text).toBe(TEXT);
    expect(readHtml(`<div>${PARAGRAPHS.join('<br><br>')}</div>`).articles[0]?.text).toBe(TEXT);
    expect(readHtml(`<html><head><title>T</title></head>${BODY}</html>`).articles[0]?.text).toBe(TEXT);
  });

  it('survives pages that are too deep or too large', () => {
    const codes = (html: string): string[] => readHtml(html).diagnostics.map((each) => each.code);
    const deep = '<div>'.repeat(2000) + BODY;
    expect(codes(deep)).toEqual(['ingest/html-too-complex']);
    expect(readHtml(deep).articles[0]?.text).toBe(TEXT);
    expect(codes('<b>word</b> '.repeat(40_000))).toContain('ingest/html-too-complex');
    expect(codes('x'.repeat(DEFAULT_LIMITS.htmlChars + 1))).toEqual(['ingest/too-large']);
  });

  it('says that a page without text is empty', () => {
    expect(readHtml(page('<title>T</title>', '<script>x()</script>')).diagnostics.map((each) => each.code)).toEqual([
      'ingest/empty',
    ]);
  });

  it('uses no broken JSON-LD', () => {
    const read = readHtml(page('<script type="application/ld+json">{"@type": "NewsArticle",</script>', BODY));
    expect(read.diagnostics.map((each) => each.code)).toEqual(['ingest/json-ld']);
  });

  it('never throws, and never lets tags or scripts into the text', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="a">',
      '</div>',
      '<script>',
      '</script>',
      'SECRET()',
      '<!--',
      '-->',
      '<',
      '&amp;',
      '&#0;',
      '&#xd800;',
      '<html>',
      '<body>',
      '<table><td>',
      '<br>',
      'The ministers met. ',
      'Top Stories',
      '<time datetime="x">',
      '<meta charset=x>',
      '<title>',
    );
    const html = fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 10 })), { maxLength: 25 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(html, (text) => {
        for (const article of readHtml(text).articles) {
          expect(article.text.normalize('NFC')).toBe(article.text);
          expect(article.text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
          expect(article.text).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});
