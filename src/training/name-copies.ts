import { isAllCaps } from '../base/fold-name.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type LabelSpan, NAME_KINDS } from '../language/name-labels.ts';
import type { Tagger } from '../language/tag.ts';
import { tokenize } from '../language/tokenize.ts';
import { kindNumber, type NameExample } from './name-corpora.ts';

/** Copies of every tenth sentence in capitals and every tenth in Title Case, so that headlines are no surprise. */
export function nameCaseCopies(examples: readonly NameExample[], tagger: Tagger): readonly NameExample[] {
  const copy = (example: NameExample, change: (form: string, upos: string) => string): NameExample => {
    const tags = tagger.tagSentence(example.forms);
    return { ...example, forms: example.forms.map((form, i) => change(form, tags[i]?.upos ?? 'X')) };
  };
  return examples.flatMap((example, i) => {
    if (i % 10 === 0) return [copy(example, (form) => form.toUpperCase())];
    return i % 10 === 5 ? [copy(example, toTitle)] : [];
  });
}

const SMALL = /^(?:ADP|DET|CCONJ|PART|SCONJ)$/;
const toTitle = (form: string, upos: string): string =>
  SMALL.test(upos) ? form.toLowerCase() : form.replace(/^\p{Ll}/u, (char) => char.toUpperCase());

/** Names of the gazetteer, as tokens, by what they can stand in for. */
export interface NameStock {
  readonly fullPeople: readonly (readonly string[])[];
  readonly surnames: readonly (readonly string[])[];
  readonly organizations: readonly (readonly string[])[];
  readonly acronyms: readonly (readonly string[])[];
  readonly places: readonly (readonly string[])[];
  readonly media: readonly (readonly string[])[];
  readonly nations: readonly (readonly string[])[];
  /** Offices with a capital to each word. */
  readonly titles: readonly (readonly string[])[];
}

const LINK = /^(?:of|the|for|and|to|in)$/;

export function nameStock(knowledge: Knowledge): NameStock {
  const abbreviations = new Set(knowledge.abbreviations);
  const split = (name: string): readonly string[] =>
    tokenize({ id: '', title: '', text: name, language: 'en' }, abbreviations).tokens.map((token) => token.text);
  const organizations = knowledge.organizations.flatMap((o) => [o.name, ...o.aliases]);
  const acronyms = knowledge.organizations.flatMap((o) => o.acronym ?? []);
  return {
    fullPeople: knowledge.people.filter((p) => p.name.includes(' ')).map((p) => split(p.name)),
    surnames: knowledge.people.flatMap((p) => (p.surname ? [split(p.surname)] : [])),
    organizations: organizations.filter((name) => !isAllCaps(name)).map(split),
    acronyms: [...acronyms, ...organizations.filter((name) => isAllCaps(name))].map(split),
    places: [...knowledge.places, ...knowledge.countries].map((p) => split(p.name)),
    media: knowledge.organizations.filter((o) => o.id.startsWith('media:')).map((o) => split(o.acronym ?? o.name)),
    nations: knowledge.countries.flatMap((c) => c.adjectives.slice(0, 1).map(split)),
    // Not tokenised: alone, the stop of "Gen." would end a sentence.
    titles: knowledge.titles.map(({ title }) =>
      title.split(' ').map((word) => toTitle(word, LINK.test(word) ? 'ADP' : 'NOUN')),
    ),
  };
}

/** Share of the full names of people for which a surname stands in. */
const SHORTENED = 0.12;

/** Names like the one that is to be replaced. */
function candidates(
  stock: NameStock,
  kind: string | undefined,
  forms: readonly string[],
  random: () => number,
): readonly (readonly string[])[] {
  if (kind === 'person') return forms.length > 1 && random() >= SHORTENED ? stock.fullPeople : stock.surnames;
  if (kind === 'organization')
    return forms.length === 1 && isAllCaps(forms[0] ?? '') ? stock.acronyms : stock.organizations;
  return kind === 'place' ? stock.places : [];
}

/** Share of the names that a copy replaces, of people who get an office before their name, of sentences that get a dateline. */
const REPLACED = 0.7;
const TITLED = 0.2;
const DATED = 0.04;

/** Copy of a sentence with names of the gazetteer in place of some of its own: what surrounds a name says what it is. */
export function withOtherNames(example: NameExample, stock: NameStock, random: () => number): NameExample {
  const copy = startCopy(example.document);
  if (random() < DATED) addDateline(copy, stock, random);
  let at = 0;
  for (const { start, end, kind } of example.names) {
    copy.words(example.forms.slice(at, start));
    const own = example.forms.slice(start, end);
    const other = random() < REPLACED ? pick(candidates(stock, NAME_KINDS[kind], own, random), random) : undefined;
    if (NAME_KINDS[kind] === 'person' && random() < TITLED) addOffice(copy, example.forms[start - 1], stock, random);
    copy.name(other ?? own, kind);
    at = end;
  }
  copy.words(example.forms.slice(at));
  return copy.finish();
}

function startCopy(document: string) {
  const forms: string[] = [];
  const names: LabelSpan[] = [];
  return {
    words: (more: readonly string[]): void => {
      forms.push(...more);
    },
    name: (words: readonly string[], kind: number): void => {
      if (words.length === 0) return;
      names.push({ start: forms.length, end: forms.length + words.length, kind });
      forms.push(...words);
    },
    finish: (): NameExample => ({ forms, names, document }),
  };
}
type Copy = ReturnType<typeof startCopy>;

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];

/** "CAIRO — …", "GENEVA ( Reuters ) - …" */
function addDateline(copy: Copy, stock: NameStock, random: () => number): void {
  const place = pick(stock.places, random) ?? [];
  copy.name(
    place.map((word) => word.toUpperCase()),
    kindNumber('place'),
  );
  const agency = random() < 0.5 ? pick(stock.media, random) : undefined;
  if (agency !== undefined) {
    copy.words(['(']);
    copy.name(agency, kindNumber('organization'));
    copy.words([')']);
  }
  copy.words([random() < 0.5 ? '—' : '-']);
}

/** "[Norwegian] Foreign Minister …", "[OAS] Secretary-General …": office and title are no part of the name. */
function addOffice(copy: Copy, before: string | undefined, stock: NameStock, random: () => number): void {
  // A capital before the name is a title already, or part of something longer.
  if (before !== undefined && (before !== before.toLowerCase() || /^(?:the|a|an|'s)$/.test(before))) return;
  const which = random();
  if (which < 0.3) copy.name(pick(stock.nations, random) ?? [], kindNumber('group'));
  else if (which < 0.6) {
    copy.name(pick(random() < 0.5 ? stock.acronyms : stock.organizations, random) ?? [], kindNumber('organization'));
  }
  copy.words(pick(stock.titles, random) ?? []);
}
