import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { BLOCK_ELEMENTS } from './html-tags.ts';

/** The part of a DOM that ingest uses; the core compiles without the DOM's types. */
export interface HtmlElement {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlPage extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
}

/** Parses a page; fragments get the html and body elements that linkedom does not add by itself. */
export function parsePage(html: string): HtmlPage {
  const whole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  const bare = html.replace(/<!doctype[^>]*>|<\/?(?:html|body)(?:\s[^>]*)?>/gi, '');
  const source = whole ? html : `<!doctype html><html>${headAndBody(bare)}</html>`;
  return parseHTML(source).document as unknown as HtmlPage;
}

function headAndBody(html: string): string {
  const end = html.search(/<\/head\s*>/i);
  return end < 0
    ? `<head></head><body>${html}</body>`
    : `${html.slice(0, end)}</head><body>${html.slice(end).replace(/<\/head\s*>/i, '')}</body>`;
}

const NEVER_TEXT =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, button, select, textarea, input, dialog, [hidden], [aria-hidden="true"], [type="application/ld+json"]';
const AROUND_TEXT =
  'nav, aside, footer, figcaption, menu, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="banner"], [role="dialog"], [role="search"]';
const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Takes scripts, styles and everything hidden out of the page. */
export function removeHidden(page: HtmlPage): void {
  for (const element of [...page.querySelectorAll(NEVER_TEXT)]) if (!isRoot(element)) element.remove();
  for (const element of [...page.querySelectorAll('[style]')]) {
    if (!isRoot(element) && HIDING_STYLE.test(element.getAttribute('style') ?? '')) element.remove();
  }
}

/** Takes navigation, asides, footers and captions out of the page. */
export function removeSurroundings(page: HtmlPage): void {
  for (const element of [...page.querySelectorAll(AROUND_TEXT)]) if (!isRoot(element)) element.remove();
}

const isRoot = (element: HtmlElement): boolean => element.localName === 'html' || element.localName === 'body';

/** Shorter articles than this make Readability try again with looser rules. */
const SHORT_ARTICLE = 200;

/** What Readability takes for the story, as text with blank lines between blocks; empty when it finds none. It changes the page. */
export function mainText(page: HtmlPage): string {
  const reader = new Readability<HtmlElement>(page as never, {
    charThreshold: SHORT_ARTICLE,
    disableJSONLD: true,
    serializer: (node) => node as unknown as HtmlElement,
  });
  const content = reader.parse()?.content;
  return content ? blockText(content) : '';
}

/** Text of an element and all in it: `\n\n` around blocks, `\n` for line breaks, no other line ends. */
export function blockText(root: HtmlElement): string {
  const parts: string[] = [];
  const walk = (node: HtmlElement, preformatted: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.textContent ?? '';
      parts.push(preformatted ? text : text.replace(/\s+/g, ' '));
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    const name = node.localName ?? '';
    if (name === 'br') parts.push('\n');
    const block = BLOCK_ELEMENTS.has(name);
    if (block) parts.push('\n\n');
    for (const child of node.childNodes) walk(child, preformatted || name === 'pre');
    if (block) parts.push('\n\n');
    else if (name === 'td' || name === 'th') parts.push(' ');
  };
  walk(root, false);
  return parts.join('');
}
