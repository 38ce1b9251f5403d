/** What XML 1.0 may not hold: control characters (but tab and line ends), lone surrogates, U+FFFE and U+FFFF. */
export const XML_ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  // A reader would turn these into plain spaces inside an attribute.
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
};

/** Texts that need nothing done to them: most of them, and this is much the faster question. */
const PLAIN = /^[\u0020\u0021\u0023-\u0025\u0028-\u003B\u003D\u003F-\uD7FF\uE000-\uFFFD]*$/;

/** Escapes texts for XML and counts the characters that XML can't hold (they become U+FFFD). */
export interface XmlText {
  readonly escape: (text: string) => string;
  readonly replaced: () => number;
}

export function createXmlText(): XmlText {
  let replaced = 0;
  return {
    escape(text) {
      if (PLAIN.test(text)) return text;
      const legal = text.replaceAll(XML_ILLEGAL, () => {
        replaced++;
        return '\uFFFD';
      });
      return legal.replaceAll(/[&<>"'\t\n\r]/g, (c) => ESCAPES[c] ?? c);
    },
    replaced: () => replaced,
  };
}
