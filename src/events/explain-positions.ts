import type { SlotFilling } from '../model/explanation.ts';
import { quoted } from './explain-words.ts';

/** A position in plain words: `subject of “vowed”, taken over by “to attack”`. */
export function positionMessage(filling: Omit<SlotFilling, 'message'>): string {
  const { within } = filling;
  const part = within ? `in ${quoted(within)}, ` : '';
  return part + placeMessage(filling);
}

function placeMessage({ position, preposition, at, from }: Omit<SlotFilling, 'message'>): string {
  const verb = at ? quoted(at) : 'the word';
  const behind = `behind “${preposition ?? ''}”`;
  switch (position) {
    case 'subject':
    case 'passive-subject': {
      const kind = position === 'subject' ? 'subject' : 'subject of the passive';
      return from ? lentMessage(kind, verb, from) : `${kind}${position === 'subject' ? ' of' : ''} ${verb}`;
    }
    case 'agent':
      return `behind “by”, with the passive ${verb}`;
    case 'object':
      return `object of ${verb}`;
    case 'oblique':
      return preposition ? `${behind}, with ${verb}` : `beside ${verb}`;
    case 'owner':
      return `owner of ${verb}`;
    case 'modifier':
      return `word before ${verb}`;
    case 'support-subject':
      return `subject of the verb ${verb} over the noun`;
    case 'content-subject':
      return `subject of ${verb}, the clause that the frame takes`;
    case 'content-object':
      return `object of ${verb}, the clause that the frame takes`;
    case 'content-oblique':
      return `${behind}, with ${verb}, the clause that the frame takes`;
    case 'main-subject':
      return `subject of ${verb}, the clause above`;
    case 'elsewhere':
      return at ? `found with ${verb}, in another part of the sentence` : 'found elsewhere in the text';
  }
}

function lentMessage(kind: string, verb: string, { words, by }: NonNullable<SlotFilling['from']>): string {
  const other = quoted(words);
  if (by === 'relative') return `${kind} of ${verb}: the noun that this clause describes`;
  if (by === 'shared') return `${kind} of ${verb}, shared with ${other}`;
  if (by === 'adverbial') return `${kind} of ${verb}, taken over from the clause of ${other}`;
  return `${kind} of ${verb}, taken over from ${other}`;
}
