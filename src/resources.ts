import { z } from 'zod';
import { fromBase64, toBase64 } from './base/base64.ts';
import type { Resources } from './pipeline.ts';

/** The file `resources.json` is of another format or version, or damaged: a mistake of installation, not of input. */
export class ResourcesError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ResourcesError';
  }
}

const FORMAT = 'dragoman-resources';
const VERSION = 1;

/** Only the frame is checked: the rest was checked when it was compiled, and checking 5 MB again would cost every start. */
const file = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  knowledge: z.looseObject({ format: z.literal('dragoman-knowledge'), version: z.literal(1) }),
  tagger: z.object({ weights: z.string(), manifest: z.looseObject({ kind: z.literal('tagger') }) }),
});

/** What the extractor reads by, as one JSON text for browsers and a fast start: knowledge as it is, weights in base64. */
export function serializeResources(resources: Resources): string {
  const { knowledge, tagger } = resources;
  const weights = toBase64(tagger.weights);
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    knowledge,
    tagger: { weights, manifest: tagger.manifest },
  });
}

/**
 * Reads what `serializeResources` wrote; takes the text or the parsed JSON.
 * @throws ResourcesError when it is anything else
 */
export function parseResources(source: unknown): Resources {
  const value: unknown = typeof source === 'string' ? parseJson(source) : source;
  const checked = file.safeParse(value);
  if (!checked.success) {
    const where = checked.error.issues[0];
    throw new ResourcesError(`not a resources file of this version (${where?.path.join('.')}: ${where?.message})`);
  }
  // The check above looked at the frame only; what stands inside is what the compiler wrote.
  const { knowledge, tagger } = value as { knowledge: Resources['knowledge']; tagger: FileTagger };
  return { knowledge, tagger: { weights: fromBase64(tagger.weights), manifest: tagger.manifest } };
}

interface FileTagger {
  readonly weights: string;
  readonly manifest: Resources['tagger']['manifest'];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ResourcesError(
      `the resources file is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
