// What a channel may send us, checked once at the door. Unknown fields pass: channels add their own.
import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { badRequest } from '../../http/problem';

/** Ids become keys of the store: whole characters, no zero character. */
const isKey = (value: string) => !/[\p{Surrogate}\0]/u.test(value);
const id = z.string().min(1).max(1024).refine(isKey, 'is not a well-formed id');
/** Types that a channel may send; one more exists only inside the SDK. */
const knownTypes = new Set<string>(
  Object.values(ActivityTypes).filter((type) => type !== ActivityTypes.InvokeResponse),
);
const account = z.looseObject({ id });

export const incomingActivitySchema = z.looseObject({
  type: z.string().refine((type) => knownTypes.has(type), 'is not an activity type of Bot Framework'),
  id: id.optional(),
  channelId: z.string().min(1).max(128).refine(isKey, 'is not a well-formed id'),
  serviceUrl: z.url().max(2048),
  conversation: z.looseObject({ id }),
  from: account,
  recipient: account.optional(),
  // Far more than the dialogs take; they tell the customer what the limit is.
  text: z.string().nullish(),
  locale: z.string().max(64).nullish(),
  attachments: z.array(z.looseObject({})).max(100).nullish(),
  membersAdded: z
    .array(z.looseObject({ id: z.string() }))
    .max(1000)
    .nullish(),
});
export type IncomingActivity = z.infer<typeof incomingActivitySchema>;

/** The body as an activity; a 400 that names the field otherwise. */
export function readActivity(body: Readonly<Record<string, unknown>>): IncomingActivity {
  const parsed = incomingActivitySchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(`Not a Bot Framework activity: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}
