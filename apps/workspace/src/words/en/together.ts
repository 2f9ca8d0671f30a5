import type { Speech } from '../speech';

/** Agents among themselves: notes, mentions, and who gets a conversation. */
export function together({ count, number }: Speech<'one' | 'other'>) {
  const characters = (some: number) => count(some, { one: '# character', other: '# characters' });
  return {
    modes: 'What to write',
    answer: 'Answer',
    note: 'Note',
    internal: 'Internal note',
    onlyAgents: 'Only agents see this',
    writeNote: 'Write a note to colleagues, @ names one',
    noteHint: 'Customers never see notes. @ names a colleague, who is told.',
    noteTooLong: (over: number) => `${characters(over)} too many: a note holds ${number(4_000)}.`,
    addNote: 'Add note',
    notAdded: (why: string) => `Not added. ${why}`,
    gaveTo: (by: string, to: string) => `${by} gave the conversation to ${to}`,
    returnedBy: (by: string) => `${by} put the conversation back in the queue`,
    leftBehind: 'The agent who had it was removed. The conversation is back in the queue',
    suggestions: (some: number) => count(some, { one: '# suggestion', other: '# suggestions' }),
    assign: 'Assign',
    assignTitle: 'Who takes it from here?',
    assignTo: 'Give the conversation to',
    assignNote: 'Note for whoever gets it (only agents see it)',
    toQueue: 'Back to the queue',
    toQueueText: 'Whoever is free takes it',
    give: (name: string) => `Give to ${name}`,
    awayText: (name: string) =>
      `${name} is away. They are told when they come back; until then the customer waits.`,
    nobodyElse: 'Nobody else answers for this brand yet.',
    cancel: 'Cancel',
    forYou: 'For you',
    mentioned: '{who} named you',
    given: '{who} gave you a conversation',
    service: 'The service',
  };
}
