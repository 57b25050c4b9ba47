// Direct Line 3.0 as far as Web Chat needs it: tokens, conversations, activities. Transport only; nothing of debt.
import { createHash } from 'node:crypto';
import { ActivityTypes, type Attachment, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { EvidenceRules } from '../../../data/domain/case/evidence';
import type { Upload } from '../../documents/evidence/uploads';
import { badRequest, forbidden, HttpProblem } from '../../http/problem';
import type { InFlight } from '../../ops/inFlight';
import type { Metrics } from '../../ops/metrics';
import { TurnFailed } from '../../turn/turnErrors';
import { DirectLineLimits } from './limits';
import type { LocalAdapter, Sender } from './localAdapter';
import type { ReadUpload } from './readUpload';
import type { ActivitySet, Room, RoomActivity, Rooms } from './rooms';
import type { SignIn } from './signIn';
import { type Claims, type Issued, signInSeconds, type Tokens } from './tokens';

/** Far longer than a token of a bank's directory. */
const jwtLengthMax = 8192;

export interface DirectLineParts {
  readonly tokens: Tokens;
  readonly rooms: Rooms;
  readonly adapter: LocalAdapter;
  readonly inFlight: InFlight;
  readonly metrics: Metrics;
  readonly evidenceRules: EvidenceRules;
  /** Null where the bank signs nobody in. */
  readonly signIn: SignIn | null;
  /** False for a customer whom the book does not know: for them nothing is known here. */
  isCustomer(customerId: string): Promise<boolean>;
  runTurn(context: TurnContext): Promise<void>;
  newId(): string;
  nowSeconds(): number;
}

/** Ids of people whom the bank has signed in; nobody gives themselves one. */
const signedInPrefix = 'app_';
const userIdSchema = z
  .string()
  .regex(/^[\w.:@-]{1,128}$/, 'must be 1 to 128 letters, digits or . : @ -')
  .refine((id) => !id.startsWith(signedInPrefix), `may not begin with ${signedInPrefix}`);
const refreshSchema = z.looseObject({ signIn: z.string().min(1).max(jwtLengthMax).optional() });
const generateSchema = z.looseObject({
  user: z.looseObject({ id: userIdSchema }).optional(),
  locale: z.string().max(35).optional(),
});

const postedSchema = z.looseObject({
  type: z.enum([ActivityTypes.Message, ActivityTypes.Typing, ActivityTypes.Event, ActivityTypes.EndOfConversation]),
  text: z.string().nullish(),
  locale: z.string().max(64).nullish(),
  value: z.unknown().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().max(128), name: z.string().max(512).optional() }))
    .max(20)
    .nullish(),
  channelData: z.looseObject({ clientActivityID: z.string().min(1).max(256).optional() }).nullish(),
});

/** What a client learns of its conversation; the stream's address is added by the route, which knows the host. */
export interface OpenedConversation {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
}

export class DirectLine {
  readonly limits: DirectLineLimits;
  readonly evidenceRules: EvidenceRules;

  constructor(private readonly parts: DirectLineParts) {
    this.limits = new DirectLineLimits(parts.metrics);
    this.evidenceRules = parts.evidenceRules;
  }

  /** A new conversation; with the bank's sign-in token `jwt` that of its customer, who is not asked to show who they are again. */
  async generate(body: unknown, jwt: string): Promise<OpenedConversation> {
    const parsed = generateSchema.safeParse(body);
    if (!parsed.success) throw badRequest(`user.id ${parsed.error.issues[0]?.message ?? 'cannot be used'}`);
    const { newId, tokens } = this.parts;
    const conversationId = newId();
    const locale = parsed.data.locale ?? 'zh-CN';
    const userId = parsed.data.user?.id ?? `dl_${newId()}`;
    const signedIn = jwt === '' ? null : await this.signedInBy(jwt);
    return opened(conversationId, tokens.issue({ conversationId, userId, locale, ...signedIn }));
  }

  refresh(claims: Claims): OpenedConversation {
    return opened(claims.conversationId, this.parts.tokens.renew(claims));
  }

  /** A newer token; with the bank's sign-in in the body, the customer is shown to be there once more. Nobody takes over another's talk. */
  async refreshBy(claims: Claims, body: unknown): Promise<OpenedConversation> {
    const parsed = refreshSchema.safeParse(body);
    if (!parsed.success) throw badRequest('signIn is not a token.');
    if (parsed.data.signIn === undefined) return this.refresh(claims);
    const signedIn = await this.signedInBy(parsed.data.signIn);
    if (signedIn?.customerId !== claims.customerId)
      throw forbidden('This conversation is not of who is signed in. Begin a new one.');
    return this.refresh({ ...claims, ...signedIn });
  }

  /** Null for somebody whom the bank has signed in and our book does not know: they may ask what anybody may. */
  private async signedInBy(jwt: string) {
    const { signIn, isCustomer, nowSeconds } = this.parts;
    if (signIn === null || jwt.length > jwtLengthMax) throw forbidden('Nobody is signed in here by a token.');
    const customerId = await signIn.customerOf(jwt);
    if (!(await isCustomer(customerId))) return null;
    const userId = `${signedInPrefix}${shortHash(customerId)}`;
    return { customerId, userId, signedInUntil: nowSeconds() + signInSeconds };
  }

  /** The customer of these claims, while the sign-in is fresh. */
  private signedInAs({ customerId, signedInUntil = 0 }: Claims): string | null {
    return customerId !== undefined && this.parts.nowSeconds() < signedInUntil ? customerId : null;
  }

  /** The claims of a bearer; refuses those of another conversation. */
  claimsOf(token: string, conversationId?: string): Claims {
    const claims = this.parts.tokens.read(token);
    if (claims === undefined) throw forbidden('The token is missing, not ours, or has expired.');
    if (conversationId !== undefined && claims.conversationId !== conversationId)
      throw forbidden('This token opens another conversation.');
    return claims;
  }

  /** Opens the conversation of a token; the first time, the bot is told that somebody is there. */
  async start(claims: Claims): Promise<{ readonly opened: OpenedConversation; readonly isNew: boolean }> {
    const room = await this.parts.rooms.get(claims.conversationId);
    const isNew = room.isEmpty;
    if (isNew) {
      const arrival: RoomActivity = {
        type: ActivityTypes.ConversationUpdate,
        id: `${claims.conversationId}|arrival`,
        locale: claims.locale,
        membersAdded: [{ id: claims.userId, name: '' }],
      };
      await this.turn(room, arrival, { ...this.senderOf(claims), address: '', uploads: [] });
    }
    return { opened: this.refresh(claims), isNew };
  }

  async activities(claims: Claims, watermark: string | undefined): Promise<ActivitySet> {
    const room = await this.parts.rooms.get(claims.conversationId);
    return room.since(readWatermark(watermark));
  }

  room(claims: Claims): Promise<Room> {
    return this.parts.rooms.get(claims.conversationId);
  }

  /** Takes files with or without words, as something the user said. */
  upload(claims: Claims, { activity, uploads }: ReadUpload, address: string): Promise<{ id: string }> {
    return this.post(claims, { ...activity, type: ActivityTypes.Message }, address, uploads);
  }

  /** Takes something the user did from `address`, acts on it, and acknowledges it only once it is on disk. */
  async post(claims: Claims, body: unknown, address = '', uploads: readonly Upload[] = []): Promise<{ id: string }> {
    const parsed = postedSchema.safeParse(body);
    if (!parsed.success)
      throw badRequest(`Not an activity that a user can send: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
    const room = await this.parts.rooms.get(claims.conversationId);
    const clientId = parsed.data.channelData?.clientActivityID;
    // A client that sends the same thing again after a broken connection gets the same id, and is acted on once.
    const id = clientId === undefined ? room.newActivityId() : `${claims.conversationId}|c${shortHash(clientId)}`;
    const activity: RoomActivity = {
      ...asActivity(parsed.data),
      id,
      from: { id: claims.userId, name: '', role: 'user' },
    };
    // Typing signs and events are acknowledged; nothing here answers them.
    if (activity.type === ActivityTypes.Message)
      await this.turn(room, activity, { ...this.senderOf(claims), address, uploads });
    return { id };
  }

  private senderOf(claims: Claims): Pick<Sender, 'userId' | 'signedInAs'> {
    return { userId: claims.userId, signedInAs: this.signedInAs(claims) };
  }

  private async turn(room: Room, activity: RoomActivity, sender: Sender): Promise<void> {
    const { adapter, inFlight, runTurn } = this.parts;
    if (inFlight.isClosing)
      throw new HttpProblem(503, 'ShuttingDown', 'The server is restarting. Send it again in a moment.');
    try {
      await inFlight.track(adapter.receive(room, sender, activity, runTurn));
    } catch (error) {
      if (error instanceof TurnFailed) throw new HttpProblem(503, error.name, error.message, 1);
      throw error;
    }
  }
}

const opened = (conversationId: string, { token, expiresIn }: Issued): OpenedConversation => ({
  conversationId,
  token,
  expires_in: expiresIn,
});

/** Only what is read of a user's activity: words, the words of a card's button, names of attachments, the client's own number. */
function asActivity(posted: z.infer<typeof postedSchema>): RoomActivity {
  const { type, text, locale, value, attachments } = posted;
  const clientActivityID = posted.channelData?.clientActivityID;
  return {
    type,
    timestamp: new Date(),
    ...(text ? { text } : {}),
    ...(locale ? { locale } : {}),
    ...(typeof value === 'string' ? { value } : {}),
    ...(attachments ? { attachments: attachments.map(asNamed) } : {}),
    ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
  };
}

/** Shown back by name alone: the content goes to the bot, and nowhere else. */
const asNamed = ({ name }: { readonly name?: string | undefined }): Attachment => ({
  contentType: 'application/octet-stream',
  ...(name === undefined ? {} : { name }),
});

const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export function readWatermark(watermark: string | undefined): number {
  if (watermark === undefined || watermark === '' || watermark === 'null') return 0;
  if (!/^\d{1,9}$/.test(watermark)) throw badRequest('The watermark is not one of ours.');
  return Number(watermark);
}
