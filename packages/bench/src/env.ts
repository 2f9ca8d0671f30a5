const { PATH = '', PORT = '', DATABASE_URL = '', POOL = '', JWK = '{}' } = process.env;

/** What a program that the bench starts finds of the machine. */
export const surroundings = { PATH };

/** What the bare handler is told by whoever starts it. */
export const bare = { port: Number(PORT), databaseUrl: DATABASE_URL, pool: Number(POOL), jwk: JWK };
