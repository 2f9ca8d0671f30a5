import { useCallback, useEffect, useState } from 'react';
import { ScrollView, StyleSheet, View } from 'react-native';
import { Button } from '../look/button';
import { Card } from '../look/card';
import { usePalette } from '../look/use-palette';
import { Heading, Words } from '../look/words';
import { ShopProblem, shop } from './backend';
import type { Account, Bill, Pass } from './shapes';
import { isolated, openBill, showDate, showMoney } from './words';

type Loaded = { readonly account?: Account; readonly problem?: string };

function useAccount({ appToken }: Pass, onGone: () => void) {
  const [loaded, setLoaded] = useState<Loaded>({});
  const load = useCallback(() => {
    shop.account(appToken).then(
      (account) => setLoaded({ account }),
      (error: unknown) => {
        if (error instanceof ShopProblem && error.kind === 'nobody') onGone();
        else setLoaded({ problem: 'Your account cannot be shown without a connection.' });
      },
    );
  }, [appToken, onGone]);
  useEffect(load, [load]);
  return { ...loaded, load };
}

function PlanCard({ account: { plan, accountNumber } }: { account: Account }) {
  return (
    <Card testID="plan">
      <Words kind="small">Your plan</Words>
      <Heading>{plan.name}</Heading>
      <Words>{`${showMoney(plan.price)} a month`}</Words>
      {plan.allowance === undefined ? null : <Words kind="soft">{plan.allowance}</Words>}
      <Words kind="small">{`Account ${accountNumber}`}</Words>
    </Card>
  );
}

function BillCard({ bill }: { bill: Bill | undefined }) {
  const { rust, leaf } = usePalette();
  return (
    <Card testID="bill">
      <Words kind="small">Your bill</Words>
      {bill ? (
        <>
          <Heading>{showMoney(bill.amount)}</Heading>
          <Words style={{ color: rust }}>{`Open, due on ${showDate(bill.dueOn)}`}</Words>
          <Words kind="small">{bill.period}</Words>
        </>
      ) : (
        <Words style={{ color: leaf }}>Everything is paid.</Words>
      )}
    </Card>
  );
}

type Props = {
  readonly pass: Pass;
  readonly onChat: () => void;
  readonly onSignOut: () => void;
  readonly onSignOutEverywhere: () => void;
  /** The shop does not know this app any more. */
  readonly onGone: () => void;
};

/** What a customer opens the app for, and the way to somebody who answers. */
export function HomeScreen({ pass, onChat, onSignOut, onSignOutEverywhere, onGone }: Props) {
  const { account, problem, load } = useAccount(pass, onGone);
  return (
    <ScrollView contentContainerStyle={styles.screen}>
      <Heading level={1}>{pass.name === null ? 'Your account' : `Hello, ${isolated(pass.name)}`}</Heading>
      {account ? (
        <>
          <PlanCard account={account} />
          <BillCard bill={openBill(account)} />
        </>
      ) : null}
      {problem === undefined ? null : (
        <>
          <Words role="alert">{problem}</Words>
          <Button label="Try again" kind="quiet" onPress={load} />
        </>
      )}
      <Button label="Ask Larkspur" onPress={onChat} testID="ask" />
      <View style={styles.end}>
        <Button label="Sign out" kind="quiet" onPress={onSignOut} testID="app-sign-out" />
        <Button
          label="Sign out on all devices"
          kind="quiet"
          onPress={onSignOutEverywhere}
          testID="sign-out-everywhere"
        />
      </View>
    </ScrollView>
  );
}

const styles = StyleSheet.create({
  screen: { padding: 20, gap: 14 },
  end: { gap: 10, marginTop: 10 },
});
