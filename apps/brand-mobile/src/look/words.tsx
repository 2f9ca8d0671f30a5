import type { ReactNode } from 'react';
import { StyleSheet, Text, type TextProps } from 'react-native';
import { usePalette } from './use-palette';

type Props = TextProps & { readonly children: ReactNode; readonly kind?: 'text' | 'soft' | 'small' };

/** Running text, in the shop's colours. */
export function Words({ kind = 'text', style, ...rest }: Props) {
  const { ink, soft } = usePalette();
  return <Text {...rest} style={[styles[kind], { color: kind === 'text' ? ink : soft }, style]} />;
}

/** Reached by a screen reader's list of headings. */
export function Heading({ level = 2, style, ...rest }: Props & { readonly level?: 1 | 2 }) {
  const { ink } = usePalette();
  return (
    <Text
      {...rest}
      role="heading"
      aria-level={level}
      style={[level === 1 ? styles.title : styles.heading, { color: ink }, style]}
    />
  );
}

const styles = StyleSheet.create({
  text: { fontSize: 16, lineHeight: 23 },
  soft: { fontSize: 16, lineHeight: 23 },
  small: { fontSize: 13, lineHeight: 18 },
  heading: { fontSize: 19, lineHeight: 25, fontWeight: '600', letterSpacing: -0.3 },
  title: { fontSize: 32, lineHeight: 38, fontWeight: '700', letterSpacing: -0.8 },
});
