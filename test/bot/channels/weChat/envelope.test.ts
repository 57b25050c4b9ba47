// The platform's published examples, and every length of text: what was sealed is opened, for this account and nobody else.
import fc from 'fast-check';
import { isSigned, opened, sealed, signatureOf } from '../../../../bot/channels/weChat/envelope';

const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const appId = 'wxb11529c136998cb6';

test('the platform’s example of a short Chinese text is sealed to the byte', () => {
  expect(sealed('我是中文abcd123', key, appId, Buffer.from('aaaabbbbccccdddd'))).toBe(
    'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==',
  );
});

test('the platform’s example of a checked address has its signature and its number', () => {
  const echo = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==';
  const parts = ['QDG6eK', '1409659589', '263014780', echo];
  expect(signatureOf(parts)).toBe('5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3');
  expect(opened(echo, 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', 'wx5823bf96d3bd56c7')).toBe('1616140317555161061');
});

test('the platform’s example of a message has its signature and is opened with its line breaks', () => {
  const cipher =
    'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=';
  const parts = ['spamtest', '1409735669', '1320562132', cipher];
  expect(isSigned(parts, '5d197aaffba7e9b25a30732f161a50dee96bd5fa')).toBe(true);
  expect(isSigned(parts, '5d197aaffba7e9b25a30732f161a50dee96bd5fb')).toBe(false);
  const text = opened(cipher, key, 'wx2c2769f8efd9abc2') ?? '';
  expect(text).toContain('</ToUserName>\n<FromUserName>');
  expect(text).toContain('<Content><![CDATA[abcdteT]]></Content>');
  expect(opened(cipher, key, appId)).toBeUndefined();
});

test('a text of any length, Chinese and emoji among it, comes back as it was, in whole blocks of 32 bytes', () => {
  const character = fc.constantFrom('a', '7', ' ', '\n', '元', '期', '😀', '👩‍👧', 'é', '<', ']]>');
  const text = fc.array(character, { maxLength: 200 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.stringMatching(/^wx[0-9a-f]{16}$/), (words, id) => {
      const cipher = sealed(words, key, id);
      expect(Buffer.from(cipher, 'base64').length % 32).toBe(0);
      expect(opened(cipher, key, id)).toBe(words);
      expect(opened(cipher, key, `${id}0`)).toBeUndefined();
    }),
  );
});

test.each(Array.from({ length: 65 }, (_, length) => length))(
  '%i bytes fill their blocks, a whole one where none is needed',
  (length) => {
    const text = 'x'.repeat(length);
    expect(opened(sealed(text, key, appId), key, appId)).toBe(text);
  },
);

test('whatever is not whole or not ours is not opened, and nothing is thrown', () => {
  const cipher = Buffer.from(sealed('一段话', key, appId), 'base64');
  for (let length = 0; length < cipher.length; length++)
    expect(opened(cipher.subarray(0, length).toString('base64'), key, appId)).toBeUndefined();
  expect(opened(cipher.toString('base64'), key.replace('a', 'b'), appId)).toBeUndefined();
  // What was changed on its way is the signature's to notice; here it must only not break anything.
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      (bytes) => opened(Buffer.from(bytes).toString('base64'), key, appId) === undefined,
    ),
  );
});
