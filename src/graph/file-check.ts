import type { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ArticleRecord } from './attributes.ts';
import { articleRecord } from './file-schema.ts';

/** Most findings that are listed one by one; a file broken in one way is broken in it a thousand times. */
const MAX_FINDINGS = 20;

export interface Findings {
  add(code: Diagnostic['code'], message: string, place?: string): void;
  count(): number;
  list(): Diagnostic[];
}

export function createFindings(): Findings {
  const found: Diagnostic[] = [];
  let total = 0;
  return {
    add(code, message, place) {
      total++;
      if (found.length >= MAX_FINDINGS) return;
      found.push({ code, severity: 'error', message, ...(place === undefined ? {} : { place }) });
    },
    count: () => total,
    list: () =>
      total > found.length
        ? [...found, { code: 'graph/more', severity: 'error', message: `and ${total - found.length} more` }]
        : [...found],
  };
}

/** Checks a list of nodes or edges; items that fail or repeat a key are left out and reported. */
export function checkLines<T extends { readonly key: string }>(
  value: unknown,
  name: 'nodes' | 'edges',
  schema: z.ZodType<T>,
  findings: Findings,
): T[] {
  if (!Array.isArray(value)) {
    findings.add('graph/invalid', `"${name}" is not a list; the file was cut or edited`, name);
    return [];
  }
  const lines: T[] = [];
  const seen = new Set<string>();
  value.forEach((item: unknown, index) => {
    const place = placeOf(name, index, item);
    const result = schema.safeParse(item);
    if (!result.success) report(result.error, place, findings);
    else if (name === 'nodes' && isReserved(result.data.key)) {
      findings.add('graph/reserved-key', 'no node may be called that; node keys are like "country:FRA"', place);
    } else if (seen.has(result.data.key)) {
      findings.add(`graph/duplicate-${name === 'nodes' ? 'node' : 'edge'}`, 'its key stands twice; remove one', place);
    } else {
      seen.add(result.data.key);
      lines.push(result.data);
    }
  });
  return lines;
}

/** graphology keeps neighbours in plain objects: a node called `__proto__` or `constructor` would write into every object there is. */
const isReserved = (key: string): boolean => key in Object.prototype;

export function checkArticles(value: unknown, findings: Findings): Record<string, ArticleRecord> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    findings.add(
      'graph/invalid',
      '"articles" is not a table of articles by id; the file was cut or edited',
      'articles',
    );
    return {};
  }
  const records: [string, ArticleRecord][] = [];
  for (const [id, item] of Object.entries(value)) {
    const result = articleRecord.safeParse(item);
    if (result.success) records.push([id, result.data]);
    else report(result.error, `articles["${id}"]`, findings);
  }
  // fromEntries defines own fields, so that an id such as `__proto__` stays a plain key.
  return Object.fromEntries(records);
}

function placeOf(name: string, index: number, item: unknown): string {
  const key = typeof item === 'object' && item !== null ? (item as { key?: unknown }).key : undefined;
  return typeof key === 'string' ? `${name}[${index}] (${key})` : `${name}[${index}]`;
}

/** One finding a broken item: its first fault is enough to mend it. */
function report(error: z.ZodError, place: string, findings: Findings): void {
  const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  if (issues.some(({ path }) => path === 'attributes.x' || path === 'attributes.y')) {
    findings.add('graph/no-position', 'it has no position (x and y, numbers); build the graph again', place);
    return;
  }
  const first = issues[0];
  findings.add('graph/invalid', first ? `${first.path || 'item'}: ${first.message}` : 'broken', place);
}
