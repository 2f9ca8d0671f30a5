import type { Speech } from '../speech';

/** A file that goes along. */
const attached = {
  ready: 'Ready to send',
  not: (why: string) => `Not attached. ${why}`,
  uploading: (file: string) => `Uploading ${file}`,
  again: (file: string) => `Try ${file} again`,
  remove: (file: string) => `Remove ${file}`,
  cancel: (file: string) => `Cancel ${file}`,
  kind: 'Only pictures and PDF files can be sent.',
  tooLarge: 'The file is larger than 10 MB.',
  empty: 'The file is empty.',
};

const nothing = (count: Speech<'one' | 'other'>['count']) => ({
  answered: 'All answered',
  answeredText: 'Who writes next shows in the queue. Ended conversations can still be read there.',
  nobody: 'Nobody is waiting',
  waiting: (people: number) => count(people, { one: 'One person is waiting', other: '# people are waiting' }),
  choose: 'Choose a conversation from the queue, or press {next} and {open}.',
});

/** Reading and writing in one conversation. */
export function conversation({ count, number }: Speech<'one' | 'other'>) {
  const characters = (some: number) => count(some, { one: '# character', other: '# characters' });
  return {
    missing: 'There is no such conversation',
    missingText: 'The address may be mistyped, or the conversation belongs to another brand.',
    failed: 'The conversation could not be loaded',
    back: 'Back to the queue',
    identity: 'Identity',
    end: 'End{rest}',
    endRest: ' conversation',
    endTitle: 'End this conversation?',
    endText: 'The customer sees that it has ended and can begin a new one. It stays here to be read.',
    endAction: 'End conversation',
    loading: 'Loading…',
    ended: 'This conversation has ended.',
    endedAgo: 'This conversation ended {ago}. It can be read, not continued.',
    /** From worst to best: how a consumer found a conversation. */
    rated: [
      'Found it very poor',
      'Found it poor',
      'Found it all right',
      'Found it good',
      'Found it very good',
    ],
    endedSometime: 'This conversation ended. It can be read, not continued.',
    takeFirst: 'Take the conversation to answer.',
    withOther: (agent: string) => `${agent} has this conversation.`,
    otherHasIt: '{agent} has this conversation.',
    nobodyHasIt: 'Nobody has this conversation yet.',
    take: 'Take conversation',
    messages: 'Messages',
    earlier: 'Earlier messages',
    typing: '{name} is typing…',
    agent: 'Agent',
    reached: { sent: 'Sent', delivered: 'Delivered', read: 'Read' },
    sending: 'Sending…',
    notSent: (why: string) => `Not sent. ${why}`,
    held: 'It goes by itself when the line is back.',
    doubted: 'It is not confirmed at the moment who reads it. It goes by itself once it is.',
    sendAnyway: 'Send anyway',
    sendAgain: 'Send again',
    message: 'Message',
    write: 'Write an answer',
    send: 'Send',
    hint: 'Enter sends, Shift + Enter begins a new line',
    tooMany: (over: number) =>
      `${characters(over)} too many: a message holds ${number(8_000)}. Shorten it or send it in parts; nothing is lost.`,
    charactersLeft: (left: number) => `${characters(left)} left`,
    attach: 'Attach a file',
    attached,
    openFile: (file: string) => `Open ${file}`,
    fileIsTheirs: 'Shown to whoever has the conversation.',
    nothing: nothing(count),
  };
}
