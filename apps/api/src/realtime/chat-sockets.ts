import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { Server, ServerOptions, Socket } from 'socket.io';
import { DomainError } from '../common/domain-error.js';
import { type Incoming, mayCome } from '../common/https-only.js';
import { PROCESS_HEADER } from '../common/process-name.js';
import type { Config } from '../config/env.js';
import type { ConnectionsService } from '../connections/index.js';
import { gatherWrites } from './gathered-writes.js';
import type { QuickEvents } from './quick-events.js';
import { closeSlowReaders } from './slow-readers.js';
import { listen } from './socket-events.js';
import { textPackets } from './text-packets.js';
import { UnknownSockets } from './unknown-sockets.js';
import { visitorOf } from './visitor.js';

/**
 * Above it the frame is not read and the socket closes: the message stays unsent with its author, who reconnects.
 * Below it a message that is too long is answered in words, so this lies well above the longest message.
 */
const FRAME_LIMIT_BYTES = 256 * 1024;

/** A client that comes says who it is at once. */
const SAYS_WHO_MS = 5_000;
/** And takes it well to be told that it has not. */
const CLOSES_MS = 1_000;

type Decide = (error: string | null, allowed: boolean) => void;

/** WebSocket alone; a page must be listed by some brand, or be the workspace. Which of them it may be is tested at CONNECT. */
export class ChatSockets extends IoAdapter {
  private readonly workspace: string;
  private readonly unknown: UnknownSockets;

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    private readonly connections: ConnectionsService,
    private readonly quick: QuickEvents,
  ) {
    super(app);
    this.workspace = new URL(config.WORKSPACE_URL).origin;
    const { UNKNOWN_SOCKETS_PER_ADDRESS: ofAddress, UNKNOWN_SOCKETS: ofAll } = config;
    this.unknown = new UnknownSockets({ ofAddress, ofAll, forMs: SAYS_WHO_MS + CLOSES_MS });
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    // Connection-state recovery stays off, as it is by default: it would bring a socket back without authentication.
    const ours: Partial<ServerOptions> = {
      transports: ['websocket'],
      allowUpgrades: false,
      serveClient: false,
      parser: textPackets,
      maxHttpBufferSize: FRAME_LIMIT_BYTES,
      connectTimeout: SAYS_WHO_MS,
      allowRequest: (request, decide) => void this.admit(request, decide),
    };
    const server: Server = super.createIOServer(port, { ...options, ...ours } as ServerOptions);
    server.engine.on('headers', (headers: Record<string, string>) => {
      headers[PROCESS_HEADER] = this.config.PROCESS_NAME;
    });
    closeSlowReaders(server.engine, this.config.SOCKET_BUFFER_BYTES);
    this.unknown.watch(server);
    gatherWrites(server);
    // socket.io opens its main namespace to everybody: whoever sat there would be kept connected as nobody.
    server.use((_socket, next) => next(new DomainError('route_not_found')));
    return server;
  }

  override bindMessageHandlers(socket: Socket, handlers: MessageMappingProperties[]): void {
    const failed = (error: unknown) => this.logger.error(error);
    listen(socket, handlers, failed, (event) => this.quick.of(socket, event));
  }

  private async admit(request: Incoming, decide: Decide): Promise<void> {
    if (!mayCome(request, this.config)) return decide('https_required', false);
    const { headers, socket } = request;
    const { origin } = headers;
    const visitor = visitorOf({ address: socket.remoteAddress ?? '', headers }, this.config.TRUSTED_PROXIES);
    if (!this.unknown.admits(request, visitor)) return decide('rate_limited', false);
    try {
      // Without an origin, or React Native's, which names the service itself: an app, whose connection is asked at CONNECT
      // whether it takes apps.
      const listed = origin === undefined || origin === this.config.PUBLIC_URL || origin === this.workspace;
      decide(null, listed || (await this.connections.anyoneAdmits(origin)));
    } catch {
      decide('service_unavailable', false);
    }
  }
}
