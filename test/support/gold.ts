import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Sentences judged by people: what each of them tells, decided by the manual and not by the program. */
export const GOLD_FOLDER = new URL('../gold/', import.meta.url);

const STATUSES = ['asserted', 'reported', 'planned', 'hypothetical', 'negated'] as const;

/** `A | B`: either will do. */
const choice = z.string().transform((text): readonly string[] => text.split('|').map((part) => part.trim()));
const choices = z.union([choice.transform((one) => [one]), z.array(choice)]);
const statuses = choice.pipe(z.array(z.enum(STATUSES)));

const goldEvent = z.strictObject({
  type: choice,
  mode: z.string().optional(),
  /** Who does it, and to whom; a side that is not named is not judged. */
  actor: choices.optional(),
  recipient: choices.optional(),
  /** All who take part, for what sides do together. */
  between: choices.optional(),
  status: statuses.optional(),
  /** Who says so. */
  speaker: choice.optional(),
  /** Day, month or year: `2024-05-06`, `2024-05`, `2024`. */
  time: z.string().optional(),
});

const goldSentence = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    /** Day of publication. */
    date: z.iso.date().optional(),
    /** Coding rules that it shows: ids from `data/ontology/events/TYPE.yaml` of the file's type. */
    rule: z.string().optional(),
    events: z.array(goldEvent).default([]),
    /** Readings that may be drawn beside, whatever their status unless it is named. */
    also: z.array(goldEvent).default([]),
    /** Nothing may be drawn. */
    none: z.literal(true).optional(),
    /** Why it is not read so yet. */
    known: z.string().min(10).optional(),
  })
  .refine((s) => s.none !== s.events.length > 0, 'either events or none');

export type GoldEvent = z.infer<typeof goldEvent>;
export type GoldSentence = z.infer<typeof goldSentence> & { readonly file: string };

/** All sentences of `test/gold/*.yaml`, by file and in order. @throws Error where a file does not hold to the form */
export function readGold(): GoldSentence[] {
  const files = readdirSync(GOLD_FOLDER).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => {
    const items = z.array(goldSentence).safeParse(parse(readFileSync(new URL(name, GOLD_FOLDER), 'utf8')));
    if (!items.success) throw new Error(`test/gold/${name}: ${z.prettifyError(items.error)}`);
    return items.data.map((item) => ({ ...item, file: basename(name, '.yaml') }));
  });
}
