// npm run table: what may be said where. For every place in a conversation and every intent, who serves it and what becomes of the place.
import { Command } from 'commander';
import { intents } from '../../data/domain/customer/customerTurn';
import { type Place, type Service, serviceOf, table } from '../../dialogs/table';

const signs: Readonly<Record<Service, string>> = { own: '●', thenBack: '↩', leaves: '→' };
const places = Object.keys(table) as Place[];

function asText(): string {
  const names = Math.max(...intents.map((intent) => intent.length));
  const widths = places.map((place) => place.length);
  const head = `${''.padEnd(names)}  ${places.join('  ')}`;
  const rows = intents.map((intent) => {
    const cells = places.map((place, index) => signs[serviceOf(place, intent)].padEnd(widths[index] ?? 1));
    return `${intent.padEnd(names)}  ${cells.join('  ')}`.trimEnd();
  });
  const key = `${signs.own} the dialog of the place hears it · ${signs.thenBack} served, then back to where it was · ${signs.leaves} served, and what was under way ends`;
  return [head, ...rows, '', key].join('\n');
}

const program = new Command('table')
  .description('Prints which intent is served by whom in every place of a conversation.')
  .option('--json', 'as one JSON object: place → intent → service')
  .allowExcessArguments(false)
  .action(({ json }: { json?: boolean }) => {
    process.stdout.write(`${json === true ? JSON.stringify(table) : asText()}\n`);
  });
program.parse();
