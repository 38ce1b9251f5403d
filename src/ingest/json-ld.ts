import { collapseSpace } from './clean-text.ts';
import { decodeEntities } from './html-tags.ts';

/** What schema.org's JSON-LD says about the article of a page. */
export interface JsonLdArticle {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly license?: string | undefined;
  readonly body?: string | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|PressRelease)$/;
const DEEPEST = 8;

/** Finds the first article in the JSON-LD scripts of a page; `broken` when one of them is no JSON. */
export function readJsonLd(scripts: readonly string[]): { readonly article: JsonLdArticle; readonly broken: boolean } {
  let broken = false;
  const objects: JsonObject[] = [];
  for (const script of scripts) {
    try {
      collectObjects(
        JSON.parse(script.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, '')) as unknown,
        objects,
        0,
      );
    } catch {
      broken = true;
    }
  }
  const found = objects.find((each) => strings(each['@type']).some((type) => ARTICLE_TYPE.test(type)));
  return { article: found ? toArticle(found, objects) : {}, broken };
}

function collectObjects(value: unknown, into: JsonObject[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const each of value) collectObjects(each, into, depth + 1);
  else if (isObject(value)) {
    into.push(value);
    for (const each of Object.values(value)) collectObjects(each, into, depth + 1);
  }
}

function toArticle(article: JsonObject, all: readonly JsonObject[]): JsonLdArticle {
  const authors = names(article['author'], all);
  return {
    title: line(article['headline']) ?? line(article['name']),
    byline: authors.length > 0 ? authors.join(', ') : undefined,
    date: line(article['datePublished']) ?? line(article['dateCreated']),
    publisher: names(article['publisher'], all)[0] ?? names(article['sourceOrganization'], all)[0],
    url: line(article['url']) ?? line(article['mainEntityOfPage']) ?? identifier(article['mainEntityOfPage']),
    language: line(article['inLanguage']) ?? names(article['inLanguage'], all)[0],
    license: line(article['license']),
    body: typeof article['articleBody'] === 'string' ? decodeEntities(article['articleBody']) : undefined,
  };
}

/** Names of people or bodies: written out, as objects, as a list, or as references to objects elsewhere on the page. */
function names(value: unknown, all: readonly JsonObject[]): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => names(each, all));
  if (!isObject(value)) return strings(value).flatMap((each) => line(each) ?? []);
  const id = value['@id'];
  const whole =
    value['name'] === undefined ? all.find((each) => each['@id'] === id && each['name'] !== undefined) : value;
  const name = line(whole?.['name']);
  return name === undefined ? [] : [name];
}

const identifier = (value: unknown): string | undefined => (isObject(value) ? line(value['@id']) : undefined);

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');

const line = (value: unknown): string | undefined =>
  typeof value === 'string' ? collapseSpace(decodeEntities(value)) || undefined : undefined;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
