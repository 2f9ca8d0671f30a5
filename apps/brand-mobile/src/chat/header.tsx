import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../look/button';
import { usePalette } from '../look/use-palette';
import { Heading, Words } from '../look/words';
import type { ChatApp, ChatAppState } from './talk';
import { identityWords, isKnown } from './words';

/** Whose chat this is, as whom one speaks in it, and how to leave. */
export function ChatHeader({ talk, state: { identity, chat } }: { talk: ChatApp; state: ChatAppState }) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { edge } = usePalette();
  const mayEnd = chat.conversation !== null && chat.conversation.state !== 'ended';
  const choose = (act: () => unknown) => () => {
    setMenuOpen(false);
    act();
  };
  return (
    <View style={[styles.header, { borderColor: edge }]}>
      <View style={styles.row}>
        <View style={styles.who}>
          <Heading level={1} style={styles.title}>
            {identity.config?.brand.name ?? 'Chat'}
          </Heading>
          <Words kind="small" role="status" testID="identity-line">
            {identityWords(identity)}
          </Words>
        </View>
        <Button
          label={isMenuOpen ? 'Close menu' : 'Menu'}
          kind="quiet"
          onPress={() => setMenuOpen(!isMenuOpen)}
          testID="menu"
        />
      </View>
      {isMenuOpen ? (
        <View style={styles.choices}>
          {mayEnd ? (
            <Button
              label="End conversation"
              kind="quiet"
              onPress={choose(() => talk.endConversation())}
              testID="end"
            />
          ) : null}
          {isKnown(identity) ? (
            <Button
              label="Sign out of this chat"
              kind="quiet"
              onPress={choose(() => talk.signOut())}
              testID="sign-out"
            />
          ) : null}
        </View>
      ) : null}
    </View>
  );
}

const styles = StyleSheet.create({
  header: { borderBottomWidth: 1, paddingHorizontal: 20, paddingVertical: 10, gap: 10 },
  row: { flexDirection: 'row', alignItems: 'center', gap: 10 },
  who: { flex: 1 },
  title: { fontSize: 19, lineHeight: 25 },
  choices: { gap: 8 },
});
