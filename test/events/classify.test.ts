import { describe, expect, it } from 'vitest';
import { toRoot } from '../../src/events/root.ts';
import { extractor } from '../support/story.ts';

/** Codes the pair that brackets mark: [source] first unless the marks are swapped by `>` before the target. */
function code(marked: string, swap = false) {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const inner = /^\[(.*)\]$/.exec(part)?.[1];
    if (inner !== undefined) spans.push({ start: text.length, end: text.length + inner.length });
    text += inner ?? part;
  }
  const [first, second] = swap ? [spans[1], spans[0]] : [spans[0], spans[1]];
  return extractor.classify({ id: 'x', title: '', text, language: 'en' }, first, second);
}

describe('the event type between two stretches of text', () => {
  it.each([
    ['[France] accused [Iran] of breaking the accord.', false, 'ACCUSE', 'event'],
    ['[Iran] was accused by [France] of breaking the accord.', true, 'ACCUSE', 'event'],
    ['[Iran] was accused by [France] of breaking the accord.', false, 'ACCUSE', 'reverse'],
    ['[Peru] and [Chile] held talks.', true, 'CONSULT', 'event'],
    ['[Turkey] released two pilots of [Greece].', false, 'YIELD', undefined],
  ])('%s', (text, swap, root, basis) => {
    const found = code(text, swap);
    expect(found.root).toBe(root);
    if (basis) expect(found.basis).toBe(basis);
  });

  it('falls back to the nearest telling word, then to CONSULT, and is less sure of them', () => {
    const word = code('The [harbour master] and the [dockers] condemned each other.');
    const none = code('A [river] and a [hill].');
    const event = code('[France] accused [Iran] of breaking the accord.');
    expect(none).toEqual({ root: 'CONSULT', plover: 'CONSULT', status: 'asserted', confidence: 0.1, basis: 'none' });
    expect(word.confidence).toBeLessThan(event.confidence);
    expect(none.confidence).toBeLessThan(word.confidence);
  });

  it('answers when a side is not marked, and when the marks touch no word', () => {
    const article = { id: 'x', title: '', text: 'France accused Iran.', language: 'en' };
    expect(extractor.classify(article, { start: 0, end: 6 }, undefined).root).toBe('ACCUSE');
    expect(extractor.classify(article, undefined, undefined).root).toBe('ACCUSE');
    expect(extractor.classify(article, { start: 6, end: 7 }, { start: 19, end: 20 }).root).toBe('ACCUSE');
    expect(extractor.classify({ ...article, text: '' }, { start: 0, end: 1 }, undefined).root).toBe('CONSULT');
  });

  it.each([
    ['[The contract workers] condemned [the harbour fees].', 'ACCUSE'],
    ['[A court in Lyon] convicted [the smugglers].', 'ACCUSE'],
    ['[Brussels] imposed sanctions on [the shipyard].', 'COERCE'],
    ['[The dockers] will not end the strike against [the port authority].', 'REJECT'],
  ])('takes marked words for participants, whatever they are: %s', (text, root) => {
    expect(code(text)).toMatchObject({ root, basis: 'event' });
  });

  it.each([
    ['[The ferry] off the island, whose crew had been paid by [the dockers], released hostages.', 'YIELD', 'word'],
    ['[The ferry], said nobody, would never release hostages, of [the dockers], there.', 'REJECT', 'word'],
  ])('reads the words of a frame where no syntax fits, with what stands before them: %s', (text, root) => {
    expect(code(text).root).toBe(root);
  });

  it('prefers what happened to what did not', () => {
    expect(code('[Kenya] refused to release the pilots of [Somalia].').root).toBe('REJECT');
    expect(code('[Kenya] urged nobody but attacked [Somalia].').root).toBe('ASSAULT');
  });

  it('is the same every time', () => {
    const text = '[China] condemned and later met [Japan] in Seoul.';
    expect(code(text)).toEqual(code(text));
  });
});

describe('roots by which event sets are scored', () => {
  it.each([
    ['CONCEDE', undefined, 'YIELD'],
    ['RETREAT', 'released', 'YIELD'],
    ['SANCTION', 'convicted', 'ACCUSE'],
    ['SANCTION', 'sanctioned', 'COERCE'],
    ['SANCTION', 'expelled', 'SANCTION'],
    ['COERCE', 'cyber-attacked', 'ASSAULT'],
    ['THREATEN', 'sanctioned', 'THREATEN'],
    ['ACCUSE', 'accused', 'ACCUSE'],
  ] as const)('%s %s counts as %s', (type, relation, root) => {
    expect(toRoot(type, relation)).toBe(root);
  });
});
