import { Injectable } from '@nestjs/common';

type Answer = (socket: never, input: unknown) => Promise<unknown>;
type Place = { readonly nsp: { readonly name: string } };

/**
 * Events of every day, which go straight to whoever answers them: Nest's way to a handler, with its pipes, guards and
 * interceptors of which there are none, costs as much as all that is done in it.
 */
@Injectable()
export class QuickEvents {
  private readonly answers = new Map<string, Answer>();

  on<Socket extends Place>(
    { name }: Socket['nsp'],
    event: string,
    answer: (socket: Socket, input: unknown) => Promise<unknown>,
  ): void {
    this.answers.set(`${name} ${event}`, answer as Answer);
  }

  of(socket: Place, event: string): ((input: unknown) => Promise<unknown>) | undefined {
    const answer = this.answers.get(`${socket.nsp.name} ${event}`);
    return answer && ((input) => answer(socket as never, input));
  }
}
