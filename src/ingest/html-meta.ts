import { collapseSpace, comparable } from './clean-text.ts';
import type { HtmlElement, HtmlPage } from './html-dom.ts';
import { decodeEntities } from './html-tags.ts';
import { type JsonLdArticle, readJsonLd } from './json-ld.ts';

/** What the head of a page says about the article; dates as printed, most trustworthy first. */
export interface PageMeta {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly dates: readonly string[];
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly license?: string | undefined;
  /** The whole text, where JSON-LD carries it. */
  readonly body?: string | undefined;
  /** JSON-LD that is no JSON. */
  readonly brokenJsonLd: boolean;
}

const DATE_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'date',
  'pubdate',
  'publish-date',
  'publication_date',
  'citation_publication_date',
];

/** Reads JSON-LD, Open Graph, `<meta>`, `<link>` and `<time>`; call it before anything is taken out of the page. */
export function readPageMeta(page: HtmlPage): PageMeta {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')].map(
    (each) => each.textContent ?? '',
  );
  const { article, broken } = readJsonLd(scripts);
  const meta = metaFields(page);
  const publisher =
    article.publisher ?? meta.get('og:site_name') ?? meta.get('application-name') ?? meta.get('dc.publisher');
  return {
    title: pageTitle(page, article, meta, publisher),
    byline: readAuthor(page, article, meta),
    dates: readDates(page, article, meta),
    publisher,
    url: [attribute(page, 'link[rel~="canonical"]', 'href'), meta.get('og:url'), article.url].find(isWebAddress),
    language:
      article.language ??
      (page.documentElement?.getAttribute('lang') || undefined) ??
      meta.get('og:locale') ??
      meta.get('content-language'),
    license: attribute(page, 'link[rel~="license"]', 'href') ?? article.license,
    body: article.body,
    brokenJsonLd: broken,
  };
}

/** `name`, `property`, `itemprop` or `http-equiv` in lower case -> content; the first one of a name counts. */
function metaFields(page: HtmlPage): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const value = clean(element.getAttribute('content'));
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name && value && !fields.has(name)) fields.set(name, value);
    }
  }
  return fields;
}

function pageTitle(
  page: HtmlPage,
  article: JsonLdArticle,
  meta: ReadonlyMap<string, string>,
  publisher: string | undefined,
): string | undefined {
  const headings = [...page.querySelectorAll('h1')]
    .map((each) => clean(each.textContent))
    .filter((each) => each !== undefined);
  const title = clean(page.querySelector('title')?.textContent);
  // A heading that the page's title begins with is the headline, however many headings there are.
  const heading = headings.find((each) => title !== undefined && comparable(title).startsWith(comparable(each)));
  const lone = headings.length === 1 && (headings[0] ?? '').split(' ').length >= 3 ? headings[0] : undefined;
  const named = article.title ?? meta.get('og:title') ?? heading ?? lone ?? meta.get('twitter:title') ?? title;
  return named === undefined ? undefined : withoutSite(named, publisher);
}

/** "Ministers meet | Example Press" -> "Ministers meet", when the page says that its site is called so. */
function withoutSite(title: string, publisher: string | undefined): string {
  const match = /^(.+?)\s+[|–—·»:-]+\s+([^|–—·»]+)$/.exec(title);
  if (!match?.[1] || !match[2] || publisher === undefined) return title;
  return comparable(match[2]) === comparable(publisher) ? match[1] : title;
}

function readAuthor(page: HtmlPage, article: JsonLdArticle, meta: ReadonlyMap<string, string>): string | undefined {
  const named = [
    article.byline,
    meta.get('author'),
    meta.get('article:author'),
    meta.get('dc.creator'),
    clean(page.querySelector('[itemprop~="author"], [rel~="author"]')?.textContent),
  ];
  const author = named.find((each) => each !== undefined && !/^https?:|@/.test(each) && each.length <= 120);
  return author?.replace(/^by:?\s+/i, '');
}

function readDates(page: HtmlPage, article: JsonLdArticle, meta: ReadonlyMap<string, string>): string[] {
  const marked = [
    ...page.querySelectorAll('time[itemprop~="datePublished"], time[pubdate], [itemprop~="datePublished"]'),
  ];
  // Without a mark, a <time> is the article's own only when the page has no other.
  const times = [...page.querySelectorAll('time')].map(timeOf).filter((each) => each !== undefined);
  const lone = new Set(times.map((each) => each.slice(0, 10))).size === 1 ? times.slice(0, 1) : [];
  return [article.date, ...DATE_META.map((name) => meta.get(name)), ...marked.map(timeOf), ...lone].filter(
    (each) => each !== undefined,
  );
}

const timeOf = (element: HtmlElement): string | undefined =>
  clean(element.getAttribute('datetime')) ?? clean(element.getAttribute('content')) ?? clean(element.textContent);

const attribute = (page: HtmlPage, selector: string, name: string): string | undefined =>
  clean(page.querySelector(selector)?.getAttribute(name));

const clean = (value: string | null | undefined): string | undefined =>
  collapseSpace(decodeEntities(value ?? '')) || undefined;

const isWebAddress = (value: string | undefined): boolean => /^https?:\/\/\S+$/i.test(value ?? '');
