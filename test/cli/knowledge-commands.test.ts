import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseGraph } from '../../src/graph/file.ts';
import { createNodeExtractor, KnowledgeError } from '../../src/node.ts';
import { cli, jsonLines, scratch } from './harness.ts';

const space = scratch();
const { file } = space;
afterAll(space.remove);

/** Writes files into a folder of the scratch space and returns its path. */
function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [inner, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(file(name), inner)), { recursive: true });
    writeFileSync(path.join(file(name), inner), content);
  }
  return file(name);
}

const FRAMES = 'pos\tframe\trelation\tmode\texample';
const PEOPLE = 'id\tname\tcountry\tsector\toffices\taliases\tsurname\tgender\twikidata';
const MINE = folder('mine', {
  'README.md': 'beside it',
  'lexicon/en/frames/ASSAULT.tsv': `${FRAMES}\nv\tA blorf B\tattacked\t\tChad blorfed Niger.\n`,
  'gazetteer/people.tsv': `${PEOPLE}\nperson:quell-of-fiji\tZora Quell\tFJI\tGOV\tforeign minister @ FJI 2020-\t\tQuell\tf\n`,
  'lexicon/en/agents.tsv': 'phrase\tsector\tnumber\tacts\nreef warden\tCOP\tsg\tperson\n',
});
const ask = (...actors: readonly string[]): string =>
  actors.map((actor, id) => JSON.stringify({ id, actor, date: '2024-05-01' })).join('\n');

describe('lint', () => {
  it('says how much there is', async () => {
    const { code, out, err } = await cli(['lint', MINE]);
    expect([code, out, err]).toEqual([0, 'ok: 1 frame, 1 actor, 1 other entry\n', '']);
  });

  it('warns of a frame that does not read its own example', async () => {
    const dir = folder('unread', {
      'lexicon/en/frames/ASSAULT.tsv': `${FRAMES}\nv\tA blorf B\tattacked\t\tChad praised Niger.\n`,
    });
    const { code, err } = await cli(['lint', dir]);
    expect(code).toBe(0);
    expect(err).toBe(
      `${dir}/lexicon/en/frames/ASSAULT.tsv:2: warning: ASSAULT: A blorf B: the example is not read by this frame: Chad praised Niger. [knowledge/example]\n`,
    );
  });

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    [
      'a bad row',
      { 'gazetteer/people.tsv': `${PEOPLE}\nperson:x\tX\tQQQ\tGOV\n` },
      'gazetteer/people.tsv:2: error: person:x: country "QQQ" is no row',
    ],
    [
      'a file that nobody reads',
      { 'gazetter/people.tsv': PEOPLE },
      'gazetter/people.tsv: error: no file of this name is read',
    ],
    [
      'a broken encoding',
      { 'gazetteer/people.tsv': Uint8Array.from(Buffer.from(`${PEOPLE}\nperson:x\tJos\xe9\tFJI\tGOV\n`, 'latin1')) },
      'gazetteer/people.tsv:2: error: this line is not UTF-8',
    ],
    ['UTF-16', { 'off.tsv': Uint8Array.from([0xff, 0xfe, 0x66, 0]) }, 'off.tsv: error: the file is UTF-16'],
    ['a binary', { 'off.tsv': Uint8Array.from([0x50, 0, 1, 2]) }, 'off.tsv: error: the file is binary'],
    [
      'a hidden character',
      { 'lexicon/en/abbreviations.txt': 'qu.\nrx.\u200b\n' },
      'lexicon/en/abbreviations.txt:2: error: there is a character that no editor shows (U+200B)',
    ],
  ])('refuses %s, by file and line', async (name, files, expected) => {
    const dir = folder(`bad ${name}`, files);
    const { code, out, err } = await cli(['lint', dir]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${dir}/${expected}`);
    expect(err).not.toContain('defect');
  });

  it('refuses folders that are not there or have nothing', async () => {
    mkdirSync(file('empty'));
    const runs = [
      await cli(['lint', file('nowhere')]),
      await cli(['lint', file('empty')]),
      await cli(['lint', path.join(MINE, 'README.md')]),
    ];
    expect(runs.map((r) => r.code)).toEqual([1, 1, 1]);
    expect(runs.map((r) => /error: (.*) \[/.exec(r.err)?.[1])).toEqual([
      'there is no such folder',
      'the folder has no file that Dragoman reads: see data/README.md',
      'this is no folder',
    ]);
    expect((await cli(['lint'])).code).toBe(2);
  });
});

describe('--knowledge', () => {
  it('is read by actor, code and analyze', async () => {
    const own = ['--knowledge', MINE];
    const actors = await cli(['actor', ...own], { stdin: ask('Zora Quell', 'a Fijian reef warden') });
    expect(jsonLines(actors.out)).toEqual([
      { id: 0, country: 'FJI', code_1: 'GOV', name: 'Zora Quell' },
      expect.objectContaining({ id: 1, country: 'FJI', code_1: 'COP' }),
    ]);
    const stdin = '{"id":1,"text":"Chad blorfed Niger.","source":{"start":0,"end":4},"target":{"start":13,"end":18}}';
    const [coded, without] = [await cli(['code', ...own], { stdin }), await cli(['code'], { stdin })];
    expect(jsonLines(coded.out)).toEqual([expect.objectContaining({ root: 'ASSAULT', status: 'asserted' })]);
    expect(jsonLines(without.out)).not.toEqual(jsonLines(coded.out));
    const analyzed = await cli(['analyze', ...own], { stdin });
    expect(jsonLines(analyzed.out)[0]).toMatchObject({ events: [{ root: 'ASSAULT', relation: 'attacked' }] });
  });

  it('takes several folders; the graph names what it was built with', async () => {
    const off = folder('off', { 'off.tsv': `file\tkey\ngazetteer/people.tsv\tperson:quell-of-fiji\n` });
    const generators = [];
    for (const dirs of [[], [MINE], [MINE, off]]) {
      const options = dirs.flatMap((dir) => ['--knowledge', dir]);
      const { code, out } = await cli(['build', '-', '-o', '-', ...options], {
        stdin: 'Zora Quell met the king of Jordan in Amman.',
      });
      expect(code).toBe(0);
      const { graph } = parseGraph(out);
      expect(graph?.hasNode('person:quell-of-fiji')).toBe(dirs.length === 1);
      generators.push(graph?.getAttribute('generator') ?? '');
    }
    expect(generators[0]).toMatch(/^Dragoman [\d.]+$/);
    expect(generators[1]).toMatch(/^Dragoman [\d.]+ \+ own knowledge [0-9a-f]{16}$/);
    expect(new Set(generators).size).toBe(3);
  });

  it('is refused as a whole when it has errors, with all of them', async () => {
    const dir = folder('broken', {
      'gazetteer/people.tsv': `${PEOPLE}\nperson:x\tX\tQQQ\tGOV\nperson:y\tY\tFJI\tQQQ\n`,
    });
    const { code, out, err } = await cli(['actor', '--knowledge', dir], { stdin: ask('X') });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${dir}/gazetteer/people.tsv:2: person:x: country "QQQ" is no row`);
    expect(err).toContain(`${dir}/gazetteer/people.tsv:3: person:y: "QQQ" is no sector`);
    await expect(createNodeExtractor({ knowledge: dir })).rejects.toThrow(KnowledgeError);
  });
});

describe('import-actors', () => {
  const actors = [
    'VELUTO_REEF_FRONT_(VRFX)_ [FJIREB]',
    'ZANDRO_QUILL_',
    '+QUILL_',
    '\t[FJIELI <990101]',
    '\t[FJIGOV >990101]',
  ];
  writeFileSync(file('my.actors.txt'), actors.join('\n'));
  writeFileSync(file('my.agents.txt'), 'REEF_NEWSMAN [~MED]\n');

  it('writes a folder that actor can use', async () => {
    const dir = file('imported');
    const made = await cli(['import-actors', file('my.actors.txt'), file('my.agents.txt'), '-o', dir]);
    expect(made).toEqual({
      code: 0,
      err: '',
      out: `1 people, 1 groups, 1 agents; 0 entries known already; 0 findings on what was left out -> ${dir}\n`,
    });
    expect(readFileSync(path.join(dir, 'gazetteer/people.tsv'), 'utf8')).toContain('\tmy.actors.txt:2\n');
    const before = jsonLines((await cli(['actor'], { stdin: ask('Zandro Quill') })).out);
    expect(before[0]).toMatchObject({ country: '' });
    const after = await cli(['actor', '--knowledge', dir], {
      stdin: ask('Zandro Quill', 'Veluto Reef Front', 'a Fijian reef newsman'),
    });
    expect(jsonLines(after.out)).toEqual([
      expect.objectContaining({ country: 'FJI', code_1: 'GOV', name: 'Zandro Quill' }),
      expect.objectContaining({ country: 'FJI', code_1: 'REB', name: 'Veluto Reef Front' }),
      expect.objectContaining({ country: 'FJI', code_1: 'JRN' }),
    ]);
    const again = await cli(['import-actors', file('my.actors.txt'), '-o', dir]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('--force');
    expect((await cli(['import-actors', file('my.actors.txt'), '-o', dir, '--force'])).code).toBe(0);
  });

  it('names what it leaves out, and files that are no dictionaries', async () => {
    writeFileSync(
      file('odd.txt'),
      ['VELUTO_REEF_FRONT_ [FJIREB', 'ZANDRO_QUILL_ [FJIGOV]', 'KOFI_ANNAN_ [FJIMIL]'].join('\n'),
    );
    writeFileSync(file('image.txt'), Uint8Array.from([0x89, 0x50, 0, 1]));
    const { code, out, err } = await cli([
      'import-actors',
      file('odd.txt'),
      file('image.txt'),
      file('no.txt'),
      '-o',
      file('odd'),
    ]);
    expect(code).toBe(1);
    expect(out).toContain('1 people');
    expect(err).toContain(`${file('odd.txt')}:1: error: "[FJIREB" cannot be read`);
    expect(err).toContain(`${file('odd.txt')}:3: warning: "Kofi Annan" is a name of person:kofi-annan already`);
    expect(err).toContain(`${file('image.txt')}: error: the file is binary`);
    expect(err).toContain(`${file('no.txt')}: error: cannot be read`);
  });

  it('writes nothing without a row', async () => {
    writeFileSync(file('none.txt'), '# nothing\n');
    const { code, out, err } = await cli(['import-actors', file('none.txt'), '-o', file('none')]);
    expect([code, out, existsSync(file('none'))]).toEqual([1, '', false]);
    expect(err).toContain('there is no name with a code in this file');
    expect((await cli(['import-actors', file('none.txt')])).code).toBe(2);
  });
});
