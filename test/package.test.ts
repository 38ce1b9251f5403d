import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../src/build/steps.ts';
import { VERSION } from '../src/version.ts';
import { ensureBuilt } from './support/program.ts';

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
let packed: Packed;

beforeAll(async () => {
  await ensureBuilt();
  // --ignore-scripts: what is packed was built just now.
  const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  [packed] = JSON.parse(json) as [Packed];
}, 300_000);

describe('package', () => {
  it('holds program, data, viewer and papers, and nothing else', () => {
    const files = packed.files.map((f) => f.path);
    for (const file of [
      'LICENSE',
      'README.md',
      'package.json',
      'data/README.md',
      'data/models/en/tagger.json',
      'data/models/en/parser.json',
      'data/models/en/names.json',
      'data/ontology/relations.yaml',
      'data/samples/reports.jsonl',
      'dist/cli/main.js',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/node.js',
      'dist/resources/resources.json',
      'dist/web/index.html',
    ])
      expect(files).toContain(file);
    const foreign = files.filter((f) => !/^(dist|data)\/|^(LICENSE|README\.md|package\.json)$/.test(f));
    expect(foreign).toEqual([]);
    // The weights are in the compiled resources.
    expect(files.filter((f) => f.endsWith('.bin'))).toEqual([]);
    expect(files.filter((f) => /training|\.build|\.map$|(?<!\.d)\.ts$|test/.test(f))).toEqual([]);
  });

  it('is small', () => {
    expect(packed.size).toBeGreaterThan(500_000);
    expect(packed.size).toBeLessThan(7_000_000);
  });

  it('gives a browser models of less than 3 MB, compressed', () => {
    const sizes = ['tagger', 'parser', 'names'].map(
      (name) => gzipSync(readFileSync(path.join(ROOT, `data/models/en/${name}.bin`))).length,
    );
    expect(Math.min(...sizes)).toBeGreaterThan(100_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it('exports what is there, with types', async () => {
    for (const target of Object.values(manifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : [target.types, target.default])
        expect(existsSync(path.join(ROOT, file)), file).toBe(true);
    }
    const library = (await import(pathToFileURL(path.join(ROOT, 'dist/index.js')).href)) as Record<string, unknown>;
    const wanted =
      'createExtractor buildGraph parseGraph serializeGraph neighbours between explain ego lookUp writeGexf readText readHtml readJsonl parseResources';
    for (const name of wanted.split(' ')) expect(library[name], name).toBeTypeOf('function');
    const node = (await import(pathToFileURL(path.join(ROOT, 'dist/node.js')).href)) as Record<string, unknown>;
    for (const name of ['createNodeExtractor', 'loadResources', 'readSources', 'writeFileAtomic'])
      expect(node[name], name).toBeTypeOf('function');
  });

  it('has one version, one licence and a program that can be run', () => {
    expect(manifest).toMatchObject({
      name: 'dragoman',
      version: VERSION,
      license: 'MIT',
      engines: { node: '>=20.19' },
    });
    expect(readFileSync(path.join(ROOT, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
    const program = path.join(ROOT, manifest.bin['dragoman'] ?? '');
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') expect(statSync(program).mode & 0o111).toBe(0o111);
  });

  it('imports relative modules by names that are in the package', () => {
    const modules = packed.files.map((f) => f.path).filter((f) => /^dist\/(?!web).*\.(js|d\.ts)$/.test(f));
    const missing = modules.flatMap((file) => {
      const specifiers = [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)];
      return specifiers
        .map(([, specifier = '']) => path.join(path.dirname(path.join(ROOT, file)), specifier))
        .filter((target) => !existsSync(target) && !existsSync(target.replace(/\.(js|ts)$/, '.d.ts')))
        .map((target) => `${file} -> ${path.relative(ROOT, target)}`);
    });
    expect(modules.length).toBeGreaterThan(200);
    expect(missing).toEqual([]);
  });
});
