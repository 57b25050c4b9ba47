// Headers on every answer: no sniffing, no framing by others, no referrer with a signed link in it.
import type { RequestHandler } from 'restify';

/** For answers that are not pages: nothing may be loaded from them at all. */
const nothingPolicy = "default-src 'none'; frame-ancestors 'none'";

export const safeHeaders: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('X-Frame-Options', 'DENY');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Security-Policy', nothingPolicy);
  next();
};
