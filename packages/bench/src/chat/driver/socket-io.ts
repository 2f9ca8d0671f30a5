import { Line } from './line.js';

const PING = '2';
const PONG = '3';

/** One namespace of socket.io over a bare WebSocket: packets as its protocol, revision 5, writes them. */
export class Namespace {
  private asked = 0;

  private constructor(
    private readonly line: Line,
    private readonly name: string,
  ) {}

  static async open(
    url: string,
    name: string,
    headers: Readonly<Record<string, string>>,
    auth: object,
  ): Promise<Namespace> {
    const address = url.replace(/^http/, 'ws');
    const line = await Line.open(`${address}/socket.io/?EIO=4&transport=websocket`, { headers });
    await line.until((text) => text.startsWith('0'));
    const prefix = name === '/' ? '' : `${name},`;
    line.send(`40${prefix}${JSON.stringify(auth)}`);
    const answer = await line.until((text) => text.startsWith('40') || text.startsWith('44'));
    if (answer.startsWith('44')) throw new Error(`A connection was refused: ${answer}`);
    return new Namespace(line, prefix);
  }

  /** An event with its acknowledgement: asked once in a while, so it may be parsed. */
  async ask<Answer>(event: string, input: unknown): Promise<Answer> {
    const start = `43${this.name}${this.send(event, JSON.stringify(input))}`;
    const answer = await this.line.until((text) => {
      if (text === PING) this.line.send(PONG);
      return text.startsWith(`${start}[`);
    });
    return (JSON.parse(answer.slice(start.length)) as [Answer])[0];
  }

  /** Answers the number of its acknowledgement. */
  send(event: string, json: string): number {
    this.asked++;
    this.line.send(`42${this.name}${this.asked}["${event}",${json}]`);
    return this.asked;
  }

  /** Acknowledgements by their number, and events as they came: nothing is parsed that is only counted. */
  hear(on: {
    acknowledgement?: (number: number, text: string) => void;
    event?: (text: string) => void;
    lost: (error: Error) => void;
  }): void {
    const [acknowledgement, event] = [`43${this.name}`, `42${this.name}`];
    this.line.hear((text) => {
      if (text === PING) this.line.send(PONG);
      else if (text.startsWith(event)) on.event?.(text);
      else if (text.startsWith(acknowledgement)) {
        const from = acknowledgement.length;
        on.acknowledgement?.(Number(text.slice(from, text.indexOf('[', from))), text);
      } else on.lost(new Error(`a connection heard ${text.slice(0, 200)}`));
    }, on.lost);
  }

  close(): void {
    this.line.close();
  }
}
