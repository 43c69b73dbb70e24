/** Only what the built page uses; `trusted-types 'none'` lets no policy turn text into markup or script. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** A document for paper or PDF brings its own styles in the markup and nothing that runs. */
const printPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export type Headers = Readonly<Record<string, string>>;

export const pageHeaders: Headers = { 'Content-Security-Policy': pagePolicy.join('; '), ...common };
export const printHeaders: Headers = { 'Content-Security-Policy': printPolicy.join('; '), ...common };
