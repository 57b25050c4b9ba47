// The list of messages: id → the name and kind of each value. See valueKinds.ts for the kinds, the texts for the words.
import { bargainSpec } from './bargainSpec';
import { costTableSpec } from './costTableSpec';
import { detourSpec } from './detourSpec';
import { matterSpec } from './matterSpec';
import { outreachSpec } from './outreachSpec';
import { talkSpec } from './talkSpec';
import { tapSpec } from './tapSpec';

export const messageSpec = {
  ...talkSpec,
  ...bargainSpec,
  ...costTableSpec,
  ...detourSpec,
  ...matterSpec,
  ...tapSpec,
  ...outreachSpec,
} as const;
