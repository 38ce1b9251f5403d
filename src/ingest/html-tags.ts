/** One piece of HTML as a plain scan sees it: no tree, no repair, linear in the length of the input. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string };

/** Elements whose content is never text to read. */
const RAW = ['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'textarea', 'title'];
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that close themselves when the next one opens; counting them would make long old pages look deep. */
const IMPLIED_END = new Set('p li dt dd tr td th option thead tbody tfoot'.split(' '));

export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** Walks over tags and text; comments, scripts, styles and other raw elements are passed over. */
export function* scanHtml(html: string): Generator<HtmlPiece> {
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    if (html.startsWith('<!--', open)) {
      at = after(html.indexOf('-->', open + 4), 3, html);
      continue;
    }
    const name = /^[a-z][^\s/>]{0,40}/.exec(
      lower.slice(lower.startsWith('</', open) ? open + 2 : open + 1, open + 44),
    )?.[0];
    if (name === undefined && !/[!?/]/.test(html.charAt(open + 1))) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const close = lower.startsWith('</', open);
    at = after(html.indexOf('>', open), 1, html);
    if (name === undefined) continue;
    yield { kind: close ? 'close' : 'open', name };
    if (!close && RAW.includes(name) && html.charAt(at - 2) !== '/') at = afterRaw(lower, name, at);
  }
  if (at < html.length) yield { kind: 'text', text: html.slice(at) };
}

const after = (index: number, length: number, html: string): number => (index < 0 ? html.length : index + length);

/** Past the end tag of a raw element; without one the rest of the page is its content. */
function afterRaw(lower: string, name: string, at: number): number {
  const end = lower.indexOf(`</${name}`, at);
  return end < 0 ? lower.length : after(lower.indexOf('>', end), 1, lower);
}

export interface HtmlSize {
  /** How deep elements lie in each other at the deepest place. */
  readonly depth: number;
  /** Tags and character references: every one of them is a node or an event for a parser. */
  readonly pieces: number;
}

/** Measures a page without parsing it; stops counting once either limit is passed. */
export function measureHtml(html: string, most: HtmlSize): HtmlSize {
  let depth = 0;
  let deepest = 0;
  let pieces = 0;
  for (const piece of scanHtml(html)) {
    pieces += piece.kind === 'text' ? piece.text.split('&').length : 1;
    if (piece.kind !== 'text' && !VOID.has(piece.name) && !IMPLIED_END.has(piece.name) && !RAW.includes(piece.name)) {
      depth = Math.max(0, depth + (piece.kind === 'open' ? 1 : -1));
      deepest = Math.max(deepest, depth);
    }
    if (deepest > most.depth || pieces > most.pieces) break;
  }
  return { depth: deepest, pieces };
}

/** Text of a page by leaving out its tags: for pages that no parser should be given. */
export function stripTags(html: string): string {
  const parts: string[] = [];
  for (const piece of scanHtml(html)) {
    if (piece.kind === 'text') parts.push(decodeEntities(piece.text).replace(/\s+/g, ' '));
    else if (piece.name === 'br') parts.push('\n');
    else if (BLOCK_ELEMENTS.has(piece.name)) parts.push('\n\n');
    else if (piece.name === 'td' || piece.name === 'th') parts.push(' ');
  }
  return parts.join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
};

/** Character references by number, and the named ones that news pages use. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}
