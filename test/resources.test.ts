import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { compileResources } from '../src/node.ts';
import { parseResources, ResourcesError, serializeResources } from '../src/resources.ts';

const model = (kind: string) => ({ weights: 'AQID', manifest: { kind } });
const file = {
  format: 'dragoman-resources',
  version: 3,
  knowledge: { format: 'dragoman-knowledge', version: 1 },
  frames: [],
  lists: [],
  models: { tagger: model('tagger'), parser: model('parser'), names: model('names') },
};

test('text and parsed JSON are read alike', () => {
  const read = parseResources(JSON.stringify(file));
  expect(read).toEqual(parseResources(file));
  expect(read.models.parser).toEqual({ weights: Uint8Array.of(1, 2, 3), manifest: { kind: 'parser' } });
});

test('what is written is read again, and frames share their lists of words', async () => {
  const { resources } = await compileResources();
  const read = parseResources(serializeResources(resources));
  // `toEqual` takes half a minute for so much.
  expect(isDeepStrictEqual(read, resources)).toBe(true);
  const lists = read.knowledge.frames.flatMap((f) => f.elements.flatMap((e) => (e.heads ? [e.heads] : [])));
  expect(new Set(lists).size).toBe(new Set(lists.map((list) => list.join('|'))).size);
});

test.each<[string, unknown]>([
  ['JSON', '{'],
  ['format', {}],
  ['format', null],
  ['format', 'null'],
  ['version', { ...file, version: 2 }],
  ['knowledge.format', { ...file, knowledge: undefined }],
  ['knowledge.version', { ...file, knowledge: { format: 'dragoman-knowledge', version: 2 } }],
  ['models.tagger.manifest.kind', { ...file, models: null }],
  ['models.names.manifest.kind', { ...file, models: { ...file.models, names: model('parser') } }],
  ['models.parser.weights', { ...file, models: { ...file.models, parser: { ...model('parser'), weights: 3 } } }],
])('anything else is refused with the place: %s', (place, value) => {
  expect(() => parseResources(value)).toThrow(ResourcesError);
  expect(() => parseResources(value)).toThrow(place);
});
