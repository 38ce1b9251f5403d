/**
 * Rewrites the examples of the lexicon as news would (`npm run bench -- rewrites`) and looks whether the same event is still read: what is lost
 * here is lost by syntax and not by vocabulary. Prints, for each way of rewriting, in how many sentences relation, actors or recipients
 * changed. `LOST=fronted` prints those of one way.
 */
import type { Analysis } from '../../src/model/analysis.ts';
import type { EventMention } from '../../src/model/event.ts';
import { createNodeExtractor } from '../../src/node.ts';
import type { Extractor } from '../../src/pipeline.ts';

/** Every how many-th row is rewritten: all take some minutes. */
const STEP = 9;
const CONFIDENT = 0.4;

/** Subject, verb and the rest of an example without its full stop. */
interface Parts {
  readonly subject: string;
  readonly verb: string;
  readonly rest: string;
}

/** The subject as it stands inside a sentence. */
const inside = ({ subject }: Parts): string =>
  subject.replace(/^(?:The|An?|Two|Three|Some|Several|Police|Rebels|Troops|Its|His)\b/, (word) => word.toLowerCase());

const WAYS: Readonly<Record<string, (p: Parts) => string>> = {
  apposition: ({ subject, verb, rest }) => `${subject}, a member of the bloc since 1995, ${verb} ${rest}.`,
  relative: ({ subject, verb, rest }) => `${subject}, which joined the alliance two years ago, ${verb} ${rest}.`,
  fronted: (p) => `In a move that surprised observers, ${inside(p)} ${p.verb} ${p.rest}.`,
  'day first': (p) => `On Tuesday, ${inside(p)} ${p.verb} ${p.rest}.`,
  'day inside': ({ subject, verb, rest }) => `${subject} on Thursday ${verb} ${rest}.`,
  adverb: ({ subject, verb, rest }) => `${subject} formally ${verb} ${rest}.`,
  'said behind': ({ subject, verb, rest }) => `${subject} ${verb} ${rest}, officials said on Monday.`,
  'said that': (p) => `Officials said on Monday that ${inside(p)} ${p.verb} ${p.rest}.`,
  'according to': (p) => `According to state media, ${inside(p)} ${p.verb} ${p.rest}.`,
  'after clause': ({ subject, verb, rest }) => `${subject} ${verb} ${rest} after weeks of talks ended without result.`,
  'second verb': ({ subject, verb, rest }) => `${subject} held elections and ${verb} ${rest}.`,
  'and behind': ({ subject, verb, rest }) => `${subject} ${verb} ${rest} and appealed for calm.`,
  participle: (p) => `Facing an election, ${inside(p)} ${p.verb} ${p.rest}.`,
  'clause before': (p) => `When the talks failed, ${inside(p)} ${p.verb} ${p.rest}.`,
  but: (p) => `The talks failed, but ${inside(p)} ${p.verb} ${p.rest}.`,
  dateline: ({ subject, verb, rest }) =>
    `GENEVA, March 3 (Reuters) - ${subject} ${verb} ${rest}, the first such step in years.`,
  long: (p) =>
    `Three days after a summit at which leaders failed to agree, ${inside(p)} on Friday ${p.verb} ${p.rest}, a step that diplomats had long expected.`,
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const analyse = (extractor: Extractor, text: string): Analysis =>
  extractor.analyze({ id: 'rewritten', title: '', text, language: 'en' });

/** Who does it to whom; groups of the article alone go by their words. */
function told(mention: EventMention): string {
  const side = (role: string): string =>
    mention.arguments
      .filter((a) => a.role === role)
      .flatMap((a) => a.entities)
      .map((id) => id.replace(/^group:[0-9a-f]{8}:/, 'group:'))
      .sort()
      .join('+');
  return `${mention.relation}: ${side('actor')} -> ${side('recipient')}`;
}

const surely = ({ eventMentions }: Analysis): readonly EventMention[] =>
  eventMentions.filter((m) => m.confidence >= CONFIDENT);

const isWhole = (m: EventMention): boolean =>
  ['actor', 'recipient'].every((role) => m.arguments.some((a) => a.role === role && a.entities.length > 0));

/** The parts of a plain sentence in the past whose verb tells an event with both sides, and that event. */
function takeApart({ document, ...analysis }: Analysis, text: string): [Parts, string] | undefined {
  const { tokens, sentences, dependencies, morphology, groups } = document;
  const verb = dependencies?.findIndex(({ head }, i) => head === i) ?? -1;
  const event = surely({ document, ...analysis }).find(
    (m) => m.trigger.start <= verb && verb < m.trigger.end && isWhole(m),
  );
  const isPlain = sentences.length === 1 && morphology[verb]?.xpos === 'VBD' && tokens.at(-1)?.text === '.';
  const before = groups.find((g) => g.end === verb);
  if (!event || !isPlain || verb < 1 || before?.kind !== 'noun') return undefined;
  const words = (from: number, to: number): string => text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const parts = { subject: words(0, verb), verb: words(verb, verb + 1), rest: words(verb + 1, tokens.length - 1) };
  return parts.rest === '' ? undefined : [parts, told(event)];
}

export async function run(): Promise<void> {
  const extractor = await createNodeExtractor();
  const rows = extractor.knowledge.frames.filter((f) => f.pos === 'verb' && f.type !== 'NONE' && f.type !== 'STANDING');
  const lost = new Map(Object.keys(WAYS).map((way) => [way, 0]));
  let count = 0;
  for (const { example } of rows.filter((_, i) => i % STEP === 0)) {
    const found = takeApart(analyse(extractor, example), example);
    if (!found) continue;
    const [parts, wanted] = found;
    count++;
    for (const [way, rewrite] of Object.entries(WAYS)) {
      const text = rewrite(parts);
      if (surely(analyse(extractor, text)).some((m) => told(m) === wanted)) continue;
      lost.set(way, (lost.get(way) ?? 0) + 1);
      if (process.env['LOST'] === way) say(`  ${text}`);
    }
  }
  say(`${count} examples, each rewritten in ${lost.size} ways; lost:`);
  for (const [way, n] of lost) say(`  ${way.padEnd(14)}${String(n).padStart(4)} ${((100 * n) / count).toFixed(1)}%`);
}
