import { Pressable, StyleSheet, Text, View } from 'react-native';
import { usePalette } from './look/use-palette';

export type Tab = 'home' | 'chat';

type TabProps = {
  readonly label: string;
  readonly isSelected: boolean;
  readonly unread?: number;
  readonly onPress: () => void;
  readonly testID: string;
};

function TabButton({ label, isSelected, unread = 0, onPress, testID }: TabProps) {
  const { violetInk, soft, violet, onViolet } = usePalette();
  return (
    <Pressable
      role="tab"
      aria-selected={isSelected}
      aria-label={unread > 0 ? `${label}, ${unread} unread` : label}
      onPress={onPress}
      testID={testID}
      style={styles.tab}
    >
      <Text style={[styles.label, { color: isSelected ? violetInk : soft }]}>{label}</Text>
      {unread > 0 ? (
        <View style={[styles.badge, { backgroundColor: violet }]}>
          <Text testID="unread" style={[styles.count, { color: onViolet }]}>
            {unread}
          </Text>
        </View>
      ) : null}
    </Pressable>
  );
}

type Props = { readonly tab: Tab; readonly unread: number; readonly onTab: (tab: Tab) => void };

export function Tabs({ tab, unread, onTab }: Props) {
  const { card, edge } = usePalette();
  return (
    <View role="navigation" aria-label="Screens">
      <View role="tablist" style={[styles.tabs, { backgroundColor: card, borderColor: edge }]}>
        <TabButton label="Home" isSelected={tab === 'home'} onPress={() => onTab('home')} testID="tab-home" />
        <TabButton
          label="Chat"
          isSelected={tab === 'chat'}
          unread={unread}
          onPress={() => onTab('chat')}
          testID="tab-chat"
        />
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  tabs: { flexDirection: 'row', borderTopWidth: 1 },
  tab: {
    flex: 1,
    minHeight: 52,
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 8,
  },
  label: { fontSize: 16, fontWeight: '600' },
  badge: { minWidth: 22, borderRadius: 11, paddingHorizontal: 6, alignItems: 'center' },
  count: { fontSize: 13, lineHeight: 22, fontWeight: '700' },
});
