import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

type Part = {
  /** Without what is needed nothing is done well; without the rest, less. */
  readonly needed: boolean;
  readonly isUp: () => boolean | Promise<boolean>;
};

/** `ready`: all is there. `degraded`: what is needed is. The other two: send nobody here. */
export type Standing = {
  readonly status: 'ready' | 'degraded' | 'unready' | 'draining';
  readonly parts: Readonly<Record<string, 'up' | 'down'>>;
};

/** What does not answer within this time is not there. */
const PATIENCE_MS = 2_000;

/** Whether this process can do its work now: each part says so itself. */
@Injectable()
export class Readiness {
  private readonly parts = new Map<string, Part>();
  private isLeaving = false;
  private looking: Promise<Standing> | undefined;

  part(name: string, part: Part): void {
    this.parts.set(name, part);
  }

  /** From now on nobody new is to be sent here. */
  drain(): void {
    this.isLeaving = true;
  }

  get isDraining(): boolean {
    return this.isLeaving;
  }

  /** Anybody may ask, so many who ask at once are answered by one look. */
  look(): Promise<Standing> {
    this.looking ??= this.ask().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async ask(): Promise<Standing> {
    const asked = await Promise.all(
      [...this.parts].map(async ([name, { needed, isUp }]) => ({ name, needed, up: await inTime(isUp) })),
    );
    const parts = Object.fromEntries(asked.map(({ name, up }) => [name, up ? 'up' : 'down'] as const));
    const lost = asked.filter(({ up }) => !up);
    if (this.isLeaving) return { status: 'draining', parts };
    if (lost.some(({ needed }) => needed)) return { status: 'unready', parts };
    return { status: lost.length > 0 ? 'degraded' : 'ready', parts };
  }
}

async function inTime(isUp: Part['isUp']): Promise<boolean> {
  const late = new AbortController();
  const tooLate = pause(PATIENCE_MS, false, { signal: late.signal, ref: false }).catch(() => false);
  const answer = async () => isUp();
  try {
    return await Promise.race([answer(), tooLate]);
  } catch {
    return false;
  } finally {
    late.abort();
  }
}
