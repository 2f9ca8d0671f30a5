import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, urlencoded } from 'express';
import { AppModule } from './app.module.js';
import { cors } from './common/cors.js';
import { securityHeaders } from './common/headers.js';
import { httpsOnly } from './common/https-only.js';
import { Log } from './common/log.js';
import { everyRouteIsMarked } from './common/marks.js';
import { ofThisProcess } from './common/process-name.js';
import { Readiness } from './common/readiness.js';
import { requestLog } from './common/request-log.js';
import { Underway } from './common/underway.js';
import { CONFIG } from './config/config.module.js';
import type { Config } from './config/env.js';
import { ConnectionsService } from './connections/index.js';
import { ChatSockets, QuickEvents } from './realtime/index.js';

const KEPT_ALIVE_MS = 65_000;

/** The whole API, not yet listening. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const connections = app.get(ConnectionsService);
  const log = app.get(Log);
  app.disable('x-powered-by');
  app.set('trust proxy', config.TRUSTED_PROXIES);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT', 'SIGHUP'], { useProcessExit: true });
  // Longer than balancers and clients keep an idle connection: who reuses one must not find it just closed.
  app.getHttpServer().keepAliveTimeout = KEPT_ALIVE_MS;
  app.use(
    ofThisProcess(config.PROCESS_NAME, app.get(Readiness), app.get(Underway)),
    requestLog(log),
    securityHeaders,
    httpsOnly(config),
  );
  app.use(
    cors({
      admits: (origin) => connections.anyoneAdmits(origin),
      workspace: new URL(config.WORKSPACE_URL).origin,
    }),
  );
  // A brand may push a long history; a consumer's request is never that large.
  app.use(['/v1/connections', '/v1/operator'], json({ limit: '256kb', strict: true }));
  app.use(json({ limit: '64kb', strict: true }));
  // What a provider sends is a form: OpenID Connect Back-Channel Logout 1.0, section 2.5.
  app.use(/^\/v1\/connections\/[^/]+\/backchannel-logout$/, urlencoded({ extended: false, limit: '64kb' }));
  // What providers, and pages that pop a chat out, post into a window.
  app.use('/window', urlencoded({ limit: '64kb', extended: false, parameterLimit: 20 }));
  app.useWebSocketAdapter(new ChatSockets(app, app.get<Config>(CONFIG), connections, app.get(QuickEvents)));
  everyRouteIsMarked(app);
  if (!config.loopback) await connections.refuseStandIns();
  return app;
}
