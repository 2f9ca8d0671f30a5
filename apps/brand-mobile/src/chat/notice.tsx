import { StyleSheet, View } from 'react-native';
import { Button } from '../look/button';
import { usePalette } from '../look/use-palette';
import { Words } from '../look/words';

type Choice = { readonly label: string; readonly onPress: () => void; readonly testID: string };
type Props = {
  readonly testID: string;
  readonly text: string;
  readonly choices?: readonly Choice[];
  /** Under way: there is nothing to choose. */
  readonly isBusy?: boolean;
  /** What asks for an answer is said at once, what only informs when there is a pause. */
  readonly isUrgent?: boolean;
};

/** A line above the messages: how things stand, and what can be done about it. */
export function Notice({ testID, text, choices = [], isBusy = false, isUrgent = false }: Props) {
  const { lilac, edge } = usePalette();
  return (
    <View
      role={isUrgent ? 'alert' : 'status'}
      testID={testID}
      style={[styles.notice, { backgroundColor: lilac, borderColor: edge }]}
    >
      <Words>{text}</Words>
      {choices.length === 0 ? null : (
        <View style={styles.choices}>
          {choices.map(({ label, onPress, testID: id }, index) => (
            <Button
              key={id}
              label={label}
              onPress={onPress}
              isDisabled={isBusy}
              kind={index === 0 ? 'main' : 'quiet'}
              testID={id}
            />
          ))}
        </View>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  notice: { borderBottomWidth: 1, paddingHorizontal: 20, paddingVertical: 12, gap: 10 },
  choices: { flexDirection: 'row', flexWrap: 'wrap', gap: 10 },
});
