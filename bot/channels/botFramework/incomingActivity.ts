// What a channel may send us, checked once at the door. Unknown fields pass: channels add their own.
import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { badRequest } from '../../http/problem';

/** Ids become keys of the store: whole characters, no zero character. */
const isKey = (value: string) => !/[\p{Surrogate}\0]/u.test(value);
const wellFormed = (max: number) => z.string().min(1).max(max).refine(isKey, 'is not a well-formed id');
/** The longest that a channel makes are some 200 characters. */
const id = wellFormed(512);
const name = z.string().max(512).nullish();
/** Types that a channel may send; one more exists only inside the SDK. */
const knownTypes = new Set<string>(
  Object.values(ActivityTypes).filter((type) => type !== ActivityTypes.InvokeResponse),
);
/** What is stored of a person and a conversation with every turn, and no more. */
const account = z.object({ id, name, role: name, aadObjectId: name });
const conversation = z.object({
  id,
  name,
  isGroup: z.boolean().nullish(),
  conversationType: name,
  tenantId: name,
  aadObjectId: name,
});

export const incomingActivitySchema = z.looseObject({
  type: z.string().refine((type) => knownTypes.has(type), 'is not an activity type of Bot Framework'),
  id: id.optional(),
  channelId: wellFormed(128),
  serviceUrl: z.url().max(2048),
  conversation,
  from: account,
  recipient: account.optional(),
  // Far more than the dialogs take; they tell the customer what the limit is.
  text: z.string().nullish(),
  /** The words of a card's button; an object is nothing that is read here. */
  value: z
    .unknown()
    .optional()
    .transform((value) => (typeof value === 'string' ? value : undefined)),
  entities: z.array(z.looseObject({})).max(50).nullish(),
  locale: z.string().max(64).nullish(),
  attachments: z.array(z.looseObject({})).max(100).nullish(),
  membersAdded: z
    .array(z.looseObject({ id: z.string() }))
    .max(1000)
    .nullish(),
});

/** The body as an activity; a 400 that names the field otherwise. A field that is null is one that is not there. */
export function readActivity(body: Readonly<Record<string, unknown>>): Activity {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  const parsed = incomingActivitySchema.safeParse(given);
  if (parsed.success) {
    // What is read of it here and in the SDK is checked; the SDK's type asks for fields that channels leave out.
    const checked: object = parsed.data;
    return checked as Activity;
  }
  const [issue] = parsed.error.issues;
  throw badRequest(`Not a Bot Framework activity: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}
