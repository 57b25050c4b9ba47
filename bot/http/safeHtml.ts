// Words of people and of the bank in pages that we write as HTML.

/** Words as they may stand in a page, in a tag's content or an attribute. */
export const safeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
