import { type Problem, problem } from '@countersign/contracts';
import type { z } from 'zod';

/** What came back, read by the shapes of the contract: an answer of another form fails the test. */
export class Answer {
  private constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {}

  static async of(response: Response): Promise<Answer> {
    return new Answer(response.status, response.headers, await response.text());
  }

  json(): unknown {
    return JSON.parse(this.text);
  }

  as<Shape extends z.ZodType>(shape: Shape): z.output<Shape> {
    if (this.status >= 300) throw new Error(`Answered ${this.status}: ${this.text.slice(0, 500)}`);
    return shape.parse(this.json());
  }

  problem(): Problem {
    if (this.headers.get('content-type')?.startsWith('application/problem+json') !== true)
      throw new Error(`No problem, but ${this.status}: ${this.text.slice(0, 500)}`);
    return problem.parse(this.json());
  }
}
