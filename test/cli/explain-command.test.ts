import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeGraph } from '../../src/graph/file.ts';
import { testGraph } from '../support/graph.ts';
import { cli, scratch } from './harness.ts';

const space = scratch();
const graph = space.file('graph.json');
beforeAll(() => writeFileSync(graph, serializeGraph(testGraph())));
afterAll(space.remove);

describe('explain', () => {
  const TEXT = 'Two Russian diplomats were expelled by Norway, officials said. Kenya struck a balance.';
  const sentence = (line: string): string => line.replaceAll(/\s+/g, ' ');

  it('says what the graph was read by when it cannot be read so again, and what a pattern means', async () => {
    const { out } = await cli(['explain', graph, 'France', 'Iran', '--type', 'criticised']);
    expect(sentence(out)).toContain('how: read again now, these words give another event');
    const brief = await cli(['explain', graph, 'France', 'Iran', '--type', 'criticised', '--brief']);
    expect(brief.out).not.toContain('how:');
    expect(brief.out).toContain('“France criticised Iran on 14 April 2024.”');
  });

  it("explains a text of one's own", async () => {
    const { code, out, err } = await cli(['explain', '--text', TEXT]);
    expect([code, err]).toEqual([0, '']);
    const said = sentence(out);
    expect(said).toMatch(
      /^Norway expelled diplomats of Russia \[reported\] frame A expel B:@diplomat \(\S+SANCTION\.tsv\)/,
    );
    expect(said).toMatch(
      /actor “Norway” = Norway \(gazetteer 0\.\d\d\): behind “by”, with the passive “were expelled”/,
    );
    expect(said).toMatch(/status reported; told by “officials” \(“said”\)/);
    expect(said).toMatch(/not SANCTION: A expel B – fits too/);
    expect(said).toMatch(/Passed over: .*“struck” is read as something that is no event \(NONE: A strike /);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('gives machines the whole of it', async () => {
    const { code, out } = await cli(['explain', '--text', TEXT, '--date', '2024-05-08', '--json']);
    expect(code).toBe(0);
    const { text, events, passedOver } = JSON.parse(out);
    expect(text).toBe(TEXT);
    expect(Object.keys(events[0])).toEqual([
      ...['mention', 'sentence', 'trigger', 'frame', 'fixed', 'slots', 'ruledOut', 'sense', 'status', 'statusSteps'],
      ...['attribution', 'confidence', 'confidenceParts'],
    ]);
    expect(events[0].ruledOut.length).toBeGreaterThan(4);
    expect(passedOver.map((p: { why: string }) => p.why)).toContain('no-event');
  });

  it('ends with 1 when the text tells no event, and still says what was passed over', async () => {
    const { code, out, err } = await cli(['explain', '--text', 'Kenya struck a balance.']);
    expect([code, err]).toEqual([1, 'nothing was read in this text\n']);
    expect(out).toMatch(/^Passed over:\n {2}“struck”/);
    const empty = await cli(['explain', '--text', '', '--json']);
    expect([empty.code, JSON.parse(empty.out)]).toEqual([1, { text: '', events: [], facts: [], passedOver: [] }]);
  });

  it("explains by frames of one's own", async () => {
    const folder = space.file('own');
    mkdirSync(`${folder}/lexicon/en/frames`, { recursive: true });
    const row = ['v', 'A zapify B', 'accused', '', 'Peru zapified Chile.', ''].join('\t');
    const head = ['pos', 'frame', 'relation', 'mode', 'example', 'note'].join('\t');
    writeFileSync(`${folder}/lexicon/en/frames/ACCUSE.tsv`, `${head}\n${row}\n`);
    const { code, out } = await cli(['explain', '--text', 'Kenya zapified Somalia.', '--knowledge', folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Kenya accused Somalia {2}\[asserted\]\n {2}frame {3}A zapify B {1,2}\(/);
    const wrong = await cli(['serve', graph, '--port', '0', '--knowledge', space.file('no-such-folder')]);
    expect([wrong.code, wrong.out]).toEqual([1, '']);
  });

  it('is safe for terminals', async () => {
    const { out } = await cli(['explain', '--text', 'Norway\u001b]0;x\u0007 attacked \u202eKenya.']);
    expect(out).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
  });

  it.each([
    [['explain']],
    [['explain', 'g.json']],
    [['explain', 'g.json', 'Iran']],
    [['explain', 'g.json', 'Iran', 'Iraq', '--text', 'x']],
    [['explain', '--text', 'x', '--brief']],
    [['explain', '--text', 'x', '--type', 'accused']],
    [['explain', '--text', 'x', '--date', 'soon']],
    [['explain', 'g.json', 'Iran', 'Iraq', '--date', '2024-01-01']],
  ])('ends with 2: %j', async (args) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: /);
  });
});
