/** Markup that is safe as it stands. */
export type Html = { readonly html: string };

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const shown = (value: string | Html | undefined): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value.replaceAll(/[&<>"']/g, (one) => escapes[one] ?? '') : value.html;
};

/** Markup with values in it, each as text; what is no value is left out. */
export const html = (parts: TemplateStringsArray, ...values: (string | Html | undefined)[]): Html => ({
  html: parts.reduce((made, part, index) => `${made}${shown(values[index - 1])}${part}`),
});
