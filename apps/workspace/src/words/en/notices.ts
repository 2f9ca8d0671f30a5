/** Being told of new messages. */
export const notices = () => ({
  title: 'When somebody writes',
  sound: 'Make a sound',
  desktop: 'Show on the desktop',
  text: 'With name and text',
  refused: 'This browser does not allow it. Its settings for this page decide.',
  first: 'A customer is waiting',
  more: 'A new message',
});
