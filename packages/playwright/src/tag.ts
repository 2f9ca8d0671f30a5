/** Short, and the same in every run of the same test: a failure can be repeated, and tests run side by side. */
export const tagOf = (testId: string): string =>
  testId
    .replace(/[^a-z0-9]/gi, '')
    .slice(-14)
    .toLowerCase();
