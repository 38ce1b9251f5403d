import { fromBase64, toBase64 } from './base/base64.ts';
import type { Models, Resources } from './pipeline.ts';

/** The file `resources.json` is of another format or version, or damaged: a mistake of installation, not of input. */
export class ResourcesError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ResourcesError';
  }
}

const FORMAT = 'dragoman-resources';
const VERSION = 3;

/**
 * What the frame of the file must say, by path. The rest was checked when it was compiled, and checking 5 MB again, or loading a library
 * to do so, would cost every start.
 */
const FRAME: readonly (readonly [path: string, wanted: string | number])[] = [
  ['format', FORMAT],
  ['version', VERSION],
  ['knowledge.format', 'dragoman-knowledge'],
  ['knowledge.version', 1],
  ['models.tagger.manifest.kind', 'tagger'],
  ['models.parser.manifest.kind', 'parser'],
  ['models.names.manifest.kind', 'names'],
];

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);

/** Path of the first thing that is not as it must be. */
function faultOf(value: unknown): string | undefined {
  const [fault] = FRAME.find(([path, wanted]) => at(value, path) !== wanted) ?? [];
  const kinds = ['tagger', 'parser', 'names'];
  return fault ?? kinds.map((kind) => `models.${kind}.weights`).find((path) => typeof at(value, path) !== 'string');
}

/** A model in the file: weights in base64. */
type Packed<M extends { readonly weights: Uint8Array }> = Omit<M, 'weights'> & { readonly weights: string };

const pack = <M extends { readonly weights: Uint8Array }>(m: M): Packed<M> => ({ ...m, weights: toBase64(m.weights) });
const unpack = <M extends { readonly weights: Uint8Array }>(m: Packed<M>) => ({ ...m, weights: fromBase64(m.weights) });

type Knowledge = Resources['knowledge'];
type Frame = Knowledge['frames'][number];
type FrameElement = Frame['elements'][number];

/** A frame in the file: lists of head words, which many share, by their number. */
interface PackedFrame extends Omit<Frame, 'elements'> {
  readonly elements: readonly (Omit<FrameElement, 'heads'> & { readonly heads?: number })[];
}

function packFrames(frames: readonly Frame[]): Pick<FileContent, 'frames' | 'lists'> {
  const numbers = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const numberOf = (heads: readonly string[]): number => {
    const key = heads.join('|');
    const number = numbers.get(key) ?? lists.push(heads) - 1;
    numbers.set(key, number);
    return number;
  };
  const packed = frames.map((frame) => ({
    ...frame,
    elements: frame.elements.map(({ heads, ...rest }) => (heads ? { ...rest, heads: numberOf(heads) } : rest)),
  }));
  return { frames: packed, lists };
}

/** Frames with the same heads share one list of them. */
const unpackFrames = (frames: readonly PackedFrame[], lists: readonly (readonly string[])[]): Frame[] =>
  frames.map((frame) => ({
    ...frame,
    // What was packed as an element is one again.
    elements: frame.elements.map(
      (e) => (e.heads === undefined ? e : { ...e, heads: lists[e.heads] ?? [] }) as FrameElement,
    ),
  }));

/** What the extractor reads by, as one JSON text for browsers and a fast start: weights in base64, lists of words once. */
export function serializeResources({ knowledge: { frames, ...knowledge }, models }: Resources): string {
  const packed = { tagger: pack(models.tagger), parser: pack(models.parser), names: pack(models.names) };
  const content: FileContent = { knowledge, ...packFrames(frames), models: packed };
  return JSON.stringify({ format: FORMAT, version: VERSION, ...content });
}

/**
 * Reads what `serializeResources` wrote; takes the text or the parsed JSON.
 * @throws ResourcesError when it is anything else
 */
export function parseResources(source: unknown): Resources {
  const value: unknown = typeof source === 'string' ? parseJson(source) : source;
  const fault = faultOf(value);
  if (fault) throw new ResourcesError(`not a resources file of this version (see "${fault}")`);
  // The check above looked at the frame only; what stands inside is what the compiler wrote.
  const { knowledge, frames, lists, models } = value as FileContent;
  const unpacked = { tagger: unpack(models.tagger), parser: unpack(models.parser), names: unpack(models.names) };
  return { knowledge: { ...knowledge, frames: unpackFrames(frames, lists) }, models: unpacked };
}

interface FileContent {
  readonly knowledge: Omit<Knowledge, 'frames'>;
  readonly frames: readonly PackedFrame[];
  readonly lists: readonly (readonly string[])[];
  readonly models: { readonly [kind in keyof Models]: Packed<Models[kind]> };
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
