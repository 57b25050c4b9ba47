// The account's menu as it is published: what each entry says in the customer's name when it is tapped, within the platform's lengths.
import { z } from 'zod';
import type { Locale } from '../../../../data/domain/customer/customerTurn';
import english from './en-US.json';
import chinese from './zh-CN.json';

const atMost = (bytes: number) =>
  z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= bytes, `has more than ${bytes} bytes`);

const entry = z.strictObject({ type: z.literal('click'), name: atMost(60), key: atMost(128) });
const menuSchema = z.strictObject({
  button: z
    .array(z.strictObject({ name: atMost(16), sub_button: z.array(entry).min(1).max(5) }))
    .min(1)
    .max(3),
});
export type Menu = z.infer<typeof menuSchema>;

/** One menu is shown to everybody: the platform no longer tells it apart by language. */
export const menus: Readonly<Record<Locale, Menu>> = {
  'zh-CN': menuSchema.parse(chinese),
  'en-US': menuSchema.parse(english),
};
