import { foldName } from '../base/fold-name.ts';
import type { DictionaryEntry, DictionaryName } from './petrarch-dictionary.ts';
import { withoutTitle, wordsOf, writeName } from './petrarch-names.ts';
import { currentCode, officeOf, officesOf, type ReadCode } from './petrarch-offices.ts';
import { belongsTo, freeNames, NO_ACRONYMS, sourceOf, type Work } from './petrarch-work.ts';

/**
 * A person: a row of `people.tsv`, or further spellings of one that is there.
 * @returns true when the knowledge has the person already
 */
export function importPerson(work: Work, entry: DictionaryEntry, codes: readonly ReadCode[]): boolean {
  const { tables } = work;
  const countries = [...new Set(codes.flatMap((c) => c.country ?? []))];
  const { full, single } = personNames(work, entry.names);
  const current = currentCode(codes);
  const found = freeNames(
    work,
    full,
    codes,
    current?.country ?? '',
    (r) => r.kind === 'person' && belongsTo(r, countries),
    true,
  );
  const [id] = found.ids;
  const names = found.free.filter(({ name }) => id === undefined || name.includes(' '));
  if (id !== undefined) {
    for (const { name, line } of names) tables.alias(id, name, sourceOf(work, line));
    return true;
  }
  if (names.length === 0) return false;
  addPerson(
    work,
    entry,
    codes,
    current,
    names.map((n) => n.name),
    single,
  );
  return false;
}

/** A row of its own, and a word on what of the dictionary it leaves out. */
function addPerson(
  work: Work,
  entry: DictionaryEntry,
  codes: readonly ReadCode[],
  current: ReadCode | undefined,
  names: readonly string[],
  single: readonly string[],
): void {
  const { tables, say } = work;
  const [name = '', ...aliases] = names;
  const country = current?.country ?? [...codes].reverse().find((c) => c.country)?.country ?? '';
  const meaning = (c: ReadCode | undefined): string => `${c?.country} ${c?.sector}`;
  for (const c of codes.filter((c) => meaning(c) !== meaning(current) && c.sector !== 'ELI' && !officeOf(c)))
    say(c.line, `"${name}": [${c.code}] gives no office beside [${current?.code}]; it was left out`);
  const surname = single.find((s) => isSurname(work, s, names));
  if (surname) work.names.surnames.add(foldName(surname));
  for (const word of single)
    if (word !== surname)
      say(entry.line, `"${word}" alone may be somebody else; it was left out of the names of "${name}"`);
  tables.person(
    {
      name,
      country,
      sector: current?.sector ?? codes.find((c) => c.sector)?.sector ?? '',
      offices: officesOf(codes),
      aliases,
      surname: surname ?? '',
      source: sourceOf(work, entry.line),
    },
    () => say(entry.line, `"${name}" makes no id: it has letters of another script`),
  );
}

/** Names of a person without titles: those of several words, and single words that are parts of them. */
function personNames(work: Work, names: readonly DictionaryName[]) {
  const bare = names.map(({ text, line }) => {
    const rest = withoutTitle(text, work.known.titles);
    const [first = ''] = wordsOf(text);
    return { text, line, rest: work.known.personWords.has(first) ? undefined : rest };
  });
  const long = (text: string): boolean => text.includes(' ');
  const words = new Set(bare.flatMap((n) => (n.rest === undefined || long(n.rest) ? wordsOf(n.rest ?? n.text) : [])));
  const single: string[] = [];
  const full: DictionaryName[] = [];
  for (const { text, line, rest } of bare) {
    const name = rest === undefined ? text : long(rest) || words.has(rest.toLowerCase()) ? rest : text;
    if (!long(name) && bare.some((n) => long(n.rest ?? n.text))) single.push(name);
    else full.push({ text: name, line });
  }
  return {
    full,
    single: single.map((s) =>
      writeName(s, NO_ACRONYMS).name.replace(/^(\p{Lu})(\p{Lu}+)$/u, (_, a, b) => a + b.toLowerCase()),
    ),
  };
}

/** A word of one of the names that is the name of nothing else. */
function isSurname(work: Work, word: string, names: readonly string[]): boolean {
  const folded = foldName(word);
  const claimed = work.known.claims(word).some((c) => !c.surname) || work.names.taken.get(folded)?.person === false;
  return !claimed && folded.length > 2 && names.some((name) => wordsOf(name).includes(folded));
}
