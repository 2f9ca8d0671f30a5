// node deploy/make-env.mjs > .env
// The secrets of docker-compose.yml, made anew: keep the file. Without its master key a database cannot be read again.
import { randomBytes } from 'node:crypto';

const secret = (bytes = 32) => randomBytes(bytes).toString('base64url');
const lines = {
  MASTER_KEY: randomBytes(32).toString('base64'),
  OPERATOR_KEY: `op_${secret()}`,
  SESSION_SECRET: secret(),
  SIGN_IN_CLIENT_SECRET: secret(),
  POSTGRES_PASSWORD: secret(),
  OWNER_PASSWORD: secret(),
  API_PASSWORD: secret(),
  REDIS_PASSWORD: secret(),
  GRAFANA_PASSWORD: secret(),
};
for (const [name, value] of Object.entries(lines)) process.stdout.write(`${name}=${value}\n`);
