// The row of a channel that is handed to the dialogs: they know no channel by name.

/** What a channel can show, as far as words and cards are made differently for it. */
export interface ChannelAbilities {
  /** Adaptive Cards of version 1.3. */
  readonly cards: boolean;
  /** Things to tap below a reply: as buttons, or in its text, where they are chosen by their number or by their words. */
  readonly taps: 'buttons' | 'numbers' | 'words';
  /** How a card's button gives back its words: by itself, or wrapped so that they come as if typed. */
  readonly cardButtons: 'words' | 'imBack';
  /** Photos and PDFs that a customer sends this way can be taken in. */
  readonly takesFiles: boolean;
  /** The longest text of one message, in characters. */
  readonly textMax: number;
}
