import { useDesk, useDeskState } from '../desk/desk-context';
import type { QueueFilter } from '../desk/queue-view';
import { keepOrder } from './kept-order';

/** What of the queue is shown, and how to change it. */
export function useFilter() {
  const { store } = useDesk();
  const filter = useDeskState((desk) => desk.filter);
  const onFilter = (chosen: QueueFilter) => {
    keepOrder(chosen.order);
    store.happen({ type: 'narrowed', filter: chosen });
  };
  return { filter, onFilter };
}
