/** What ingest reads, and two formats that it only knows by name to say so. */
export type SourceFormat = 'text' | 'html' | 'json' | 'jsonl' | 'feed' | 'table';

const BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  rss: 'feed',
  atom: 'feed',
  csv: 'table',
  tsv: 'table',
};

/** Extensions of files that are read when a whole folder is given. */
export const READ_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION).filter(
  (extension) => !['feed', 'table'].includes(BY_EXTENSION[extension] ?? ''),
);

/** Lower-case extension of a file name without the dot; empty when there is none. */
export const extensionOf = (name: string): string => /[^/\\]\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The format of a source by its name and the beginning of its text: HTML and feeds show themselves, for the rest the extension counts. */
export function detectFormat(name: string, text: string): SourceFormat {
  const head = text.slice(0, 4096).trimStart();
  if (/^(?:<!--[\s\S]*?-->\s*)?(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(head)) return 'html';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(head)) return 'feed';
  if (/^<\?xml[^>]*>[\s\S]{0,300}<html[\s>]/i.test(head)) return 'html';
  const known = BY_EXTENSION[extensionOf(name)];
  if (known !== undefined && known !== 'text') return known;
  if (/^\{\s*"/.test(head)) return 'jsonl';
  if (/^\[\s*\{\s*"/.test(head)) return 'json';
  if (known === 'text') return known;
  return (head.match(/<\/?(?:p|div|article|section|h[1-6]|br|span|a|li|ul|table)(?:\s[^<>]*)?\/?>/gi)?.length ?? 0) >= 3
    ? 'html'
    : 'text';
}
