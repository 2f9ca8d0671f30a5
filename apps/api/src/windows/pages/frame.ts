import type { Response } from 'express';
import { type Html, html } from './html.js';

export type Page = {
  readonly title: string;
  readonly head?: Html[];
  readonly body: Html;
};

const joined = (parts: readonly Html[]): Html => ({ html: parts.map((part) => part.html).join('\n') });

const documentOf = ({ title, head = [], body }: Page): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${joined(head)}
</head>
<body>
${body}
</body>
</html>
`;

/** Nothing foreign, nothing inline, in nobody's frame; no copy is kept, and no address is told to where it leads. */
const policyOf = (publicUrl: string): string => {
  const socket = publicUrl.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${socket}`,
    "img-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
};

export function sendPage(response: Response, publicUrl: string, page: Page, status = 200): void {
  response.setHeader('content-security-policy', policyOf(publicUrl));
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.status(status).type('html').send(documentOf(page).html);
}
