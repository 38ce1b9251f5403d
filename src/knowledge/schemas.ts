import { z } from 'zod';
import type {
  AmbiguousName,
  EventTypeSpec,
  ModalEffect,
  ModalityWord,
  RelationSpec,
  ReportingPhrase,
  ReportingVerb,
  SupportVerb,
} from './knowledge.ts';

/** Shapes of the YAML files in `data/`, each turned into the record that the extractor uses. */

const strings = z.array(z.coerce.string());
/** YAML writes absent optional fields as absent; zod would put `undefined` there. */
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

export const classesFile = z.object({ classes: z.record(z.string(), strings) });

export const eventNounsFile = z.object({
  events: z.record(z.string(), strings),
  transparent: strings,
  pointing: strings,
  issues: strings,
});

export const relationsFile = z.object({
  relations: z.array(
    z
      .object({
        id: z.string(),
        label: z.string(),
        inverse: z.string(),
        symmetric: z.boolean().default(false),
        event: z.string().optional(),
        mode: z.string().optional(),
        cameo: z.string().optional(),
      })
      .transform((r) => compact(r) as RelationSpec),
  ),
});

export const eventFile = z
  .object({
    type: z.string(),
    label: z.string(),
    definition: z.string(),
    quad: z.literal([1, 2, 3, 4]),
    score: z.number().min(-10).max(10),
    modes: z.array(z.object({ id: z.string(), score: z.number().optional(), definition: z.string() })).default([]),
    recipientRequired: z.boolean(),
    source: z.unknown(),
  })
  .transform((e) => ({ ...e, source: String(e.source), modes: e.modes.map(compact) }) as EventTypeSpec);

const ambiguousReading = z.object({
  id: z.string(),
  when: z
    .object({
      before: strings.default([]),
      after: strings.default([]),
      near: strings.default([]),
      article: strings.default([]),
    })
    .prefault({}),
});

export const ambiguousFile = z.object({
  names: z.array(
    z
      .object({
        name: z.coerce.string(),
        'case-sensitive': z.boolean().default(false),
        default: z.string().default('word'),
        readings: z.array(ambiguousReading),
      })
      .transform(
        (n): AmbiguousName => ({
          name: n.name,
          caseSensitive: n['case-sensitive'],
          fallback: n.default,
          readings: n.readings.map((r) => ({ id: r.id, ...lowerAll(r.when) })),
        }),
      ),
  ),
});

function lowerAll<T extends Record<string, readonly string[]>>(context: T): T {
  return Object.fromEntries(
    Object.entries(context).map(([k, v]) => [k, v.map((w) => w.toLowerCase())]),
  ) as unknown as T;
}

const reportingClass = z.enum([
  'neutral',
  'doubtful',
  'committing',
  'denying',
  'nested',
  'opining',
  'learning',
  'directive',
  'speech-act',
]);

const reportingVerb = z
  .object({ word: z.string(), class: reportingClass, takes: strings.default([]), hearer: z.boolean().default(false) })
  .transform((v): ReportingVerb => ({ phrase: v.word, class: v.class, takes: v.takes, hearer: v.hearer }));

const reportingPhrase = z
  .object({
    phrase: z.string(),
    class: reportingClass,
    speaker: z.string().optional(),
    hearer: z.string().optional(),
    medium: z.string().optional(),
  })
  .transform(
    (p): ReportingPhrase => ({
      phrase: p.phrase,
      class: p.class,
      role: p.speaker ? 'speaker' : p.hearer ? 'hearer' : p.medium ? 'medium' : 'none',
    }),
  );

const reportingWord = z.object({ word: z.string(), class: reportingClass });

export const reportingFile = z.object({
  verbs: z.array(reportingVerb),
  phrases: z.array(reportingPhrase).default([]),
  nouns: z.array(reportingWord).default([]),
  adverbs: z.array(reportingWord).default([]),
  adjectives: z.array(reportingWord).default([]),
});

const EFFECTS = [
  'implicative',
  'planned',
  'reported',
  'hypothetical',
  'negated',
  'ended',
] as const satisfies readonly ModalEffect[];
const modalityWord = z.object({
  word: z.coerce.string(),
  pos: z.enum(['v', 'm', 'a', 'n', 'r', 'p', 'c']),
  takes: z.array(z.enum(['inf', 'to', 'ing', 'that', 'noun', 'clause'])).default([]),
});

export const modalityFile = z
  .object({ modality: z.partialRecord(z.enum(EFFECTS), z.array(modalityWord)) })
  .transform(({ modality }) =>
    Object.entries(modality).flatMap(([effect, words]) =>
      words.map((w) => ({ phrase: w.word, pos: w.pos, takes: w.takes, effect }) as ModalityWord),
    ),
  );

const supportEntry = z.object({
  verb: z.string(),
  effect: z.enum(['do', 'end', 'join', 'receive', 'let', 'happen']).default('happen'),
  voice: z.enum(['active', 'passive']).optional(),
});

export const supportFile = z
  .object({ support: z.array(supportEntry), happen: z.array(supportEntry).default([]) })
  .transform((f) =>
    [...f.support, ...f.happen].map(
      (s): SupportVerb => ({
        phrase: s.verb,
        effect: s.effect,
        passive: s.voice === 'passive',
      }),
    ),
  );

export const sectorsFile = z.union([
  z
    .object({ sectors: z.record(z.string(), z.unknown()) })
    .transform((f) => Object.fromEntries(Object.entries(f.sectors).map(([k, v]) => [k, sectorLabel(v)]))),
  z
    .object({ sectors: z.array(z.object({ code: z.string(), label: z.string() })) })
    .transform((f) => Object.fromEntries(f.sectors.map((s) => [s.code, s.label]))),
]);

const sectorLabel = (value: unknown): string =>
  typeof value === 'string' ? value : String((value as { label?: unknown })?.label ?? '');
