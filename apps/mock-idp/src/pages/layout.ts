import { type Html, html, textOf } from './html.js';

/** A whole page. */
export const page = (title: string, body: Html, width: 'narrow' | 'wide' | 'full' = 'narrow'): string =>
  textOf(html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/assets/idp.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
</head>
<body>
<main class="card ${width}">
${body}
</main>
<footer class="note">A stand-in for testing. Nobody here is real, and no password is asked for.</footer>
</body>
</html>
`);
