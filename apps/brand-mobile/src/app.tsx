import { useCallback, useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { SafeAreaProvider, SafeAreaView } from 'react-native-safe-area-context';
import { ChatScreen } from './chat/chat-screen';
import { useTalk, useTalkState } from './chat/use-talk';
import { connectionOf } from './connection';
import { usePalette } from './look/use-palette';
import { shop as backend } from './shop/backend';
import { HomeScreen } from './shop/home-screen';
import type { Pass, Settings } from './shop/shapes';
import { SignInScreen } from './shop/sign-in-screen';
import { type Shop, useShop } from './shop/use-shop';
import { type Tab, Tabs } from './tabs';

type Inside = { readonly shop: Shop; readonly settings: Settings; readonly pass: Pass };

/** For somebody who is signed in at the shop: two tabs, and one chat that goes on beneath both. */
function Inside({ shop, settings, pass }: Inside) {
  const [tab, setTab] = useState<Tab>('home');
  const talk = useTalk(settings, pass, connectionOf(settings));
  const state = useTalkState(talk);
  const { signOut } = shop;
  const leave = useCallback(() => {
    // What is on the screen goes at once; the service is told meanwhile.
    void talk?.signOut();
    signOut();
  }, [talk, signOut]);
  const leaveEverywhere = useCallback(async () => {
    await backend.signOutEverywhere(pass.appToken).catch(() => undefined);
    leave();
  }, [pass, leave]);
  return (
    <View style={styles.fill}>
      <View role="main" style={styles.fill}>
        {tab === 'chat' && talk && state ? (
          <ChatScreen talk={talk} state={state} />
        ) : (
          <HomeScreen
            pass={pass}
            onChat={() => setTab('chat')}
            onSignOut={leave}
            onSignOutEverywhere={() => void leaveEverywhere()}
            onGone={leave}
          />
        )}
      </View>
      <Tabs tab={tab} unread={state?.chat.unread ?? 0} onTab={setTab} />
    </View>
  );
}

function Screens() {
  const shop = useShop();
  const { settings, pass } = shop;
  return settings && pass ? (
    <Inside key={pass.subject} shop={shop} settings={settings} pass={pass} />
  ) : (
    <View role="main" style={styles.fill}>
      <SignInScreen shop={shop} />
    </View>
  );
}

export function App() {
  const { paper } = usePalette();
  return (
    <SafeAreaProvider>
      <SafeAreaView style={[styles.fill, { backgroundColor: paper }]}>
        <Screens />
      </SafeAreaView>
    </SafeAreaProvider>
  );
}

const styles = StyleSheet.create({ fill: { flex: 1 } });
