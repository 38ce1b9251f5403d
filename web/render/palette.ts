import type { EntityKind } from '../../src/model/entity.ts';
import type { Balance } from '../state/dyads.ts';
import type { Family } from '../state/words.ts';

/** Shapes by which kinds are told apart without colour; the number goes to the shader. */
export type Shape = 'circle' | 'square' | 'ring' | 'diamond' | 'triangle' | 'hexagon';

export const SHAPES: Readonly<Record<EntityKind, Shape>> = {
  country: 'circle',
  organization: 'square',
  person: 'ring',
  event: 'diamond',
  place: 'triangle',
  issue: 'hexagon',
};

export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly halo: string;
  readonly faded: string;
  readonly fadedEdge: string;
  readonly kinds: Readonly<Record<EntityKind, string>>;
  readonly tones: Readonly<Record<Balance | Family, string>>;
}

/*
 * Blue against orange stays apart in every common colour blindness, and the two differ in lightness from the grey between them.
 * Contested pairs are purple: no mixture of the two scales. The same values stand in styles/theme.css.
 */
const LIGHT: Palette = {
  background: '#fbfaf8',
  text: '#1d2733',
  halo: '#fbfaf8',
  faded: '#dcdbd7',
  fadedEdge: '#eae8e4',
  kinds: {
    country: '#2f4a6d',
    organization: '#5a6fc0',
    person: '#0f8271',
    event: '#a9801c',
    place: '#7d6a58',
    issue: '#b3507f',
  },
  tones: {
    friendly: '#2166ac',
    'rather-friendly': '#7eb0d8',
    even: '#a9a9a6',
    'rather-hostile': '#efaa6b',
    hostile: '#c65a11',
    contested: '#8a3f97',
    tie: '#c9c6bf',
    talk: '#6fa6d4',
    help: '#1f5fa6',
    dispute: '#e89a52',
    force: '#b94a0b',
  },
};

const DARK: Palette = {
  background: '#12171e',
  text: '#e8ebef',
  halo: '#12171e',
  faded: '#2b323c',
  fadedEdge: '#1f262f',
  kinds: {
    country: '#a9c1e3',
    organization: '#8f9df0',
    person: '#4fc3ae',
    event: '#e0b64d',
    place: '#b9a48d',
    issue: '#e58ab5',
  },
  tones: {
    friendly: '#4b9be3',
    'rather-friendly': '#31628f',
    even: '#70757c',
    'rather-hostile': '#9a5f2a',
    hostile: '#f08a3c',
    contested: '#c77dd6',
    tie: '#414a55',
    talk: '#5c8fbd',
    help: '#6db3f2',
    dispute: '#c98245',
    force: '#ff8a3d',
  },
};

export const paletteFor = (dark: boolean): Palette => (dark ? DARK : LIGHT);
