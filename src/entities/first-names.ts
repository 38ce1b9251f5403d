import { namePieces } from '../base/fold-name.ts';
import type { PersonRecord } from '../knowledge/knowledge.ts';

/** Asian names put the surname first; then the first word says nothing about given names. */
export function firstName(record: PersonRecord): string | undefined {
  const first = namePieces(record.name)[0]?.toLowerCase();
  return first && first.length > 2 && first !== record.surname?.toLowerCase() ? first : undefined;
}

/** First names that only men, or only women, of the gazetteer bear; at least two of them. */
export function gendersOf(people: readonly PersonRecord[]): ReadonlyMap<string, 'm' | 'f'> {
  const counts = new Map<string, { m: number; f: number }>();
  for (const person of people) {
    const name = firstName(person);
    if (!name || (person.gender !== 'm' && person.gender !== 'f')) continue;
    const count = counts.get(name) ?? { m: 0, f: 0 };
    count[person.gender]++;
    counts.set(name, count);
  }
  const genders = new Map<string, 'm' | 'f'>();
  for (const [name, { m, f }] of counts)
    if (Math.max(m, f) > 1 && Math.min(m, f) === 0) genders.set(name, m ? 'm' : 'f');
  return genders;
}
