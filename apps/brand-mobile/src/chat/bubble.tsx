import type { Draft } from '@countersign/chat-client';
import { StyleSheet, Text, View } from 'react-native';
import { Button } from '../look/button';
import { usePalette } from '../look/use-palette';
import { Words } from '../look/words';
import { isolated } from '../shop/words';
import { Deal } from './deal';
import type { AnswerCard } from './use-answer';
import { draftWords, eventWords, fileWords, type Message, timeOf } from './words';

function Said({ text, isOwn }: { text: string; isOwn: boolean }) {
  const { ink, onViolet } = usePalette();
  return <Text style={[styles.text, { color: isOwn ? onViolet : ink }]}>{text}</Text>;
}

/** What somebody said, and when; screen readers hear who. */
export function Bubble({ message, onAnswer }: { message: Message; onAnswer: AnswerCard }) {
  const { violet, sunken } = usePalette();
  if (message.from === 'system')
    return (
      <View testID="message" style={styles.event}>
        <Words kind="small">{eventWords(message)}</Words>
      </View>
    );
  const isOwn = message.from === 'consumer';
  const who = isOwn ? 'You' : isolated(message.by ?? 'Larkspur');
  return (
    <View testID="message" style={isOwn ? styles.own : styles.theirs}>
      <Words kind="small">{`${who} · ${timeOf(message.at)}`}</Words>
      {message.card ? (
        <Deal card={message.card} onAnswer={onAnswer} />
      ) : (
        <View style={[styles.bubble, { backgroundColor: isOwn ? violet : sunken }]}>
          {message.attachment ? <Said text={fileWords(message.attachment)} isOwn={isOwn} /> : null}
          {message.text ? <Said text={message.text} isOwn={isOwn} /> : null}
        </View>
      )}
    </View>
  );
}

type DraftProps = { readonly draft: Draft; readonly onRetry: () => void; readonly onDiscard: () => void };

/** What is not sent yet, with the reason. */
export function DraftBubble({ draft, onRetry, onDiscard }: DraftProps) {
  const { lilac, rust, soft } = usePalette();
  const hasFailed = draft.state === 'failed';
  return (
    <View testID="draft" style={styles.own}>
      <View style={[styles.bubble, { backgroundColor: lilac }]}>
        {draft.file ? <Said text={fileWords(draft.file)} isOwn={false} /> : null}
        {draft.text ? <Said text={draft.text} isOwn={false} /> : null}
      </View>
      <Words kind="small" style={{ color: hasFailed ? rust : soft }}>
        {draftWords(draft)}
      </Words>
      {hasFailed ? (
        <View style={styles.choices}>
          <Button label="Send again" kind="quiet" onPress={onRetry} />
          <Button label="Discard" kind="quiet" onPress={onDiscard} />
        </View>
      ) : null}
    </View>
  );
}

const styles = StyleSheet.create({
  own: { alignSelf: 'flex-end', alignItems: 'flex-end', maxWidth: '84%', gap: 2 },
  theirs: { alignSelf: 'flex-start', alignItems: 'flex-start', maxWidth: '84%', gap: 2 },
  bubble: { borderRadius: 18, paddingHorizontal: 14, paddingVertical: 9 },
  text: { fontSize: 16, lineHeight: 22 },
  event: { alignSelf: 'center' },
  choices: { flexDirection: 'row', gap: 8 },
});
