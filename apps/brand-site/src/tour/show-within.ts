const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY);

/**
 * Brings something into sight within the pane it stands in. Where the pane is as long as what it holds, on a phone, the page
 * is what would move, and whoever reads it is left alone.
 */
export function showWithin(element: Element | null, block: 'start' | 'nearest'): void {
  let pane = element?.parentElement;
  while (pane && !scrolls(pane)) pane = pane.parentElement;
  if (!element || !pane || pane === document.documentElement || pane === document.body) return;
  const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (block === 'start' || inner.top < outer.top) pane.scrollTop += inner.top - outer.top;
  else if (inner.bottom > outer.bottom) pane.scrollTop += inner.bottom - outer.bottom;
}
