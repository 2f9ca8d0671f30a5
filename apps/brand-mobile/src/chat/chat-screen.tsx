import { useEffect } from 'react';
import { KeyboardAvoidingView, Platform, StyleSheet } from 'react-native';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { ChatHeader } from './header';
import { Notices } from './notices';
import { Panel } from './panel';
import type { Talk, TalkState } from './talk';

/** While it is on the screen, what comes in is read. */
export function ChatScreen({ talk, state }: { talk: Talk; state: TalkState }) {
  useEffect(() => {
    talk.chat.setOpen(true);
    talk.chat.wake();
    return () => talk.chat.setOpen(false);
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
        <Composer onSend={(text) => talk.chat.send(text)} onTyping={() => talk.chat.typing()} />
      ) : null}
    </KeyboardAvoidingView>
  );
}

const styles = StyleSheet.create({ screen: { flex: 1 } });
