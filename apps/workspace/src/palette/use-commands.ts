'use client';

import { useParams, useRouter } from 'next/navigation';
import { useTogetherCommands } from '../conversation/actions';
import { useDesk, useDeskState, useHeld, useMe } from '../desk/desk-context';
import { everything } from '../desk/queue-view';
import { useOwnDuty } from '../duty/use-duty';
import { sectionsFor } from '../queue/sections';
import { useFilter } from '../queue/use-filter';
import { useTheme } from '../settings/providers';
import { themes } from '../settings/theme';
import { useTongue } from '../settings/tongue';
import { languages, spoken } from '../words/languages';
import type { Command } from './matching';

const press = (target: string) => {
  const element = document.querySelector<HTMLElement>(target);
  element?.focus();
  element?.click();
};

/** What can be done with the conversation that is open. */
function useOfConversation(): Command[] {
  const { id } = useParams<{ id?: string }>();
  const desk = useDesk();
  const me = useMe().agent.id;
  const { palette } = useTongue().words;
  const row = useDeskState(({ rows }) => (id ? rows.get(id) : undefined));
  if (!row || !id || row.state === 'ended') return [];
  const mine = row.agent?.id === me;
  const commands: (Command | false)[] = [
    !row.agent && {
      id: 'take',
      group: 'actions',
      text: palette.take,
      keys: ['t'],
      run: () => void desk.take(id),
    },
    mine && {
      id: 'write',
      group: 'actions',
      text: palette.write,
      keys: ['r'],
      run: () => document.querySelector<HTMLElement>('[data-testid=composer]')?.focus(),
    },
    {
      id: 'identity',
      group: 'actions',
      text: palette.identity,
      keys: ['i'],
      run: () => press('[data-identity]'),
    },
    mine && { id: 'end', group: 'actions', text: palette.end, run: () => press('[data-testid=end]') },
  ];
  return commands.filter((command) => command !== false);
}

function useOfQueue(): Command[] {
  const { palette } = useTongue().words;
  const router = useRouter();
  const { filter, onFilter } = useFilter();
  const narrow = (part: Partial<typeof filter>) => () => {
    onFilter({ ...everything, order: filter.order, ...part });
    router.push('/conversations');
  };
  return [
    { id: 'only-yours', group: 'actions', text: palette.onlyYours, run: narrow({ whose: 'yours' }) },
    { id: 'only-waiting', group: 'actions', text: palette.onlyWaiting, run: narrow({ whose: 'waiting' }) },
    { id: 'only-unread', group: 'actions', text: palette.onlyUnread, run: narrow({ unread: true }) },
    { id: 'all-open', group: 'actions', text: palette.allOpen, run: narrow({}) },
  ];
}

/** What is set for this browser, and who sits at it. */
function useOfDesk(onKeys: () => void): Command[] {
  const desk = useDesk();
  const { signOut } = useHeld();
  const { choose: colour } = useTheme();
  const { words, language, choose } = useTongue();
  const { palette, shell } = words;
  const on = useOwnDuty();
  return [
    ...(on === null
      ? []
      : [
          {
            id: 'duty',
            group: 'actions' as const,
            text: on ? palette.goAway : palette.beThere,
            run: () => void desk.setDuty(!on),
          },
        ]),
    { id: 'keys', group: 'actions', text: shell.keyboard, keys: ['?'], run: onKeys },
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      group: 'actions' as const,
      text: palette.theme(shell.themes[theme]),
      run: () => colour(theme),
    })),
    ...languages
      .filter((one) => one !== language)
      .map((one) => ({
        id: `language-${one}`,
        group: 'actions' as const,
        text: palette.language(spoken[one].itself),
        run: () => choose(one),
      })),
    { id: 'sign-out', group: 'actions', text: shell.signOut, run: () => void signOut() },
  ];
}

function usePlaces(): Command[] {
  const router = useRouter();
  const { agent } = useMe();
  const { queue } = useTongue().words;
  return sectionsFor(agent).map(({ name, path }) => ({
    id: `page-${name}`,
    group: 'pages' as const,
    text: queue.sections[name],
    run: () => router.push(path),
  }));
}

function usePeople(): Command[] {
  const router = useRouter();
  const { identity, palette } = useTongue().words;
  const rows = useDeskState((desk) => desk.rows);
  const colleagues = useDeskState((desk) => desk.colleagues);
  const { filter, onFilter } = useFilter();
  const conversations = [...rows.values()].map((row) => ({
    id: row.id,
    group: 'conversations' as const,
    text: row.name ?? identity.anonymousVisitor,
    mark: { assurance: row.assurance, by: row.issuerLabel },
    ...(row.lastMessage ? { note: row.lastMessage.text } : {}),
    run: () => router.push(`/conversations/${row.id}`),
  }));
  const agents = (colleagues ?? []).map(({ id, name }) => ({
    id: `agent-${id}`,
    group: 'agents' as const,
    text: palette.of(name),
    run: () => {
      onFilter({ ...everything, order: filter.order, agent: id });
      router.push('/conversations');
    },
  }));
  return [...conversations, ...agents];
}

/** All that can be done or gone to from here. */
export function useCommands(onKeys: () => void): readonly Command[] {
  return [
    ...useOfConversation(),
    ...useOfQueue(),
    ...useOfDesk(onKeys),
    ...usePeople(),
    ...usePlaces(),
    ...useTogetherCommands(),
  ];
}
