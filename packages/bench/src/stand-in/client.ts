/** The client both providers know: the same for whoever logs in and for whoever answers. */
export const client = {
  clientId: '123456789012-bench.apps.googleusercontent.com',
  clientSecret: 'bench-secret-that-is-long-enough',
  redirectUri: 'http://localhost:4999/callback',
  person: 'ada',
} as const;
