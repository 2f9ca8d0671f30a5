import type { Composer } from './composer.js';

/** Keeps the keyboard in the window: what had the focus may go away with what it did. */
export function focusKeeper(root: ShadowRoot, element: HTMLElement, composer: Composer) {
  element.tabIndex = -1;
  const first = (): void => (composer.element.hidden ? element.focus() : composer.focus());
  return {
    /** Where one goes on from: the composer, or the window where there is none. */
    first,
    keep(draw: () => void): void {
      const before = element.contains(root.activeElement) ? root.activeElement : null;
      const hadComposer = !composer.element.hidden;
      draw();
      if (before === null || element.hidden) return;
      const isGone = !before.isConnected || !before.checkVisibility();
      // Whoever waited in the window for a confirmation goes on to write.
      const mayWrite = before === element && !hadComposer && !composer.element.hidden;
      if (isGone || mayWrite) first();
    },
  };
}
