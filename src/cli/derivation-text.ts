import type {
  EventExplanation,
  FactExplanation,
  FrameReading,
  PassedOver,
  RuledOut,
  SlotFilling,
} from '../model/explanation.ts';
import type { Derivation } from '../query/derivation.ts';
import { wrap } from './table.ts';

/** Frames that were ruled out are many; JSON has all of them. */
const SHOWN = 4;
const LABEL = 8;
const MOST_WORDS = 4;

/** How a passage was read, line by line. */
export function formatDerivation(derivation: Derivation, width: number, indent: string): string {
  const alone = derivation.from === 'sentence';
  const note = alone ? [line('note', 'read again from the sentence alone', width, indent)] : [];
  const reading =
    'event' in derivation ? formatEvent(derivation.event, width, indent) : formatFact(derivation.fact, width, indent);
  const others = derivation.passedOver.map(({ message, frame }, i) =>
    line(i === 0 ? 'beside' : '', frame ? `${message} (${short(frame.rule)})` : message, width, indent),
  );
  return [...note, reading, ...others].join('\n');
}

/** How something that holds was read. */
export function formatFact(fact: FactExplanation, width: number, indent: string): string {
  const put = (label: string, text: string): string => line(label, text, width, indent);
  return [
    ...frameLines(fact, put),
    put('sense', 'a relation that holds and does not happen'),
    ...fact.slots.map((slot) => put(slotLabel(slot), slotText(slot))),
    ...ruledOutLines(fact.ruledOut, put),
  ].join('\n');
}

/** How an event was read. */
export function formatEvent(event: EventExplanation, width: number, indent: string): string {
  const { sense, reading, uncoded } = event;
  const put = (label: string, text: string): string => line(label, text, width, indent);
  const code = [sense.type, sense.mode].filter(Boolean).join(' / ');
  return [
    ...frameLines(event, put),
    put('sense', `${code}: ${sense.definition}`),
    ...event.slots.map((slot) => put(slotLabel(slot), slotText(slot))),
    put('status', [event.status, ...event.statusSteps.map((s) => s.message)].join('; ')),
    ...(reading
      ? [put('coding', `${reading.rule} (${sense.file}); the words say: ${reading.label} [${reading.status}]`)]
      : []),
    ...(uncoded ? [put('coding', `not counted as a coded event: ${uncoded.message}`)] : []),
    put('sure', confidenceText(event)),
    ...ruledOutLines(event.ruledOut, put),
  ].join('\n');
}

/** One line a word that was passed over. */
export function formatPassedOver({ message, frame, ruledOut }: PassedOver, width: number, indent: string): string {
  const [first] = ruledOut;
  const closest = frame ? short(frame.rule) : first ? `closest: ${short(first.rule)}, which ${first.message}` : '';
  return wrap(closest ? `${message} (${closest})` : message, width, indent);
}

/** `{attack|destroy|crush|kill|strike}` -> `{attack|destroy|crush|…}`: the long lists of the lexicon would bury the frame. */
const short = (rule: string): string =>
  rule.replace(/\{([^{}]*)\}/g, (all, inner: string) => {
    const words = inner.split('|');
    return words.length > MOST_WORDS ? `{${words.slice(0, MOST_WORDS - 1).join('|')}|…}` : all;
  });

type Put = (label: string, text: string) => string;

const frameLines = ({ frame, fixed }: FrameReading, put: Put): string[] => [
  put('frame', `${frame.frame}  (${frame.file})`),
  put('', `such as “${frame.example}”`),
  ...(fixed.length > 0 ? [put('words', fixed.map((w) => `“${w.text}”`).join(', '))] : []),
];

const ROLES: Readonly<Record<NonNullable<SlotFilling['role']>, string>> = {
  actor: 'actor',
  recipient: 'to',
  issue: 'about',
  location: 'where',
  instrument: 'with',
};

const slotLabel = ({ role, slot }: SlotFilling): string => (role ? ROLES[role] : `(${slot ?? ''})`);

function slotText({ words, entities, message }: SlotFilling): string {
  const names = entities.map(({ name, link, confidence }) => {
    const facts = [link, confidence?.toFixed(2)].filter(Boolean).join(' ');
    return facts ? `${name} (${facts})` : name;
  });
  return `“${words.text}”${names.length > 0 ? ` = ${names.join(', ')}` : ''}: ${message}`;
}

function confidenceText({ confidence, confidenceParts }: EventExplanation): string {
  const parts = confidenceParts.filter(({ name, factor }) => name === 'frame' || factor !== 1);
  return `${confidence.toFixed(2)} = ${parts.map((p) => `${p.factor.toFixed(2)} ${p.name}`).join(' × ')}`;
}

function ruledOutLines(list: readonly RuledOut[], put: Put): string[] {
  const lines = list.slice(0, SHOWN).map((r, i) => put(i === 0 ? 'not' : '', `${short(r.rule)} – ${r.message}`));
  const more = list.length - lines.length;
  return more > 0 ? [...lines, put('', `and ${more} more (--json)`)] : lines;
}

/** A text with a label before it, wrapped behind the label. */
function line(label: string, text: string, width: number, indent: string): string {
  const body = wrap(text, width, indent + ' '.repeat(LABEL));
  return indent + label.padEnd(LABEL) + body.slice(indent.length + LABEL);
}
