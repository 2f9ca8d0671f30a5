// Whether the stand-in beside it answers, for the health check of a container: it has no curl.
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

const { PORT = '4000', MOCK_IDP_HTTPS, MOCK_IDP_AS_GOOGLE } = process.env;
const ask = [MOCK_IDP_HTTPS, MOCK_IDP_AS_GOOGLE].includes('on') ? secure : plain;
const asked = ask({
  host: '127.0.0.1',
  port: PORT,
  path: '/health',
  timeout: 2000,
  rejectUnauthorized: false,
});
asked.on('response', ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
asked.on('timeout', () => process.exit(1));
asked.on('error', () => process.exit(1));
asked.end();
