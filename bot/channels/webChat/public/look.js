// How Web Chat looks on our page: colours of the bank, by day and at night, and our texts as plain lines with links.

const papers = {
  light: { paper: '#ffffff', bubble: '#f2f5f6', ink: '#1f2933', quiet: '#5f6c7b', line: '#dde3e8' },
  dark: { paper: '#161b20', bubble: '#242b32', ink: '#e6eaee', quiet: '#9aa7b4', line: '#333c45' },
};

const night = matchMedia('(prefers-color-scheme: dark)');
export const whenNightChanges = (show) => night.addEventListener('change', show);

export function chatStyle({ colours: { primary, onPrimary }, uploads }) {
  const { paper, bubble, ink, quiet, line } = night.matches ? papers.dark : papers.light;
  // The bank's colour is made for white paper; on dark paper its links and borders are drawn lighter.
  const accent = night.matches
    ? getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()
    : primary;
  return {
    accent,
    primaryFont: getComputedStyle(document.documentElement).fontFamily,
    backgroundColor: paper,
    subtle: quiet,
    bubbleBackground: bubble,
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 14,
    bubbleTextColor: ink,
    bubbleFromUserBackground: primary,
    bubbleFromUserTextColor: onPrimary,
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 14,
    bubbleMessageMaxWidth: 620,
    bubbleMessageMinWidth: 40,
    bubbleAttachmentMaxWidth: 360,
    bubbleAttachmentMinWidth: 232,
    cardEmphasisBackgroundColor: bubble,
    paddingRegular: 12,
    suggestedActionLayout: 'flow',
    suggestedActionBorderRadius: 18,
    suggestedActionHeight: 36,
    suggestedActionBackgroundColor: paper,
    suggestedActionBackgroundColorOnHover: bubble,
    suggestedActionTextColor: accent,
    suggestedActionBorderColor: accent,
    suggestedActionBorderWidth: 1,
    sendBoxTextWrap: true,
    sendBoxHeight: 52,
    sendBoxBackground: paper,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: quiet,
    sendBoxButtonColor: quiet,
    sendBoxBorderTop: `1px solid ${line}`,
    hideUploadButton: !uploads,
    // A thumbnail is drawn by a worker of Web Chat's own, which the page's policy does not let in; the name is shown instead.
    enableUploadThumbnail: false,
    uploadAccept: 'image/jpeg,image/png,image/webp,image/heic,application/pdf',
    timestampColor: quiet,
    groupTimestamp: 120000,
    typingAnimationDuration: 20000,
  };
}

/** Adaptive Cards on the same paper as the words beside them. */
export function cardStyle() {
  const { ink, quiet, bubble, line } = night.matches ? papers.dark : papers.light;
  const colours = { default: { default: ink, subtle: quiet }, accent: { default: ink, subtle: quiet } };
  const container = { backgroundColor: bubble, foregroundColors: colours };
  return {
    adaptiveCardsHostConfig: {
      supportsInteractivity: true,
      fontFamily: getComputedStyle(document.documentElement).fontFamily,
      actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 6 },
      containerStyles: { default: container, emphasis: container },
      separator: { lineThickness: 1, lineColor: line },
      fontSizes: { small: 13, default: 15, medium: 16, large: 19, extraLarge: 22 },
      spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
    },
  };
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Our texts are plain: lines stay lines, and an address of a document becomes a link. Nothing else is markup. */
export function renderText(text) {
  // Web Chat drops text that stands outside an element.
  return `<p>${inLines(text)}</p>`;
}

function inLines(text) {
  return text
    .replace(/[&<>"']/g, (character) => escapes[character])
    .replace(
      /https?:\/\/[^\s<>"']+/g,
      (address) => `<a href="${address}" target="_blank" rel="noopener noreferrer">${linkWords(address)}</a>`,
    )
    .replace(/\r?\n/g, '<br />');
}

const linkWords = (address) =>
  (/\/documents\/([\w-]+)/.exec(address)?.[1] ?? address) + (address.includes('/documents/') ? '.pdf' : '');
