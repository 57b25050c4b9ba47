// The row of a channel that is handed to the dialogs: they know no channel by name.

/** What a channel can show, as far as words and cards are made differently for it. */
export interface ChannelAbilities {
  /** The newest version of Adaptive Cards that the channel draws, such as 1.5; null where it draws none. */
  readonly cardVersion: number | null;
  /** As many things to tap as the channel draws as buttons below a reply; more stand in the text, each with its number. */
  readonly buttonsMax: number;
  /** Buttons below a reply are drawn where it has a card as well; otherwise they would be lost, and stand in the text too. */
  readonly buttonsBesideCard: boolean;
  /** A button below a reply can call a telephone number. */
  readonly calls: boolean;
  /** How a card's button gives back its words: by itself, or wrapped so that they come as if typed. */
  readonly cardButtons: 'words' | 'imBack';
  /** Photos and PDFs that a customer sends this way can be taken in. */
  readonly takesFiles: boolean;
  /** The longest text of one message, in characters. */
  readonly textMax: number;
}

/** The version of which our cards are: the newest that Teams draws on a phone. */
export const cardVersionUsed = 1.2;

export const drawsCards = ({ cardVersion }: ChannelAbilities): boolean =>
  cardVersion !== null && cardVersion >= cardVersionUsed;

/** True where these things to tap are lines with numbers, because not all of them would be drawn as buttons. */
export const areNumbered = (tapCount: number, hasCard: boolean, channel: ChannelAbilities): boolean =>
  tapCount > channel.buttonsMax || (tapCount > 0 && hasCard && !channel.buttonsBesideCard);

/** True where a number may choose one of so many things to tap. */
export const mayBeNumbered = (tapCount: number, channel: ChannelAbilities): boolean =>
  areNumbered(tapCount, true, channel);
