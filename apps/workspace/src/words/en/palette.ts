import type { Speech } from '../speech';

/** The command palette. */
export const palette = ({ count, name }: Speech<'one' | 'other'>) => ({
  title: 'Commands',
  placeholder: 'Do something, or find somebody',
  nothing: 'Nothing of this name',
  found: (some: number) => count(some, { one: '# result', other: '# results' }),
  groups: { actions: 'Actions', conversations: 'Conversations', agents: 'Agents', pages: 'Pages' },
  take: 'Take conversation',
  write: 'Write an answer',
  identity: 'Show who it is',
  end: 'End conversation',
  onlyYours: 'Show only yours',
  onlyWaiting: 'Show only who is waiting',
  onlyUnread: 'Show only unread',
  allOpen: 'Show all open conversations',
  goAway: 'Stop taking new conversations',
  beThere: 'Be available for new conversations',
  theme: (theme: string) => `Appearance: ${theme.toLowerCase()}`,
  language: (language: string) => `Language: ${name(language)}`,
  of: (agent: string) => `Conversations of ${name(agent)}`,
});
