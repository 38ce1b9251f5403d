import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = new URL('../../data/ontology/events/', import.meta.url);

/** What a coding rule rests on. */
export const RULE_SOURCES = {
  manual: 'PLOVER manual',
  table: 'CAMEO code book and its conversion to PLOVER',
  own: 'our own reading, where the manual is silent',
} as const;

const eventType = z.object({
  type: z.string(),
  label: z.string(),
  definition: z.string(),
  quad: z.number(),
  score: z.number(),
  modes: z.array(z.object({ id: z.string(), score: z.number(), definition: z.string() })),
  recipientRequired: z.boolean(),
  roles: z.object({ actor: z.string(), recipient: z.string() }),
  cameo: z.array(z.string()),
  rules: z.array(z.strictObject({ id: z.string(), from: z.enum(['manual', 'table', 'own']), text: z.string() })),
  note: z.string().optional(),
  source: z.string(),
});

/** An event type as people read it, coding rules and all. */
export type EventTypeText = z.infer<typeof eventType>;

/** The files of `data/ontology/events`, in order of name. @throws Error where one lacks a field */
export const readEventTypes = (): EventTypeText[] =>
  readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const read = eventType.safeParse(parse(readFileSync(new URL(name, FOLDER), 'utf8')));
      if (!read.success) throw new Error(`data/ontology/events/${name}: ${z.prettifyError(read.error)}`);
      return read.data;
    });
