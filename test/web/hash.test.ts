import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHash, parseHash } from '../../web/state/hash.ts';
import { DEFAULT_FILTERS, DEFAULT_VIEW, type Page, type View } from '../../web/state/view.ts';
import { KINDS, STATUSES } from '../../web/state/words.ts';

test('the usual view has an empty address', () => {
  expect(formatHash(DEFAULT_VIEW)).toBe('#/');
  for (const hash of ['', '#', '#/', '#/?']) expect(parseHash(hash)).toEqual(DEFAULT_VIEW);
});

test('ids stay readable', () => {
  const page: Page = { at: 'node', node: 'country:IRN' };
  const filters = { ...DEFAULT_FILTERS, hiddenKinds: new Set(['place', 'issue'] as const), minConfidence: 0.6 };
  expect(formatHash({ ...DEFAULT_VIEW, page, filters })).toBe('#/node/country:IRN?hide=issue,place&confidence=0.6');
});

const id = fc.string({ minLength: 1, unit: 'grapheme' });
const pages: fc.Arbitrary<Page> = fc.oneof(
  fc.constant<Page>({ at: 'overview' }),
  id.map((node): Page => ({ at: 'node', node })),
  fc.tuple(id, id).map(([a, b]): Page => ({ at: 'pair', a, b })),
  id.map((edge): Page => ({ at: 'edge', edge })),
  id.map((article): Page => ({ at: 'article', article })),
  fc.tuple(id, id, fc.nat(50)).map(([article, edge, n]): Page => ({ at: 'article', article, edge, occurrence: n })),
);
const views: fc.Arbitrary<View> = fc.record({
  page: pages,
  mode: fc.constantFrom('map' as const, 'table' as const),
  limit: fc.integer({ min: 1, max: 300 }),
  filters: fc.record({
    hiddenKinds: fc.subarray([...KINDS]).map((all) => new Set(all)),
    hiddenRelations: fc.subarray(['met-with', 'accused', 'part-of']).map((all) => new Set(all)),
    statuses: fc.subarray([...STATUSES]).map((all) => new Set(all)),
    undated: fc.boolean(),
    minConfidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  }),
});

test('every view survives the address bar, whatever the ids hold', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(parseHash(formatHash(view))).toEqual(view);
    }),
  );
});

test('any text is read as some view', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseHash(`#/${text}`).page.at).toBeTypeOf('string');
    }),
  );
  expect(parseHash('#/node/%E0%A4%A?top=x&confidence=7&status=odd').filters).toMatchObject({ minConfidence: 1 });
});

test('half a character in an id does no harm', () => {
  expect(formatHash({ ...DEFAULT_VIEW, page: { at: 'node', node: 'x\ud800' } })).toBe('#/node/x%EF%BF%BD');
});
