// The nonce that lets our component library add its style sheets under a strict content security policy.
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');

/** Undefined where the page was served without one. */
export const styleNonce: string | undefined = meta?.nonce === '' ? undefined : meta?.nonce;
