import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeGraph } from '../../src/graph/file.ts';
import { testGraph } from '../support/graph.ts';
import { cli, scratch } from './harness.ts';

const space = scratch();
const graph = space.file('graph.json');
beforeAll(() => writeFileSync(graph, serializeGraph(testGraph())));
afterAll(space.remove);

/** Rows of a table as words, without the title. */
const rows = (out: string): string[] =>
  out
    .trim()
    .split('\n')
    .filter((line) => /\s(asserted|reported|planned|hypothetical|negated)\s/.test(line))
    .map((line) => line.replace(/\s{2,}/g, ' | '));

describe('neighbours', () => {
  it('prints a table that reads from the asked node', async () => {
    const { code, out, err } = await cli(['neighbours', graph, 'iran']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Iran …\n\nrelation +neighbour +kind +status +when +told +articles +sure\n/);
    expect(rows(out).some((row) => row.startsWith('was criticised by | France | country'))).toBe(true);
    expect(rows(out).some((row) => row.startsWith('attacked | Israel | country'))).toBe(true);
    expect(out).not.toMatch(/planned|hypothetical|negated/);
  });

  it('filters by direction, kind, relation, date and status', async () => {
    const json = async (...options: string[]) =>
      JSON.parse((await cli(['neighbors', graph, 'country:IRN', '--json', ...options])).out).neighbours as {
        direction: string;
        kind: string;
        relation: string;
        status: string;
        firstDate?: string;
      }[];
    expect((await json('--direction', 'in')).every((n) => n.direction !== 'out')).toBe(true);
    expect(new Set((await json('--kind', 'country,person')).map((n) => n.kind))).toEqual(
      new Set(['country', 'person']),
    );
    expect((await json('--type', 'criticised')).map((n) => n.relation)).toContain('criticised');
    expect(new Set((await json('--status', 'all')).map((n) => n.status)).size).toBeGreaterThan(3);
    const dated = await json('--since', '2024', '--dated-only');
    expect(dated.length).toBeGreaterThan(0);
    expect(dated.every((n) => (n.firstDate ?? '') >= '2018')).toBe(true);
    expect((await json('--limit', '2')).length).toBe(2);
  });

  it('asks "did you mean" when it knows no such name', async () => {
    const { code, out, err } = await cli(['neighbours', graph, 'Irann']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/no node called "Irann"; did you mean:\n {2}Iran {2}\(country:IRN\)/);
    const nobody = await cli(['neighbours', graph, 'Zzyzx']);
    expect([nobody.code, nobody.out]).toEqual([1, '']);
  });

  it('ends with 1 when nothing fits, with an answer for machines all the same', async () => {
    const none = await cli(['neighbours', graph, 'Iran', '--since', '2100', '--dated-only']);
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.err).toContain('no relation of Iran fits');
    const json = await cli(['neighbours', graph, 'Iran', '--since', '2100', '--dated-only', '--json']);
    expect([json.code, JSON.parse(json.out).neighbours]).toEqual([1, []]);
    const type = await cli(['neighbours', graph, 'Iran', '--type', 'loves']);
    expect(type.code).toBe(1);
    expect(type.err).toMatch(/no relation "loves"; there are: .*criticised/);
  });
});

describe('between, explain, show', () => {
  it('lists both directions', async () => {
    const { code, out } = await cli(['between', graph, 'France', 'Iran', '--status', 'all']);
    expect(code).toBe(0);
    expect(rows(out).some((row) => row.startsWith('France | criticised | Iran'))).toBe(true);
  });

  it('quotes the sentences with article, date, speaker and rule', async () => {
    const { code, out } = await cli(['explain', graph, 'France', 'Iran', '--type', 'criticised']);
    expect(code).toBe(0);
    expect(out).toContain('France criticised Iran  [asserted]');
    expect(out).toContain('“France criticised Iran on 14 April 2024.”');
    expect(out).toContain('Northern Wire, "Drones over Israel", published 2024-04-15');
    expect(out).toMatch(/rule: \S/);
    const json = JSON.parse((await cli(['explain', graph, 'France', 'Iran', '--json'])).out);
    expect(json.relations[0].occurrences[0]).toHaveProperty('trigger');
  });

  it('sums up the graph', async () => {
    const { code, out } = await cli(['show', graph]);
    expect(code).toBe(0);
    expect(out).toMatch(/actors?, .*dated acts?/);
    expect(out).toMatch(/\nIran +country/);
    const json = JSON.parse((await cli(['show', graph, '--json'])).out);
    expect(Object.keys(json)).toEqual(['summary', 'generator', 'metrics', 'top', 'relations']);
  });

  it('shows a node with its relations and quotes', async () => {
    const { code, out } = await cli(['show', graph, 'Persia']);
    expect(code).toBe(0);
    expect(out).toContain('country:IRN');
    expect(out).toContain('Also: Islamic Republic of Iran; Persia');
    expect(out).toContain(
      '“Iran attacked Israel with drones and missiles on the night of 13 April 2024.” — Northern Wire',
    );
  });

  it('fits a terminal', async () => {
    const { out } = await cli(['neighbours', graph, 'Iran'], { columns: 80 });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('export', () => {
  it.each([
    ['gexf', 'gexf', /^<\?xml[\s\S]*<\/gexf>\s*$/],
    ['gexf-strict', 'gexf', /^<\?xml[\s\S]*<\/gexf>\s*$/],
    ['graphml', 'graphml', /^<\?xml[\s\S]*<\/graphml>\s*$/],
    ['jsonl', 'jsonl', /^\{.*\}\n$/s],
  ])('writes %s', async (format, extension, shape) => {
    const file = space.file(`${format}.${extension}`);
    const { code, out } = await cli(['export', graph, '-f', format, '-o', file]);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toMatch(shape);
    const piped = await cli(['export', graph, '-f', format]);
    expect(piped.out.trim()).toBe(readFileSync(file, 'utf8').trim());
  });

  it('writes two tables for csv, or none', async () => {
    expect((await cli(['export', graph, '-f', 'csv', '-o', space.file('table.csv')])).code).toBe(0);
    expect(readFileSync(space.file('table.nodes.csv'), 'utf8').split('\r\n')[0]).toMatch(/^Id,Label/i);
    expect(existsSync(space.file('table.edges.csv'))).toBe(true);
    expect((await cli(['export', graph, '-f', 'csv'])).code).toBe(2);
    const failed = await cli(['export', graph, '-f', 'csv', '-o', space.file('no/such/table')]);
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(/cannot write .*table\.nodes\.csv: its folder does not exist \(ENOENT\)/);
  });
});

describe('graph files that are none', () => {
  const wrong = async (name: string, content: string | Buffer) => {
    writeFileSync(space.file(name), content);
    return cli(['show', space.file(name)]);
  };

  it.each([
    ['not there', undefined, /no such file .*dragoman build.*\[cli\/unreadable\]/],
    ['empty', '', /\[graph\/not-json\]/],
    ['text', 'Once upon a time', /\[graph\/not-json\]/],
    ['other JSON', '{"a":1}', /\[graph\/other-format\]/],
    [
      'of a newer version',
      '{"format":"dragoman-graph","version":99,"generator":"Dragoman 9"}',
      /newer Dragoman.*version 99/,
    ],
    ['binary', Buffer.from([0, 255, 1, 254]), /\[graph\/not-json\]/],
  ])('says what is wrong: %s', async (name, content, message) => {
    const { code, out, err } =
      content === undefined ? await cli(['show', space.file('none')]) : await wrong(name, content);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toContain('defect');
  });

  it('takes a folder for what it is', async () => {
    const { code, err } = await cli(['neighbours', space.dir, 'Iran']);
    expect(code).toBe(1);
    expect(err).toContain('this is a folder');
  });
});

describe('usage', () => {
  it.each([
    [['frobnicate']],
    [['neighbours']],
    [['neighbours', 'g.json', 'Iran', '--kind', 'planet']],
    [['neighbours', 'g.json', 'Iran', '--since', 'soon']],
    [['export', 'g.json', '-f', 'docx']],
    [['build', '-o', 'x.json']],
    [['build', 'x', '--date', '2024-02-30']],
    [['serve', 'g.json', '--port', '99999']],
    [['show', 'g.json', '--frob']],
    [['show', 'g.json', '--limit', '0']],
  ])('ends with 2: %j', async (args) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: /);
  });

  it('refuses what can have no answer', async () => {
    const ask = (...args: string[]) => cli([args[0] ?? '', graph, ...args.slice(1)]);
    expect(await ask('neighbours', 'Iran', '--since', '2020', '--until', '2010')).toMatchObject({
      code: 2,
      out: '',
      err: '--since 2020-01-01 is later than --until 2010-12-31\n',
    });
    expect(await ask('between', 'Iran', 'country:IRN')).toMatchObject({
      code: 1,
      err: expect.stringContaining('are the same node (country:IRN)'),
    });
    expect(await ask('show', '--type', 'accused')).toMatchObject({ code: 2, out: '' });
    expect(await ask('export', '-f', 'csv', '-o', '-')).toMatchObject({ code: 2, out: '' });
  });

  const commands = ['build', 'neighbours', 'between', 'explain', 'show', 'export', 'serve', 'analyze', 'code', 'actor'];

  it.each(commands)('%s --help has an example and the exit codes', async (name) => {
    const { code, out } = await cli([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`Examples?:\n {2}\\$ .*dragoman ${name}`));
    expect(out).toContain('Exit codes:');
  });

  it('lists every command and its version', async () => {
    const { out } = await cli(['--help']);
    for (const name of commands) expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('hostile names', () => {
  it('never reach the terminal raw', async () => {
    const hostile = testGraph();
    hostile.setNodeAttribute('country:FRA', 'label', 'Fra\u001b]0;x\u0007nce\u202e\n<script>');
    writeFileSync(space.file('hostile.json'), serializeGraph(hostile));
    for (const args of [
      ['show', space.file('hostile.json')],
      ['show', space.file('hostile.json'), 'country:FRA'],
      ['neighbours', space.file('hostile.json'), 'Iran'],
      ['between', space.file('hostile.json'), 'country:FRA', 'Iran'],
      ['explain', space.file('hostile.json'), 'country:FRA', 'Iran'],
      ['neighbours', space.file('hostile.json'), 'Fra'],
    ]) {
      const { out, err } = await cli(args);
      expect(out + err).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    }
  });
});
