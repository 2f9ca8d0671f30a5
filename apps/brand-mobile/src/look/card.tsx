import type { ReactNode } from 'react';
import { StyleSheet, View, type ViewProps } from 'react-native';
import { usePalette } from './use-palette';

type Props = ViewProps & { readonly children: ReactNode };

/** One thing at a time, on paper. */
export function Card({ style, ...rest }: Props) {
  const { card, edge } = usePalette();
  return <View {...rest} style={[styles.card, { backgroundColor: card, borderColor: edge }, style]} />;
}

const styles = StyleSheet.create({
  card: { borderWidth: 1, borderRadius: 20, padding: 20, gap: 8 },
});
