// The published menu: every entry says something that is understood, in its own language.
import { menus } from '../../../../bot/channels/weChat/menu/menu';
import { understand } from '../../../../dialogs/understanding/understand';

const meant = [
  ['account.balance', 'ask.howToRepay', 'account.arrangement'],
  ['negotiate.start', 'promiseToPay', 'hardship', 'ask.consequences'],
  ['human', 'verifyCollector', 'complaint', 'changeLanguage'],
];

test.each(['zh-CN', 'en-US'] as const)('every entry of the menu in %s is understood as what it says', (locale) => {
  const turns = menus[locale].button.map((group) =>
    group.sub_button.map(({ key }) => understand(key, locale, { refDate: '2026-11-23' })),
  );
  expect(turns.map((group) => group.map(({ intent }) => intent))).toEqual(meant);
  expect(turns.flat().every(({ ambiguity }) => ambiguity === null)).toBe(true);
});
