import { isolated } from '../shop/words';
import { Notice } from './notice';
import type { Talk, TalkState } from './talk';

type Props = { readonly talk: Talk; readonly state: TalkState };

function Connection({ state: { identity, chat } }: Props) {
  if (identity.phase !== 'open' || chat.connection === 'online') return null;
  return chat.connection === 'connecting' ? (
    <Notice testID="connecting" text="Connecting…" />
  ) : (
    <Notice testID="connection-banner" text="No connection. Messages wait here and go out when it returns." />
  );
}

/** The proof has ended, or is about to and nobody could get a new one without being asked. */
function Renewal({ talk, state: { identity } }: Props) {
  const { standing, renewal } = identity;
  const stay = { label: 'Stay signed in', onPress: () => void talk.chat.life.renew(), testID: 'stay' };
  if (standing === 'stale')
    return (
      <Notice
        testID="stale"
        isUrgent
        text="We have to confirm it’s you. What you write waits until then."
        choices={renewal === 'asking' ? [] : [stay]}
      />
    );
  if (renewal !== 'click' && renewal !== 'failed') return null;
  return <Notice testID="renewal" text="Your sign-in is about to end." choices={[stay]} />;
}

/** An agent asks, or an act does. */
function Request({ talk, state: { identity } }: Props) {
  const request = identity.session?.request;
  if (!request) return null;
  const by = request.by === null ? 'Larkspur' : isolated(request.by);
  return (
    <Notice
      testID="request"
      isUrgent
      text={`${by} asks you to confirm it’s you.`}
      choices={[
        { label: 'Confirm it’s me', onPress: () => void talk.chat.life.stepUp(), testID: 'confirm' },
        { label: 'Not now', onPress: () => void talk.chat.declineRequest(), testID: 'decline' },
      ]}
    />
  );
}

/** What was said anonymously goes on as somebody only if they say so. */
function Offer({ talk, state: { identity } }: Props) {
  const { offer, displayName } = identity.session ?? {};
  if (!offer) return null;
  const as = displayName ? ` as ${isolated(displayName)}` : '';
  return (
    <Notice
      testID="offer"
      isUrgent
      text={`Continue this conversation${as}?`}
      choices={[
        { label: 'Continue', onPress: () => void talk.chat.merge(true), testID: 'merge' },
        { label: 'Start a new one', onPress: () => void talk.chat.merge(false), testID: 'no-merge' },
      ]}
    />
  );
}

export function Notices(props: Props) {
  return (
    <>
      <Connection {...props} />
      <Renewal {...props} />
      <Request {...props} />
      <Offer {...props} />
    </>
  );
}
