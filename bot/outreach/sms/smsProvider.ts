// The port to whoever carries text messages. One real adapter stands beside it (httpSms.ts); a bank writes its own to the same shape.

export interface Sms {
  /** The same for the same message: a provider that is asked twice sends once. */
  readonly key: string;
  /** The registered phone, in full. */
  readonly to: string;
  readonly text: string;
}

export type SmsAnswer =
  | { readonly kind: 'taken'; readonly providerId: string }
  /** Asked again, it would be refused again. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreached' };

export interface SmsProvider {
  send(sms: Sms): Promise<SmsAnswer>;
}
