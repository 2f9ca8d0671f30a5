/** What is wider than a phone is scrolled by keyboard as well: only there is it a stop of its own. */
const reach = () => {
  for (const table of document.querySelectorAll('.sl-markdown-content table'))
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute('tabindex');
};
addEventListener('DOMContentLoaded', reach);
addEventListener('load', reach);
addEventListener('resize', reach);

/** The field of the search comes later, and is named by its title alone. */
addEventListener('focusin', ({ target }) => {
  if (target.matches?.('.pagefind-ui__search-input'))
    target.setAttribute('aria-label', target.title || 'Search');
});

/** Whoever opens the search before its field is there writes into it once it is. */
const search = document.querySelector('site-search');
if (search) {
  const comes = new MutationObserver(() => {
    const field = search.querySelector('.pagefind-ui__search-input');
    if (!field) return;
    comes.disconnect();
    if (search.querySelector('dialog')?.open) field.focus();
  });
  comes.observe(search, { childList: true, subtree: true });
}
