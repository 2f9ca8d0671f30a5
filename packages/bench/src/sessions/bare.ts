/** What somebody would write in an afternoon: verify the token, insert a row. Started as a process of its own. */
import { randomUUID } from 'node:crypto';
import express from 'express';
import { importJWK, jwtVerify } from 'jose';
import pg from 'pg';
import { bare } from '../env.js';

const key = await importJWK(JSON.parse(bare.jwk), 'RS256');
const pool = new pg.Pool({ connectionString: bare.databaseUrl, max: bare.pool });

const app = express();
app.use(express.json());
app.post('/sessions', async (request, response) => {
  const { payload } = await jwtVerify(request.body.idToken, key);
  const session = randomUUID();
  await pool.query('INSERT INTO bare_session (id, subject, opened_at) VALUES ($1, $2, $3)', [
    session,
    payload.sub,
    new Date(),
  ]);
  response.json({ session });
});
app.listen(bare.port, '127.0.0.1', () => process.stdout.write('the bare handler is ready\n'));
