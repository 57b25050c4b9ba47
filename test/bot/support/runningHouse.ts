// The real server with real files on a free port, with the demo personas, plain understanding and a clock that stands still.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHouse, type House } from '../../../bot/compose/house';
import { readConfig } from '../../../bot/config/config';
import { keysOnce } from '../../../bot/config/dataKeys';
import { readShippedData } from '../../../bot/config/shippedData';
import { newLog } from '../../../bot/ops/log';
import { personaCards } from '../../../data/seed/persona';
import { seedDemo } from '../../../data/seed/seedDemo';
import type { DocumentStore } from '../../../data/store/documentStore';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { sealingStore } from '../../../data/store/sealed/sealingStore';
import { plainUnderstanding } from './plainUnderstanding';

export const testNow = '2026-11-23T02:30:00.000Z';
export const testDay = '2026-11-23';

export interface RunningHouse {
  readonly house: House;
  readonly store: DocumentStore;
  readonly address: string;
  readonly dataDir: string;
  /** Ends the server and removes its data, unless another one goes on with them. */
  stop(keepData?: 'keepData'): Promise<void>;
}

export interface HouseExtras {
  /** What stands between the house and its store, to be slow or to fail. */
  readonly around?: ((store: DocumentStore) => DocumentStore) | undefined;
  readonly weChatAnswerMs?: number | undefined;
}

export async function startHouse(
  dataDir?: string,
  environment: Record<string, string> = {},
  data = readShippedData(),
  { around = (store: DocumentStore) => store, weChatAnswerMs }: HouseExtras = {},
): Promise<RunningHouse> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'assistant-')));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    // A house that channels know as theirs takes neither: there a clock goes on and terms are read.
    ...(environment.MicrosoftAppId === undefined && environment.BOT_FRAMEWORK !== 'off'
      ? { ASSISTANT_NOW: testNow, ASSISTANT_READING_SECONDS: '0' }
      : {}),
    ...environment,
  });
  const store = await sealingStore(await LowdbStore.open(folder), keysOnce(config));
  await store.markKeys();
  const house = buildHouse({
    config,
    log: newLog(config.logLevel),
    store: around(store),
    data,
    understand: plainUnderstanding,
    people: personaCards,
    weChatAnswerMs,
  });
  await seedDemo(store, testDay);
  const address = await house.listen();
  return {
    house,
    store,
    address,
    dataDir: folder,
    async stop(keepData) {
      await house.stop();
      if (keepData === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
