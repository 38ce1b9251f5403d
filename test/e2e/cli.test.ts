import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGraph } from '../../src/graph/file.ts';
import { jsonLines } from '../cli/harness.ts';
import { program } from '../support/program.ts';
import { SAMPLES, STORY, withSampleGraph } from './sample-graph.ts';

const space = withSampleGraph();
const { file, folder } = space;

describe('build', () => {
  it('reads the samples into a connected graph with a sentence behind every edge', () => {
    const parsed = parseGraph(readFileSync(file('graph.json'), 'utf8'));
    if (!parsed.graph) throw new Error(JSON.stringify(parsed.diagnostics));
    const { graph } = parsed;
    expect(graph.order).toBeGreaterThan(80);
    expect(graph.size).toBeGreaterThan(100);
    graph.forEachEdge((_, { occurrences }) => {
      expect(occurrences.length).toBeGreaterThan(0);
      for (const { evidence } of occurrences) {
        const text = graph.getAttribute('articles')[evidence.article]?.text ?? '';
        expect(text.slice(evidence.span.start, evidence.span.end)).toBe(evidence.quote);
      }
    });
  });

  it('gives the same bytes twice, whatever the order of the input', async () => {
    const lines = readFileSync(SAMPLES, 'utf8').trim().split('\n');
    writeFileSync(file('reversed.jsonl'), `${[...lines].reverse().join('\n')}\n`);
    await program(['build', file('reversed.jsonl'), '-o', file('again.json')]);
    expect(readFileSync(file('again.json'), 'utf8')).toBe(readFileSync(file('graph.json'), 'utf8'));
  });

  it('reads text, HTML and standard input, with date and publisher from the options', async () => {
    const dir = folder('mixed');
    writeFileSync(path.join(dir, 'a.txt'), `Words over Vienna\n\n${STORY}\n`);
    writeFileSync(
      path.join(dir, 'b.html'),
      `<html><head><title>Visit</title><script>alert("Iran attacked Peru")</script></head><body><article><h1>Visit</h1>${'<p>Germany praised Japan in Berlin on Tuesday. The chancellor of Germany hosted the prime minister of Japan for two hours.</p>'.repeat(4)}<script>document.write("Chile threatened Peru.")</script></article></body></html>`,
    );
    const { code } = await program(
      ['build', dir, '-', '--date', '2024-05-08', '--publisher', 'Desk', '-o', path.join(dir, 'g.json')],
      {
        stdin: 'Brazil signed a trade agreement with Chile.',
      },
    );
    expect(code).toBe(0);
    const parsed = parseGraph(readFileSync(path.join(dir, 'g.json'), 'utf8'));
    const articles = Object.values(parsed.graph?.getAttribute('articles') ?? {});
    expect(articles.length).toBe(3);
    expect(articles.every((a) => a.publishedOn === '2024-05-08' && a.publisher === 'Desk')).toBe(true);
    expect(parsed.graph?.hasNode('country:PER')).toBe(false);
    expect(parsed.graph?.hasNode('country:FRA')).toBe(true);
  });

  it('leaves texts out when asked, and writes to standard output', async () => {
    const { out } = await program(['build', '-', '--no-text', '-o', '-'], { stdin: STORY });
    const parsed = parseGraph(out);
    expect(Object.values(parsed.graph?.getAttribute('articles') ?? {}).map((a) => a.text)).toEqual([undefined]);
  });
});

describe('bad input', () => {
  const wide = '\u0000\u0001\u0002PK\u0003\u0004';
  const cases: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ['empty.txt', '', /\[ingest\/empty\]/],
    ['blank.txt', ' \n\n\t\n', /\[ingest\//],
    ['binary.txt', Buffer.from(wide.repeat(200), 'latin1'), /\[ingest\/binary\]/],
    ['image.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /\[ingest\/binary\]/],
    ['nothing.html', '<html><body><script>var x = 1;</script></body></html>', /\[ingest\//],
    ['lines.jsonl', '{"text": 5}\nnot json\n', /\[ingest\//],
    ['large.txt', 'Iran and Russia held talks in Vienna. '.repeat(1_400_000), /\[ingest\/too-large\]/],
  ];

  it.each(cases)('%s: a message, exit code 1, no file', async (name, content, message) => {
    const dir = folder(`bad-${name}`);
    writeFileSync(path.join(dir, name), content);
    const { code, out, err } = await program(['build', path.join(dir, name), '-o', path.join(dir, 'graph.json')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toContain('defect');
    expect(readdirSync(dir)).toEqual([name]);
  });

  it('reads what it can when one of several files is bad, and says so by exit code 1', async () => {
    const dir = folder('partly');
    writeFileSync(
      path.join(dir, 'bad.txt'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    );
    writeFileSync(path.join(dir, 'good.txt'), STORY);
    const { code, err } = await program(['build', dir, '-o', path.join(dir, 'graph.json')]);
    expect(code).toBe(1);
    expect(err).toContain('1 article:');
    expect(existsSync(path.join(dir, 'graph.json'))).toBe(true);
  });

  it('reads broken UTF-8 as well as it can and says so', async () => {
    const dir = folder('broken');
    const bytes = Buffer.concat([
      Buffer.from('France accused Iran of delay. '),
      Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
      Buffer.from(' Russia praised China.'),
    ]);
    writeFileSync(path.join(dir, 'a.txt'), bytes);
    const { code, err } = await program(['build', path.join(dir, 'a.txt'), '-o', path.join(dir, 'graph.json')]);
    expect([0, 1]).toContain(code);
    expect(err).not.toContain('defect');
    if (code === 0) expect(parseGraph(readFileSync(path.join(dir, 'graph.json'), 'utf8')).graph).toBeDefined();
  });

  it('takes a lone surrogate in JSON Lines', async () => {
    const dir = folder('lone');
    writeFileSync(
      path.join(dir, 'a.jsonl'),
      `{"id":"x","text":"France \\ud800 accused Iran of delay. Russia praised China."}\n`,
    );
    const { code, err } = await program(['build', path.join(dir, 'a.jsonl'), '-o', path.join(dir, 'graph.json')]);
    expect(code).toBe(0);
    expect(err).not.toContain('defect');
    expect(parseGraph(readFileSync(path.join(dir, 'graph.json'), 'utf8')).graph?.hasNode('country:CHN')).toBe(true);
  });

  it('warns of an article without a relation; one without anything is no result', async () => {
    const names = await program(['build', '-', '-o', file('names.json')], { stdin: 'France is warm and quiet today.' });
    expect(names.code).toBe(0);
    expect(names.err).toContain('warning: no relation was found in this article');
    const nothing = await program(['build', '-', '-o', file('void.json')], {
      stdin: 'The cat sat on the mat. It was warm and it was quiet there.',
    });
    expect(nothing.code).toBe(1);
    expect(nothing.err).toContain('error: neither a relation nor a known name was found in this article');
    expect(parseGraph(readFileSync(file('void.json'), 'utf8')).graph?.order).toBe(0);
  });

  it('says that a folder holds nothing to read', async () => {
    const { code, err } = await program(['build', folder('nothing-in-it'), '-o', file('x.json')]);
    expect(code).toBe(1);
    expect(err).toContain('[ingest/empty-folder]');
    expect(existsSync(file('x.json'))).toBe(false);
  });

  it('says that a path is not there', async () => {
    const { code, err } = await program(['build', file('no-such-file.txt'), '-o', file('x.json')]);
    expect(code).toBe(1);
    expect(err).toContain('[ingest/not-found]');
    expect(existsSync(file('x.json'))).toBe(false);
  });
});

describe('analyze, code, actor', () => {
  it('finds entities and events with offsets into the text as given', async () => {
    const text =
      '  France   accused Iran of delay.\n\nRussia and China held talks in Moscow on Monday. Officials said that Peru will visit Chile.';
    const { code, out } = await program(['analyze'], {
      stdin: `${JSON.stringify({ id: 'a', text, title: 'Delay', date: '2024-05-08', other: 1 })}\n`,
    });
    expect(code).toBe(0);
    const [line] = jsonLines(out) as unknown as [
      {
        id: string;
        entities: { start: number; end: number; entity: string | null }[];
        events: {
          root: string;
          source: { start: number; end: number; entity: string | null } | null;
          target: { start: number; end: number; entity: string | null } | null;
          status: string;
        }[];
      },
    ];
    expect(line.id).toBe('a');
    const cut = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : null);
    const countries = line.entities.filter((e) => e.entity?.startsWith('country:')).map(cut);
    expect(countries).toEqual(expect.arrayContaining(['France', 'Iran', 'Russia', 'China']));
    const events = line.events.map((e) => [e.root, cut(e.source), cut(e.target)]);
    expect(events).toContainEqual(['ACCUSE', 'France', 'Iran']);
    expect(events).toContainEqual(['CONSULT', 'Russia', 'China']);
    expect(events).toContainEqual(['CONSULT', 'China', 'Russia']);
  });

  it('codes a pair, one answer an item, in order', async () => {
    const items = [
      { id: 1, text: 'France accused Iran of delay.', source: { start: 0, end: 6 }, target: { start: 15, end: 19 } },
      { id: 2, text: 'The weather in Peru and Chile.', source: { start: 15, end: 19 }, target: { start: 24, end: 29 } },
      { id: 3, text: 'short', source: { start: 0, end: 99 }, target: { start: 0, end: 1 } },
      {
        id: 4,
        text: 'France freed two Iranian sailors.',
        source: { start: 0, end: 6 },
        target: { start: 17, end: 24 },
      },
    ];
    const { code, out } = await program(['code'], { stdin: items.map((item) => JSON.stringify(item)).join('\n') });
    expect(code).toBe(1);
    const lines = jsonLines(out);
    expect(lines.map((line) => line['id'])).toEqual([1, 2, 3, 4]);
    expect(lines[0]).toMatchObject({ root: 'ACCUSE', status: 'asserted' });
    expect(lines[1]).toMatchObject({ root: 'CONSULT', confidence: 0.1 });
    expect(lines[2]).toHaveProperty('error');
    expect(lines[3]).toMatchObject({ root: 'YIELD' });
  });

  it('resolves actors', async () => {
    const { code, out } = await program(['actor'], {
      stdin:
        '{"id":1,"actor":"Turkish foreign minister"}\n{"id":2,"actor":"Syrian rebels","date":"2014-03-01"}\n{"id":3}\n',
    });
    expect(code).toBe(1);
    expect(jsonLines(out)).toEqual([
      expect.objectContaining({ id: 1, country: 'TUR', code_1: 'GOV' }),
      expect.objectContaining({ id: 2, country: 'SYR', code_1: 'REB' }),
      { id: 3, error: 'the field "actor" is missing' },
    ]);
  });
});

describe('explain', () => {
  it('says how each passage of a graph was read', async () => {
    const { code, out } = await program(['explain', file('graph.json'), 'Saudi Arabia', 'Iran', '--json']);
    expect(code).toBe(0);
    const { relations } = JSON.parse(out) as { relations: { occurrences: { quote: string; rule: string }[] }[] };
    const occurrences = relations.flatMap((r) => r.occurrences);
    expect(occurrences.length).toBeGreaterThan(1);
    for (const { quote, rule, ...rest } of occurrences)
      expect(rest).toMatchObject({
        derivation: { from: 'article', event: { sentence: { text: quote }, frame: { rule } } },
      });
  });

  it('reads the sentence alone in a graph without texts', async () => {
    const bare = file('bare.json');
    await program(['build', SAMPLES, '--no-text', '-o', bare]);
    const { code, out } = await program(['explain', bare, 'Saudi Arabia', 'Iran', '--type', 'accused']);
    expect(code).toBe(0);
    expect(out).toContain('read again from the sentence alone');
    expect(out).toMatch(/actor +“Riyadh” = Saudi Arabia/);
  });

  it('adds explanations to analyze when asked', async () => {
    const stdin = '{"id":1,"text":"France accused Iran of delay."}\n';
    const [plain, explained] = await Promise.all(
      [[], ['--explain']].map(async (flags) => jsonLines((await program(['analyze', ...flags], { stdin })).out)[0]),
    );
    const { explanation, ...rest } = explained as { explanation: { events: { frame: { rule: string } }[] } };
    expect(rest).toEqual(plain);
    expect(explanation.events.map((e) => e.frame.rule)).toEqual(['ACCUSE: A accuse B of X']);
  });
});

describe('serve', () => {
  it('prints its address, serves viewer and graph to this machine only, and ends on SIGTERM', async () => {
    let seen: Promise<Response[]> | undefined;
    const { code, out } = await program(['serve', file('graph.json'), '--port', '0', '--no-open'], {
      onOutput: (text, kill) => {
        const url = text.trim();
        seen = Promise.all([
          fetch(url),
          fetch(`${url}graph.json`),
          fetch(`${url}resources.json`, { method: 'HEAD' }),
          fetch(`${url}no-such-file`),
          fetch(url, { method: 'POST' }),
        ]);
        void seen.finally(() => kill('SIGTERM'));
      },
    });
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(code).toBe(130);
    const [page, graph, resources, missing, post] = (await seen) ?? [];
    expect([page?.status, graph?.status, missing?.status, post?.status]).toEqual([200, 200, 404, 405]);
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(parseGraph((await graph?.text()) ?? '').graph).toBeDefined();
    expect([resources?.status, Number(resources?.headers.get('content-length')) > 1e6]).toEqual([200, true]);
  });
});
