'use client';

import { useParams, useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import { useDesk, useMe } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { chime } from './chime';
import { keepChoices, keptChoices, type NoticeChoices } from './choices';
import { type News, newsIn } from './news';
import { TitleBadge } from './title-badge';

/** Sounds and notices of one burst are one. */
const QUIET_MS = 1_500;

type Told = { readonly choices: NoticeChoices; readonly choose: (choices: NoticeChoices) => void };
const ToldContext = createContext<Told | null>(null);

export function useNotices(): Told {
  const told = useContext(ToldContext);
  if (!told) throw new Error('Notices are read outside of their provider.');
  return told;
}

/** Tells the agent that somebody wrote, as they have chosen; where they look already, nothing is told. */
function useTelling(choices: NoticeChoices): void {
  const { store } = useDesk();
  const me = useMe().agent.id;
  const { id } = useParams<{ id?: string }>();
  const router = useRouter();
  const { notices, identity } = useWords();

  const show = ({ row, kind }: News) => {
    const name = row.name ?? identity.anonymousVisitor;
    const notice = new Notification(choices.text ? name : notices[kind], {
      tag: row.id,
      silent: true,
      ...(choices.text ? { body: row.lastMessage?.text ?? '' } : {}),
    });
    notice.onclick = () => {
      window.focus();
      router.push(`/conversations/${row.id}`);
      notice.close();
    };
  };
  const tell = useEffectEvent((news: readonly News[]) => {
    if (choices.sound) chime();
    const may = choices.desktop && 'Notification' in window && Notification.permission === 'granted';
    if (may && document.visibilityState === 'hidden') for (const one of news.slice(0, 3)) show(one);
  });
  const lookedAt = useEffectEvent(() => (document.visibilityState === 'visible' ? (id ?? null) : null));

  useEffect(() => {
    let { rows, loaded, whole } = store.get();
    let quietUntil = 0;
    return store.subscribe(() => {
      const before = { rows, loaded, whole };
      ({ rows, loaded, whole } = store.get());
      // While the queue is read for the first time nothing in it is new.
      if (!before.whole.open) return;
      const news = newsIn(before.rows, rows, me, lookedAt());
      if (news.length === 0 || Date.now() < quietUntil) return;
      quietUntil = Date.now() + QUIET_MS;
      tell(news);
    });
  }, [store, me]);
}

export function WithNotices({ children }: { children: ReactNode }) {
  const [choices, setChoices] = useState(keptChoices);
  useTelling(choices);
  const told = useMemo(
    () => ({
      choices,
      choose: (chosen: NoticeChoices) => {
        keepChoices(chosen);
        setChoices(chosen);
      },
    }),
    [choices],
  );
  return (
    <ToldContext value={told}>
      <TitleBadge />
      {children}
    </ToldContext>
  );
}
