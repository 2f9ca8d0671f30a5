import { characters } from '@countersign/chat-client';
import { useState } from 'react';
import { StyleSheet, TextInput, View } from 'react-native';
import { Button } from '../look/button';
import { usePalette } from '../look/use-palette';
import { Words } from '../look/words';

/** The service takes no more: what is too long stays where it is. */
const LIMIT = 8_000;

type Props = { readonly onSend: (text: string) => void; readonly onTyping: () => void };

export function Composer({ onSend, onTyping }: Props) {
  const [text, setText] = useState('');
  const { ink, soft, rust, card, edge, edgeStrong } = usePalette();
  const over = text.length - LIMIT;
  const mayNot = over > 0 || text.trim() === '';
  const send = () => {
    onSend(text);
    setText('');
  };
  return (
    <View style={[styles.composer, { borderColor: edge, backgroundColor: card }]}>
      {over > 0 ? (
        <Words kind="small" role="status" style={{ color: rust }}>
          {`${characters(over)} too many. Shorten it, or send it in parts.`}
        </Words>
      ) : null}
      <View style={styles.field}>
        <TextInput
          aria-label="Message"
          placeholder="Write a message"
          placeholderTextColor={soft}
          multiline
          value={text}
          onChangeText={(changed) => {
            setText(changed);
            onTyping();
          }}
          testID="composer"
          style={[styles.input, { color: ink, borderColor: edgeStrong }]}
        />
        <Button label="Send" onPress={send} isDisabled={mayNot} testID="send" />
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  composer: { borderTopWidth: 1, padding: 12, gap: 6 },
  field: { flexDirection: 'row', gap: 8, alignItems: 'flex-end' },
  input: {
    flex: 1,
    minHeight: 44,
    maxHeight: 132,
    borderWidth: 1.5,
    borderRadius: 20,
    paddingHorizontal: 14,
    paddingVertical: 10,
    fontSize: 16,
  },
});
