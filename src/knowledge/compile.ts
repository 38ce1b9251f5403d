import { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type FrameRow, parseFrames } from './frame.ts';
import {
  COLUMNS,
  toAgent,
  toCountry,
  toIrregularForm,
  toOrganization,
  toPerson,
  toPlace,
  toTitle,
} from './gazetteer.ts';
import type { EventTypeSpec, Frame, Knowledge, RelationSpec } from './knowledge.ts';
import { createReader, type Reader, type RowPlaces } from './reader.ts';
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

/** File name relative to `data/` -> content. */
export type RawData = ReadonlyMap<string, string>;

export interface Compiled {
  readonly knowledge: Knowledge;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each row and frame stands, for messages of later checks. */
  readonly places: RowPlaces;
}

const NO_EVENT_NOUNS = { events: {}, transparent: [], pointing: [], issues: [] };

/** Compiles the text files of `data/` into one plain record; what is wrong in them comes back as diagnostics that name file and line. */
export function compile(raw: RawData): Compiled {
  const reader = createReader(raw);
  const relations = reader.yaml('ontology/relations.yaml', relationsFile)?.relations ?? [];
  const reporting = reader.yaml('lexicon/en/reporting.yaml', reportingFile);
  const eventTypes = readEventTypes(reader, raw);
  const knowledge: Knowledge = {
    format: 'dragoman-knowledge',
    version: 1,
    ...readGazetteer(reader),
    ambiguous: reader.yaml('gazetteer/ambiguous.yaml', ambiguousFile)?.names ?? [],
    agents: reader.table('lexicon/en/agents.tsv', COLUMNS.agents).map((r) => toAgent(r.cells)),
    titles: reader.table('lexicon/en/titles.tsv', COLUMNS.titles).map((r) => toTitle(r.cells)),
    frames: readFrames(reader, raw, relations),
    relations,
    eventTypes,
    sectors: reader.yaml('ontology/sectors.yaml', sectorsFile) ?? {},
    reporting: reporting?.verbs ?? [],
    reportingPhrases: reporting?.phrases ?? [],
    reportingNouns: reporting?.nouns ?? [],
    modality: reader.yaml('lexicon/en/modality.yaml', modalityFile) ?? [],
    supportVerbs: reader.yaml('lexicon/en/support-verbs.yaml', supportFile) ?? [],
    eventNouns: reader.yaml('lexicon/en/event-nouns.yaml', eventNounsFile) ?? NO_EVENT_NOUNS,
    time: reader.yaml('lexicon/en/time.yaml', z.record(z.string(), z.unknown())) ?? {},
    abbreviations: reader.lines('lexicon/en/abbreviations.txt'),
    lemmas: reader.table('lexicon/en/lemmas.tsv', COLUMNS.lemmas).map((r) => toIrregularForm(r.cells)),
    goldstein: readGoldstein(reader),
  };
  return { knowledge, diagnostics: reader.diagnostics, places: reader.places };
}

function readGazetteer(reader: Reader): Pick<Knowledge, 'countries' | 'places' | 'organizations' | 'people'> {
  return {
    countries: reader.records('gazetteer/countries.tsv', COLUMNS.countries, toCountry),
    places: reader.records('gazetteer/places.tsv', COLUMNS.places, toPlace),
    organizations: ['organizations', 'groups', 'media'].flatMap((name) =>
      reader.records(`gazetteer/${name}.tsv`, COLUMNS.organizations, toOrganization),
    ),
    people: reader.records('gazetteer/people.tsv', COLUMNS.people, toPerson),
  };
}

const FRAME_FILE = /^lexicon\/en\/frames\/([^/]+)\.tsv$/;

function readFrames(reader: Reader, raw: RawData, relations: readonly RelationSpec[]): Frame[] {
  const classes = readClasses(reader);
  const byId = new Map(relations.map((r) => [r.id, r]));
  const frames: Frame[] = [];
  const seen = new Map<string, string>();
  for (const file of [...raw.keys()].sort()) {
    const type = FRAME_FILE.exec(file)?.[1] as Frame['type'] | undefined;
    if (!type) continue;
    for (const { line, cells } of reader.table(file, COLUMNS.frames)) {
      const place = `${file}:${line}`;
      const row = toFrameRow(type, cells);
      const key = `${row.pos} ${row.frame}`;
      const read = parseFrames(row, classes);
      if (typeof read === 'string') reader.problem(place, `${read} (in "${row.frame}")`);
      else if (type !== 'NONE' && byId.get(row.relation)?.event !== type)
        reader.problem(place, `relation "${row.relation}" is not one of ${type}`);
      else if (seen.has(key)) reader.problem(place, `the frame stands in ${seen.get(key)} too`);
      else {
        seen.set(key, place);
        for (const frame of read) reader.places.set(frame.id, place);
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
    for (const [name, members] of Object.entries(reader.yaml(file, classesFile)?.classes ?? {})) {
      if (classes.has(name)) reader.problem(file, `word class "${name}" is defined twice`);
      classes.set(name, members);
    }
  }
  return classes;
}

function readEventTypes(reader: Reader, raw: RawData): EventTypeSpec[] {
  return [...raw.keys()]
    .filter((f) => /^ontology\/events\/[^/]+\.yaml$/.test(f))
    .sort()
    .flatMap((file) => {
      const spec = reader.yaml(file, eventFile);
      if (!spec) return [];
      if (!file.endsWith(`/${spec.type}.yaml`))
        reader.problem(file, `the file is named otherwise than its type "${spec.type}"`);
      return [spec];
    });
}

function readGoldstein(reader: Reader): Record<string, number> {
  const values: Record<string, number> = {};
  const file = 'ontology/goldstein.tsv';
  for (const { line, cells } of reader.table(file, COLUMNS.goldstein)) {
    const [code, value] = [cells['cameo'] ?? '', Number(cells['goldstein'] || Number.NaN)];
    if (!/^\d{2,4}$/.test(code)) reader.problem(`${file}:${line}`, `"${code}" is no CAMEO code`);
    else if (code in values) reader.problem(`${file}:${line}`, `CAMEO code ${code} stands here twice`);
    else if (!(Math.abs(value) <= 10))
      reader.problem(`${file}:${line}`, `"${cells['goldstein']}" is no number from -10 to 10`);
    else values[code] = value;
  }
  return values;
}
