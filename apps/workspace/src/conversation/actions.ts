import { useParams, useRouter } from 'next/navigation';
import { useDesk, useDeskState, useMe } from '../desk/desk-context';
import { leads } from '../desk/roles';
import type { Command } from '../palette/matching';
import { useWords } from '../settings/tongue';

/** Where what was written is looked for. */
export const SEARCH = '/conversations/search';

const press = (target: string) => document.querySelector<HTMLElement>(target)?.click();

/** A key and a command do what the button does, where the button is. */
export const startNote = (): void => press('[data-start-note]');
export const openAssignment = (): void => press('[data-assign]');
const openAnswers = (): void => press('[data-canned]');

/** From one of yours to the next, whoever has waited longest first; round again after the last. */
export function useNextOfYours(): () => void {
  const { id } = useParams<{ id?: string }>();
  const router = useRouter();
  const { store } = useDesk();
  const me = useMe().agent.id;
  return () => {
    const yours = [...store.get().rows.values()]
      .filter(({ agent, state }) => agent?.id === me && state === 'taken')
      .toSorted((one, other) => (one.waitingSince ?? '9').localeCompare(other.waitingSince ?? '9'));
    const next = yours[(yours.findIndex((one) => one.id === id) + 1) % yours.length];
    if (next) router.push(`/conversations/${next.id}`);
  };
}

/** The same by their names. */
export function useTogetherCommands(): readonly Command[] {
  const { id } = useParams<{ id?: string }>();
  const router = useRouter();
  const { agent } = useMe();
  const { shell, canned, search } = useWords();
  const row = useDeskState(({ rows }) => (id ? rows.get(id) : undefined));
  const toYours = useNextOfYours();
  const goesOn = row !== undefined && row.state !== 'ended';
  const mine = goesOn && row.agent?.id === agent.id;
  const commands: (Command | false)[] = [
    {
      id: 'search',
      group: 'pages',
      text: search.title,
      note: shell.keys.search,
      keys: ['s'],
      run: () => router.push(SEARCH),
    },
    { id: 'yours', group: 'actions', text: shell.keys.yours, keys: ['y'], run: toYours },
    row !== undefined && { id: 'note', group: 'actions', text: shell.keys.note, keys: ['n'], run: startNote },
    goesOn &&
      (mine || leads(agent)) && {
        id: 'assign',
        group: 'actions',
        text: shell.keys.assign,
        keys: ['a'],
        run: openAssignment,
      },
    mine && {
      id: 'answers',
      group: 'actions',
      text: canned.title,
      note: canned.search,
      keys: ['/'],
      run: openAnswers,
    },
  ];
  return commands.filter((command) => command !== false);
}
