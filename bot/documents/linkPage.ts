// What a signed link shows at first: a button. Chats fetch the links in a message to show a preview of them; a preview then holds
// nothing of the agreement, and is not taken for its delivery.
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import type { Locale } from '../../data/domain/customer/customerTurn';
import type { PlainPage } from '../http/plainPage';
import { safeHtml } from '../http/safeHtml';
import { agreementText } from './agreementFacts';

const style =
  'body{max-width:26rem;padding:3rem 1.25rem}h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0 0 1.5rem}' +
  'button{font:inherit;width:100%;min-height:3rem;border:0;border-radius:.6rem;background:#0b5d57;color:#fff;cursor:pointer}';

/** The same for every agreement; the button asks the address that it stands at. */
export function linkPage({ name }: Pick<BankProfile, 'name'>, locale: Locale): PlainPage {
  const { title, hint, open } = agreementText(locale).linkPage;
  const button = `<form method="post"><button>${safeHtml(open)}</button></form>`;
  const body = `<h1>${safeHtml(title)}</h1><p>${safeHtml(hint)}</p>${button}`;
  return { locale, title: name[locale], style, body, may: 'sendForms' };
}
