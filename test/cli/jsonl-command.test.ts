import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { ItemError, type JsonItem, runJsonl, stringField } from '../../src/cli/jsonl-command.ts';
import { readLines } from '../../src/cli/lines.ts';
import { fakeIo, jsonLines, scratch } from './harness.ts';

const space = scratch();
afterAll(space.remove);

const echo = (item: JsonItem): object => ({ said: stringField(item, 'text') });

async function run(stdin: string | Uint8Array | Readable, answer = echo) {
  const { io, result } = fakeIo({ stdin });
  const code = await runJsonl(io, { inputs: [] }, answer);
  return { code, ...result() };
}

describe('JSON Lines', () => {
  it('answers every item in order, whatever other fields it has', async () => {
    const { code, out, err } = await run('{"id":2,"text":"b","colour":"red"}\n\n{"id":"1","text":"a"}\r\n{"text":"c"}');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(jsonLines(out)).toEqual([{ id: 2, said: 'b' }, { id: '1', said: 'a' }, { said: 'c' }]);
  });

  it('names bad lines, answers those with an id, and goes on', async () => {
    const { code, out, err } = await run(
      '{"id":1,"text":"a"}\n{oops\n[1]\n{"id":"x","text":7}\n{"text":null}\n{"id":5,"text":"e"}\n',
    );
    expect(code).toBe(1);
    expect(jsonLines(out)).toEqual([
      { id: 1, said: 'a' },
      { id: 'x', error: 'the field "text" is not a string' },
      { id: 5, said: 'e' },
    ]);
    expect(err.split('\n').map((line) => line.slice(0, 14))).toEqual([
      'stdin:2: error',
      'stdin:3: error',
      'stdin:4: error',
      'stdin:5: error',
      '',
    ]);
    expect(err).toContain('[cli/bad-json]');
    expect(err).toContain('[cli/bad-item]');
  });

  it('outlives a defect in one item', async () => {
    const { code, out, err } = await run('{"id":1,"text":"a"}\n{"id":2,"text":"b"}\n', (item) => {
      if (item['id'] === 1) throw new TypeError('boom');
      return echo(item);
    });
    expect([code, jsonLines(out)]).toEqual([
      1,
      [
        { id: 1, error: 'boom' },
        { id: 2, said: 'b' },
      ],
    ]);
    expect(err).toContain('[cli/defect]');
  });

  it('keeps lone surrogates as escapes and says when bytes are no UTF-8', async () => {
    const lone = await run('{"id":1,"text":"a\\ud800b"}\n');
    expect(lone.out).toBe('{"id":1,"said":"a\\ud800b"}\n');
    const broken = await run(
      Buffer.concat([Buffer.from('{"id":1,"text":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}\n')]),
    );
    expect(jsonLines(broken.out)).toEqual([{ id: 1, said: '\ufffd\ufffd' }]);
    expect(broken.err).toContain('[cli/bad-utf8]');
    expect(broken.code).toBe(0);
  });

  it('warns of input without a line', async () => {
    const { code, out, err } = await run('');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('[cli/empty]');
  });

  it('never lets an item reach the terminal raw', async () => {
    const { err } = await run('{"id":1,"text":"a"}\n', () => {
      throw new ItemError('bad \u001b[31mname\u0007');
    });
    expect(err).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('takes an item only when the reader is ready for its answer', async () => {
    let read = 0;
    const source = Readable.from(
      (function* () {
        for (let i = 0; i < 5_000; i++) yield Buffer.from(`{"id":${i},"text":"${'x'.repeat(100)}"}\n`);
      })(),
    );
    const { io } = fakeIo({ stdin: source });
    const slow = new Writable({ highWaterMark: 1_000, write: (_chunk, _encoding, done) => void setTimeout(done, 50) });
    const running = runJsonl({ ...io, stdout: slow }, { inputs: [] }, (item) => {
      read++;
      return echo(item);
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(100);
    slow.destroy();
    await expect(running).rejects.toMatchObject({ code: 'EPIPE' });
  });

  it('writes a file as a whole or not at all', async () => {
    const good = fakeIo({ stdin: '{"id":1,"text":"a"}\n' });
    await runJsonl(good.io, { inputs: [], output: space.file('good.jsonl') }, echo);
    expect(readFileSync(space.file('good.jsonl'), 'utf8')).toBe('{"id":1,"said":"a"}\n');
    const abort = new AbortController();
    const stopped = fakeIo({ stdin: '{"id":1,"text":"a"}\n{"id":2,"text":"b"}\n', signal: abort.signal });
    const running = runJsonl(stopped.io, { inputs: [], output: space.file('stopped.jsonl') }, (item) => {
      abort.abort();
      return echo(item);
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(space.file('stopped.jsonl'))).toBe(false);
    expect(readdirSync(space.dir)).toEqual(['good.jsonl']);
  });

  it('goes on to the next file when one cannot be read', async () => {
    const { io, result } = fakeIo({ stdin: '{"id":1,"text":"a"}' });
    const code = await runJsonl(io, { inputs: [space.file('missing.jsonl'), '-'] }, echo);
    expect([code, jsonLines(result().out)]).toEqual([1, [{ id: 1, said: 'a' }]]);
    expect(result().err).toContain('missing.jsonl: error: cannot be read');
  });
});

describe('lines', () => {
  const lines = async (chunks: readonly (string | Uint8Array)[], longest?: number) => {
    const found = [];
    for await (const line of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), longest))
      found.push(line);
    return found;
  };

  it('joins what chunks cut, also inside a character', async () => {
    const bytes = Buffer.from('één\ntwo\n');
    const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect((await lines(chunks)).map((l) => [l.number, l.text])).toEqual([
      [1, 'één'],
      [2, 'two'],
    ]);
  });

  it('skips a line beyond the limit without keeping it', async () => {
    const found = await lines(['short\n', 'x'.repeat(30), 'x'.repeat(30), '\nlast'], 40);
    expect(found.map((l) => [l.number, l.text, l.tooLong])).toEqual([
      [1, 'short', false],
      [2, '', true],
      [3, 'last', false],
    ]);
  });
});
