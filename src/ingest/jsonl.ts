import { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { emptyFinding, readDateField } from './assemble.ts';
import {
  DEFAULT_LIMITS,
  finding,
  type Ingested,
  type IngestLimits,
  type ReadArticle,
  type SourceMeta,
} from './ingested.ts';
import { readText } from './text.ts';

const optionalText = z.string().nullish();

/** One article in JSON; other fields are ignored. */
const articleRecord = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: optionalText,
  text: z.string(),
  date: optionalText,
  url: optionalText,
  publisher: optionalText,
  language: optionalText,
  license: optionalText,
  byline: optionalText,
});

/** So many bad lines are named one by one; the rest is only counted. */
const MOST_BAD_LINES = 20;

/**
 * JSON Lines, a JSON array or a single JSON object -> articles. A line that is no article is a diagnostic with its line number, and reading goes on.
 * Ids may repeat; `createArticleRegistry` makes them unique.
 */
export function readJsonl(text: string, meta: SourceMeta = {}, limits: IngestLimits = DEFAULT_LIMITS): Ingested {
  const source = text.replace(/^\ufeff/, '');
  if (source.trim() === '') return { articles: [], diagnostics: [emptyFinding(meta.origin)] };
  const values = wholeDocument(source) ?? linesOf(source);
  const articles: ReadArticle[] = [];
  const diagnostics: Diagnostic[] = [];
  let bad = 0;
  for (const { value, problem, place } of values) {
    const origin = `${meta.origin ?? 'input'}${place}`;
    const read = problem
      ? { articles: [], diagnostics: [badLine(problem, origin)] }
      : readRecord(value, { ...meta, origin }, limits);
    const failed = read.diagnostics.some((each) => each.code === 'ingest/bad-line');
    if (failed) bad++;
    if (!failed || bad <= MOST_BAD_LINES) diagnostics.push(...read.diagnostics);
    articles.push(...read.articles);
  }
  if (bad > MOST_BAD_LINES) {
    const message = `${bad - MOST_BAD_LINES} more lines are no articles. Check that the file is JSON Lines: one JSON object a line.`;
    diagnostics.push(finding('error', 'bad-lines', message, meta.origin));
  }
  return { articles, diagnostics };
}

interface JsonValue {
  readonly value?: unknown;
  readonly problem?: string;
  /** `:12` for a line, `[3]` for an element of an array, empty for a whole document. */
  readonly place: string;
}

/** An array or an object that is the whole text; undefined when the text is lines. */
function wholeDocument(source: string): JsonValue[] | undefined {
  const start = source.trimStart();
  const firstLine = start.slice(0, start.indexOf('\n') < 0 ? start.length : start.indexOf('\n'));
  const isLine = start.startsWith('{') && 'value' in parseJson(firstLine);
  if (isLine && start.trimEnd() !== firstLine.trimEnd()) return undefined;
  const parsed = parseJson(source);
  if (Array.isArray(parsed.value)) return parsed.value.map((value, i) => ({ value, place: `[${i}]` }));
  if ('value' in parsed) return [{ ...parsed, place: ':1' }];
  // A document over several lines that breaks somewhere is one error, not an error for each of its lines.
  return /^(?:\[\s*(?:\{|$)|\{\s*$)/m.test(firstLine) ? [{ problem: parsed.problem ?? '', place: '' }] : undefined;
}

function linesOf(source: string): JsonValue[] {
  return source
    .split(/\r\n|\n|\r/)
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ ...parseJson(line), place: `:${i + 1}` }]));
}

function parseJson(text: string): { readonly value?: unknown; readonly problem?: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    // The runtimes word their messages differently; only the position is worth telling.
    const position = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    return {
      problem: position === undefined ? 'not valid JSON' : `not valid JSON, at character ${Number(position) + 1}`,
    };
  }
}

function readRecord(value: unknown, meta: SourceMeta, limits: IngestLimits): Ingested {
  const parsed = articleRecord.safeParse(value);
  const origin = meta.origin ?? 'input';
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`);
    return { articles: [], diagnostics: [badLine(problems.join('; '), origin)] };
  }
  const { id, title, text, date, url, publisher, language, license, byline } = parsed.data;
  const diagnostics: Diagnostic[] = [];
  const publishedOn = readDateField(date ?? undefined, diagnostics, origin);
  const read = readText(
    text,
    {
      ...meta,
      id: id === null || id === undefined ? undefined : String(id),
      title: title || meta.title,
      publishedOn: publishedOn ?? meta.publishedOn,
      url: url || meta.url,
      publisher: publisher || meta.publisher,
      language: language || meta.language,
      license: license || meta.license,
      byline: byline || meta.byline,
    },
    limits,
  );
  return { articles: read.articles, diagnostics: [...diagnostics, ...read.diagnostics] };
}

const badLine = (problem: string, place: string): Diagnostic =>
  finding(
    'error',
    'bad-line',
    `This is no article (${problem}). Each line must be one JSON object with at least "text"; also known: id, title, date, url, publisher, language, license, byline.`,
    place,
  );
