// The import table of the house: bot connects, dialogs speak, data knows. Imports point one way.
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule(
      'domain-is-pure',
      'data/domain knows rules only. Pass time, ids and stored values in as arguments; put I/O in data/store or bot.',
      { path: '^data/domain/' },
      {
        pathNot:
          '^data/domain/|node_modules/(zod|big\\.js|@types/big\\.js|dinero\\.js|temporal-polyfill|temporal-spec)/',
      },
    ),
    rule(
      'data-does-not-speak',
      'data must not import dialogs or bot. Move the shared piece down into data/domain.',
      { path: '^data/' },
      { path: '^(dialogs|bot|test)/|node_modules/botbuilder' },
    ),
    rule(
      'dialogs-do-not-connect',
      'dialogs must not import bot. Pass what is needed in through DialogServices.',
      { path: '^dialogs/' },
      { path: '^(bot|test)/|node_modules/lowdb/' },
    ),
    rule(
      'botbuilder-stays-at-the-door',
      'Only bot/**, dialogs/*Dialog.ts and dialogs/say.ts may import botbuilder. Keep logic in plain modules beside them.',
      { path: '^(data|dialogs)/', pathNot: '^dialogs/([A-Za-z]*Dialog|say)\\.ts$' },
      { path: 'node_modules/botbuilder|node_modules/botframework' },
    ),
    rule('bot-does-not-import-tests', 'Production code must not import test.', { path: '^bot/' }, { path: '^test/' }),
    rule('no-circles', 'Two files import each other: move what they share into a third.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|bot/console/web)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
