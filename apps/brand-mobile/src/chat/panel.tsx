import type { ChatState, IdentityState } from '@countersign/chat-client';
import { StyleSheet, View } from 'react-native';
import { Button } from '../look/button';
import { Heading, Words } from '../look/words';
import type { ChatApp, ChatAppState } from './talk';
import { refusalWords } from './words';

type Content = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly again?: string;
};

/** Nobody speaks: what stands in place of the messages. */
function closedContent({ phase, refusal }: IdentityState): Content | undefined {
  switch (phase) {
    case 'starting':
    case 'proving':
      return { id: 'progress', title: 'One moment', text: 'We are confirming it is you.' };
    case 'refused':
    case 'unavailable':
      return refusal ? { id: 'refusal', ...refusalWords(refusal), again: 'Try again' } : undefined;
    case 'idle':
    case 'declined':
      return {
        id: 'declined',
        title: 'You are not signed in',
        text: 'Your sign-in at Larkspur has ended. Sign out of the app and in again.',
        again: 'Try again',
      };
    case 'ended':
      return {
        id: 'signed-out',
        title: 'You are signed out of this chat',
        text: 'Nothing of it is kept on this phone.',
        again: 'Sign in',
      };
    case 'open':
      return undefined;
  }
}

function openContent({ messages, unsent, conversation }: ChatState): Content | undefined {
  if (conversation?.state === 'ended')
    return {
      id: 'ended',
      title: 'This conversation has ended',
      text: 'You can still read it here.',
      again: 'Start a new conversation',
    };
  if (messages.length > 0 || unsent.length > 0) return undefined;
  return {
    id: 'greeting',
    title: 'How can we help?',
    text: 'Write to Larkspur. Somebody answers here as soon as they can.',
  };
}

/** Where the service was out of reach, it is asked for its settings first. */
const proveOrStart = (talk: ChatApp, { phase }: IdentityState): Promise<void> =>
  phase === 'unavailable' ? talk.start() : talk.signIn();

export function Panel({ talk, state: { identity, chat } }: { talk: ChatApp; state: ChatAppState }) {
  const isOpen = identity.phase === 'open';
  const content = isOpen ? openContent(chat) : closedContent(identity);
  if (!content) return null;
  const { id, title, text, again } = content;
  return (
    <View testID={id} role={id === 'refusal' ? 'alert' : 'status'} style={styles.panel}>
      <Heading>{title}</Heading>
      <Words>{text}</Words>
      {again === undefined ? null : (
        <Button
          label={again}
          onPress={() => (isOpen ? talk.beginConversation() : void proveOrStart(talk, identity))}
          testID="again"
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({ panel: { padding: 20, gap: 10, alignItems: 'flex-start' } });
