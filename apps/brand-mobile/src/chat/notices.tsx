import { isolated } from '../shop/words';
import { Notice } from './notice';
import { standingWords } from './standing-words';
import type { ChatApp, ChatAppState } from './talk';

type Props = { readonly talk: ChatApp; readonly state: ChatAppState };

function Connection({ state: { identity, chat } }: Props) {
  if (identity.phase !== 'open' || chat.connection === 'online') return null;
  return chat.connection === 'connecting' ? (
    <Notice testID="connecting" text="Connecting…" />
  ) : (
    <Notice testID="connection-banner" text="No connection. Messages wait here and go out when it returns." />
  );
}

/** The proof has ended, or is about to and nobody could get a new one. */
function Standing({ talk, state: { identity } }: Props) {
  const content = standingWords(identity);
  if (!content) return null;
  const { text, button, isUrgent } = content;
  const stay = { label: button ?? 'Confirming…', onPress: () => void talk.renew(), testID: 'stay-signed-in' };
  return (
    <Notice testID="standing" text={text} isUrgent={isUrgent} isBusy={button === null} choices={[stay]} />
  );
}

/** An agent asks, or an act does. */
function Request({ talk, state: { identity } }: Props) {
  const { request } = identity.session ?? {};
  if (identity.phase !== 'open' || !request) return null;
  const wish = request.kind === 'sign-in' ? 'sign in' : 'confirm it is you';
  return (
    <Notice
      testID="identity-request"
      isUrgent
      isBusy={identity.renewal === 'asking'}
      text={request.by === null ? `To go on, ${wish}.` : `${isolated(request.by)} asks you to ${wish}.`}
      choices={[
        { label: 'Confirm it is me', onPress: () => void talk.stepUp(), testID: 'answer-request' },
        { label: 'Not now', onPress: () => void talk.declineRequest(), testID: 'decline-request' },
      ]}
    />
  );
}

/** What was said anonymously goes on in somebody's name only if they say so. */
function Offer({ talk, state: { identity } }: Props) {
  const { offer, displayName } = identity.session ?? {};
  if (identity.phase !== 'open' || !offer) return null;
  return (
    <Notice
      testID="merge-offer"
      isUrgent
      text={`Continue this conversation as ${displayName ? isolated(displayName) : 'yourself'}? You wrote here before you signed in.`}
      choices={[
        { label: 'Continue it', onPress: () => void talk.merge(true), testID: 'merge-accept' },
        { label: 'Begin a new one', onPress: () => void talk.merge(false), testID: 'merge-decline' },
      ]}
    />
  );
}

export function Notices(props: Props) {
  return (
    <>
      <Connection {...props} />
      <Standing {...props} />
      <Request {...props} />
      <Offer {...props} />
    </>
  );
}
