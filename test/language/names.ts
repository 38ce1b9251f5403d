import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/knowledge/load.node.ts';
import { createNameGazetteer, type NameGazetteer } from '../../src/language/name-gazetteer.ts';
import type { NamesManifest } from '../../src/language/name-model.ts';

const DATA = new URL('../../data/', import.meta.url);

export const namesBytes = new Uint8Array(readFileSync(new URL('models/en/names.bin', DATA)));
export const namesManifest = JSON.parse(readFileSync(new URL('models/en/names.json', DATA), 'utf8')) as NamesManifest;

/** The lists of `data/` by which the shipped model was trained. */
export const shippedGazetteer = async (): Promise<NameGazetteer> =>
  createNameGazetteer((await loadKnowledge(fileURLToPath(DATA))).knowledge);
