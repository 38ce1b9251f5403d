import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { checkWritable, WriteError, writeFileAtomic } from '../../src/export/write-file.node.ts';
import { scratch } from '../cli/harness.ts';

const space = scratch();
afterAll(space.remove);

it('writes text, bytes and pieces, and replaces what was there', async () => {
  const file = space.file('a.txt');
  await writeFileAtomic(file, 'one');
  await writeFileAtomic(file, new Uint8Array([116, 119, 111]));
  expect(readFileSync(file, 'utf8')).toBe('two');
  await writeFileAtomic(file, ['th', 'ree']);
  expect(readFileSync(file, 'utf8')).toBe('three');
  expect(readdirSync(space.dir)).toEqual(['a.txt']);
});

it('leaves the old file and nothing else when a piece fails', async () => {
  const file = space.file('a.txt');
  writeFileSync(file, 'old');
  const pieces = function* () {
    yield 'new';
    throw new RangeError('broken');
  };
  await expect(writeFileAtomic(file, pieces())).rejects.toThrow(RangeError);
  expect([readFileSync(file, 'utf8'), readdirSync(space.dir)]).toEqual(['old', ['a.txt']]);
});

it('names path and reason', async () => {
  for (const [target, code] of [
    [space.dir, 'EISDIR'],
    [space.file('none/x'), 'ENOENT'],
    [space.file('a.txt/x'), 'ENOTDIR'],
  ] as const) {
    const error = await writeFileAtomic(target, 'x').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(WriteError);
    expect(error).toMatchObject({ code, path: target });
    await expect(checkWritable(target)).rejects.toMatchObject({ code });
  }
  await expect(checkWritable(space.file('new.txt'))).resolves.toBeUndefined();
});
