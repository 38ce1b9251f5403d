import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Compiled, compile } from './compile.ts';
import type { Knowledge } from './knowledge.ts';
import type { Layer } from './layer.ts';
import { lintKnowledge } from './lint.ts';
import { readDataFolder } from './load.node.ts';
import { OFF_FILE } from './switched-off.ts';
import { readTextBytes } from './text-file.node.ts';
import { parseTsv } from './tsv.ts';

/** The built-in knowledge with folders of the user's own over it, and everything that is wrong in them. */
export interface OwnKnowledge extends Compiled {
  /** How many rows of the user's own there are, and how many are switched off. */
  readonly counts: Readonly<Record<'frames' | 'actors' | 'words' | 'off', number>>;
}

/**
 * Compiles `data/` with folders of the user's own over it and lints the result. Folders that are not there, files of other kinds and rows that
 * contradict others are errors among the diagnostics.
 * @param dirs the uppermost last
 */
export async function loadOwnKnowledge(dataDir: string, dirs: readonly string[]): Promise<OwnKnowledge> {
  const [raw, ...folders] = await Promise.all([readDataFolder(dataDir), ...dirs.map(readOwnFolder)]);
  const compiled = compile(
    raw,
    folders.map((f) => f.layer),
  );
  const labels = folders.map((f) => f.layer.label);
  const isOwn = ({ place = '' }: Diagnostic): boolean =>
    labels.some((label) => place === label || place.startsWith(`${label}/`));
  const unread = [...folders.flatMap((f) => f.diagnostics), ...compiled.diagnostics];
  // Rows that were left out would give rise to findings that lead astray.
  const found = unread.some(isOwn) ? unread : [...unread, ...lint(compiled)];
  const before = new Set(found.every(isOwn) ? [] : findingsOf(compile(raw)).map(toLine));
  // What an own row breaks elsewhere is said of the built-in row that no longer fits.
  const diagnostics = found.flatMap((d) =>
    isOwn(d) ? [d] : before.has(toLine(d)) ? [] : [{ ...d, place: `built-in ${d.place}` }],
  );
  const off = folders.reduce((n, { layer }) => n + parseTsv(layer.raw.get(OFF_FILE) ?? '').rows.length, 0);
  return { ...compiled, diagnostics, counts: { ...countOwn(compiled.knowledge, compiled.own), off } };
}

const lint = ({ knowledge, places, own }: Compiled): readonly Diagnostic[] => lintKnowledge(knowledge, places, own);
const findingsOf = (compiled: Compiled): readonly Diagnostic[] => [...compiled.diagnostics, ...lint(compiled)];

const toLine = (d: Diagnostic): string => `${d.place}: ${d.message}`;

function countOwn(knowledge: Knowledge, own: ReadonlySet<string>): Omit<OwnKnowledge['counts'], 'off'> {
  const { countries, places, organizations, people } = knowledge;
  const frames = new Set(knowledge.frames.flatMap((f) => (own.has(f.id) ? [f.id] : []))).size;
  const actors = [countries, places, organizations, people].flat().filter((r) => own.has(r.id)).length;
  return { frames, actors, words: own.size - frames - actors };
}

/** Files of a folder that are about it, not of it. */
const BESIDE = ['**/*.md', '**/*~', '**/LICEN[CS]E*', '**/COPYING*'];

interface OwnFolder {
  readonly layer: Layer;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all files of a folder but hidden ones, `*.md` and licences. Files that are no UTF-8 text are errors and left out. */
export async function readOwnFolder(dir: string): Promise<OwnFolder> {
  const label = dir.replace(/(?<=.)[/\\]+$/, '');
  const diagnostics: Diagnostic[] = [];
  const raw = new Map<string, string>();
  const problem = (place: string, message: string): void => {
    diagnostics.push({ code: 'knowledge/unreadable', severity: 'error', place, message });
  };
  const info = await stat(dir).catch(() => undefined);
  if (!info?.isDirectory()) problem(label, info ? 'this is no folder' : 'there is no such folder');
  else {
    const files = (await glob(['**/*'], { cwd: dir, ignore: BESIDE })).sort();
    if (files.length === 0) problem(label, 'the folder has no file that Dragoman reads: see data/README.md');
    for (const file of files) {
      const text = await readText(join(dir, file), (line, message) => problem(`${label}/${file}${line}`, message));
      if (text !== undefined) raw.set(file, text);
    }
  }
  return { layer: { label, raw }, diagnostics };
}

type Complain = (line: `:${number}` | '', message: string) => void;

async function readText(file: string, problem: Complain): Promise<string | undefined> {
  const bytes = await readTextBytes(file);
  const line = typeof bytes === 'string' ? undefined : badLine(bytes);
  if (typeof bytes === 'string' || line !== undefined) {
    if (typeof bytes === 'string') problem('', bytes);
    else problem(`:${line ?? 1}`, 'this line is not UTF-8: save the file as UTF-8');
    return undefined;
  }
  const text = bytes.toString('utf8');
  text.split('\n').forEach((content, i) => {
    const [hidden] = HIDDEN.exec(content) ?? [];
    if (hidden !== undefined)
      problem(`:${i + 1}`, `there is a character that no editor shows (${codePoint(hidden)}): delete it`);
  });
  return text;
}

// All control characters but tab and line end, zero-width and non-breaking spaces; a byte order mark may begin a file.
const HIDDEN = /[^\P{Cc}\t\r]|(?<!^)\uFEFF|[\u200B-\u200F\u00A0\u2028\u2029\uFFFD]/u;
const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first line that is no UTF-8. */
function badLine(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isBad = (part: Uint8Array): boolean => {
    try {
      decoder.decode(part);
      return false;
    } catch {
      return true;
    }
  };
  if (!isBad(bytes)) return undefined;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    if (isBad(bytes.subarray(start, end < 0 ? bytes.length : end))) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return line;
}
