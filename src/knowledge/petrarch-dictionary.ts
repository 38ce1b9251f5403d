/** A date restriction is written `<960101`, `>960101` or `960101-971231`; these are the days, ISO 8601. */
export interface DictionaryCode {
  readonly line: number;
  /** CAMEO or PLOVER code, three letters each for country, role …: `AFGGOV`. */
  readonly code: string;
  readonly from?: string;
  readonly to?: string;
}

/** A name and its synonyms, with the codes that hold for all of them. */
export interface DictionaryEntry {
  readonly line: number;
  readonly names: readonly DictionaryName[];
  readonly codes: readonly DictionaryCode[];
}

export interface DictionaryName {
  readonly line: number;
  /** As in the file, words separated by single spaces: `HAMID KARZAI`. */
  readonly text: string;
}

/** A noun for people or bodies that act, of an agents file. */
export interface DictionaryAgent {
  readonly line: number;
  readonly phrase: string;
  readonly code: string;
  /** What stands in braces; empty braces: there is no other form. */
  readonly plural?: string;
}

export interface DictionaryFinding {
  readonly line: number;
  readonly severity: 'warning' | 'error';
  readonly message: string;
}

export interface Dictionary {
  readonly entries: readonly DictionaryEntry[];
  readonly agents: readonly DictionaryAgent[];
  /** Lines, names and codes that cannot be read and were left out. */
  readonly findings: readonly DictionaryFinding[];
}

/** Longer lines are no dictionary's. */
const LONGEST_LINE = 10_000;
/** A pattern with substitution sets stands for at most so many phrases. */
const MOST_PHRASES = 200;

/**
 * Reads an actor or agent dictionary of TABARI or PETRARCH: one name a line with its codes in brackets, `+` before synonyms, `_` for spaces,
 * `#` and `;` before comments, `{plural}` and `!SET!` in agents. Format: PETRARCH documentation, "Dictionaries"
 * (https://petrarch.readthedocs.io/en/latest/dictionaries.html). Never throws.
 */
export function parseDictionary(text: string): Dictionary {
  const findings: DictionaryFinding[] = [];
  const say = (line: number, message: string, severity: DictionaryFinding['severity'] = 'error'): void => {
    findings.push({ line, severity, message });
  };
  const lines = significantLines(text, say);
  const sets = readSets(lines, say);
  const entries: OpenEntry[] = [];
  const agents: DictionaryAgent[] = [];
  for (const { line, text: content, indented } of lines) {
    if (isSet(content)) continue;
    const parts = splitLine(line, content, say);
    const codes = parts.codes.flatMap((c) => readCode(line, c, say) ?? []);
    const synonym = content.startsWith('+');
    const agent = codes.find((c) => c.agent);
    if (agent && parts.name && !synonym) {
      for (const phrase of expand(parts.name, sets, line, say))
        agents.push({
          line,
          phrase,
          code: agent.code,
          ...(parts.plural === undefined ? {} : { plural: parts.plural }),
        });
      continue;
    }
    if (parts.name && !synonym) entries.push({ line, names: [], codes: [] });
    const entry = entries.at(-1);
    if (!entry)
      say(line, indented || !synonym ? 'codes without a name before them' : 'a synonym without a name before it');
    else {
      entry.names.push(...readNames(parts.name, line, sets, say));
      entry.codes.push(...codes.map(({ agent: _, ...code }) => code));
    }
  }
  return {
    entries: entries.filter((e) => isComplete(e, say)),
    agents,
    findings: findings.sort((a, b) => a.line - b.line),
  };
}

interface OpenEntry extends DictionaryEntry {
  readonly names: DictionaryName[];
  readonly codes: DictionaryCode[];
}

type Say = (line: number, message: string, severity?: DictionaryFinding['severity']) => void;

interface Line {
  readonly line: number;
  readonly text: string;
  readonly indented: boolean;
}

/** Lines without comments; `<!-- … -->` may run over several. */
function significantLines(text: string, say: Say): Line[] {
  let commented = false;
  return text.split(/\r\n|\n|\r/).flatMap((raw, i) => {
    const line = i + 1;
    if (raw.length > LONGEST_LINE) {
      say(line, `the line is longer than ${LONGEST_LINE} characters and was skipped`);
      return [];
    }
    let rest = raw;
    if (commented) {
      const end = rest.indexOf('-->');
      if (end < 0) return [];
      commented = false;
      rest = rest.slice(end + 3);
    }
    const begin = rest.indexOf('<!--');
    if (begin >= 0) {
      commented = !rest.includes('-->', begin);
      rest = rest.slice(0, begin);
    }
    const content = rest.replace(/#.*$/, '').replace(/(^|[\s\]]);.*$/, '$1');
    return content.trim() ? [{ line, text: content.trim(), indented: /^\s/.test(content) }] : [];
  });
}

type Sets = ReadonlyMap<string, readonly string[]>;

const SET = /^!([^!=]+)!\s*=(.*)$/;
const isSet = (text: string): boolean => SET.test(text);

/** `!PERSON! = MAN, MEN, WOMAN`; sets may name other sets. */
function readSets(lines: readonly Line[], say: Say): Sets {
  const sets = new Map<string, string[]>();
  for (const { line, text } of lines) {
    const [, name = '', members = ''] = SET.exec(text) ?? [];
    if (!name) continue;
    if (sets.has(name)) say(line, `the set !${name}! is defined a second time`);
    else sets.set(name, members.split(',').map(plainName).filter(Boolean));
  }
  return new Map(
    [...sets].map(([name, members]) => [name, members.filter((m) => !members.some((s) => isPluralOf(m, s)))]),
  );
}

/** Plurals need no phrase of their own: "MEN" beside "MAN", "MINISTRIES" beside "MINISTRY". */
const isPluralOf = (plural: string, singular: string): boolean =>
  [`${singular}S`, `${singular}ES`, singular.replace(/Y$/, 'IES'), singular.replace(/MAN$/, 'MEN')].some(
    (form) => form !== singular && form === plural,
  );

/** All phrases that a pattern with `!SET!` stands for; none when a set is unknown, or holds itself. */
function expand(pattern: string, sets: Sets, line: number, say: Say): readonly string[] {
  const open: { readonly text: string; readonly inside: readonly string[] }[] = [{ text: pattern, inside: [] }];
  const phrases: string[] = [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { text, inside } = next;
    const [written, name = ''] = /!([^!]+)!/.exec(text) ?? [];
    if (written === undefined) {
      phrases.push(plainName(text));
      if (phrases.length <= MOST_PHRASES) continue;
    }
    const members = sets.get(name);
    const fault =
      written === undefined
        ? `it stands for more than ${MOST_PHRASES} phrases`
        : members === undefined
          ? `there is no set !${name}!`
          : inside.length > sets.size
            ? `the set !${name}! holds itself`
            : undefined;
    if (fault) {
      say(line, fault);
      return [];
    }
    for (const member of [...(members ?? [])].reverse())
      open.push({
        text: text.replace(written ?? '', () => member),
        inside: member.includes('!') ? [...inside, name] : [],
      });
  }
  return phrases;
}

interface Parts {
  readonly name: string;
  readonly plural?: string;
  readonly codes: readonly string[];
}

/** `NAME {PLURAL} [CODE] [CODE dates]`. */
function splitLine(line: number, text: string, say: Say): Parts {
  const [, head = '', tail = ''] = /^([^[{]*)(.*)$/.exec(text.replace(/^\+/, '')) ?? [];
  const codes = [...tail.matchAll(/\[([^[\]]*)\]/g)].map((m) => m[1] ?? '');
  const plural = /\{([^{}]*)\}/.exec(tail)?.[1];
  const rest = tail.replaceAll(/\[[^[\]]*\]|\{[^{}]*\}/g, '').trim();
  if (rest) say(line, `"${rest}" cannot be read: a code stands in brackets, a plural in braces`);
  return { name: plainName(head), codes, ...(plural === undefined ? {} : { plural: plainName(plural) }) };
}

/** Spaces for underscores; characters that no editor shows are left out. */
const plainName = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[_\s]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

function readNames(name: string, line: number, sets: Sets, say: Say): DictionaryName[] {
  if (!name) return [];
  const fault = name.includes('\uFFFD')
    ? 'the name has bytes that are not UTF-8'
    : /[[\]{}~<>=|]|\s\+|\+\s/.test(name)
      ? `the name "${name}" has a mark that is none of a name: does a line end before it?`
      : /\p{L}/u.test(name)
        ? undefined
        : `the name "${name}" has no letter`;
  if (fault) say(line, fault);
  return fault ? [] : expand(name, sets, line, say).map((text) => ({ line, text }));
}

function isComplete(entry: OpenEntry, say: Say): boolean {
  if (entry.names.length > 0 && entry.codes.length === 0)
    say(entry.line, `"${entry.names[0]?.text}" has no code that can be read`);
  return entry.names.length > 0 && entry.codes.length > 0;
}

const CODE = /^(~?)([A-Z0-9]+)(~?)(?:\s+(.*))?$/;

function readCode(line: number, text: string, say: Say): (DictionaryCode & { readonly agent: boolean }) | undefined {
  const [, before, code = '', after, dates = ''] = CODE.exec(text.trim()) ?? [];
  if (!code) {
    if (/^-+$/.test(text.trim()))
      say(line, `[${text}] says that this is no actor; Dragoman has no such code`, 'warning');
    else say(line, `[${text}] is no code`);
    return undefined;
  }
  const agent = before === '~' || after === '~';
  const limits = readDates(dates.trim());
  if (!limits)
    say(line, `"${dates}" is no date restriction (<yymmdd, >yymmdd or yymmdd-yymmdd); the code was left out`);
  return limits && { line, code, agent, ...limits };
}

function readDates(text: string): { readonly from?: string; readonly to?: string } | undefined {
  if (!text) return {};
  const [, sign = '', only = '', first = '', second = ''] = /^(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))$/.exec(text) ?? [];
  const [from, to] = sign === '>' ? [only, ''] : sign === '<' ? ['', only] : [first, second];
  const days = [from, to].map((d) => (d ? toDay(d) : ''));
  if (days.includes(undefined) || (!from && !to)) return undefined;
  const [start = '', end = ''] = days;
  if (start && end && start > end) return undefined;
  return { ...(start ? { from: start } : {}), ...(end ? { to: end } : {}) };
}

/** Years of two digits above this are of the 20th century, as in PETRARCH. */
const LAST_OF_2000S = 30;

/** `960101`, `19960101` -> `1996-01-01`; undefined when it is no day. */
function toDay(digits: string): string | undefined {
  const [, century = '', year = '', month = '', day = ''] = /^(\d\d)?(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  const full = `${century || (Number(year) > LAST_OF_2000S ? '19' : '20')}${year}`;
  const lengths = [31, Number(full) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[Number(month) - 1];
  if (length === undefined || Number(day) < 1 || Number(day) > length) return undefined;
  return `${full}-${month}-${day}`;
}
