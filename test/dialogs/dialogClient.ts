// The root dialog alone in botbuilder-testing's client, with readings given by the test: what is understood is not in question here.
import type { TurnContext } from 'botbuilder';
import { DialogTestClient } from 'botbuilder-testing';
import { newDialogServices } from '../../bot/compose/services';
import { buildShared } from '../../bot/compose/sharedParts';
import { readConfig } from '../../bot/config/config';
import { readShippedData } from '../../bot/config/shippedData';
import { newDocumentLinks } from '../../bot/documents/documentLinks';
import { newSigner } from '../../bot/http/signer';
import { newLog } from '../../bot/ops/log';
import { type CustomerTurn, certainTurn } from '../../data/domain/customer/customerTurn';
import { seedDemo } from '../../data/seed/seedDemo';
import { MemoryStore } from '../../data/store/memoryStore';
import { RootDialog } from '../../dialogs/rootDialog';
import { type TurnOutcome, turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import type { Spoken } from '../../dialogs/text/formatMessage';

const data = readShippedData();
export const now = '2026-11-23T02:00:00.000Z';
const today = '2026-11-23';

/** Readings by exact words; whatever is not listed is out of scope. */
export type Readings = Readonly<Record<string, CustomerTurn>>;

export async function dialogClient(readings: Readings, channelId = 'test') {
  const store = new MemoryStore();
  await seedDemo(store, today);
  const understand = (text: string) => readings[text] ?? certainTurn('outOfScope');
  const parts = {
    config: readConfig({}),
    log: newLog('silent'),
    store,
    data,
    understand,
    people: [],
    clock: () => now,
  };
  const { repositories, inForce } = buildShared(parts);
  const links = newDocumentLinks(newSigner('a secret of thirty-two characters.'), () => 'http://localhost:3978', 72);
  const services = newDialogServices({
    data,
    repositories,
    links,
    understand,
    inForce,
    identityAlarm: () => undefined,
    readingSeconds: 0,
    secondReader: null,
  });
  const outcomes: TurnOutcome[] = [];
  const listen = async (context: TurnContext, next: () => Promise<void>) => {
    await next();
    const outcome = turnOutcomeOf(context);
    if (outcome !== undefined) outcomes.push(outcome);
  };
  const client = new DialogTestClient(channelId, new RootDialog(services, () => now), undefined, [{ onTurn: listen }]);
  return {
    client,
    outcomes,
    /** Says it and gives the messages of the reply. */
    async say(text: string): Promise<readonly Spoken[]> {
      outcomes.length = 0;
      await client.sendActivity(text);
      return outcomes.flatMap(({ replies }) => replies).flatMap(({ spoken }) => spoken);
    },
    /** What can be tapped after the last reply. */
    titles: (): readonly Spoken[] => outcomes.flatMap(({ replies }) => replies).flatMap(({ titles }) => titles),
  };
}
