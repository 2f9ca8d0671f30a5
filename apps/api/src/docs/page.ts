/** The library's page, with what is ours around it. */
export const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Countersign API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/docs/favicon-32x32.png"><link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="stylesheet" href="/docs/look.css"></head>
<body><div id="reference"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;

/** Colours that can be read: the library's own are too light for what stands in them. */
export const look = `:root { color-scheme: light; }
.swagger-ui .opblock .opblock-summary-method { background: #374151; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1d4ed8; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #166534; }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #92400e; }
.swagger-ui .opblock.opblock-patch .opblock-summary-method { background: #115e59; }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #991b1b; }
.swagger-ui .info .title small, .swagger-ui .info .title small.version-stamp { background: #374151; }
.swagger-ui .info .link, .swagger-ui .info .url, .swagger-ui a.nostyle { color: #1e40af; }
.swagger-ui .btn.authorize { color: #166534; border-color: #166534; }
.swagger-ui .btn.authorize svg { fill: #166534; }
.swagger-ui .btn.try-out__btn, .swagger-ui .btn.execute { color: #1e3a8a; border-color: #1e3a8a; background: #fff; }
.swagger-ui .parameter__type, .swagger-ui .parameter__in, .swagger-ui .parameter__deprecated, .swagger-ui .renderedMarkdown,
.swagger-ui .response-col_links, .swagger-ui .prop-type, .swagger-ui .prop-format { color: #374151; opacity: 1; }
.swagger-ui .microlight span, .swagger-ui .microlight { color: #f9fafb !important; }
.swagger-ui .parameter__name.required::after, .swagger-ui .parameter__name.required span { color: #991b1b; }
`;

/** What the library draws gets the names, levels and regions that it leaves out, whenever it draws. */
export const start = `const root = document.getElementById('reference');
const levels = [['.opblock-tag', 2], ['.models h4', 2], ['.opblock h4', 3], ['.opblock h5', 4]];
const regions = [['.information-container', 'About'], ['.scheme-container', 'Server'], ['.errors-wrapper', 'Errors']];
const set = (selector, attributes) => {
  for (const one of root.querySelectorAll(selector))
    for (const [name, value] of Object.entries(attributes)) if (one.getAttribute(name) !== value) one.setAttribute(name, value);
};
const mend = () => {
  for (const [selector, level] of levels) set(selector, { 'aria-level': String(level) });
  for (const [selector, name] of regions) set(selector, { role: 'region', 'aria-label': name });
  for (const one of root.querySelectorAll('.responses-table:not([aria-label])')) one.setAttribute('aria-label', one.id);
  set('select:not([aria-label])', { 'aria-label': 'Choice' });
};
new MutationObserver(mend).observe(root, { childList: true, subtree: true });
SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#reference', docExpansion: 'list', defaultModelsExpandDepth: 0 });
`;
