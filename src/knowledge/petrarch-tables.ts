import { slug } from '../base/fold-name.ts';
import type { Sector } from '../model/entity.ts';
import { COLUMNS } from './gazetteer.ts';
import type { Known } from './petrarch-known.ts';

type Complain = () => void;

export interface PersonRow {
  readonly name: string;
  readonly country: string;
  readonly sector: Sector;
  readonly offices: readonly string[];
  readonly aliases: readonly string[];
  readonly surname: string;
  readonly source: string;
}

export interface BodyRow {
  readonly name: string;
  readonly acronym: string;
  readonly country: string;
  readonly sector: Sector;
  readonly parent: string;
  readonly aliases: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

/** Rows of the tables of a folder of the user's own. `complain` is called when a name gives no id, and the row is left out. */
export interface Tables {
  readonly alias: (id: string, name: string, source: string) => void;
  readonly place: (name: string, country: string, source: string, complain: Complain) => void;
  readonly person: (row: PersonRow, complain: Complain) => void;
  readonly body: (row: BodyRow, complain: Complain) => void;
  /** @returns where the noun was imported before with another sector */
  readonly agent: (phrase: string, sector: Sector, plural: string | undefined, source: string) => string | undefined;
  readonly finish: () => {
    readonly files: ReadonlyMap<string, string>;
    readonly counts: Readonly<Record<string, number>>;
  };
}

const SUBKINDS: Readonly<Record<Sector, string>> = {
  ...{
    IGO: 'igo',
    NGO: 'ngo',
    MNC: 'company',
    BUS: 'company',
    PTY: 'party',
    MIL: 'army',
    COP: 'police',
    SPY: 'intelligence',
  },
  ...{
    JUD: 'court',
    LEG: 'parliament',
    REB: 'armed-group',
    UAF: 'armed-group',
    IMG: 'armed-group',
    PRM: 'armed-group',
    ISM: 'movement',
  },
};
const GROUPS = new Set(['REB', 'UAF', 'IMG', 'PRM', 'CRM', 'ISM']);

const FILES = {
  people: { columns: COLUMNS.people, file: 'gazetteer/people.tsv' },
  organizations: { columns: COLUMNS.organizations, file: 'gazetteer/organizations.tsv' },
  groups: { columns: COLUMNS.organizations, file: 'gazetteer/groups.tsv' },
  media: { columns: COLUMNS.organizations, file: 'gazetteer/media.tsv' },
  places: { columns: COLUMNS.places, file: 'gazetteer/places.tsv' },
  aliases: { columns: ['id', 'aliases'], file: 'gazetteer/aliases.tsv' },
  agents: { columns: COLUMNS.agents, file: 'lexicon/en/agents.tsv' },
} as const;
type TableName = keyof typeof FILES;

type Cells = Readonly<Record<string, string>>;

export function createTables(known: Known): Tables {
  const rows = new Map<TableName, Cells[]>();
  const add = (table: TableName, cells: Cells): void => {
    const found = rows.get(table);
    if (found) found.push(cells);
    else rows.set(table, [cells]);
  };
  return { ...actorTables(known, add), ...wordTables(known, add), finish: () => write(rows) };
}

type Add = (table: TableName, cells: Cells) => void;

function actorTables(known: Known, add: Add): Pick<Tables, 'place' | 'person' | 'body'> {
  const ids = new Set(known.records.keys());
  /** An id of its own, with the country where the plain one is another's. */
  const idFor = (prefix: string, name: string, country: string): string | undefined => {
    const words = slug(name);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(words)) return undefined;
    const plain = `${prefix}:${words}`;
    const owned = country ? `${plain}-${country.toLowerCase()}` : plain;
    let id = ids.has(plain) ? owned : plain;
    for (let n = 2; ids.has(id); n++) id = `${owned}-${n}`;
    ids.add(id);
    return id;
  };
  return {
    place(name, country, source, complain) {
      const id = idFor('place', name, country);
      if (id === undefined) complain();
      else add('places', { id, name, country, 'acts-for': country, source });
    },
    person({ offices, aliases, ...row }, complain) {
      const id = idFor('person', row.name, row.country);
      if (id === undefined) complain();
      else add('people', { ...row, id, offices: offices.join(' | '), aliases: aliases.join(' | ') });
    },
    body({ aliases, ...row }, complain) {
      const table = row.sector === 'JRN' ? 'media' : GROUPS.has(row.sector) ? 'groups' : 'organizations';
      const id = idFor(table === 'media' ? 'media' : table === 'groups' ? 'group' : 'org', row.name, row.country);
      if (id === undefined) complain();
      else add(table, { ...row, id, subkind: SUBKINDS[row.sector] ?? '', aliases: aliases.join(' | ') });
    },
  };
}

function wordTables(known: Known, add: Add): Pick<Tables, 'alias' | 'agent'> {
  const sectors = new Map<string, { readonly sector: Sector; readonly source: string }>();
  return {
    alias: (id, name, source) => add('aliases', { id, aliases: name, source }),
    agent(phrase, sector, plural, source) {
      const earlier = sectors.get(phrase);
      if (earlier) return earlier.sector === sector ? undefined : earlier.source;
      sectors.set(phrase, { sector, source });
      const acts = actsLike(known, phrase);
      add('agents', { phrase, sector, number: plural === '' ? 'mass' : 'sg', acts, source });
      if (plural && !sectors.has(plural) && !known.agents.has(plural)) {
        sectors.set(plural, { sector, source });
        add('agents', { phrase: plural, sector, number: 'pl', acts, source });
      }
      return undefined;
    },
  };
}

/** Nouns act as those do in which their head ends ("air defence minister", "minister of trade" as "minister"), others as unnamed groups. */
function actsLike(known: Known, phrase: string): string {
  const [head = phrase] = phrase.split(/ (?:of|for|to|in|and) /);
  const words = head.split(/[ -]/);
  for (let start = 0; start < words.length; start++) {
    const like = known.agents.get(words.slice(start).join(' '));
    if (like && like.acts !== 'thing') return like.acts;
  }
  return 'group';
}

function write(rows: ReadonlyMap<TableName, readonly Cells[]>): ReturnType<Tables['finish']> {
  const files = new Map<string, string>();
  const counts: Record<string, number> = {};
  for (const [table, { columns, file }] of Object.entries(FILES) as [TableName, (typeof FILES)[TableName]][]) {
    const found = rows.get(table) ?? [];
    counts[table] = found.length;
    if (found.length === 0) continue;
    const all = [...columns, 'source'];
    const lines = found.map((cells) => all.map((column) => cells[column] ?? '').join('\t'));
    files.set(file, `${[HEAD, all.join('\t'), ...lines].join('\n')}\n`);
  }
  return { files, counts };
}

const HEAD = '# Imported from an actor dictionary. source: file and line of the dictionary; its licence applies.';
