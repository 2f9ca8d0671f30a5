import { useDeskState, useMe } from '../desk/desk-context';

/** Whether this agent is on duty; null: not told yet. */
export function useOwnDuty(): boolean | null {
  const { agent } = useMe();
  return useDeskState(({ colleagues }) => colleagues?.find(({ id }) => id === agent.id)?.on ?? null);
}

/** Whether anybody of the brand is; null: not told yet. */
export const useAnybodyOnDuty = (): boolean | null =>
  useDeskState(({ colleagues }) => colleagues?.some(({ on }) => on) ?? null);

/** Whether one of them is; null: not told, or nobody who answers any more. */
export const useDutyOf = (id: string): boolean | null =>
  useDeskState(({ colleagues }) => colleagues?.find((one) => one.id === id)?.on ?? null);
