import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../cli/harness.ts';
import { PROGRAM, program, run } from '../support/program.ts';
import { SAMPLES, STORY, withSampleGraph } from './sample-graph.ts';

const space = withSampleGraph();
const { file, folder } = space;

describe('output that cannot be written', () => {
  it.each([
    ['a folder that is not there', () => file('no/such/graph.json'), 'ENOENT'],
    ['a folder', () => space.dir, 'EISDIR'],
    ['a file used as a folder', () => file('graph.json/inner.json'), 'ENOTDIR'],
    ['a full disk', () => '/dev/full', 'ENOSPC'],
  ])('%s: names path and reason', async (_, target, code) => {
    if (code === 'ENOSPC' && !existsSync('/dev/full')) return expect(process.platform).not.toBe('linux');
    for (const args of [
      ['build', SAMPLES, '-o', target()],
      ['export', file('graph.json'), '-o', target()],
      ['actor', '-o', target()],
    ]) {
      const result = await program(args, { stdin: '{"id":1,"actor":"French president"}\n' });
      expect(result.code).toBe(1);
      expect(result.err).toContain(`cannot write ${target()}: `);
      expect(result.err).toContain(`(${code})`);
    }
  });

  it('keeps the old file when the new one cannot be made', async () => {
    const dir = folder('old');
    writeFileSync(path.join(dir, 'graph.json'), 'old');
    writeFileSync(path.join(dir, 'empty.txt'), '');
    await program(['build', path.join(dir, 'empty.txt'), '-o', path.join(dir, 'graph.json')]);
    expect(readFileSync(path.join(dir, 'graph.json'), 'utf8')).toBe('old');
  });

  it('reports a full disk behind standard output', async () => {
    if (!existsSync('/dev/full')) return expect(process.platform).not.toBe('linux');
    const { code, err } = await run('sh', [
      '-c',
      `"${process.execPath}" "${PROGRAM}" export "${file('graph.json')}" > /dev/full`,
    ]);
    expect(code).toBe(1);
    expect(err).toContain('ENOSPC');
  });

  it('is silent when the reader of its output has gone', async () => {
    const { code, out, err } = await run('sh', [
      '-c',
      `"${process.execPath}" "${PROGRAM}" export "${file('graph.json')}" -f jsonl | head -n 1`,
    ]);
    expect([code, err.replace(/^note: .*\n/gm, '')]).toEqual([0, '']);
    expect(jsonLines(out).length).toBe(1);
  });

  it('leaves nothing behind on Ctrl-C', async () => {
    const dir = folder('interrupted');
    const item = JSON.stringify({ id: 1, text: `${STORY} `.repeat(200) });
    writeFileSync(path.join(dir, 'many.jsonl'), `${item}\n`.repeat(3_000));
    const child = run(
      'sh',
      [
        '-c',
        `"${process.execPath}" "${PROGRAM}" analyze many.jsonl -o out.jsonl & sleep 2; kill -INT $!; wait $!; echo "code $?"`,
      ],
      { cwd: dir },
    );
    expect((await child).out).toBe('code 130\n');
    expect(readdirSync(dir)).toEqual(['many.jsonl']);
  });
});
