import type { Message, OpenSession, Problem, SessionView } from '@countersign/contracts';
import type { Line, LineOptions } from '../src/chat/line.js';
import type { UploadAnswer, UploadRequest } from '../src/index.js';
import { answer, embedded, MINUTE, provenAt } from './service-answers.js';

export { MINUTE };

type Session = SessionView & { key: string; endedAt: number | null; socket?: Socket };
type Stored = Message & { by: string };
type Socket = { options: LineOptions; up: boolean };
type Reply = { ok: true; value: unknown } | { ok: false; problem: Problem };

const problem = (code: Problem['code'], more: Partial<Problem> = {}) =>
  ({ type: '', code, title: code, status: 400, ...more }) as Problem;

type Asked = { clientId: string; text: string; attachment?: string; traceparent?: string };

/** As much of the service as a client can tell from the real one, with its own clock. */
export class Service {
  ahead = 0;
  isReachable = true;
  interactive = false;
  refresh = false;
  /** Messages are stored, and their acknowledgement is lost. */
  loseReplies = false;
  /** What is asked for of a conversation gets no answer. */
  loseLines = false;
  /** Called for each request, by its path. */
  readonly asked: string[] = [];
  readonly sessions: Session[] = [];
  readonly stored: Stored[] = [];
  /** Messages that are refused before one is taken: too many came. */
  refusing = 0;
  /** Its database is away. */
  isUnavailable = false;
  /** Its database reads no conversation. */
  isUnreadable = false;
  readonly sockets = new Set<Socket>();
  /** All that was asked over a socket. */
  readonly wishes: string[] = [];
  /** How far it was said to be read, each time. */
  readonly marks: number[] = [];
  /** Conversations before, the latest first. */
  readonly earlier: { conversation: object; messages: readonly Message[] }[] = [];
  private count = 0;

  constructor(private readonly clock: () => number) {}

  get now(): number {
    return this.clock() + this.ahead;
  }

  get live(): Session | undefined {
    return this.sessions.findLast(({ endedAt }) => endedAt === null);
  }

  private id(of: string): string {
    this.count += 1;
    return `${of}-${this.count}`;
  }

  readonly fetch = (async (input: string, init: RequestInit) => {
    if (!this.isReachable) throw new Error('no network');
    const path = input.replace(/^https:\/\/[^/]+/, '').replace(/\?.*/, '');
    const headers = init.headers as Record<string, string>;
    const body = init.body ? JSON.parse(String(init.body)) : undefined;
    this.asked.push(`${init.method} ${path}`);
    const proof = headers['dpop'] ? provenAt(headers['dpop'], this.now) : undefined;
    if (proof === null) return answer(401, problem('key_proof_invalid'));
    const token = headers['authorization']?.replace('DPoP ', '');
    return this.answerTo(`${init.method} ${path}`, body, { key: proof ?? '', token });
  }) as unknown as typeof fetch;

  private answerTo(route: string, body: unknown, by: { key: string; token: string | undefined }) {
    const lives = this.sessions.find(({ token, endedAt }) => token === by.token && endedAt === null);
    if (route.startsWith('GET /v1/embed')) return answer(200, embedded(this));
    if (route === 'POST /v1/attempts') return answer(201, this.attempt(body as { reason: string }));
    if (route === 'DELETE /v1/sessions/current') {
      if (lives) this.end(lives, 'signed_out');
      return answer(204);
    }
    if (route === 'POST /v1/sessions/current/refresh') {
      if (!lives?.consumer) return answer(409, problem('session_ended'));
      return answer(200, this.open(by.key, lives.consumer));
    }
    return this.opened(body as OpenSession, by.key);
  }

  private opened(body: OpenSession, key: string) {
    if (body.kind === 'anonymous') return answer(200, this.open(key, null));
    if (body.kind === 'no-proof')
      return body.why === 'declined'
        ? answer(204)
        : answer(401, problem('proof_rejected', { reason: body.why, attempt: body.attempt }));
    if (body.kind === 'resume') {
      const session = this.sessions.findLast((one) => one.key === key && one.endedAt === null);
      if (!session) return answer(204);
      const over = session.graceUntil !== null && this.now >= Date.parse(session.graceUntil);
      if (over || (session.consumer !== null && session.consumer !== body.signedInAs)) {
        this.end(session, over ? 'expired' : 'switched');
        return answer(204);
      }
      return answer(200, session);
    }
    const { idToken } = body.proof as { idToken: string };
    if (idToken.startsWith('refused'))
      return answer(401, problem('proof_rejected', { reason: idToken.slice(8) as never }));
    return answer(200, this.open(key, idToken));
  }

  /** A proof opens a session, and ends the others of its key. */
  private open(key: string, consumer: string | null): SessionView {
    const before = this.sessions.filter((one) => one.key === key && one.endedAt === null);
    const family = before.find((one) => one.consumer === consumer)?.family ?? this.id('family');
    for (const one of before) this.end(one, one.consumer === consumer ? 'replaced' : 'switched');
    const at = (minutes: number) => (consumer ? new Date(this.now + minutes * MINUTE).toISOString() : null);
    const session: Session = {
      session: this.id('session'),
      brand: 'larkspur',
      connection: 'web',
      token: this.id('token'),
      tokenExpiresAt: new Date(this.now + 7 * 24 * 60 * MINUTE).toISOString(),
      assurance: consumer ? 'verified' : 'anonymous',
      displayName: consumer,
      consumer,
      family,
      renewFrom: at(48),
      holdsUntil: at(60),
      graceUntil: at(70),
      conversation: null,
      earlier: this.earlier.length > 0,
      offer: null,
      request: null,
      rejected: null,
      attempt: null,
      key,
      endedAt: null,
    };
    this.sessions.push(session);
    return session;
  }

  end(session: Session, why: string): void {
    session.endedAt = this.now;
    const { socket } = session;
    if (!socket?.up) return;
    socket.options.on['session:changed']({ session: session.session, assurance: 'ended', why });
    this.drop(socket, true);
  }

  drop(socket: Socket, refused: Problem | boolean = false): void {
    if (!socket.up) return;
    socket.up = false;
    this.sockets.delete(socket);
    void socket.options.onDown(refused);
  }

  dropAll(): void {
    for (const socket of [...this.sockets]) this.drop(socket);
  }

  /** A line as the client's own is, without a network; it comes back when it is hurried. */
  readonly line = (options: LineOptions): Line => {
    const socket: Socket = { options, up: false };
    const connect = async () => {
      if (!this.isReachable || socket.up) return;
      const carried = (await options.credentials().catch(() => undefined)) as { token: string } | undefined;
      const session = this.sessions.find((one) => one.token === carried?.token && one.endedAt === null);
      if (!session) return void options.onDown(problem('session_ended'));
      session.socket = socket;
      socket.up = true;
      this.sockets.add(socket);
      options.onUp();
    };
    void connect();
    return {
      get isUp() {
        return socket.up;
      },
      ask: async (wish, input) => this.reply(socket, wish, input) as never,
      hurry: () => void connect(),
      restart: () => void connect(),
      close: () => {
        socket.up = false;
        this.sockets.delete(socket);
      },
    };
  };

  private reply(socket: Socket, wish: string, input: unknown): Reply | undefined {
    this.wishes.push(wish);
    const session = this.sessions.find((one) => one.socket === socket && one.endedAt === null);
    if (!socket.up) return undefined;
    if (!session) return { ok: false, problem: problem('session_ended') };
    const of = (message: Message) => message.conversation === `of-${session.consumer ?? session.family}`;
    if (wish === 'conversation:resume') {
      if (this.loseLines) return undefined;
      if (this.isUnreadable) return { ok: false, problem: problem('service_unavailable') };
      const all = this.stored.filter(of);
      const { after } = input as { after: number };
      if (after > all.length) return { ok: false, problem: problem('number_ahead') };
      const messages = all.filter(({ number }) => number > after);
      return { ok: true, value: { conversation: this.status(session, all.length), messages } };
    }
    if (wish === 'message:read') this.marks.push((input as { number: number }).number);
    if (wish === 'conversation:earlier') {
      const value = this.earlier.shift();
      return { ok: true, value: value ? { ...value, earlier: this.earlier.length > 0 } : null };
    }
    if (wish === 'conversation:merge') return { ok: true, value: this.status(session, 1) };
    if (wish === 'card:answer') return this.cardAnswered(input);
    if (wish !== 'message:send') return { ok: true, value: null };
    if (session.holdsUntil !== null && this.now >= Date.parse(session.holdsUntil))
      return { ok: false, problem: problem('sending_held') };
    if (this.isUnavailable) return { ok: false, problem: problem('service_unavailable') };
    if (this.refusing > 0) {
      this.refusing -= 1;
      return { ok: false, problem: problem('rate_limited', { retryAfter: 3 }) };
    }
    this.taken.push(input as Asked);
    const { clientId, text, attachment } = input as Asked;
    const known = this.stored.find((one) => one.clientId === clientId && of(one));
    const message = known ?? this.store(session, clientId, text, attachment);
    return this.loseReplies ? undefined : { ok: true, value: message };
  }

  /** Each answer to a card that was heard. */
  readonly cardAnswers: unknown[] = [];

  private cardAnswered(answer: unknown): Reply | undefined {
    if (this.isUnavailable) return { ok: false, problem: problem('service_unavailable') };
    this.cardAnswers.push(answer);
    return this.loseReplies ? undefined : { ok: true, value: { id: 'card-1' } };
  }

  /** What came with each message that was taken. */
  readonly taken: Asked[] = [];

  /** What was uploaded, by the file's name; and what becomes of it, one after the other. `lost`: no answer. */
  readonly files: string[] = [];
  uploads: ('lost' | 'refused' | 'hangs')[] = [];

  async upload({ file, onProgress, signal }: UploadRequest): Promise<UploadAnswer> {
    const fate = this.uploads.shift();
    onProgress(file.size / 2);
    if (fate === 'hangs')
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    if (fate === 'lost' || !this.isReachable) throw new Error('no network');
    if (fate === 'refused') return { status: 415, text: JSON.stringify(problem('attachment_type_refused')) };
    this.files.push(file.name);
    return { status: 201, text: JSON.stringify({ id: `file-${this.files.length}` }) };
  }

  private status(session: Session, lastNumber: number) {
    const id = `of-${session.consumer ?? session.family}`;
    return {
      id,
      state: 'taken' as const,
      agent: null,
      lastNumber,
      readNumber: 0,
      marks: { delivered: 0, read: 0 },
    };
  }

  private store({ consumer, family }: Session, clientId: string, text: string, file?: string): Stored {
    const conversation = `of-${consumer ?? family}`;
    const number = this.stored.filter((one) => one.conversation === conversation).length + 1;
    const message: Stored = {
      id: this.id('message'),
      conversation,
      number,
      from: 'consumer',
      by: consumer ?? family,
      text,
      event: null,
      at: new Date(this.now).toISOString(),
      clientId,
      attachment: file === undefined ? null : ({ id: file } as never),
      card: null,
      stamp: { assurance: 'verified', issuerLabel: null } as never,
    };
    this.stored.push(message);
    for (const one of this.sessions)
      if (one.consumer === consumer && one.family === family)
        one.conversation = { id: conversation, lastNumber: number, readNumber: 0 };
    return message;
  }

  private attempt({ reason }: { reason: string }) {
    const expiresAt = new Date(this.now + 10 * MINUTE).toISOString();
    return {
      attempt: this.id('attempt'),
      reason,
      issuer: 'i',
      clientId: 'c',
      scope: 'openid',
      nonce: 'n',
      expiresAt,
    };
  }
}
