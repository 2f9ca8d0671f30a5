import type { ChatState } from '@countersign/chat-client';
import { Fragment, useRef } from 'react';
import { ScrollView, StyleSheet, View } from 'react-native';
import { Button } from '../look/button';
import { Words } from '../look/words';
import { isolated } from '../shop/words';
import { Bubble, DraftBubble } from './bubble';
import type { ChatApp } from './talk';
import type { AnswerCard } from './use-answer';
import { dayOf, type Message } from './words';

/** One conversation, with a line where a day begins. */
function Messages({ messages, onAnswer }: { messages: readonly Message[]; onAnswer: AnswerCard }) {
  return messages.map((message, index) => (
    <Fragment key={message.id}>
      {messages[index - 1]?.at.slice(0, 10) === message.at.slice(0, 10) ? null : (
        <Words kind="small" style={styles.day}>
          {dayOf(message.at)}
        </Words>
      )}
      <Bubble message={message} onAnswer={onAnswer} />
    </Fragment>
  ));
}

function Earlier({ talk, chat }: { talk: ChatApp; chat: ChatState }) {
  return (
    <>
      {chat.isEarliest || !chat.conversation ? null : (
        <Button
          label="Show earlier messages"
          kind="quiet"
          onPress={() => void talk.earlier()}
          testID="earlier"
        />
      )}
      {chat.earlier.map(({ conversation, messages }) => (
        <View key={conversation.id} testID="earlier-conversation" style={styles.items}>
          <Messages messages={messages} onAnswer={(answer) => talk.answerCard(answer)} />
          <Words kind="small" style={styles.day}>
            An earlier conversation
          </Words>
        </View>
      ))}
    </>
  );
}

/** The messages as a log: readers hear what is new. Its end is what one sees. */
export function Conversation({ talk, chat }: { talk: ChatApp; chat: ChatState }) {
  const scroll = useRef<ScrollView>(null);
  const last = chat.messages.at(-1)?.number ?? 0;
  const seen = useRef('');
  const toEnd = () => {
    // Whoever reads what was before is not pulled away by it.
    const now = `${last} ${chat.unsent.length}`;
    if (now !== seen.current) scroll.current?.scrollToEnd({ animated: false });
    seen.current = now;
  };
  return (
    <ScrollView
      ref={scroll}
      style={styles.log}
      contentContainerStyle={styles.items}
      onContentSizeChange={toEnd}
      keyboardShouldPersistTaps="handled"
    >
      <Earlier talk={talk} chat={chat} />
      <View role="log" aria-live="polite" aria-label="Messages" testID="messages" style={styles.items}>
        <Messages messages={chat.messages} onAnswer={(answer) => talk.answerCard(answer)} />
        {chat.unsent.map((draft) => (
          <DraftBubble
            key={draft.clientId}
            draft={draft}
            onRetry={() => talk.retry(draft.clientId)}
            onDiscard={() => talk.discard(draft.clientId)}
          />
        ))}
      </View>
      <Words kind="small" role="status">
        {chat.typing === null ? '' : `${isolated(chat.typing)} is writing…`}
      </Words>
    </ScrollView>
  );
}

const styles = StyleSheet.create({
  log: { flex: 1 },
  items: { padding: 12, gap: 10 },
  day: { alignSelf: 'center' },
});
