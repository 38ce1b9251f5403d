import type { Diagnostic } from '../model/diagnostic.ts';
import { assembleArticle, emptyFinding, readDateField } from './assemble.ts';
import { cleanCharacters } from './clean-text.ts';
import { parseDate } from './date.ts';
import { blockText, mainText, parsePage, removeHidden, removeSurroundings } from './html-dom.ts';
import { type PageMeta, readPageMeta } from './html-meta.ts';
import { measureHtml, stripTags } from './html-tags.ts';
import { DEFAULT_LIMITS, finding, type Ingested, type IngestLimits, type SourceMeta, tooLarge } from './ingested.ts';
import { splitParagraphs } from './paragraphs.ts';
import { describeRepairs } from './text.ts';

/** Less text than this from Readability counts as nothing found, and the whole page is read instead. */
const TOO_SHORT = 80;

/**
 * An HTML page -> one article, or none with a diagnostic that says why. What the page declares (JSON-LD, Open Graph, meta, `<time>`) gives title,
 * byline, date, publisher, address, language and licence; the body is what Readability takes for the story.
 */
export function readHtml(html: string, meta: SourceMeta = {}, limits: IngestLimits = DEFAULT_LIMITS): Ingested {
  const place = meta.origin;
  if (html.length > limits.htmlChars)
    return { articles: [], diagnostics: [tooLarge('page', html.length, limits.htmlChars, place)] };
  const cleaned = cleanCharacters(html);
  const diagnostics: Diagnostic[] = describeRepairs(cleaned.repairs, place);
  const page = readPage(cleaned.text, limits, diagnostics, place);
  const paragraphs = splitParagraphs(cleanCharacters(page.text).text);
  if (paragraphs.length === 0) return { articles: [], diagnostics: [...diagnostics, emptyFinding(place)] };
  const known: SourceMeta = {
    ...meta,
    title: meta.title || page.meta.title,
    publishedOn: meta.publishedOn || pageDate(page.meta, diagnostics, place),
    byline: meta.byline || page.meta.byline,
    publisher: meta.publisher || page.meta.publisher,
    url: meta.url || page.meta.url,
    language: meta.language || page.meta.language,
    license: meta.license || page.meta.license,
  };
  const read = assembleArticle(paragraphs, known, limits);
  const id = read.articles[0]?.id;
  const own = diagnostics.map((each) => (id === undefined ? each : { ...each, article: id }));
  return { articles: read.articles, diagnostics: [...own, ...read.diagnostics] };
}

interface ReadPage {
  readonly meta: PageMeta;
  readonly text: string;
}

const NO_META: PageMeta = { dates: [], brokenJsonLd: false };

function readPage(html: string, limits: IngestLimits, diagnostics: Diagnostic[], place: string | undefined): ReadPage {
  const size = measureHtml(html, { depth: limits.htmlDepth, pieces: limits.htmlPieces });
  if (size.depth > limits.htmlDepth || size.pieces > limits.htmlPieces) {
    const why =
      size.depth > limits.htmlDepth
        ? `Elements of this page lie more than ${limits.htmlDepth} deep in each other`
        : `This page has more than ${limits.htmlPieces} tags`;
    const message = `${why}, so it was not parsed and only its tags were removed. Check the text, or save the page as text.`;
    diagnostics.push(finding('warning', 'html-too-complex', message, place));
    return { meta: NO_META, text: stripTags(html) };
  }
  try {
    const page = parseAndRead(html);
    if (page.meta.brokenJsonLd) {
      diagnostics.push(
        finding('note', 'json-ld', 'The JSON-LD of this page is not valid JSON and was not used.', place),
      );
    }
    return page;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 100) : 'unknown';
    const message = `This page could not be parsed (${reason}), so only its tags were removed. Check the text, or save the page as text.`;
    diagnostics.push(finding('warning', 'html-unparsed', message, place));
    return { meta: NO_META, text: stripTags(html) };
  }
}

function parseAndRead(html: string): ReadPage {
  const page = parsePage(html);
  const meta = readPageMeta(page);
  removeHidden(page);
  const everything = page.body ? blockText(page.body) : '';
  removeSurroundings(page);
  const withoutSurroundings = page.body ? blockText(page.body) : '';
  const found = mainText(page);
  const texts = [found, meta.body ?? '', withoutSurroundings, everything];
  return {
    meta,
    text: texts.find((text) => text.trim().length >= TOO_SHORT) ?? texts.find((text) => text.trim() !== '') ?? '',
  };
}

/** The first date that can be read; when there is none, a diagnostic about the first one that is printed. */
function pageDate(meta: PageMeta, diagnostics: Diagnostic[], place: string | undefined): string | undefined {
  const readable = meta.dates.find((each) => parseDate(each) !== undefined);
  return readDateField(readable ?? meta.dates[0], diagnostics, place);
}
