import { Platform } from 'react-native';

type KeyDown = { readonly key: string; preventDefault(): void };

/** On the web Space is what a radio is chosen by, and what the library leaves out for whatever is no button. */
export const bySpace = (choose: () => void): object =>
  Platform.OS === 'web'
    ? {
        onKeyDownCapture: (event: KeyDown) => {
          if (event.key !== ' ') return;
          // It would scroll the page.
          event.preventDefault();
          choose();
        },
      }
    : {};
