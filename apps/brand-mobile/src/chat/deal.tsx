import { cardBodyOf } from '@countersign/chat-client';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../look/button';
import { Card as Paper } from '../look/card';
import { Heading, Words } from '../look/words';
import {
  type Card,
  type CardBody,
  differenceWords,
  money,
  stateWords,
  titleWords,
  unknownWords,
} from './card-words';
import { type AnswerCard, useAnswer } from './use-answer';
import { Ways } from './ways';

type Props = { readonly card: Card; readonly onAnswer: AnswerCard };

function Offer({ offer }: { offer: Extract<CardBody, { type: 'offer' }> }) {
  const { from, to, difference, why, terms } = offer;
  return (
    <>
      <Words>{`${to.name} for ${money(to.price)} a month, in place of ${from.name} for ${money(from.price)}.`}</Words>
      <Words style={styles.strong}>{differenceWords(difference)}</Words>
      <Words>{why}</Words>
      {terms ? <Words kind="small">{terms}</Words> : null}
    </>
  );
}

/** What was proposed and is still to be answered; what cannot be is only read. */
function Known({ card, body, onAnswer }: Props & { body: CardBody }) {
  const { answer, isBusy, trouble } = useAnswer(card, onAnswer);
  const [way, setWay] = useState(body.type === 'bill' ? (body.cheapest ?? undefined) : undefined);
  const isOpen = card.state === 'proposed';
  const chosen = card.choice ?? way;
  const lacksWay = body.type === 'bill' && chosen === undefined;
  const total = body.type === 'bill' ? body.ways.find(({ id }) => id === chosen)?.total : undefined;
  const yes = body.type === 'offer' ? 'Accept' : total ? `Pay ${money(total)}` : 'Pay';
  const said = isBusy ? 'Sending your answer…' : isOpen ? trouble : stateWords(card);
  return (
    <Paper testID="card" role="group" aria-label={titleWords(body, card.state)} style={styles.deal}>
      <Heading>{titleWords(body, card.state)}</Heading>
      {body.type === 'offer' ? (
        <Offer offer={body} />
      ) : (
        <>
          <Words>{body.bills.map(({ period }) => period).join(', ')}</Words>
          <Ways bill={body} chosen={chosen} isOpen={isOpen && !isBusy} onChoose={setWay} />
        </>
      )}
      {isOpen ? (
        <View style={styles.choices}>
          <Button
            label={yes}
            isDisabled={isBusy || lacksWay}
            onPress={() => void answer(true, chosen)}
            testID="card-accept"
          />
          <Button
            label="Not now"
            kind="quiet"
            isDisabled={isBusy}
            onPress={() => void answer(false)}
            testID="card-decline"
          />
        </View>
      ) : null}
      <Words kind="small" role="status" testID="card-state">
        {said}
      </Words>
    </Paper>
  );
}

/** Something both sides can act on. Of a kind that is not known here nothing is shown by half. */
export function Deal({ card, onAnswer }: Props) {
  const body = cardBodyOf(card);
  return body ? (
    <Known card={card} body={body} onAnswer={onAnswer} />
  ) : (
    <Words kind="soft">{unknownWords}</Words>
  );
}

const styles = StyleSheet.create({
  deal: { padding: 14 },
  strong: { fontWeight: '600' },
  choices: { flexDirection: 'row', flexWrap: 'wrap', gap: 8 },
});
