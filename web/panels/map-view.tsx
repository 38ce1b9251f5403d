import { effect } from '@preact/signals';
import { Maximize, Minus, Plus } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import type { ActorMap, Target } from '../render/map.ts';
import { paletteFor } from '../render/palette.ts';
import type { Point } from '../render/place-labels.ts';
import { BALANCE_WORDS, type Balance } from '../state/dyads.ts';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';
import { count, FAMILY_WORDS, type Family, kindWord } from '../state/words.ts';
import { dark } from '../theme.ts';

interface MapViewProps {
  readonly store: Store;
  readonly summary: string;
  readonly go: (page: Page) => void;
  /** The browser can't draw, or lost its graphics context for good. */
  readonly fail: () => void;
}

interface Tip extends Point {
  readonly title: string;
  readonly note: string;
}

/** A context may be lost when the machine sleeps; more often than this it won't come back. */
const MOST_LOSSES = 3;

export function MapView({ store, summary, go, fail }: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<ActorMap | undefined>(undefined);
  const [tip, setTip] = useState<Tip | undefined>();
  const [losses, setLosses] = useState(0);

  useEffect(() => {
    if (losses >= MOST_LOSSES) return fail();
    const target = container.current;
    if (!target) return;
    return mount(target, store, {
      ready: (made) => {
        map.current = made;
      },
      press: (pressed) => {
        setTip(undefined);
        go(pageOf(pressed));
      },
      // A finger doesn't hover; what it touches opens in the panel.
      tip: (next) => setTip(window.matchMedia('(hover: none)').matches ? undefined : next),
      lost: () => setTimeout(() => setLosses((n) => n + 1), 300),
      fail,
    });
  }, [store, losses]);

  return (
    <div class="map">
      <div class="map-canvas" ref={container} role="img" aria-label={`Map of actors. ${summary}`} />
      {tip && (
        <div
          class={tip.x > (container.current?.offsetWidth ?? 0) / 2 ? 'tip before' : 'tip'}
          style={{ left: `${tip.x}px`, top: `${tip.y}px` }}
          aria-hidden="true"
        >
          <strong>{tip.title}</strong>
          <span>{tip.note}</span>
        </div>
      )}
      <div class="zoom">
        <button
          type="button"
          class="icon-button"
          aria-label="Zoom in"
          title="Zoom in"
          onClick={() => map.current?.zoom('in')}
        >
          <Icon of={Plus} />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Zoom out"
          title="Zoom out"
          onClick={() => map.current?.zoom('out')}
        >
          <Icon of={Minus} />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Show the whole map"
          title="Show the whole map"
          onClick={() => map.current?.fit([])}
        >
          <Icon of={Maximize} />
        </button>
      </div>
    </div>
  );
}

interface MountHandlers {
  readonly ready: (map: ActorMap | undefined) => void;
  readonly press: (target: Target) => void;
  readonly tip: (tip: Tip | undefined) => void;
  readonly lost: () => void;
  readonly fail: () => void;
}

/** Loads the drawing code, which can't even be imported where WebGL is unknown, and keeps the map in step with the store. */
function mount(container: HTMLElement, store: Store, handlers: MountHandlers): () => void {
  let map: ActorMap | undefined;
  let stop = (): void => undefined;
  let gone = false;
  const kill = (): void => {
    stop();
    map?.kill();
    map = undefined;
    handlers.ready(undefined);
    expose(store, undefined, container);
  };
  const start = async (): Promise<void> => {
    const { canDraw, createMap } = await import('../render/map.ts');
    if (gone) return;
    if (!canDraw()) return handlers.fail();
    const made = createMap(container, store.display.peek(), paletteFor(dark.peek()), {
      press: handlers.press,
      hover: (target, at) => handlers.tip(tipOf(store, target, at)),
      lost: () => {
        kill();
        handlers.lost();
      },
    });
    map = made;
    stop = follow(made, store);
    handlers.ready(made);
    expose(store, made, container);
  };
  start().catch(handlers.fail);
  return () => {
    gone = true;
    kill();
  };
}

/** Redraws on every change of the display; moves the camera only when another actor is looked at. */
function follow(map: ActorMap, store: Store): () => void {
  const stopDrawing = effect(() => map.update(store.display.value, paletteFor(dark.value)));
  let before = '';
  const stopMoving = effect(() => {
    const focus = store.focus.value;
    const key = focus.join('\u001f');
    if (key === before) return;
    before = key;
    const near = store.display.peek().nodes.filter(({ emphasis }) => emphasis === 'focus' || emphasis === 'near');
    map.fit(near.map((node) => node.key));
  });
  return () => {
    stopDrawing();
    stopMoving();
  };
}

function pageOf(target: Target): Page {
  if (target.on === 'node') return { at: 'node', node: target.key };
  return target.on === 'edge' ? { at: 'pair', a: target.edge.a, b: target.edge.b } : { at: 'overview' };
}

function tipOf(store: Store, target: Target, at: Point): Tip | undefined {
  if (target.on === 'stage') return undefined;
  if (target.on === 'node') {
    const { label, kind } = store.graph.getNodeAttributes(target.key);
    return {
      ...at,
      title: label,
      note: `${kindWord(kind)}, ${count(store.strength.value.get(target.key) ?? 0, 'mention')}`,
    };
  }
  const { source, target: to, label, tone, volume, arrow } = target.edge;
  const name = (node: string): string => store.graph.getNodeAttribute(node, 'label');
  const middle = label ? ` ${label} ` : ' – ';
  const words = toneWord(tone);
  return {
    ...at,
    title: `${name(source)}${middle}${name(to)}`,
    note: `${words}, ${count(volume, 'mention')}${arrow === 'both' ? ', mutual' : ''}`,
  };
}

const toneWord = (tone: Balance | Family): string =>
  tone in BALANCE_WORDS && tone !== 'tie' ? BALANCE_WORDS[tone as Balance] : FAMILY_WORDS[tone as Family];

/** Where things are on the screen, for tests that press on the map. */
export interface TestHook {
  readonly nodeAt: (node: string) => Point | undefined;
  readonly pairAt: (a: string, b: string) => Point | undefined;
}

declare global {
  interface Window {
    dragoman?: TestHook;
  }
}

function expose(store: Store, map: ActorMap | undefined, container: HTMLElement): void {
  if (!map) {
    delete window.dragoman;
    return;
  }
  const onPage = (at: Point | undefined): Point | undefined => {
    const { left, top } = container.getBoundingClientRect();
    return at && { x: at.x + left, y: at.y + top };
  };
  window.dragoman = {
    nodeAt: (node) => onPage(map.spotOf(node)),
    pairAt: (a, b) => {
      const edge = store.display.peek().edges.find((one) => [one.a, one.b].includes(a) && [one.a, one.b].includes(b));
      return edge && onPage(map.middleOf(edge));
    },
  };
}
