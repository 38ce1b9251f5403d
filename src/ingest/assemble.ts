import type { Diagnostic } from '../model/diagnostic.ts';
import type { IsoDate } from '../model/time.ts';
import { articleId, safeId } from './article-id.ts';
import { cleanCharacters, collapseSpace } from './clean-text.ts';
import { readDate } from './date.ts';
import { finding, type Ingested, type IngestLimits, type ReadArticle, type SourceMeta, tooLarge } from './ingested.ts';
import { guessLanguage, normalizeLanguage } from './language-tag.ts';
import { type TidiedPage, tidyPage } from './tidy.ts';

/**
 * Paragraphs of a page -> the article: headline, byline, date, dateline and boilerplate are taken away, the rest is the text.
 * What `meta` says is never overruled by what the page says.
 */
export function assembleArticle(paragraphs: readonly string[], meta: SourceMeta, limits: IngestLimits): Ingested {
  const place = meta.origin;
  const page = tidyPage(paragraphs.map(collapseSpace).filter(Boolean), cleanLine(meta.title));
  const text = page.blocks.join('\n\n').normalize('NFC');
  if (text === '') return { articles: [], diagnostics: [emptyFinding(place)] };
  if (text.length > limits.articleChars) {
    return { articles: [], diagnostics: [tooLarge('article', text.length, limits.articleChars, place)] };
  }
  const diagnostics: Diagnostic[] = [];
  const publishedOn = publicationDate(page, meta, diagnostics);
  const language = normalizeLanguage(meta.language) ?? guessLanguage(text);
  if (!/^en\b/i.test(language)) diagnostics.push(notEnglish(language, place));
  if (page.dropped.length > 0) diagnostics.push(droppedLines(page.dropped, place));
  const read = { title: page.title, text, language, ...optional({ publishedOn, url: cleanLine(meta.url) }) };
  const given = cleanLine(meta.id);
  const id = safeId(given) || articleId(read);
  const changed = given !== '' && id !== given;
  if (changed) diagnostics.push(changedId(given, id, place));
  const article: ReadArticle = {
    id,
    ...read,
    ...optional({
      publisher: cleanLine(meta.publisher) || cleanLine(meta.fallback?.publisher),
      byline: cleanLine(meta.byline) || page.byline,
      license: cleanLine(meta.license),
    }),
    ...(page.dateline ? { dateline: page.dateline } : {}),
    ...optional({ origin: place, givenId: changed ? given : undefined }),
  };
  return { articles: [article], diagnostics: diagnostics.map((each) => ({ ...each, article: id })) };
}

/** What is given beats what the page prints, a date line beats a dateline, and the fallback comes last. */
const publicationDate = (page: TidiedPage, meta: SourceMeta, diagnostics: Diagnostic[]): IsoDate | undefined =>
  meta.publishedOn ||
  readDateField(page.dateText, diagnostics, meta.origin) ||
  fullDate(page.dateline?.date) ||
  meta.fallback?.publishedOn ||
  undefined;

/** The day a field names, or undefined with a diagnostic that says why not. */
export function readDateField(
  printed: string | undefined,
  diagnostics: Diagnostic[],
  place: string | undefined,
): IsoDate | undefined {
  if (printed === undefined || printed.trim() === '') return undefined;
  const reading = readDate(printed);
  if ('date' in reading) return reading.date;
  const shown = collapseSpace(printed).slice(0, 60);
  if (reading.problem === 'ambiguous') {
    const message = `The date "${shown}" can be read day first or month first, so it is left out. Write it as YYYY-MM-DD.`;
    diagnostics.push(finding('warning', 'date-ambiguous', message, place));
  } else {
    const why =
      reading.problem === 'no-day'
        ? 'names no day'
        : reading.problem === 'impossible'
          ? 'is no day of the calendar'
          : 'is not understood';
    diagnostics.push(
      finding(
        'warning',
        'date-unreadable',
        `The date "${shown}" ${why}, so it is left out. Write it as YYYY-MM-DD.`,
        place,
      ),
    );
  }
  return undefined;
}

export const emptyFinding = (place: string | undefined): Diagnostic =>
  finding(
    'warning',
    'empty',
    'There is no text here. Check that the right file was given and that it is not empty.',
    place,
  );

/** A dateline mostly has no year; then it dates nothing. */
function fullDate(printed: string | undefined): IsoDate | undefined {
  const reading = readDate(printed ?? '');
  return 'date' in reading ? reading.date : undefined;
}

const droppedLines = (dropped: readonly string[], place: string | undefined): Diagnostic => {
  const shown = dropped.slice(0, 3).map((line) => `"${line.slice(0, 40)}"`);
  const lines = dropped.length === 1 ? 'One line was' : `${dropped.length} lines were`;
  const message = `${lines} left out as navigation, credits or other headlines: ${shown.join(', ')}${dropped.length > 3 ? ', …' : ''}.`;
  return finding('note', 'boilerplate', message, place);
};

const changedId = (given: string, id: string, place: string | undefined): Diagnostic =>
  finding(
    'note',
    'id-changed',
    `The id "${given.slice(0, 80)}" has characters that ids cannot have; it is written "${id}".`,
    place,
  );

const notEnglish = (language: string, place: string | undefined): Diagnostic =>
  finding(
    'warning',
    'not-english',
    language === 'und'
      ? 'This text does not look like English, the only language that is read for now. Expect little from it, or translate it first.'
      : `This text says it is in "${language}"; only English is read for now. Expect little from it, or translate it first.`,
    place,
  );

const cleanLine = (value: string | undefined): string => collapseSpace(cleanCharacters(value ?? '').text);

/** Only the fields that have something in them: `exactOptionalPropertyTypes` tells absent from undefined. */
function optional<T extends Readonly<Record<string, string | undefined>>>(
  fields: T,
): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as {
    readonly [K in keyof T]?: string;
  };
}
