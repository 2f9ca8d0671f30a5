import { Pressable, StyleSheet, View } from 'react-native';
import { bySpace } from '../look/by-space';
import { usePalette } from '../look/use-palette';
import { Words } from '../look/words';
import { type CardBody, feeWords, money } from './card-words';

type Bill = Extract<CardBody, { type: 'bill' }>;
type Props = {
  readonly bill: Bill;
  readonly chosen: string | undefined;
  readonly isOpen: boolean;
  readonly onChoose: (way: string) => void;
};

/** The ways to pay, each with all it comes to. Of a card that was answered only the one that was chosen. */
export function Ways({ bill: { ways, cheapest }, chosen, isOpen, onChoose }: Props) {
  const { edge, violet } = usePalette();
  const shown = isOpen || chosen === undefined ? ways : ways.filter(({ id }) => id === chosen);
  return (
    <View role="radiogroup" aria-label="How to pay" style={styles.ways}>
      {shown.map(({ id, label, fee, total }) => (
        <Pressable
          key={id}
          role="radio"
          aria-checked={id === chosen}
          aria-disabled={!isOpen}
          disabled={!isOpen}
          testID={`way-${id}`}
          onPress={() => onChoose(id)}
          {...(isOpen ? bySpace(() => onChoose(id)) : {})}
          style={[styles.way, { borderColor: id === chosen ? violet : edge }]}
        >
          <View style={styles.label}>
            <Words>{`${id === chosen ? '● ' : '○ '}${label}`}</Words>
            <Words kind="small">{id === cheapest ? `${feeWords(fee)} · Cheapest` : feeWords(fee)}</Words>
          </View>
          <Words>{money(total)}</Words>
        </Pressable>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({
  ways: { gap: 6 },
  way: {
    minHeight: 44,
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 8,
    borderWidth: 1.5,
    borderRadius: 12,
    paddingHorizontal: 12,
    paddingVertical: 6,
  },
  label: { flexShrink: 1 },
});
