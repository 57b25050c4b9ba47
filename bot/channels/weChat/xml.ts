// The platform's XML: flat elements, texts in CDATA. Nothing that could expand is read: no DOCTYPE, no entity but the five of XML.
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Far more than a message has, with its encrypted form beside it. */
export const xmlBytesMax = 64 * 1024;

const parser = new XMLParser({
  ignoreAttributes: true,
  // "007" and a number of 19 digits stay as they were written; so do blanks at either end of words.
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
});

const cdata = /<!\[CDATA\[[\s\S]*?\]\]>/g;
const declaration = /<!/;
const otherEntity = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** What stands in <xml>…</xml>; undefined where it is not that, or holds what is not read here. */
export function readXml(text: string): Readonly<Record<string, unknown>> | undefined {
  // A customer may write "<!DOCTYPE" as words; only outside of CDATA it is one.
  const markup = text.replace(cdata, '');
  if (declaration.test(markup) || otherEntity.test(markup)) return undefined;
  try {
    if (XMLValidator.validate(text) !== true) return undefined;
    const { xml }: Record<string, unknown> = parser.parse(text);
    return typeof xml === 'object' && xml !== null ? (xml as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Characters that XML 1.0 cannot hold in any form. */
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const inCdata = (text: string): string =>
  `<![CDATA[${text.replace(unspeakable, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** <xml>…</xml> of texts and whole numbers, in the order given. */
export const writeXml = (fields: Readonly<Record<string, string | number>>): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${typeof value === 'number' ? value : inCdata(value)}</${name}>`)
    .join('')}</xml>`;
