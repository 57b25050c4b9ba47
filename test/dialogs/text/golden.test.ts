// Every message as a customer reads it, in a file a language, for review. Changed on purpose: UPDATE_GOLDEN=1.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import { messageIds } from '../../../dialogs/text/messages';
import { renderedWordings } from './sampleValues';

const goldenOf = (locale: Locale) =>
  [...messageIds]
    .sort()
    .flatMap((id) =>
      renderedWordings(locale, id).map(
        ({ text }, index) => `${id}${index === 0 ? '' : ` (${index + 1})`}\n${text.replace(/^/gm, '    ')}\n`,
      ),
    )
    .join('\n');

test.each(localeSchema.options)('%s reads as it was last reviewed', (locale) => {
  const file = join(__dirname, 'golden', `${locale}.txt`);
  const now = goldenOf(locale);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, now);
  expect(now).toBe(readFileSync(file, 'utf8').replace(/\r\n/g, '\n'));
});
