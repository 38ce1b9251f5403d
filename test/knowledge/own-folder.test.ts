import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadOwnKnowledge, readOwnFolder } from '../../src/knowledge/own-folder.node.ts';
import { scratch } from '../cli/harness.ts';

const space = scratch();
afterAll(space.remove);

function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = space.file(name);
  mkdirSync(dir);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), content);
  }
  return dir;
}

/** Findings without the folder of the test. */
const found = async (dir: string): Promise<readonly string[]> =>
  (await readOwnFolder(dir)).diagnostics.map((d) => `${d.place?.slice(dir.length)} ${d.message}`);

test('all files are read but hidden ones and those about the folder', async () => {
  const dir = folder('good', {
    'off.tsv': '\uFEFFfile\tkey\r\n',
    'gazetteer/people.tsv': 'id\tname\n# café\n',
    'README.md': '\u0001',
    'LICENSE.txt': '\u0001',
    '.git/config': '\u0001',
    'off.tsv~': '\u0001',
  });
  const { layer, diagnostics } = await readOwnFolder(`${dir}/`);
  expect(diagnostics).toEqual([]);
  expect(layer.label).toBe(dir);
  expect([...layer.raw.keys()]).toEqual(['gazetteer/people.tsv', 'off.tsv']);
  expect(layer.raw.get('gazetteer/people.tsv')).toContain('café');
});

describe('what is no text is refused', () => {
  const latin = Uint8Array.from(Buffer.from('id\tname\nx\tJos\xe9\n', 'latin1'));
  test.each<[string, string | Uint8Array, string]>([
    ['another encoding', latin, '/off.tsv:2 this line is not UTF-8: save the file as UTF-8'],
    [
      'another encoding in a last line',
      latin.subarray(0, -1),
      '/off.tsv:2 this line is not UTF-8: save the file as UTF-8',
    ],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x66, 0]), '/off.tsv the file is UTF-16: save it as UTF-8'],
    ['a binary', Uint8Array.from([0x50, 0, 1, 2]), '/off.tsv the file is binary, no text'],
    [
      'a zero-width space',
      'file\tkey\na\u200b\tb',
      '/off.tsv:2 there is a character that no editor shows (U+200B): delete it',
    ],
    [
      'a non-breaking space',
      'file\u00a0\tkey',
      '/off.tsv:1 there is a character that no editor shows (U+00A0): delete it',
    ],
  ])('%s', async (name, content, expected) => {
    expect(await found(folder(name, { 'off.tsv': content }))).toEqual([expected]);
  });

  test('a folder that is not there, is none, or has nothing', async () => {
    const dir = folder('nothing', { 'README.md': '' });
    expect(await found(dir)).toEqual([' the folder has no file that Dragoman reads: see data/README.md']);
    expect(await found(path.join(dir, 'README.md'))).toEqual([' this is no folder']);
    expect(await found(path.join(dir, 'nowhere'))).toEqual([' there is no such folder']);
  });
});

test('a folder that is not there is named as it was written, not as a fault of the built-in data', async () => {
  const dir = space.file('not-there');
  const { diagnostics } = await loadOwnKnowledge(fileURLToPath(new URL('../../data', import.meta.url)), [dir]);
  expect(diagnostics.map((d) => `${d.place}: ${d.message}`)).toEqual([`${dir}: there is no such folder`]);
});
