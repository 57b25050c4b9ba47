// The platform's XML: what customers type survives, and nothing that could expand or lead elsewhere is read.
import fc from 'fast-check';
import { readXml, writeXml } from '../../../../bot/channels/weChat/xml';

test('any words go into an answer and come out of it as they were', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 100 });
  const awkward = fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '<xml>',
    '&amp;',
    '&#38;',
    '<!DOCTYPE x>',
    ' ',
    '\n',
    '007',
    '1e3',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, awkward), { maxLength: 6 }), (parts) => {
      const text = parts.join('').replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
      expect(readXml(writeXml({ Content: text, CreateTime: 7 }))).toEqual({ Content: text, CreateTime: '7' });
    }),
  );
});

test('control characters inside CDATA are no reason to lose a message', () => {
  const xml = readXml(
    '<xml><Content><![CDATA[还\u0008款\u0000\u001f]]></Content><MsgId>6054768590064713728</MsgId></xml>',
  );
  expect(xml).toEqual({ Content: '还\u0008款\u0000\u001f', MsgId: '6054768590064713728' });
});

test('words that look like markup are words', () => {
  const xml = readXml('<xml><Content><![CDATA[<!DOCTYPE a [<!ENTITY b "c">]> &b; &#65;]]></Content></xml>');
  expect(xml?.Content).toBe('<!DOCTYPE a [<!ENTITY b "c">]> &b; &#65;');
});

const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n || ''};`.repeat(10)}">`).join('')}]><xml><Content>&a9;</Content></xml>`;
test.each([
  ['entities that expand', bomb],
  ['a file of the machine', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><Content>&f;</Content></xml>'],
  ['a document type alone', '<!DOCTYPE xml><xml><Content>a</Content></xml>'],
  ['an entity that nobody declared', '<xml><Content>&f;</Content></xml>'],
  ['a character by its number', '<xml><Content>&#65;</Content></xml>'],
  ['elements that are not closed', '<xml><Content>a'],
  ['elements that cross', '<xml><a><b></a></b></xml>'],
  ['two documents', '<xml><a>1</a></xml><xml><a>2</a></xml>'],
  ['another document', '<html><body/></html>'],
  ['JSON', '{"Content":"a"}'],
  ['nothing', ''],
  ['a name that objects have', '<xml><__proto__><isAdmin>1</isAdmin></__proto__></xml>'],
])('%s is not read', (_name, text) => {
  expect(readXml(text)).toBeUndefined();
});

test('deep nesting is refused or read, and never throws', () => {
  const deep = `<xml>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</xml>`;
  expect(() => readXml(deep)).not.toThrow();
});
