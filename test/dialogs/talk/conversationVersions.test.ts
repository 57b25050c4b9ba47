// Conversations under way when the program was renewed: carried along, and nothing is signed that was not read since.
import type { DocumentStore } from '../../../data/store/documentStore';
import { ids, readyToSign, withOffers } from '../saying';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rewrites the saved memory of every conversation, wherever it lies in the record. */
async function rewriteMemory(store: DocumentStore, change: (memory: Json) => Json): Promise<void> {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (!isJson(value)) return value;
    if ('timesSaid' in value && 'negotiation' in value) return change(value);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part)]));
  };
  const { items } = await store.list('conversations');
  for (const { id, value, version } of items) await store.put('conversations', id, inside(value), version);
}

const asVersion2 = (stage: string, engineStage: string) => (memory: Json) => {
  const { signing, pricedOn: _, ...negotiation } = isJson(memory.negotiation) ? memory.negotiation : {};
  const terms = isJson(signing) && isJson(signing.terms) ? signing.terms : {};
  const chosenNumber = isJson(terms.offer) ? terms.offer.number : 1;
  return {
    ...memory,
    version: 2,
    stage,
    code: null,
    negotiation: { ...negotiation, version: 1, stage: engineStage, chosenNumber },
  };
};

test('somebody who was signing is not lost: the terms are read again with a new code, and then it can be signed', async () => {
  const talk = await readyToSign();
  const old = await talk.newestCode();
  await rewriteMemory(talk.store, asVersion2('signing', 'readingBack'));
  talk.restart();
  talk.wait(60);
  expect(ids(await talk.say(`${old} 确认`))).toEqual(
    expect.arrayContaining(['negotiation.readBack', 'agreement.codeSent']),
  );
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
});

test('somebody who had refused to sign is not taken back to it', async () => {
  const talk = await withOffers();
  await rewriteMemory(talk.store, asVersion2('negotiating', 'readingBack'));
  talk.restart();
  const reply = ids(await talk.say('好的'));
  expect(reply).not.toContain('input.lost');
  expect(reply).not.toContain('negotiation.agreed');
  expect(reply).not.toContain('negotiation.readBack');
});
