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

  it('names what is wrong by file and line, and ends with 1', async () => {
    const dir = folder('bad', {
      'gazetteer/people.tsv': `${PEOPLE}\nperson:x\tX\tQQQ\tGOV\n`,
      'lexicon/en/agents.tsv': 'phrase\tsector\tnumber\tacts\nreef warden\tQQQ\tsg\tperson\n',
    });
    const { code, out, err } = await cli(['lint', dir]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${dir}/gazetteer/people.tsv:2: error: person:x: country "QQQ" is no row`);
    expect(err).toContain(`${dir}/lexicon/en/agents.tsv:2: error: reef warden: "QQQ" is no sector`);
    expect((await cli(['lint'])).code).toBe(2);
  });
});

describe('--knowledge', () => {
  it('is read by actor and analyze', async () => {
    const own = ['--knowledge', MINE];
    const actors = await cli(['actor', ...own], { stdin: ask('Zora Quell', 'a Fijian reef warden') });
    expect(jsonLines(actors.out)).toEqual([
      { id: 0, country: 'FJI', code_1: 'GOV', name: 'Zora Quell' },
      expect.objectContaining({ id: 1, country: 'FJI', code_1: 'COP' }),
    ]);
    const stdin = '{"id":1,"text":"Chad blorfed Niger."}';
    const analyzed = await cli(['analyze', ...own], { stdin });
    expect(jsonLines(analyzed.out)[0]).toMatchObject({ events: [{ root: 'ASSAULT', relation: 'attacked' }] });
  });

  it('takes several folders; the graph names what it was built with', async () => {
    const off = folder('off', { 'off.tsv': `file\tkey\ngazetteer/people.tsv\tperson:quell-of-fiji\n` });
    const { code, out } = await cli(['build', '-', '-o', '-', '--knowledge', MINE, '--knowledge', off], {
      stdin: 'Zora Quell met the king of Jordan in Amman. Chad blorfed Niger.',
    });
    expect(code).toBe(0);
    const { graph } = parseGraph(out);
    expect(graph?.hasNode('person:quell-of-fiji')).toBe(false);
    expect(graph?.hasEdge('country:TCD', 'country:NER')).toBe(true);
    expect(graph?.getAttribute('generator')).toMatch(/^Dragoman [\d.]+ \+ own knowledge [0-9a-f]{16}$/);
  });

  it('is refused as a whole when it has errors, with all of them', async () => {
    const dir = folder('broken', {
      'gazetteer/people.tsv': `${PEOPLE}\nperson:x\tX\tQQQ\tGOV\nperson:y\tY\tFJI\tQQQ\n`,
    });
    const { code, out, err } = await cli(['actor', '--knowledge', dir], { stdin: ask('X') });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${dir}/gazetteer/people.tsv:2: person:x: country "QQQ" is no row`);
    expect(err).toContain(`${dir}/gazetteer/people.tsv:3: person:y: "QQQ" is no sector`);
    await expect(createNodeExtractor({ knowledge: file('nowhere') })).rejects.toThrow(KnowledgeError);
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
