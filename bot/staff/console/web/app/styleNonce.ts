// The nonce that lets our component library add its style sheets under a strict content security policy.
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');

/** Undefined where the page was served without one. */
export const styleNonce: string | undefined = meta?.nonce === '' ? undefined : meta?.nonce;

/** Some of the library's parts (scroll locks, measuring) forget to pass the nonce on; every style sheet made here gets it. */
export function giveNonceToStyleSheets(): void {
  if (styleNonce === undefined) return;
  const nonce = styleNonce;
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
