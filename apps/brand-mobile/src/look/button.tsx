import { Pressable, StyleSheet, Text } from 'react-native';
import { usePalette } from './use-palette';

type Props = {
  readonly label: string;
  readonly onPress: () => void;
  readonly kind?: 'main' | 'quiet';
  readonly isDisabled?: boolean;
  readonly testID?: string;
};

/** At least 44 points high: fingers are not pointers. */
export function Button({ label, onPress, kind = 'main', isDisabled = false, testID }: Props) {
  const { violet, onViolet, ink, edgeStrong } = usePalette();
  const isMain = kind === 'main';
  return (
    <Pressable
      role="button"
      aria-disabled={isDisabled}
      disabled={isDisabled}
      onPress={onPress}
      {...(testID === undefined ? {} : { testID })}
      style={({ pressed }) => [
        styles.button,
        isMain ? { backgroundColor: violet, borderColor: violet } : { borderColor: edgeStrong },
        (pressed || isDisabled) && styles.faded,
      ]}
    >
      <Text style={[styles.label, { color: isMain ? onViolet : ink }]}>{label}</Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  button: {
    minHeight: 44,
    borderRadius: 22,
    borderWidth: 1.5,
    paddingHorizontal: 20,
    paddingVertical: 8,
    alignItems: 'center',
    justifyContent: 'center',
  },
  label: { fontSize: 16, fontWeight: '600' },
  faded: { opacity: 0.6 },
});
