// What the platform tells of: each of its messages and events by name, checked once at the door.
import { z } from 'zod';

/** Ids become keys of the store: whole characters, no zero character. */
const id = z
  .string()
  .min(1)
  .max(256)
  .refine((value) => !/[\p{Surrogate}\0]/u.test(value), 'is not a well-formed id');
const seconds = z.string().regex(/^\d{1,12}$/);
/** Longer texts are told of by the dialogs; the body of a message is bounded before. */
const words = z.string().default('');

const base = z.object({ ToUserName: id, FromUserName: id, CreateTime: seconds });
const withId = base.extend({ MsgId: id });
const files = ['video', 'shortvideo', 'file', 'location', 'link', 'miniprogrampage'] as const;
/** Events that somebody is there now, or chose words from the menu. */
const event = base.extend({ MsgType: z.literal('event'), EventKey: words });

const schemas = {
  text: withId.extend({ Content: words }),
  voice: withId.extend({ Recognition: words }),
  image: withId.extend({ MediaId: id }),
  file: withId,
  event: event.extend({ Event: z.string().max(64), MsgID: id.optional(), Status: words }),
} as const;

interface Told {
  readonly openId: string;
  /** The official account that it was said to. */
  readonly account: string;
  /** The same for the same thing told again; with the openid, no other has it. */
  readonly id: string;
}

export type WeChatMessage = Told &
  (
    | { readonly kind: 'words'; readonly text: string }
    /** A picture, by the platform's name for it. */
    | { readonly kind: 'picture'; readonly mediaId: string }
    /** A sound without words, a film, a place: what cannot be read here. */
    | { readonly kind: 'file'; readonly contentType: string }
    /** Somebody follows the account, or scans its code; `scene` is what that code carries. */
    | { readonly kind: 'arrival'; readonly scene: string }
    | { readonly kind: 'left' }
    /** What became of a template message. */
    | { readonly kind: 'templateResult'; readonly messageId: string; readonly status: string }
    /** Taken note of, and nothing to answer. */
    | { readonly kind: 'nothing' }
  );

const told = ({ FromUserName, ToUserName }: z.infer<typeof base>, ownId: string): Told => ({
  openId: FromUserName,
  account: ToUserName,
  id: ownId,
});

const contentTypes: Readonly<Record<(typeof files)[number], string>> = {
  video: 'video/mp4',
  shortvideo: 'video/mp4',
  file: 'application/octet-stream',
  location: 'application/vnd.location',
  link: 'application/vnd.link',
  miniprogrampage: 'application/vnd.miniprogram',
};

function eventOf(xml: z.infer<typeof schemas.event>): WeChatMessage {
  const { Event: name, EventKey: key, CreateTime: at, MsgID: messageId, Status: status } = xml;
  // Two taps on different entries of the menu in one second are two events.
  const who = told(xml, `event-${at}-${name}-${key.slice(0, 128)}`);
  switch (name) {
    case 'subscribe':
      return { ...who, kind: 'arrival', scene: key.replace(/^qrscene_/, '') };
    case 'SCAN':
      return { ...who, kind: 'arrival', scene: key };
    case 'CLICK':
      return key === '' ? { ...who, kind: 'nothing' } : { ...who, kind: 'words', text: key };
    case 'unsubscribe':
      return { ...who, kind: 'left' };
    case 'TEMPLATESENDJOBFINISH':
      return messageId === undefined
        ? { ...who, kind: 'nothing' }
        : { ...who, kind: 'templateResult', messageId, status };
    // VIEW, LOCATION, view_miniprogram, pictures and codes taken from the menu (their result comes as a message of its own), and
    // whatever the platform adds.
    default:
      return { ...who, kind: 'nothing' };
  }
}

const isFile = (type: unknown): type is (typeof files)[number] => files.some((name) => name === type);

function read(xml: Readonly<Record<string, unknown>>): WeChatMessage {
  const type = xml.MsgType;
  if (type === 'event') return eventOf(schemas.event.parse(xml));
  if (type === 'text') {
    const message = schemas.text.parse(xml);
    return { ...told(message, message.MsgId), kind: 'words', text: message.Content };
  }
  if (type === 'voice') {
    const message = schemas.voice.parse(xml);
    const who = told(message, message.MsgId);
    if (message.Recognition.trim() === '') return { ...who, kind: 'file', contentType: 'audio/amr' };
    return { ...who, kind: 'words', text: message.Recognition };
  }
  if (type === 'image') {
    const message = schemas.image.parse(xml);
    return { ...told(message, message.MsgId), kind: 'picture', mediaId: message.MediaId };
  }
  const message = schemas.file.parse(xml);
  const who = told(message, message.MsgId);
  return isFile(type) ? { ...who, kind: 'file', contentType: contentTypes[type] } : { ...who, kind: 'nothing' };
}

/** The message; undefined where a field that is needed is not there or not what it must be. */
export function readMessage(xml: Readonly<Record<string, unknown>>): WeChatMessage | undefined {
  try {
    return read(xml);
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}
