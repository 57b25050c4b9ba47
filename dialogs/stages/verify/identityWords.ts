// The words that people put beside the endings of card and ID; patterns of recognition, never said by us.

const id = String.raw`身份证|证件号?|身份|\bids?\b(?:\s*(?:card|number|no\.?))?|\bidentity\b`;
const card = String.raw`卡号|信用卡|银行卡|卡尾号?|尾号|尾数|卡片|卡|\bcards?\b(?:['’]s)?`;
const around = String.raw`(?:的?(?:后|最后|末|尾)的?(?:四|4)?[位个]?数?(?:字|码)?)|\bthe\b|\bmy\b|\blast (?:four|4)(?: digits)?\b|\bend(?:ing|s)?\b(?: in| with)?|号码?|我的?|的|是|为|和|跟|\bis\b|\band\b|\bof\b|[:：()（）]`;

export const identityWords = {
  id: new RegExp(id, 'i'),
  card: new RegExp(card, 'i'),
  /** The words that name or frame an ending whose place is marked. */
  naming: new RegExp(`(?:(?:${id}|${card}|${around})\\s*)*\\u0000(?:\\s*的?(?:${card}|${id}))?`, 'gi'),
  /** Said around endings without being a wish of its own. */
  filling:
    /好的?|行吧?|可以|给你|发你|你看|这是|看错了|意思就是|意思是|不是|重新来|重来|应该是|是|我的?|你|了|吧|呢|啊|哈|嗯|哦|那|就|一下|下|来|请|麻烦|核实|核对|核验|验证|验|查|和|跟|的|都|在这|here(?:'s| is| are| you go)?|sure|ok(?:ay)?|it'?s|it is|they'?re|found it|sorry|i mean(?:t)?|that'?s|then|and|my|the|is|are|details?|yes|yeah|yep|please|pls|thanks|verify|check|me|it|so|no|wait|try|again|numbers?|digits?|hi|hello/gi,
} as const;
