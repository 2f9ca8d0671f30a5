import type { AnswerCard, Card, Problem } from '@countersign/contracts';
import type { Access } from '../chat/access.js';
import type { Platform } from '../platform/platform.js';

/** Why an answer was not taken: a problem of the service, or nobody heard it. Undefined: it was taken. */
export type CardTrouble = Problem | 'unheard' | undefined;

type CardAnswersOptions = Pick<Access, 'happen' | 'line'> & {
  readonly platform: Pick<Platform, 'after' | 'now'>;
};
type Given = {
  readonly answer: AnswerCard;
  readonly until: number;
  readonly settle: (trouble: CardTrouble) => void;
};

/** A yes is meant for now: whoever gave it before the line was away for longer than this is asked again. */
const PATIENCE_MS = 2 * 60_000;
const AGAIN_MS = 2_000;

/** The consumer's yes or no to cards. What was not heard is said again by itself: to the service the same again is one. */
export class CardAnswers {
  private readonly given = new Set<Given>();

  constructor(private readonly options: CardAnswersOptions) {}

  answer(answer: AnswerCard): Promise<CardTrouble> {
    const { platform } = this.options;
    return new Promise((resolve) => {
      const settle = (trouble: CardTrouble) => {
        callOff();
        this.given.delete(given);
        resolve(trouble);
      };
      const callOff = platform.after(PATIENCE_MS, () => settle('unheard'));
      const given = { answer, until: platform.now() + PATIENCE_MS, settle };
      this.given.add(given);
      void this.say(given);
    });
  }

  /** The line is there again. */
  again(): void {
    for (const given of this.given) void this.say(given);
  }

  /** Whoever gave them speaks no more: nobody else gives them in their stead. */
  forget(): void {
    for (const { settle } of [...this.given]) settle('unheard');
  }

  private async say(given: Given): Promise<void> {
    const { happen, line, platform } = this.options;
    // A device that slept wakes to its line and to its timers in any order.
    if (platform.now() > given.until) return given.settle('unheard');
    const current = line();
    const reply = await current?.ask('card:answer', given.answer);
    if (!this.given.has(given)) return;
    if (reply?.ok) {
      happen({ type: 'card', card: reply.value as Card });
      return given.settle(undefined);
    }
    if (reply && reply.problem.code !== 'service_unavailable') return given.settle(reply.problem);
    // With the line up, nothing else would say it again.
    if (current?.isUp) platform.after(AGAIN_MS, () => this.given.has(given) && void this.say(given));
  }
}
