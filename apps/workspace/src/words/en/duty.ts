/** Whether agents are there for who comes. */
export const duty = () => ({
  on: 'Available',
  off: 'Away',
  wish: 'Available for new conversations',
  notChanged: (why: string) => `Not changed. ${why}`,
  nobody: 'Nobody is available. Customers are told so and can leave a message.',
  here: 'I am here',
});
