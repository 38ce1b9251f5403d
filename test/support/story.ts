import type { Analysis, StandingFact } from '../../src/model/analysis.ts';
import type { Argument, EventMention } from '../../src/model/event.ts';
import { compileResources } from '../../src/node.ts';
import { createExtractor, type Extractor } from '../../src/pipeline.ts';
import { type ArticleFields, testArticle } from './doc.ts';

/** What a test may say about the article round its text. */
export interface StoryFields {
  /** Day of publication, `YYYY-MM-DD`; without it relative times stay unresolved. */
  readonly date?: string;
  readonly publisher?: string;
}

/** The real pipeline over the real data, compiled from `data/` once a test file. */
export const extractor: Extractor = createExtractor((await compileResources()).resources);

export function analyse(text: string, { date, publisher }: StoryFields = {}): Analysis {
  const fields: ArticleFields = { ...(date ? { publishedOn: date } : {}), ...(publisher ? { publisher } : {}) };
  return extractor.analyze(testArticle(text, fields));
}

/** The events of a text, one a line: `CONSULT met-with: FRA <-> person:olaf-scholz [asserted] 2023-01-22`. */
export function tell(text: string, fields: StoryFields = {}): string[] {
  const analysis = analyse(text, fields);
  return analysis.eventMentions.map((m) => eventLine(m, analysis));
}

/** Only who did what to whom: `met-with: FRA <-> DEU`. */
export const who = (text: string): string[] => {
  const analysis = analyse(text);
  return analysis.eventMentions.map((m) => partiesOf(m, analysis));
};

/** Who did what, and how it stands: `visited: FRA -> DEU [planned]`. */
export const standing = (text: string): string[] => {
  const analysis = analyse(text);
  return analysis.eventMentions.map((m) => `${partiesOf(m, analysis)} ${standingOf(m)}`);
};

/** Standing facts between events, places, topics and those who take part: `took-part-in: FRA -> event:geneva-talks`. */
export const facts = (text: string): string[] =>
  analyse(text)
    .facts.filter((f) => ['took-part-in', 'took-place-in', 'concerns'].includes(f.relation))
    .map(factLine);

/** `TYPE relation: actors -> recipients; issue: …; location: … [status by speaker (verb)] time`. */
export function eventLine(m: EventMention, analysis: Analysis): string {
  const extra = (['issue', 'location', 'instrument'] as const).flatMap((role) => {
    const found = m.arguments.filter((a) => a.role === role);
    return found.length ? `; ${role}: ${names(found, analysis)}` : [];
  });
  const words = m.timeText && !m.time ? `"${m.timeText}"` : '';
  return `${m.type} ${partiesOf(m, analysis)}${extra.join('')} ${standingOf(m)} ${timeOf(m)}${words}`.trim();
}

export const factLine = (f: StandingFact): string => `${f.relation}: ${short(f.source)} -> ${short(f.target)}`;

function partiesOf(m: EventMention, analysis: Analysis): string {
  const actors = m.arguments.filter((a) => a.role === 'actor');
  const recipients = m.arguments.filter((a) => a.role === 'recipient');
  const arrow = m.reciprocal ? '<->' : '->';
  if (m.reciprocal && recipients.length === 0 && !/ \+ /.test(names(actors, analysis)))
    return `${m.relation}: ${names(actors, analysis)} ${arrow} ?`;
  if (m.reciprocal && recipients.length === 0)
    return `${m.relation}: ${names(actors, analysis).replaceAll(' + ', ` ${arrow} `)}`;
  return `${m.relation}: ${names(actors, analysis) || '?'} ${arrow} ${names(recipients, analysis) || '?'}`;
}

/** Entity ids; for a phrase that stands for nobody known its words in quotation marks. */
function names(list: readonly Argument[], { document, links }: Analysis): string {
  // Whom the text only describes is an entity of the article's own, to which no mention is linked.
  const isNamed = (id: string): boolean => !id.startsWith('group:') || links.some((l) => l.entity === id);
  return list
    .flatMap((a) => {
      const [first, last] = [document.tokens[a.span.start], document.tokens[a.span.end - 1]];
      const words = document.article.text.slice(first?.start, last?.end);
      return a.entities.length && a.entities.every(isNamed) ? a.entities.map(short) : [`"${words}"`];
    })
    .join(' + ');
}

function standingOf(m: EventMention): string {
  const { attribution } = m;
  if (!attribution) return `[${m.status}]`;
  const speaker = attribution.speaker ? short(attribution.speaker) : `"${attribution.text}"`;
  return `[${m.status} by ${speaker} (${attribution.verb})]`;
}

function timeOf({ time }: EventMention): string {
  if (!time) return '';
  return time.from === time.to ? time.from : `${time.from}..${time.to}`;
}

const short = (id: string): string => id.replace(/^country:/, '');

/** A sentence and the lines that it must give, in text order. */
export type Row = readonly [text: string, ...lines: string[]];
