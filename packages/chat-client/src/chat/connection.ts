import type { Problem, SessionView } from '@countersign/contracts';
import type { Identity } from '../identity/identity.js';
import type { Life } from '../life/life.js';
import type { Platform } from '../platform/index.js';
import type { Access } from './access.js';
import { type Line, type LineOptions, type OpenLine, openLine } from './line.js';

/** What the connection needs of the chat it is for. */
type ConnectionOptions = Pick<Access, 'happen'> & {
  readonly identity: Identity;
  readonly platform: Platform;
  readonly origin: string | undefined;
  readonly openLine: OpenLine | undefined;
  readonly life: () => Life;
  /** Whose chat it is now. */
  readonly session: () => SessionView | undefined;
  readonly on: LineOptions['on'];
  readonly onUp: (line: Line) => unknown;
  readonly onOffline: () => void;
};

/** A line that is back so soon was away for nobody. */
const BLINK_MS = 1_500;

/** The line of whoever speaks: each session has its own, and only the latest counts. */
export class Connection {
  line: Line | undefined;

  constructor(private readonly options: ConnectionOptions) {}

  open(): void {
    this.hangUp();
    const { identity, platform, origin, openLine: open = openLine, on, onUp, happen } = this.options;
    const { apiUrl } = identity.options;
    const line: Line = open({
      apiUrl,
      origin,
      platform,
      credentials: () => this.credentials(),
      onUp: () => {
        happen({ type: 'connection', connection: 'online' });
        onUp(line);
      },
      onDown: (refused) => this.down(refused),
      on,
    });
    this.line = line;
  }

  /** Something speaks for trying at once. Answers the line if it stands. */
  wake(): Line | undefined {
    if (this.options.session() && !this.line) this.open();
    this.line?.hurry();
    return this.line?.isUp ? this.line : undefined;
  }

  /** Nobody looks, and the device wants to rest. */
  rest(): void {
    this.hangUp();
    this.options.happen({ type: 'connection', connection: 'offline' });
  }

  hangUp(): void {
    this.line?.close();
    this.line = undefined;
  }

  private async credentials(): Promise<object | undefined> {
    const { identity, life } = this.options;
    const { token } = (await life().fresh()) ?? {};
    if (!token) return undefined;
    const url = `${identity.options.apiUrl}/socket/consumer`;
    return { token, proof: await identity.api.sign({ method: 'POST', url, accessToken: token }) };
  }

  /** Also after the service closed the door: with a session that lives, the next try has a new token. */
  private async down(refused: Problem | boolean): Promise<void> {
    const { identity, session } = this.options;
    const life = this.options.life();
    const before = session();
    this.blink();
    if (!refused) return;
    // It may be this tab's own proof that ended the session.
    await life.settled;
    if (before !== session()) return;
    const code = refused === true ? undefined : refused.code;
    if (code === 'key_proof_invalid') await identity.api.embed().catch(() => undefined);
    if (code !== 'service_unavailable') await life.fresh(true).catch(() => undefined);
  }

  private blink(): void {
    const { line } = this;
    const { platform, happen, onOffline } = this.options;
    platform.after(BLINK_MS, () => {
      if (!line || line !== this.line || line.isUp) return;
      happen({ type: 'connection', connection: 'offline' });
      onOffline();
    });
  }
}
