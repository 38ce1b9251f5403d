import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Layer -> layers it may import, itself always. Files that stand directly in src/ are layers by their name. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ['base'],
  knowledge: ['base', 'model'],
  ingest: ['base', 'model'],
  language: ['base', 'model', 'knowledge'],
  syntax: ['base', 'model'],
  entities: ['base', 'model', 'knowledge', 'syntax'],
  events: ['base', 'model', 'knowledge', 'syntax'],
  graph: ['base', 'model', 'knowledge'],
  query: ['base', 'model', 'graph'],
  export: ['base', 'model', 'graph'],
  'version.ts': [],
  'pipeline.ts': ['base', 'model', 'knowledge', 'language', 'syntax', 'entities', 'events', 'graph', 'version.ts'],
  'resources.ts': ['base', 'pipeline.ts'],
  'index.ts': ['*'],
  'node.ts': ['*'],
  training: ['*'],
  server: ['*'],
  cli: ['*'],
  build: ['*'],
  web: [
    'base',
    'model',
    'knowledge',
    'ingest',
    'graph',
    'query',
    'export',
    'pipeline.ts',
    'resources.ts',
    'version.ts',
  ],
};

/** The Node edge; everything else in src is the core. */
const NODE_LAYERS: ReadonlySet<string> = new Set(['node.ts', 'training', 'server', 'cli', 'build']);

/** Packages that a stage may use; Node's own modules are looked at apart. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: [],
  knowledge: ['yaml', 'zod'],
  ingest: ['@mozilla/readability', 'chardet', 'linkedom', 'zod'],
  language: [],
  syntax: [],
  entities: [],
  events: [],
  graph: ['graphology', 'graphology-types', 'graphology-layout-forceatlas2', 'zod'],
  query: ['graphology', 'graphology-types', 'fastest-levenshtein'],
  export: ['graphology', 'graphology-types'],
  'version.ts': [],
  'pipeline.ts': [],
  'resources.ts': ['zod'],
  'index.ts': [],
};

/** What the core must not name: each makes it depend on a runtime, or on more than its input. */
const IMPURE: readonly (readonly [string, RegExp])[] = [
  ['process', /(?<![\w.$'"-])process\s*[.[]/],
  ['fetch', /(?<![\w.$])fetch\s*\(/],
  ['console', /(?<![\w.$])console\s*\./],
  [
    'document of the browser',
    /(?<![\w.$])(?:window|globalThis)\s*\.|(?<![\w.$])document\s*\.\s*(?:createElement|querySelector|body|getElementById)/,
  ],
  ['Date.now', /\bDate\s*\.\s*now\b/],
  ['new Date()', /\bnew\s+Date\s*\(\s*\)/],
  ['performance.now', /\bperformance\s*\.\s*now\b/],
  ['Math.random', /\bMath\s*\.\s*random\b/],
  ['crypto', /(?<![\w.$])crypto\s*\.\s*(?:randomUUID|getRandomValues)/],
  ['timers', /(?<![\w.$])(?:setTimeout|setInterval|queueMicrotask)\s*\(/],
];

interface SourceFile {
  /** `src/graph/build.ts`, always with slashes. */
  readonly file: string;
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function readTree(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      return { file, layer: layerOf(file), text, imports: importsOf(text) };
    });
}

const layerOf = (file: string): string => {
  const [top, second = ''] = file.split('/');
  return top === 'web' ? 'web' : second;
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g;

const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/** Layer that a relative import leads to; undefined for packages and for what is no module of ours (styles, icons). */
function targetLayer(source: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(source.file), specifier));
  return /^(src|web)\//.test(target) ? layerOf(target) : target;
}

const sources = readTree('src');
const web = readTree('web');
const core = sources.filter((source) => !NODE_LAYERS.has(source.layer));

/** Code without comments and strings, in which words are only words. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/(^|\s)\/\/.*$/gm, '$1');

describe('architecture', () => {
  it('reads the files it speaks of', () => {
    expect(sources.length).toBeGreaterThanOrEqual(130);
    expect(web.length).toBeGreaterThanOrEqual(10);
    expect(sources.flatMap((s) => s.imports).length).toBeGreaterThan(400);
    expect(new Set(core.map((s) => s.layer)).size).toBeGreaterThanOrEqual(12);
  });

  it('finds imports in every form', () => {
    const text = `import a from './a.ts';\nimport {\n  b,\n} from "./b.ts";\nexport * from './c.ts';\nimport './d.css';\nawait import('./e.ts')`;
    expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.css', './e.ts']);
  });

  it('knows every layer', () => {
    const unknown = [...sources, ...web].filter((s) => MAY_IMPORT[s.layer] === undefined).map((s) => s.file);
    expect(unknown).toEqual([]);
  });

  it('imports only along the table', () => {
    const wrong = [...sources, ...web].flatMap((source) => {
      const allowed = MAY_IMPORT[source.layer] ?? [];
      return source.imports
        .map((specifier) => ({ specifier, target: targetLayer(source, specifier) }))
        .filter(({ target }) => target !== undefined && target !== source.layer)
        .filter(({ target }) => !allowed.includes('*') && !allowed.includes(target ?? ''))
        .filter(({ specifier }) => !(source.layer === 'web' && specifier.endsWith('package.json')))
        .map(({ specifier }) => `${source.file} -> ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps Node out of the core and out of the viewer', () => {
    const files = [...core, ...web].filter((s) => !s.file.endsWith('.node.ts') && !s.file.endsWith('vite.config.ts'));
    const wrong = files.flatMap((source) =>
      source.imports
        .filter((i) => i.startsWith('node:') || i.endsWith('.node.ts'))
        .map((i) => `${source.file} -> ${i}`),
    );
    expect(wrong).toEqual([]);
  });

  it('uses only the packages that belong to a layer', () => {
    const files = core.filter((s) => !s.file.endsWith('.node.ts'));
    const packageOf = (specifier: string): string =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    const wrong = files.flatMap((source) =>
      source.imports
        .filter((i) => !i.startsWith('.') && !(PACKAGES[source.layer] ?? []).includes(packageOf(i)))
        .map((i) => `${source.file} -> ${i}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names no runtime, clock or chance in the core', () => {
    const files = core.filter((s) => !s.file.endsWith('.node.ts'));
    const wrong = files.flatMap((source) => {
      const code = codeOf(source.text);
      return IMPURE.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${source.file}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('would notice an impure core', () => {
    const code = codeOf(
      "// process.env\nconst a = 'fetch(';\nconst t = Date.now();\nif (process.env['X']) fetch('x');",
    );
    expect(IMPURE.filter(([, pattern]) => pattern.test(code)).map(([name]) => name)).toEqual([
      'process',
      'fetch',
      'Date.now',
    ]);
  });

  it('keeps files short', () => {
    const long = [...sources, ...web]
      .map((s) => ({ file: s.file, lines: s.text.split('\n').length }))
      .filter(({ lines }) => lines > 400)
      .map(({ file, lines }) => `${file}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('exports by name only', () => {
    const wrong = sources.filter((s) => /^export default\b/m.test(codeOf(s.text))).map((s) => s.file);
    expect(wrong).toEqual([]);
  });
});
