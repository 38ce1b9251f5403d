import { z } from 'zod';
import { hashFields } from '../base/hash.ts';
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
  toTowns,
} from './gazetteer.ts';
import type { EventTypeSpec, Frame, Knowledge, RelationSpec } from './knowledge.ts';
import type { Layer, LayeredRow, RawData } from './layer.ts';
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

export interface Compiled {
  readonly knowledge: Knowledge;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each row and frame stands, for messages of later checks. */
  readonly places: RowPlaces;
  /** Row ids, frame ids and `file: key` that come from folders of the user's own. */
  readonly own: ReadonlySet<string>;
}

const NO_EVENT_NOUNS = { events: {}, transparent: [], pointing: [], issues: [] };

/**
 * Compiles the text files of `data/` into one plain record; what is wrong in them comes back as diagnostics that name file and line.
 * @param over folders of the user's own, with any of the same files; their rows are added or replace those of the same key
 */
export function compile(raw: RawData, over: readonly Layer[] = []): Compiled {
  const reader = createReader(raw, over);
  const relations = reader.yaml('ontology/relations.yaml', relationsFile)?.relations ?? [];
  const reporting = reader.yaml('lexicon/en/reporting.yaml', reportingFile);
  const eventTypes = readEventTypes(reader);
  const knowledge: Knowledge = {
    format: 'dragoman-knowledge',
    version: 1,
    ...readGazetteer(reader),
    ambiguous: reader.yaml('gazetteer/ambiguous.yaml', ambiguousFile)?.names ?? [],
    agents: readWords(reader, 'lexicon/en/agents.tsv', COLUMNS.agents, toAgent),
    titles: readWords(reader, 'lexicon/en/titles.tsv', COLUMNS.titles, toTitle),
    frames: readFrames(reader, relations, new Set(eventTypes.map((t) => t.type))),
    relations,
    eventTypes,
    sectors: reader.yaml('ontology/sectors.yaml', sectorsFile) ?? {},
    reporting: reporting?.verbs ?? [],
    reportingPhrases: reporting?.phrases ?? [],
    reportingNouns: reporting?.nouns ?? [],
    reportingAdverbs: reporting?.adverbs ?? [],
    reportingAdjectives: reporting?.adjectives ?? [],
    modality: reader.yaml('lexicon/en/modality.yaml', modalityFile) ?? [],
    supportVerbs: reader.yaml('lexicon/en/support-verbs.yaml', supportFile) ?? [],
    eventNouns: reader.yaml('lexicon/en/event-nouns.yaml', eventNounsFile) ?? NO_EVENT_NOUNS,
    time: reader.yaml('lexicon/en/time.yaml', z.record(z.string(), z.unknown())) ?? {},
    abbreviations: reader.lines('lexicon/en/abbreviations.txt'),
    lemmas: reader
      .table('lexicon/en/lemmas.tsv', COLUMNS.lemmas, (c) => `${c['form']} ${c['upos']}`)
      .map((r) => toIrregularForm(r.cells)),
    goldstein: readGoldstein(reader),
    ...(over.length ? { own: hashOf(over) } : {}),
  };
  reader.finish();
  return { knowledge, diagnostics: reader.diagnostics, places: reader.places, own: reader.own };
}

/** The same for the same files, whatever the folders are called. */
const hashOf = (over: readonly Layer[]): string =>
  hashFields(over.flatMap(({ raw }) => [...[...raw].sort(([a], [b]) => (a < b ? -1 : 1)).flat(), undefined]));

/** A table of words, each known by its first column. */
function readWords<T>(
  reader: Reader,
  file: string,
  columns: readonly string[],
  toWord: (cells: LayeredRow['cells']) => T,
): T[] {
  const wordOf = (cells: LayeredRow['cells']): string => cells[columns[0] ?? ''] ?? '';
  return reader.table(file, columns, wordOf).map(({ place, own, cells }) => {
    const key = `${file}: ${wordOf(cells)}`;
    reader.places.set(key, place);
    if (own) reader.own.add(key);
    return toWord(cells);
  });
}

function readGazetteer(reader: Reader): Pick<Knowledge, 'countries' | 'places' | 'towns' | 'organizations' | 'people'> {
  return {
    countries: reader.records('gazetteer/countries.tsv', COLUMNS.countries, toCountry),
    places: reader.records('gazetteer/places.tsv', COLUMNS.places, toPlace),
    towns: readWords(reader, 'gazetteer/towns.tsv', COLUMNS.towns, toTowns),
    organizations: ['organizations', 'groups', 'media'].flatMap((name) =>
      reader.records(`gazetteer/${name}.tsv`, COLUMNS.organizations, toOrganization),
    ),
    people: reader.records('gazetteer/people.tsv', COLUMNS.people, toPerson),
  };
}

const FRAME_FILE = /^lexicon\/en\/frames\/([^/]+)\.tsv$/;

function readFrames(reader: Reader, relations: readonly RelationSpec[], types: ReadonlySet<string>): Frame[] {
  const classes = readClasses(reader);
  const byId = new Map(relations.map((r) => [r.id, r]));
  const frames: Frame[] = [];
  const seen = new Map<string, string>();
  const files = reader.files.filter((file) => FRAME_FILE.test(file));
  // What happens and what holds are read apart: one frame may stand for both.
  const tables = [files.filter((f) => f !== STANDING_FILE), files.filter((f) => f === STANDING_FILE)];
  const rows = tables.flatMap((table) => reader.table(table, COLUMNS.frames, frameKey));
  for (const { file, place, own, cells } of rows) {
    const type = FRAME_FILE.exec(file)?.[1] as Frame['type'];
    const row = toFrameRow(type, cells);
    const key = `${type === 'STANDING'} ${frameKey(cells)}`;
    const read = parseFrames(row, classes);
    const isEvent = type !== 'NONE' && type !== 'STANDING';
    if (own && isEvent && !types.has(type)) reader.problem(place, `there is no event type "${type}"`);
    else if (typeof read === 'string') reader.problem(place, `${read} (in "${row.frame}")`);
    else if (isEvent && byId.get(row.relation)?.event !== type)
      reader.problem(place, `relation "${row.relation}" is not one of ${type}: ${namesOf(relations, type)}`);
    else if (type === 'STANDING' && !isStanding(byId.get(row.relation)))
      reader.problem(place, `relation "${row.relation}" is none that holds: ${namesOf(relations, undefined)}`);
    else if (seen.has(key)) reader.problem(place, `the frame stands in ${seen.get(key)} too`);
    else {
      seen.set(key, place);
      for (const frame of read) {
        reader.places.set(frame.id, place);
        if (own) reader.own.add(frame.id);
      }
      frames.push(...read);
    }
  }
  return frames;
}

const STANDING_FILE = 'lexicon/en/frames/STANDING.tsv';

const frameKey = (cells: LayeredRow['cells']): string => `${cells['pos']} ${cells['frame']}`;

const isStanding = (relation: RelationSpec | undefined): boolean => !!relation && relation.event === undefined;

const namesOf = (relations: readonly RelationSpec[], type: string | undefined): string =>
  relations.flatMap((r) => (r.event === type ? [r.id] : [])).join(', ');

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

function readEventTypes(reader: Reader): EventTypeSpec[] {
  return reader.files
    .filter((f) => /^ontology\/events\/[^/]+\.yaml$/.test(f))
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
  for (const { place, cells } of reader.table(file, COLUMNS.goldstein, (c) => c['cameo'] ?? '')) {
    const [code, value] = [cells['cameo'] ?? '', Number(cells['goldstein'] || Number.NaN)];
    if (!/^\d{2,4}$/.test(code)) reader.problem(place, `"${code}" is no CAMEO code`);
    else if (code in values) reader.problem(place, `CAMEO code ${code} stands here twice`);
    else if (!(Math.abs(value) <= 10)) reader.problem(place, `"${cells['goldstein']}" is no number from -10 to 10`);
    else values[code] = value;
  }
  return values;
}
