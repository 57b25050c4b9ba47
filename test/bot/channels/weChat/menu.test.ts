// The published menu: every entry says something that is understood, in its own language.
import { menus } from '../../../../bot/channels/weChat/menu/menu';
import { understand } from '../../../../dialogs/understanding/understand';

const entries = (['zh-CN', 'en-US'] as const).flatMap((locale) =>
  menus[locale].button.flatMap((group) => group.sub_button.map(({ key }) => [locale, key] as const)),
);

test.each(entries)('%s: "%s" is understood for sure', (locale, key) => {
  const turn = understand(key, locale, { refDate: '2026-11-23' });
  expect(turn.intent).not.toBe('outOfScope');
  expect(turn.ambiguity).toBeNull();
  expect(turn.confidence).toBeGreaterThan(0.8);
});

test('both languages have the same entries in the same order', () => {
  const intents = (locale: 'zh-CN' | 'en-US') =>
    menus[locale].button.map((group) =>
      group.sub_button.map(({ key }) => understand(key, locale, { refDate: '2026-11-23' }).intent),
    );
  expect(intents('en-US')).toEqual(intents('zh-CN'));
});
