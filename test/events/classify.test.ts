import { beforeAll, describe, expect, it } from 'vitest';
import { classifyPair, type TriggerTypes, triggerTypes } from '../../src/events/classify.ts';
import { createNodeExtractor } from '../../src/node.ts';
import type { Extractor } from '../../src/pipeline.ts';

let extractor: Extractor;
let triggers: TriggerTypes;
beforeAll(async () => {
  extractor = await createNodeExtractor();
  triggers = triggerTypes(extractor.knowledge.frames);
}, 60_000);

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
  return classifyPair(extractor.analyze({ id: 'x', title: '', text, language: 'en' }), first, second, triggers);
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
    const analysis = extractor.analyze({ id: 'x', title: '', text: 'France accused Iran.', language: 'en' });
    expect(classifyPair(analysis, { start: 0, end: 6 }, undefined, triggers).root).toBe('ACCUSE');
    expect(classifyPair(analysis, undefined, undefined, triggers).root).toBe('ACCUSE');
    expect(classifyPair(analysis, { start: 6, end: 7 }, { start: 19, end: 20 }, triggers).root).toBe('ACCUSE');
    const empty = extractor.analyze({ id: 'x', title: '', text: '', language: 'en' });
    expect(classifyPair(empty, { start: 0, end: 1 }, undefined, triggers).root).toBe('CONSULT');
  });

  it('is the same every time', () => {
    const text = '[China] condemned and later met [Japan] in Seoul.';
    expect(code(text)).toEqual(code(text));
  });
});
