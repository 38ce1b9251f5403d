import { parse } from 'yaml';
import { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type FrameRow, parseFrames } from './frame.ts';
import { readAgents, readCountries, readOrganizations, readPeople, readPlaces, readTitles } from './gazetteer.ts';
import type { EventTypeSpec, Frame, Knowledge, RelationSpec } from './knowledge.ts';
import {
  ambiguousFile,
  classesFile,
  eventFile,
  eventNounsFile,
  modalityFile,
  relationsFile,
  reportingFile,
  sectorsFile,
  supportFile,
} from './schemas.ts';
import { parseTsv } from './tsv.ts';

/** File name relative to `data/` -> content. */
export type RawData = ReadonlyMap<string, string>;

export interface Compiled {
  readonly knowledge: Knowledge;
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects findings while files are read, so that one run names them all. */
interface Reader {
  readonly raw: RawData;
  readonly diagnostics: Diagnostic[];
}

/** Compiles the text files of `data/` into one plain record; what is wrong in them comes back as diagnostics that name file and line. */
export function compile(raw: RawData): Compiled {
  const reader: Reader = { raw, diagnostics: [] };
  const relations = readYaml(reader, 'ontology/relations.yaml', relationsFile)?.relations ?? [];
  const reporting = readYaml(reader, 'lexicon/en/reporting.yaml', reportingFile);
  const knowledge: Knowledge = {
    format: 'dragoman-knowledge',
    version: 1,
    countries: readCountries(text(reader, 'gazetteer/countries.tsv')),
    places: readPlaces(text(reader, 'gazetteer/places.tsv')),
    organizations: ['organizations', 'groups', 'media'].flatMap((f) =>
      readOrganizations(text(reader, `gazetteer/${f}.tsv`)),
    ),
    people: readPeople(text(reader, 'gazetteer/people.tsv')),
    ambiguous: readYaml(reader, 'gazetteer/ambiguous.yaml', ambiguousFile)?.names ?? [],
    agents: readAgents(text(reader, 'lexicon/en/agents.tsv')),
    titles: readTitles(text(reader, 'lexicon/en/titles.tsv')),
    frames: readFrames(reader, relations),
    relations,
    eventTypes: readEventTypes(reader),
    sectors: readYaml(reader, 'ontology/sectors.yaml', sectorsFile) ?? {},
    reporting: reporting?.verbs ?? [],
    reportingPhrases: reporting?.phrases ?? [],
    reportingNouns: reporting?.nouns ?? [],
    modality: readYaml(reader, 'lexicon/en/modality.yaml', modalityFile) ?? [],
    supportVerbs: readYaml(reader, 'lexicon/en/support-verbs.yaml', supportFile) ?? [],
    eventNouns: readYaml(reader, 'lexicon/en/event-nouns.yaml', eventNounsFile) ?? {
      events: {},
      transparent: [],
      pointing: [],
      issues: [],
    },
    time: readYaml(reader, 'lexicon/en/time.yaml', z.record(z.string(), z.unknown())) ?? {},
    abbreviations: lines(text(reader, 'lexicon/en/abbreviations.txt')),
    lemmas: parseTsv(text(reader, 'lexicon/en/lemmas.tsv')).rows.map((r) => [
      r.cells['form'] ?? '',
      r.cells['upos'] ?? '',
      r.cells['lemma'] ?? '',
    ]),
    goldstein: readGoldstein(text(reader, 'ontology/goldstein.tsv')),
  };
  return { knowledge, diagnostics: reader.diagnostics };
}

function problem(reader: Reader, place: string, message: string): void {
  reader.diagnostics.push({ code: 'knowledge/invalid', severity: 'error', place, message });
}

function text(reader: Reader, file: string): string {
  const found = reader.raw.get(file);
  if (found === undefined) problem(reader, file, 'the file is missing');
  return found ?? '';
}

const lines = (content: string): string[] =>
  content
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter((l) => l && !l.startsWith('#'));

function readYaml<T>(reader: Reader, file: string, schema: z.ZodType<T>): T | undefined {
  const content = text(reader, file);
  if (!content) return undefined;
  let value: unknown;
  try {
    value = parse(content);
  } catch (error) {
    problem(reader, file, error instanceof Error ? error.message : String(error));
    return undefined;
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues.slice(0, 20))
    problem(reader, `${file}: ${issue.path.join('.')}`, issue.message);
  return undefined;
}

function readFrames(reader: Reader, relations: readonly RelationSpec[]): Frame[] {
  const classes = readClasses(reader);
  const byId = new Map(relations.map((r) => [r.id, r]));
  const frames: Frame[] = [];
  const seen = new Map<string, string>();
  for (const [file, content] of [...reader.raw].sort()) {
    const type = /^lexicon\/en\/frames\/([A-Z]+)\.tsv$/.exec(file)?.[1] as Frame['type'] | undefined;
    if (!type) continue;
    for (const { line, cells } of parseTsv(content).rows) {
      const place = `${file}:${line}`;
      const row = toFrameRow(type, cells);
      const read = parseFrames(row, classes);
      const relation = row.relation ? byId.get(row.relation) : undefined;
      if (typeof read === 'string') problem(reader, place, `${read} (in "${row.frame}")`);
      else if (type !== 'NONE' && relation?.event !== type)
        problem(reader, place, `relation "${row.relation}" is not one of ${type}`);
      else if (seen.has(`${row.pos} ${row.frame}`))
        problem(reader, place, `the frame stands in ${seen.get(`${row.pos} ${row.frame}`)} too`);
      else {
        seen.set(`${row.pos} ${row.frame}`, place);
        frames.push(...read);
      }
    }
  }
  return frames;
}

const toFrameRow = (type: Frame['type'], cells: Readonly<Record<string, string>>): FrameRow => ({
  type,
  pos: cells['pos'] ?? '',
  frame: cells['frame'] ?? '',
  relation: cells['relation'] ?? '',
  mode: cells['mode'] ?? '',
  example: cells['example'] ?? '',
});

function readClasses(reader: Reader): Map<string, readonly string[]> {
  const classes = new Map<string, readonly string[]>();
  for (const file of ['lexicon/en/classes.yaml', 'lexicon/en/classes-coop.yaml']) {
    for (const [name, members] of Object.entries(readYaml(reader, file, classesFile)?.classes ?? {})) {
      if (classes.has(name)) problem(reader, file, `word class "${name}" is defined twice`);
      classes.set(name, members);
    }
  }
  return classes;
}

function readEventTypes(reader: Reader): EventTypeSpec[] {
  return [...reader.raw.keys()]
    .filter((f) => /^ontology\/events\/[A-Z]+\.yaml$/.test(f))
    .sort()
    .flatMap((f) => readYaml(reader, f, eventFile) ?? []);
}

function readGoldstein(content: string): Record<string, number> {
  return Object.fromEntries(parseTsv(content).rows.map((r) => [r.cells['cameo'] ?? '', Number(r.cells['goldstein'])]));
}
