import type { CustomerList } from '@countersign/contracts';
import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import { customersClient } from '../api/customers.client';
import { useSettings } from '../settings/settings';

const PAUSE_MS = 250;

/** Who is found: a moment after the last key. An answer that comes late does not take the place of a later one. */
export function useCustomers(search: string) {
  const { apiUrl } = useSettings();
  const [list, setList] = useState<CustomerList | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        void customersClient(apiUrl)
          .list(search)
          .then((answer) => {
            if (!current) return;
            if (answer.ok) setList(answer.value);
            setTrouble(answer.ok ? null : answer.trouble);
          }),
      search === '' ? 0 : PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [apiUrl, search, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { list, trouble, reload };
}
