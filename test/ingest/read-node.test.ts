import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadSourcesOptions, readSources } from '../../src/ingest/read.node.ts';

let folder = '';
const text = (who: string): string => `The ministers of ${who} and Sudland met on Tuesday.`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dragoman-ingest-'));
  await mkdir(path.join(folder, 'sub', '.hidden'), { recursive: true });
  await writeFile(path.join(folder, 'b.txt'), text('Norland'));
  await writeFile(path.join(folder, 'a.html'), `<p>${text('Eastland')}</p>`);
  await writeFile(path.join(folder, '.secret.txt'), text('Nowhere'));
  await writeFile(path.join(folder, 'picture.jpg'), 'no text');
  await writeFile(
    path.join(folder, 'sub', 'c.jsonl'),
    `${JSON.stringify({ text: text('Westland'), date: '2016-02-06', publisher: 'Own' })}\nbad\n`,
  );
  await writeFile(path.join(folder, 'sub', '.hidden', 'd.txt'), text('Nowhere'));
  await symlink(folder, path.join(folder, 'sub', 'loop'));
  await symlink('nowhere', path.join(folder, 'sub', 'dangling.txt'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(paths: readonly string[], options?: ReadSourcesOptions) {
  const found: string[] = [];
  for await (const { article, diagnostic } of readSources(paths, options)) {
    if (article)
      found.push(`${path.basename(article.origin ?? '')} ${article.publishedOn ?? '-'} ${article.publisher ?? '-'}`);
    if (diagnostic) found.push(`${diagnostic.code} ${path.basename(diagnostic.place ?? '')}`);
  }
  return found;
}

async function* chunks(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part);
}

describe('readSources', () => {
  it('reads a folder with all in it, sorted, without hidden files, round no loop', async () => {
    expect(await read([folder])).toEqual([
      'ingest/skipped picture.jpg',
      'ingest/unreadable dangling.txt',
      'a.html - -',
      'b.txt - -',
      'ingest/bad-line c.jsonl:2',
      'c.jsonl:1 2016-02-06 Own',
    ]);
  });

  it('lets date and publisher only fill gaps', async () => {
    const found = await read([path.join(folder, 'b.txt'), path.join(folder, 'sub', 'c.jsonl')], {
      date: '2020-01-01',
      publisher: 'Given',
    });
    expect(found).toEqual(['b.txt 2020-01-01 Given', 'ingest/bad-line c.jsonl:2', 'c.jsonl:1 2016-02-06 Own']);
  });

  it('takes patterns, in a fixed order, and reads a file once', async () => {
    const pattern = path.join(folder, '*.{txt,html}');
    expect(await read([pattern, path.join(folder, 'b.txt'), pattern])).toEqual(['a.html - -', 'b.txt - -']);
  });

  it('says that a folder holds nothing to read', async () => {
    const empty = path.join(folder, 'sub', '.hidden', 'empty');
    await mkdir(empty);
    expect(await read([empty])).toEqual(['ingest/empty-folder empty']);
  });

  it('says what is not there', async () => {
    expect(await read([path.join(folder, 'none.txt'), path.join(folder, '*.none')])).toEqual([
      'ingest/not-found none.txt',
      'ingest/not-found *.none',
    ]);
  });

  it('reads standard input, and says when it is missing, empty or too large', async () => {
    expect(await read(['-'], { stdin: chunks('The ministers of Nor', 'land and Sudland met.') })).toEqual([
      'stdin - -',
    ]);
    expect(await read(['-'])).toEqual(['ingest/no-stdin stdin']);
    expect(await read(['-'], { stdin: chunks('') })).toEqual(['ingest/empty stdin']);
    const endless = (async function* () {
      for (;;) yield new Uint8Array(1_000_000);
    })();
    expect(await read(['-'], { stdin: endless })).toEqual(['ingest/too-large stdin']);
  });

  it('names a file that may not be read', async (context) => {
    const file = path.join(folder, 'sub', 'locked.txt');
    await writeFile(file, text('Norland'));
    await chmod(file, 0);
    const found = await read([file]);
    await rm(file);
    // Whoever runs tests as root may read everything.
    if (process.getuid?.() === 0) context.skip();
    expect(found).toEqual(['ingest/unreadable locked.txt']);
  });

  it('tells how far it is', async () => {
    const seen: string[] = [];
    await read([folder], {
      onProgress: ({ source, done, total }) => seen.push(`${path.basename(source)} ${done}/${total}`),
    });
    expect(seen).toEqual(['a.html 0/3', 'b.txt 1/3', 'c.jsonl 2/3']);
  });
});
