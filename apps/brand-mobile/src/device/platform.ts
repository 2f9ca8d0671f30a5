import { alone, type Platform } from '@countersign/chat-client';
import { AppState } from 'react-native';
import { device } from './device';
import { onOnline } from './online';

/** What the chat needs of a phone: one process without tabs, that is put to sleep and woken. */
export const platform: Platform = alone(device, {
  signals(listen) {
    const state = AppState.addEventListener('change', (now) => {
      if (now === 'active') listen('seen');
      // `inactive` is a call, or the list of apps: the app goes on.
      if (now === 'background') listen('background');
    });
    const deaf = onOnline(() => listen('online'));
    return () => {
      state.remove();
      deaf();
    };
  },
  isSeen: () => AppState.currentState === 'active',
});
