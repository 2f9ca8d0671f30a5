import { useEffect } from 'react';
import { KeyboardAvoidingView, Platform, StyleSheet } from 'react-native';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { ChatHeader } from './header';
import { Notices } from './notices';
import { Panel } from './panel';
import type { ChatApp, ChatAppState } from './talk';

/** While it is on the screen, what comes in is read. */
export function ChatScreen({ talk, state }: { talk: ChatApp; state: ChatAppState }) {
  useEffect(() => {
    talk.setOpen(true);
    void talk.wake();
    return () => talk.setOpen(false);
  }, [talk]);
  const { identity, chat } = state;
  const isOpen = identity.phase === 'open';
  return (
    <KeyboardAvoidingView
      testID="chat"
      style={styles.screen}
      {...(Platform.OS === 'ios' ? { behavior: 'padding' as const } : {})}
    >
      <ChatHeader talk={talk} state={state} />
      <Notices talk={talk} state={state} />
      <Panel talk={talk} state={state} />
      {isOpen ? <Conversation talk={talk} chat={chat} /> : null}
      {isOpen && chat.conversation?.state !== 'ended' ? (
        <Composer onSend={(text) => talk.send(text)} onTyping={() => talk.typing()} />
      ) : null}
    </KeyboardAvoidingView>
  );
}

const styles = StyleSheet.create({ screen: { flex: 1 } });
