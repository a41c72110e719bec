/** Scheme of the app's own pages. */
export const APP_SCHEME = "app";

/** Origin of the popover's page. */
export const APP_ORIGIN = `${APP_SCHEME}://holdfast`;

/** Address of the popover's page. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** Only our own files, no network, no inline code or style, nobody may frame us (helper-security §4). */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");
