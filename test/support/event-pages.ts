import type { Frame, Knowledge, RelationSpec } from '../../src/knowledge/knowledge.ts';
import { type EventTypeText, RULE_SOURCES, readEventTypes } from './event-types.ts';
import { type GoldSentence, readGold } from './gold.ts';
import { goldLine } from './gold-check.ts';

/** Where the pages lie, from the project's folder. */
export const PAGES_FOLDER = 'data/ontology/pages';

const QUADS = ['', 'verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'];

/** Name and text of every page: one an event type, and README.md which lists them. */
export function eventPages(knowledge: Knowledge): ReadonlyMap<string, string> {
  const types = readEventTypes();
  const gold = readGold();
  return new Map([
    ['README.md', listPage(types)],
    ...types.map((t) => [`${t.type}.md`, typePage(t, knowledge, gold)] as const),
  ]);
}

function listPage(types: readonly EventTypeText[]): string {
  return `# Event types

One page a type: definition, modes, coding rules with sentences that show them, edges, and the frames by which English tells it.
Written by \`npm run docs\` out of \`data/ontology\`, \`data/lexicon/en/frames\` and \`test/gold\`; edit those.

| type | quad | score | definition |
|---|---|---|---|
${types.map((t) => `| [${t.type}](${t.type}.md) | ${t.quad} ${QUADS[t.quad]} | ${t.score} | ${t.definition} |`).join('\n')}
`;
}

function typePage(t: EventTypeText, knowledge: Knowledge, gold: readonly GoldSentence[]): string {
  const own = gold.filter((g) => g.file === t.type);
  const relations = knowledge.relations.filter((r) => r.event === t.type);
  return [
    `# ${t.type}: ${t.label}`,
    `[All event types](README.md) · written by \`npm run docs\`; edit \`data/ontology/events/${t.type}.yaml\`, \`data/lexicon/en/frames/${t.type}.tsv\` or \`test/gold/${t.type}.yaml\`.`,
    t.definition,
    head(t),
    ...(t.modes.length ? ['## Modes', modes(t)] : []),
    '## Coding rules',
    t.rules.map((r) => rule(r, own)).join('\n\n'),
    ...(t.note ? [`Note: ${t.note}`] : []),
    '## More sentences',
    own
      .filter((g) => !g.rule)
      .map(sentence)
      .join('\n'),
    '## Edges',
    edges(relations),
    '## Frames',
    'How English says it: `A` acts, `B` is the recipient, `C` what it is about; the notation is explained in [data/README.md](../../README.md#lexiconen).',
    ...relations.flatMap((r) => frames(r, knowledge.frames)),
    `Source: ${t.source}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

const head = (t: EventTypeText): string => `| | |
|---|---|
| quad | ${t.quad} ${QUADS[t.quad]} |
| score | ${t.score} on the scale from -10 to 10 |
| actor | ${t.roles.actor} |
| recipient | ${t.roles.recipient}${t.recipientRequired ? ' (required)' : ''} |
| CAMEO | ${t.cameo.join(', ')} |`;

const modes = (t: EventTypeText): string => `| mode | score | |
|---|---|---|
${t.modes.map((m) => `| ${m.id} | ${m.score} | ${m.definition} |`).join('\n')}`;

function rule({ id, from, text }: EventTypeText['rules'][number], own: readonly GoldSentence[]): string {
  const shown = own.filter((g) => g.rule === id);
  return [`**${id}** ${text} *(${RULE_SOURCES[from]})*`, '', ...shown.map(sentence)].join('\n');
}

function sentence(g: GoldSentence): string {
  const told = g.none ? 'no event' : g.events.map((e) => `\`${goldLine(e)}\``).join('; ');
  return `- ${g.text} → ${told}${g.known ? ' (not read so yet)' : ''}`;
}

const edges = (relations: readonly RelationSpec[]): string => `| edge | the other way | mode | CAMEO |
|---|---|---|---|
${relations.map((r) => `| ${r.label} | ${r.symmetric ? 'the same' : r.inverse} | ${r.mode ?? ''} | ${r.cameo ?? ''} |`).join('\n')}`;

/** The frames of one edge, by mode; rows whose braces were written out are one again. */
function frames(r: RelationSpec, all: readonly Frame[]): string[] {
  const rows = [...new Map(all.filter((f) => f.relation === r.id).map((f) => [`${f.pos} ${f.id}`, f])).values()];
  const modeOf = (f: Frame): string => f.mode ?? r.mode ?? '';
  return [...new Set(rows.map(modeOf))].flatMap((mode) => {
    const list = rows.filter((f) => modeOf(f) === mode);
    return [
      `### ${r.label}${mode ? `, ${mode}` : ''} (${list.length})`,
      list.map((f) => `- \`${f.id.replace(/^[A-Z]+: /, '')}\` ${f.example}`).join('\n'),
    ];
  });
}
