import { describe, expect, test } from 'vitest';
import type { ArticleExplanation, EventExplanation, SlotFilling } from '../../src/model/explanation.ts';
import { testArticle } from '../support/doc.ts';
import { extractor } from '../support/story.ts';

const explain = (text: string): ArticleExplanation => extractor.explain(testArticle(text, {}));

/** The explanation of the event that a word tells. */
function eventAt(text: string, trigger: string): EventExplanation {
  const found = explain(text).events.find((e) => e.trigger.text.includes(trigger));
  if (!found) throw new Error(`no event at "${trigger}" in: ${text}`);
  return found;
}

/** `A actor Kenya: subject of attacked`, with what lends the subject and the phrase round the words. */
function slotLine({ slot, role, words, position, preposition, at, from, within }: SlotFilling): string {
  const place = [position, preposition, at && `@ ${at.text}`].filter(Boolean).join(' ');
  const lent = from ? ` (${from.by} ${from.words.text})` : '';
  return `${slot ?? '-'} ${role ?? 'none'} ${words.text}: ${place}${lent}${within ? ` in ${within.text}` : ''}`;
}

describe('how slots were filled', () => {
  test.each<readonly [text: string, trigger: string, ...lines: string[]]>([
    [
      'Kenya attacked Somalia.',
      'attacked',
      'A actor Kenya: subject @ attacked',
      'B recipient Somalia: object @ attacked',
    ],
    [
      'Somalia was attacked by Kenya.',
      'attacked',
      'A actor Kenya: agent @ was attacked',
      'B recipient Somalia: passive-subject @ was attacked',
    ],
    [
      'Kenya planned to attack Somalia.',
      'attack',
      'A actor Kenya: subject @ to attack (control planned)',
      'B recipient Somalia: object @ to attack',
    ],
    [
      'Somalia was expected to be attacked by Kenya.',
      'attacked',
      'A actor Kenya: agent @ to be attacked',
      'B recipient Somalia: passive-subject @ to be attacked (control was expected)',
    ],
    [
      'Kenya praised Uganda and criticised Somalia.',
      'criticised',
      'A actor Kenya: subject @ criticised (shared praised)',
      'B recipient Somalia: object @ criticised',
    ],
    [
      'The rebels who attacked Kenya praised Somalia.',
      'attacked',
      'A actor The rebels: subject @ attacked (relative praised)',
      'B recipient Kenya: object @ attacked',
    ],
    [
      'Kenya attacked Somalia, killing two Ethiopian soldiers.',
      'killing',
      'A actor Kenya: subject @ killing (adverbial attacked)',
      'B recipient two Ethiopian soldiers: object @ killing',
    ],
    [
      "Kenya's attack on Somalia surprised everybody.",
      'attack',
      'A actor Kenya: owner @ attack',
      'B recipient Somalia: oblique on @ attack',
    ],
    [
      'The French visit to Tunisia ended.',
      'visit',
      'A actor French: modifier @ visit',
      'B recipient Tunisia: oblique to @ visit',
    ],
    [
      'Norway and Iceland held talks in Oslo.',
      'talks',
      'A actor Norway: support-subject @ held',
      'A actor Iceland: support-subject @ held',
      '- location Oslo: oblique in @ talks',
    ],
    [
      'Kenya demanded that Somalia release the sailors.',
      'demanded',
      'A actor Kenya: subject @ demanded',
      'B recipient Somalia: content-subject @ release',
    ],
    [
      'Kenya refused to meet Somalia.',
      'refused',
      'A actor Kenya: subject @ refused',
      'B recipient Somalia: content-object @ to meet',
    ],
    [
      'Kenya put out a report accusing Somalia of treachery.',
      'accusing',
      'A actor Kenya: main-subject @ put out',
      'B recipient Somalia: object @ accusing',
      'X none treachery: oblique of @ accusing',
    ],
    [
      'Chad accused Chad of treachery.',
      'accused',
      'A actor Chad: subject @ accused',
      'B none Chad: object @ accused',
      'X none treachery: oblique of @ accused',
    ],
  ])('%s', (text, trigger, ...lines) => {
    expect(eventAt(text, trigger).slots.map(slotLine)).toEqual(lines);
  });

  test('with the entity and how the words lead to it', () => {
    const { slots } = eventAt('Two Russian diplomats were expelled by Oslo.', 'expelled');
    expect(slots.flatMap((s) => s.entities.map((e) => [e.id, e.name, e.link]))).toEqual([
      ['country:NOR', 'Norway', 'metonym'],
      ['country:RUS', 'Russia', 'modifier'],
    ]);
  });

  test('fixed words of the frame are named beside the slots', () => {
    expect(eventAt('Kenya imposed new sanctions on Somalia.', 'imposed').fixed.map((w) => w.text)).toEqual([
      'new sanctions',
    ]);
  });

  test('says what was left out and why', () => {
    const left = eventAt('Chad accused Chad of treachery.', 'accused').slots.find((s) => s.slot === 'B');
    expect(left?.message).toContain('left out: it is the actor itself');
  });
});

describe('how the status came about', () => {
  test.each<readonly [text: string, trigger: string, status: string, ...steps: string[]]>([
    ['Kenya attacked Somalia.', 'attack', 'asserted'],
    ['Kenya did not attack Somalia.', 'attack', 'negated', 'negated not'],
    ["Kenya hasn't attacked Somalia.", 'attack', 'negated', "negated n't"],
    ['Kenya will visit Somalia.', 'visit', 'planned', 'planned will'],
    ['Kenya may attack Somalia.', 'attack', 'hypothetical', 'hypothetical may'],
    ['If Kenya attacks Somalia, Ghana will protest.', 'attack', 'hypothetical', 'hypothetical If'],
    ['Kenya refused to attack Somalia.', 'to attack', 'negated', 'negated refused'],
    ['Ghana said that Kenya had attacked Somalia.', 'attack', 'reported', 'reported said'],
    ['According to Ghana, Kenya attacked Somalia.', 'attack', 'reported', 'reported According to'],
    ['Kenya denied attacking Somalia.', 'attacking', 'negated', 'negated denied', 'reported denied'],
    ['Kenya called for talks with Somalia.', 'talks', 'hypothetical', 'hypothetical called for'],
    ['Kenya allegedly attacked Somalia.', 'attack', 'reported', 'reported allegedly'],
    ['Kenya has yet to attack Somalia.', 'attack', 'negated', 'negated yet'],
    ['Nobody in Kenya attacked Somalia.', 'attack', 'negated', 'negated Nobody'],
    ['No talks were held between Kenya and Somalia.', 'talks', 'negated', 'negated No'],
  ])('%s', (text, trigger, status, ...steps) => {
    const event =
      explain(text).events.find((e) => e.trigger.text.includes(trigger)) ?? eventAt(text, trigger.split(' ')[0] ?? '');
    expect(event.status).toBe(status);
    expect(event.statusSteps.map((s) => `${s.effect} ${s.words?.text ?? ''}`)).toEqual(steps);
  });

  test('names who says so', () => {
    const { attribution, statusSteps } = eventAt('Ghana said that Kenya had attacked Somalia.', 'attacked');
    expect(attribution?.speaker).toBe('country:GHA');
    expect(statusSteps[0]?.message).toContain('“Ghana”');
  });
});

describe('coding rules', () => {
  test('the plain reading stands beside the code', () => {
    const { sense, reading } = eventAt('Kenya will visit Somalia.', 'visit');
    expect([sense.type, reading?.type, reading?.relation, reading?.label]).toEqual([
      'AGREE',
      'CONSULT',
      'visited',
      'visited',
    ]);
    const refusal = eventAt('Kenya will not lift sanctions on Somalia.', 'lift');
    expect([refusal.sense.type, refusal.reading?.type, refusal.reading?.status]).toEqual([
      'REJECT',
      'CONCEDE',
      'negated',
    ]);
  });

  test('what the words round it draw otherwise', () => {
    const { sense, reading } = eventAt('Kenya and Somalia agreed to restore relations.', 'agreed');
    expect([sense.relation, reading?.relation]).toEqual(['agreed-with', undefined]);
    expect(eventAt('Kenya cut off dialogue with Somalia.', 'dialogue').reading?.relation).toBe('met-with');
  });

  test('says why a reading does not count as an event', () => {
    expect(eventAt('Kenya may attack Somalia.', 'attack').uncoded?.why).toBe('hypothetical');
    expect(eventAt('Peru agreed to withdraw its troops from Chile.', 'withdraw').uncoded?.why).toBe('content');
    expect(eventAt('Kenya attacked Somalia.', 'attack').uncoded).toBeUndefined();
  });
});

describe('what was ruled out', () => {
  const ruledOut = (text: string, trigger: string, rule: string) =>
    eventAt(text, trigger).ruledOut.find((r) => r.rule === rule);

  test('frames that fit too come first, as weaker', () => {
    const { frame, ruledOut: others } = eventAt('Two Russian diplomats were expelled by Norway.', 'expelled');
    expect(frame.rule).toBe('SANCTION: A expel B:@diplomat');
    expect(others[0]).toMatchObject({ rule: 'SANCTION: A expel B', why: 'weaker' });
    expect(others.map((r) => r.why === 'weaker')).toEqual([...others.map((r) => r.why === 'weaker')].sort().reverse());
  });

  test.each<readonly [text: string, trigger: string, rule: string, why: string, message: RegExp]>([
    [
      'Norway expelled two Russian diplomats.',
      'expelled',
      'COERCE: A expel B:@journalist',
      'word',
      /^needs an object like “journalist”/,
    ],
    [
      'Norway expelled two Russian diplomats.',
      'expelled',
      'SANCTION: A expel B from X',
      'phrase',
      /^needs a phrase behind “from”$/,
    ],
    [
      'Chad accused Sudan of treachery.',
      'accused',
      'ACCUSE: A accuse B of DOING',
      'clause',
      /^needs a gerund behind “of”$/,
    ],
    ['Norway held talks with Iceland.', 'talks', 'CONSULT: @talks between A and B', 'phrase', /^needs two sides/],
    ['Kenya attacked Somalia.', 'attacked', 'ASSAULT: A attack B from air', 'word', /^needs “air” behind “from”$/],
  ])('%s: %s is not %s', (text, trigger, rule, why, message) => {
    const found = ruledOut(text, trigger, rule);
    expect(found?.why).toBe(why);
    expect(found?.message).toMatch(message);
  });

  test('a missing particle is named', () => {
    const others = eventAt('Russia broke relations with Norway.', 'broke').ruledOut;
    expect(others.filter((r) => r.why === 'particle').length).toBeGreaterThan(0);
    expect(others.find((r) => r.why === 'particle')?.message).toMatch(/^needs “\w+” behind the verb$/);
  });

  test('never the winner, and each row once', () => {
    const { frame, ruledOut: others } = eventAt('Kenya will not lift sanctions on Somalia.', 'lift');
    const rules = others.map((r) => r.rule);
    expect(rules).not.toContain(frame.rule);
    expect(new Set(rules).size).toBe(rules.length);
  });
});

describe('what was passed over', () => {
  test.each<readonly [text: string, trigger: string, why: string]>([
    ['Kenya struck a balance.', 'struck', 'no-event'],
    ['The attack failed.', 'attack', 'no-frame'],
    ['It rained when an attack on nobody began.', 'attack', 'nobody'],
  ])('%s', (text, trigger, why) => {
    const { events, passedOver } = explain(text);
    expect(events).toEqual([]);
    expect(passedOver.find((p) => p.trigger.text === trigger)?.why).toBe(why);
  });

  test('a reading of NONE.tsv names its frame and what it kept from firing', () => {
    const [found] = explain('Kenya struck a balance.').passedOver;
    expect(found?.frame?.type).toBe('NONE');
    expect(found?.ruledOut.find((r) => r.rule === 'ASSAULT: A strike B')?.why).toBe('weaker');
  });
});

describe('what holds', () => {
  const { events, facts, passedOver } = explain('Hassan Nasrallah leads Hezbollah.');

  test('is explained by its frame', () => {
    expect(events).toEqual([]);
    expect(facts.map((f) => [f.relation, f.frame.rule, ...f.slots.map(slotLine)])).toEqual([
      [
        'leads',
        'STANDING: A lead B',
        'A actor Hassan Nasrallah: subject @ leads',
        'B recipient Hezbollah: object @ leads',
      ],
    ]);
    expect(facts[0]?.ruledOut.every((r) => r.type === 'STANDING')).toBe(true);
  });

  test('is not passed over', () => {
    expect(passedOver).toEqual([]);
  });
});
