import { describe, expect, it } from 'vitest';
import { analyse } from '../support/story.ts';

/** Standing facts of the frames in STANDING.tsv, `relation: source -> target`. */
const held = (text: string): string[] =>
  analyse(text)
    .facts.filter((f) => f.evidence.rule.startsWith('STANDING'))
    .map((f) => `${f.relation}: ${f.source} -> ${f.target}`);

describe('who leads, controls or belongs to whom', () => {
  it.each([
    ['Finland joined NATO.', ['member-of: country:FIN -> org:nato']],
    ['The European Union includes Malta.', ['member-of: country:MLT -> org:eu']],
    ['NATO is led by Mark Rutte.', ['leads: person:mark-rutte -> org:nato']],
    ['Finland will join NATO.', []],
    ['Finland has not joined NATO.', []],
    ['Finland may join NATO.', []],
    ['Finland refused to join NATO.', []],
    ["Finland's membership of NATO is recent.", ['member-of: country:FIN -> org:nato']],
    // a body that rules a town holds it; a capital stands for its state, which nobody holds so
    ['Kunduz is ruled by the Taliban.', ['controls: group:taliban -> place:kunduz']],
    ['Hezbollah runs southern Beirut.', []],
    ['Kunduz fell to the Taliban in May.', ['controls: group:taliban -> place:kunduz']],
    ['The army lost Kunduz to the Taliban.', ['controls: group:taliban -> place:kunduz']],
    ['Hezbollah is in control of Baalbek.', ['controls: group:hezbollah -> place:baalbek']],
  ])('%s', (text, expected) => expect(held(text)).toEqual(expected));

  it('quotes the sentence and names its frame', () => {
    const text = 'The guests left. Finland joined NATO. Nobody spoke.';
    const fact = analyse(text).facts.find((f) => f.relation === 'member-of');
    expect(fact).toMatchObject({ sourceText: 'Finland', targetText: 'NATO', evidence: { rule: 'STANDING: A join B' } });
    expect(fact?.evidence.quote).toBe('Finland joined NATO.');
    expect(String(fact?.confidence)).toMatch(/^0\.\d{1,3}$/);
  });
});

describe('an act has the recipient of its purpose', () => {
  it.each([
    ['Students blocked roads to press the Chilean government for reforms.', 'PROTEST', 'country:CHL'],
    ['Cuba sent doctors to help Haiti.', 'AID', 'country:HTI'],
  ])('%s', (text, type, recipient) => {
    const event = analyse(text).eventMentions.find((m) => m.type === type && m.status === 'asserted');
    expect(event?.arguments.filter((a) => a.role === 'recipient').flatMap((a) => a.entities)).toEqual([recipient]);
  });

  it('and is itself only possible', () => {
    const purpose = analyse('Peru sent an envoy to Lima to meet Chile.').eventMentions.find(
      (m) => m.relation === 'met-with',
    );
    expect(purpose?.status ?? 'hypothetical').toBe('hypothetical');
  });
});
