import type { Diagnostic } from '../model/diagnostic.ts';
import { type ArticleRegistry, createArticleRegistry } from './article-id.ts';
import { emptyFinding } from './assemble.ts';
import { type DecodeHint, decode } from './decode.ts';
import { detectFormat, type SourceFormat } from './format.ts';
import { readHtml } from './html.ts';
import {
  DEFAULT_LIMITS,
  finding,
  type Ingested,
  type IngestLimits,
  type ReadArticle,
  type SourceMeta,
  tooLarge,
} from './ingested.ts';
import { readJsonl } from './jsonl.ts';
import { readText } from './text.ts';

export interface ReadOptions {
  /** What is known beforehand; `origin` is the name of the source unless it says otherwise. */
  readonly meta?: SourceMeta;
  /** What the transport says about the encoding. */
  readonly encoding?: string;
  /** Shared by everything that is to have unique ids; without it only this source is looked at. */
  readonly registry?: ArticleRegistry;
  readonly limits?: IngestLimits;
}

/** So much of a source is looked at to find its format. */
const HEAD_BYTES = 8192;

/**
 * One source of any known format -> its articles, with unique ids. Too large and binary sources are refused before they are decoded.
 * @param name file name or address; its extension helps to tell the format.
 */
export function readSource(bytes: Uint8Array, name: string, options: ReadOptions = {}): Ingested {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const meta = { ...options.meta, origin: options.meta?.origin ?? name };
  const hint: DecodeHint = { origin: meta.origin, encoding: options.encoding };
  const refuse = (diagnostic: Diagnostic): Ingested => ({ articles: [], diagnostics: [diagnostic] });
  if (bytes.length > limits.fileBytes) return refuse(tooLarge('file', bytes.length, limits.fileBytes, meta.origin));
  if (bytes.length === 0) return refuse(emptyFinding(meta.origin));
  const head = decode(bytes.subarray(0, HEAD_BYTES), hint);
  if (head.encoding === 'binary') return { articles: [], diagnostics: head.diagnostics };
  const format = detectFormat(name, head.text);
  const limit = decodedLimit(format, limits) * bytesPerChar(head.encoding);
  if (bytes.length > limit)
    return refuse(tooLarge(format === 'html' ? 'page' : 'text', bytes.length, limit, meta.origin));
  const decoded = decode(bytes, hint);
  const read = readFormat(format, decoded.text, meta, limits);
  const admitted = admitAll(read.articles, options.registry ?? createArticleRegistry());
  return {
    articles: admitted.articles,
    diagnostics: [...decoded.diagnostics, ...read.diagnostics, ...admitted.diagnostics],
  };
}

function readFormat(format: SourceFormat, text: string, meta: SourceMeta, limits: IngestLimits): Ingested {
  switch (format) {
    case 'text':
      return readText(text, meta, limits);
    case 'html':
      return readHtml(text, meta, limits);
    case 'json':
    case 'jsonl':
      return readJsonl(text, meta, limits);
    case 'feed':
    case 'table': {
      const what = format === 'feed' ? 'an RSS or Atom feed' : 'a table (CSV or TSV)';
      const message = `This is ${what}, which is not read. Turn it into JSON Lines: one object a line with "text" and, if known, title, date, url, publisher.`;
      return { articles: [], diagnostics: [finding('error', 'unsupported', message, meta.origin)] };
    }
  }
}

/** A file of many articles may have the size of a file; text and pages are one article. */
function decodedLimit(format: SourceFormat, limits: IngestLimits): number {
  if (format === 'text') return limits.articleChars;
  return format === 'html' ? limits.htmlChars : limits.fileBytes;
}

const bytesPerChar = (encoding: string): number =>
  encoding.startsWith('utf-32') ? 4 : encoding.startsWith('utf-16') ? 2 : 1;

function admitAll(articles: readonly ReadArticle[], registry: ArticleRegistry): Ingested {
  const results = articles.map((article) => registry.admit(article));
  return {
    articles: results.flatMap((each) => each.article ?? []),
    diagnostics: results.flatMap((each) => each.diagnostics),
  };
}
