import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ConfidencePart, EventExplanation, RuledOut, SlotFilling } from '../../src/model/explanation.ts';
import type { Occurrence } from '../../src/model/relation.ts';
import type { Derivation } from '../../src/query/derivation.ts';
import type { Why } from '../state/explainer.ts';
import type { Edge } from '../state/filter.ts';
import type { Store } from '../state/store.ts';

interface WhyProps {
  readonly store: Store;
  readonly edge: Edge;
  readonly occurrence: Occurrence;
}

/** How a passage was read, worked out when it is opened. */
export function WhyPanel({ store, edge, occurrence }: WhyProps) {
  const why = useSignal<Why | undefined>(undefined);
  const open = async (details: HTMLDetailsElement): Promise<void> => {
    if (details.open && (!why.value || why.value.state === 'absent'))
      why.value = await store.explain(store.graph, occurrence.evidence, [edge.source, edge.target]);
  };
  return (
    <details class="why" onToggle={(event) => void open(event.currentTarget)}>
      <summary>Why?</summary>
      <div aria-live="polite">
        {why.value ? <Answer why={why.value} edge={edge} occurrence={occurrence} /> : <p>Reading it again …</p>}
      </div>
    </details>
  );
}

function Answer({ why, edge, occurrence }: Omit<WhyProps, 'store'> & { readonly why: Why }) {
  if (why.state === 'read') return <Derived derivation={why.derivation} />;
  if (why.state === 'pattern') return <p>No frame, but a pattern: {why.note}.</p>;
  const reason =
    why.state === 'absent'
      ? `It can't be read again here (${why.reason}); this is what the graph holds.`
      : 'Read again here, these words give another event; the graph was built by another version or with other knowledge. This is what it holds.';
  return (
    <>
      <p>{reason}</p>
      <dl>
        <Row name="frame">
          <code>{occurrence.evidence.rule}</code>
        </Row>
        <Row name="from">
          <Quoted text={occurrence.sourceText} />
        </Row>
        <Row name="to">
          <Quoted text={occurrence.targetText} />
        </Row>
        <Row name="status">{edge.data.status}</Row>
        <Row name="confidence">{occurrence.confidence.toFixed(2)}</Row>
      </dl>
    </>
  );
}

function Derived({ derivation }: { readonly derivation: Derivation }) {
  const event = 'event' in derivation ? derivation.event : undefined;
  const reading = 'event' in derivation ? derivation.event : derivation.fact;
  const { frame, fixed, slots, ruledOut } = reading;
  return (
    <>
      {derivation.from === 'sentence' && <p>Read again from the sentence alone.</p>}
      <dl>
        <Row name="frame">
          <code>{frame.frame}</code> <small>{frame.file}</small>
          <br />
          such as <Quoted text={frame.example} />
        </Row>
        {fixed.length > 0 && (
          <Row name="fixed words">
            {fixed.map((words) => (
              <Quoted key={words.start} text={words.text} />
            ))}
          </Row>
        )}
        <Row name="sense">
          {event
            ? `${[event.sense.type, event.sense.mode].filter(Boolean).join(' / ')}: ${event.sense.definition}`
            : 'a relation that holds and does not happen'}
        </Row>
        {slots.map((slot, index) => (
          <Row key={index} name={slot.role ?? `slot ${slot.slot ?? ''}`}>
            <Slot slot={slot} />
          </Row>
        ))}
        {event && <Standing event={event} />}
      </dl>
      <RuledOutList frames={ruledOut} />
      {derivation.passedOver.length > 0 && (
        <>
          <h4>Beside it</h4>
          <ul class="ruled-out">
            {derivation.passedOver.map(({ trigger, message, frame }) => (
              <li key={trigger.start}>
                {message} {frame && <code>{frame.rule}</code>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What only an event has: how it stands, how it is coded, how sure it is. */
function Standing({ event }: { readonly event: EventExplanation }) {
  const { sense, status, statusSteps, reading, uncoded, confidence, confidenceParts } = event;
  return (
    <>
      <Row name="status">{[status, ...statusSteps.map((step) => step.message)].join('; ')}</Row>
      {reading && (
        <Row name="coding">
          {reading.rule} <small>{sense.file}</small>; the words say: {reading.label} ({reading.status})
        </Row>
      )}
      {uncoded && <Row name="coding">not counted as a coded event: {uncoded.message}</Row>}
      <Row name="confidence">
        {confidence.toFixed(2)} = {confidenceParts.filter(counts).map(partText).join(' × ')}
      </Row>
    </>
  );
}

const counts = ({ name, factor }: ConfidencePart): boolean => name === 'frame' || factor !== 1;
const partText = ({ factor, message }: ConfidencePart): string => `${factor.toFixed(2)} (${message})`;

function Slot({ slot: { words, entities, message } }: { readonly slot: SlotFilling }) {
  const names = entities.map(({ name, link }) => (link ? `${name} (${link})` : name)).join(', ');
  return (
    <>
      <Quoted text={words.text} />
      {names && (
        <>
          {' '}
          = <bdi>{names}</bdi>
        </>
      )}
      : {message}
    </>
  );
}

/** More would hide the close ones. */
const SHOWN = 5;

function RuledOutList({ frames }: { readonly frames: readonly RuledOut[] }) {
  if (frames.length === 0) return null;
  const more = frames.length - SHOWN;
  return (
    <>
      <h4>Ruled out</h4>
      <ul class="ruled-out">
        {frames.slice(0, SHOWN).map((frame) => (
          <li key={frame.rule}>
            <code>{frame.rule}</code> {frame.message}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const Quoted = ({ text }: { readonly text: string }) => <q dir="auto">{text}</q>;
