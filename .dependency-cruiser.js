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
          '^data/domain/|node_modules/(zod|big\\.js|@types/big\\.js|dinero\\.js|temporal-polyfill|temporal-spec)/|^pure-rand/',
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
    rule(
      'channels-carry-only',
      'A channel is transport: it knows nothing of desk, policies or console. Pass what it needs in from bot/compose.',
      { path: '^bot/channels/' },
      { path: '^bot/(staff|compose|cli|bench|outreach)/' },
    ),
    rule(
      'turn-knows-no-channel-and-no-staff',
      'One message takes the same way on every channel, held by a person or not. Pass the difference in from bot/compose.',
      { path: '^bot/turn/' },
      { path: '^bot/(staff|compose|cli|bench|outreach)/|^bot/channels/(directLine|webChat|weChat)/' },
    ),
    rule(
      'rooms-of-staff-do-not-know-the-console',
      'Desk, policies, book and simulate are called by the console and by commands. Move what they share to bot/staff.',
      { path: '^bot/staff/', pathNot: '^bot/staff/console/' },
      { path: '^bot/staff/console/' },
    ),
    rule(
      'policies-and-desk-apart',
      'The life cycle of policies and the desk do not know each other. Meet in bot/compose.',
      { path: '^bot/staff/policies/' },
      { path: '^bot/staff/(desk|book)/' },
    ),
    rule(
      'desk-knows-no-policies',
      'The desk reads limits through what it is handed, never through their life cycle.',
      { path: '^bot/staff/desk/' },
      { path: '^bot/staff/(policies|book|simulate)/' },
    ),
    rule(
      'only-entries-compose',
      'bot/compose builds the parts; only what starts a program asks for it. Types of parts live beside the parts.',
      { path: '^bot/', pathNot: '^bot/(main\\.ts|compose/|cli/|bench/)' },
      { path: '^bot/compose/' },
    ),
    rule('no-circles', 'Two files import each other: move what they share into a third.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|bot/staff/console/web)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
