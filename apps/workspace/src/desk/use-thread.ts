import { useDeskState } from './desk-context';
import { emptyThread, type Thread } from './state';

export const useThread = (conversation: string): Thread =>
  useDeskState(({ threads }) => threads[conversation] ?? emptyThread);

export const useRow = (conversation: string) => useDeskState(({ rows }) => rows.get(conversation));

export const useLine = () => useDeskState(({ line }) => line);
