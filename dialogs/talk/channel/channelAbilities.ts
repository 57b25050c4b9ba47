// The row of a channel that is handed to the dialogs: they know no channel by name.

/** What a channel can show, as far as words and cards are made differently for it. */
export interface ChannelAbilities {
  /** Adaptive Cards of version 1.3. */
  readonly cards: boolean;
  /** Things to tap below a reply; elsewhere they stand in the text. */
  readonly taps: boolean;
  /** How a card's button gives back its words: by itself, or wrapped so that they come as if typed. */
  readonly cardButtons: 'words' | 'imBack';
  /** The longest text of one message, in characters. */
  readonly textMax: number;
}
