import { useState } from 'react';
import { Pressable, ScrollView, StyleSheet, TextInput, View } from 'react-native';
import { Button } from '../look/button';
import { usePalette } from '../look/use-palette';
import { Heading, Words } from '../look/words';
import type { Shop } from './use-shop';
import { isolated } from './words';

/** One of the cast, in a click: the stand-in lets anybody be anyone. A real app opens the system's browser here. */
function Person({ name, note, onPress }: { name: string; note: string; onPress: () => void }) {
  const { card, edge } = usePalette();
  return (
    <Pressable
      role="button"
      aria-label={`Sign in as ${name}, ${note}`}
      onPress={onPress}
      style={({ pressed }) => [
        styles.person,
        { backgroundColor: card, borderColor: edge },
        pressed && styles.pressed,
      ]}
    >
      <Words>{isolated(name)}</Words>
      <Words kind="small">{note}</Words>
    </Pressable>
  );
}

function ByAddress({ shop }: { shop: Shop }) {
  const [person, setPerson] = useState('');
  const { card, ink, edgeStrong, soft } = usePalette();
  const wish = person.trim();
  const signIn = () => wish !== '' && shop.signIn(wish);
  return (
    <View style={styles.address}>
      <TextInput
        aria-label="Address of your Larkspur ID"
        placeholder="Address of your Larkspur ID"
        placeholderTextColor={soft}
        inputMode="email"
        autoCapitalize="none"
        autoComplete="email"
        autoCorrect={false}
        value={person}
        onChangeText={setPerson}
        onSubmitEditing={signIn}
        testID="person"
        style={[styles.input, { color: ink, borderColor: edgeStrong, backgroundColor: card }]}
      />
      <Button
        label="Sign in"
        onPress={signIn}
        isDisabled={shop.isBusy || wish === ''}
        testID="sign-in-by-address"
      />
    </View>
  );
}

export function SignInScreen({ shop }: { shop: Shop }) {
  const { rust } = usePalette();
  const { settings, problem } = shop;
  return (
    <ScrollView contentContainerStyle={styles.screen} keyboardShouldPersistTaps="handled">
      <Heading level={1}>Larkspur</Heading>
      <Words kind="soft">Your plan, your bill and somebody to ask, in one place.</Words>
      {problem === undefined ? null : (
        <Words role="alert" style={{ color: rust }} testID="shop-problem">
          {problem}
        </Words>
      )}
      {settings ? (
        <>
          <Heading>Sign in as</Heading>
          {settings.cast.map(({ name, person, note }) => (
            <Person key={person} name={name} note={note} onPress={() => shop.signIn(person)} />
          ))}
          <Heading>Or somebody else</Heading>
          <ByAddress shop={shop} />
        </>
      ) : (
        <Button label="Try again" kind="quiet" onPress={shop.retry} isDisabled={shop.isBusy} />
      )}
    </ScrollView>
  );
}

const styles = StyleSheet.create({
  screen: { padding: 20, gap: 14 },
  person: { borderWidth: 1, borderRadius: 16, paddingHorizontal: 16, paddingVertical: 12, minHeight: 44 },
  pressed: { opacity: 0.6 },
  address: { gap: 12 },
  input: { minHeight: 44, borderWidth: 1.5, borderRadius: 12, paddingHorizontal: 14, fontSize: 16 },
});
