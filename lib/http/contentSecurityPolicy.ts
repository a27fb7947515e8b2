export interface PolicyOptions {
  /** Base64, made anew for each page. */
  readonly nonce: string;
  /** Reached by https. */
  readonly secure: boolean;
  /** `next dev` needs eval and a web socket; nothing else does. */
  readonly development: boolean;
}

/**
 * The policy of a page: scripts run only with this page's nonce, or when such a script loads them. Styles may be
 * inline, since Mantine and the grid set sizes on elements; a style cannot call anyone but us.
 */
export function contentSecurityPolicy({ nonce, secure, development }: PolicyOptions): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    // What the designer works out beside the screen; without a word of its own a worker would need a nonce, which it cannot have.
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
