import type { Diagnostic } from '../model/diagnostic.ts';
import { assembleArticle, emptyFinding, readDateField } from './assemble.ts';
import { type CharacterRepairs, cleanCharacters } from './clean-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { DEFAULT_LIMITS, finding, type Ingested, type IngestLimits, type SourceMeta, tooLarge } from './ingested.ts';
import { splitParagraphs } from './paragraphs.ts';

/**
 * Plain text -> one article, or none with a diagnostic that says why. Understands a block of fields at the top ("Title: …", "Date: …"), a
 * headline, a byline, an agency's dateline, hard-wrapped lines, and the navigation that comes with text copied from a page.
 * Reading `article.text` again under the same title gives the same text.
 */
export function readText(text: string, meta: SourceMeta = {}, limits: IngestLimits = DEFAULT_LIMITS): Ingested {
  if (text.length > limits.articleChars) {
    return { articles: [], diagnostics: [tooLarge('text', text.length, limits.articleChars, meta.origin)] };
  }
  const cleaned = cleanCharacters(text);
  const diagnostics: Diagnostic[] = describeRepairs(cleaned.repairs, meta.origin);
  const { fields, body } = readFrontMatter(cleaned.text);
  const date = meta.publishedOn || readDateField(fields.date, diagnostics, meta.origin);
  const paragraphs = splitParagraphs(body);
  if (paragraphs.length === 0) return { articles: [], diagnostics: [...diagnostics, emptyFinding(meta.origin)] };
  const known: SourceMeta = {
    ...meta,
    publishedOn: date,
    id: meta.id || fields.id,
    title: meta.title || fields.title,
    publisher: meta.publisher || fields.publisher,
    url: meta.url || fields.url,
    byline: meta.byline || fields.byline,
    language: meta.language || fields.language,
    license: meta.license || fields.license,
  };
  const read = assembleArticle(paragraphs, known, limits);
  const id = read.articles[0]?.id;
  const own = diagnostics.map((each) => (id === undefined ? each : { ...each, article: id }));
  return { articles: read.articles, diagnostics: [...own, ...read.diagnostics] };
}

/** Diagnostics for characters that had to be mended. */
export function describeRepairs(repairs: CharacterRepairs, place: string | undefined): Diagnostic[] {
  const found: Diagnostic[] = [];
  const times = (count: number) => `${count} character${count === 1 ? '' : 's'}`;
  if (repairs.controls > 0) {
    const message = `${times(repairs.controls)} that cannot be printed (control characters) were removed. Look at the source if words are missing.`;
    found.push(finding('note', 'control-characters', message, place));
  }
  if (repairs.surrogates > 0) {
    const message = `${times(repairs.surrogates)} of half a pair (lone surrogates) became U+FFFD. Save the source again as UTF-8.`;
    found.push(finding('warning', 'lone-surrogates', message, place));
  }
  return found;
}
