'use client';

import { NotThere, pause } from '@countersign/guide';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { play, type Stage, setTheStage } from './director';
import type { Step } from './story';

/** Between two steps, where they follow by themselves: time to read. */
const READING_MS = 4_500;

type Doing = 'setting' | 'waiting' | 'playing' | 'failed' | 'over';
export type Tour = {
  readonly doing: Doing;
  /** How many steps have been played. */
  readonly done: number;
  /** Since when the wire is looked at, in milliseconds since 1970. */
  readonly since: number;
  readonly problem: string | undefined;
  readonly byItself: boolean;
  /** The next step, once. */
  next(): void;
  /** All that are left, one after the other. */
  playOn(): void;
  pauseHere(): void;
  reset(): void;
};

const said = (error: unknown): string =>
  error instanceof NotThere ? error.message : 'Something did not go as planned.';

/** The next step follows when the one before has been read. */
function usePlayingOn(goes: boolean, done: number, next: () => void): void {
  const goOn = useEffectEvent(() => next());
  useEffect(() => {
    if (!goes) return;
    const waiting = new AbortController();
    pause(done === 0 ? 0 : READING_MS, waiting.signal).then(goOn, () => undefined);
    return () => waiting.abort();
  }, [goes, done]);
}

/** Plays steps on a stage: one at a time, or by themselves. One hand only: what is begun ends before the next begins. */
export function useTour(stage: Stage | undefined, steps: readonly Step[]): Tour {
  const [doing, setDoing] = useState<Doing>('setting');
  const [done, setDone] = useState(0);
  const [since, setSince] = useState(() => Date.now());
  const [problem, setProblem] = useState<string>();
  const [byItself, setByItself] = useState(false);
  const [turn, setTurn] = useState(0);
  const hand = useRef(new AbortController());

  const failed = (signal: AbortSignal) => (error: unknown) => {
    if (signal.aborted) return;
    setProblem(said(error));
    setByItself(false);
    setDoing('failed');
  };

  useEffect(() => {
    if (!stage) return;
    const current = new AbortController();
    hand.current = current;
    const { signal } = current;
    setDoing('setting');
    setDone(0);
    setProblem(undefined);
    const set = () => {
      if (signal.aborted) return;
      // What setting the stage took is no part of the story.
      setSince(Date.now());
      setDoing('waiting');
    };
    setTheStage(stage, signal).then(set, failed(signal));
    return () => current.abort();
  }, [stage, turn]);

  const step = steps[done];
  const next = () => {
    if (!stage || !step || doing === 'playing' || doing === 'setting') return;
    const { signal } = hand.current;
    setDoing('playing');
    setProblem(undefined);
    if (done === 0) setSince(Date.now());
    play(stage, step, signal).then(() => {
      if (signal.aborted) return;
      setDone(done + 1);
      setDoing(done + 1 === steps.length ? 'over' : 'waiting');
    }, failed(signal));
  };

  usePlayingOn(byItself && doing === 'waiting', done, next);

  return {
    doing,
    done,
    since,
    problem,
    byItself,
    next,
    playOn: () => setByItself(true),
    pauseHere: () => setByItself(false),
    reset: () => {
      setByItself(false);
      setTurn(turn + 1);
    },
  };
}
