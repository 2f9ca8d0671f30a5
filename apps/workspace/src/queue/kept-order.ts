import { everything, type Order, orders } from '../desk/queue-view';

const KEY = 'countersign:queue-order';

/** In which order this browser's agent reads the queue. What is narrowed is not kept: nobody shall miss a customer by it. */
export function keptOrder(): Order {
  try {
    // Only the guided demo frames the workspace. Nobody scrolls there: however many wait, who has just written stands in sight.
    if (window.parent !== window) return 'newest';
    const kept = localStorage.getItem(KEY);
    return orders.find((order) => order === kept) ?? everything.order;
  } catch {
    return everything.order;
  }
}

export function keepOrder(order: Order): void {
  try {
    localStorage.setItem(KEY, order);
  } catch {
    // Storage is switched off: the order lives as long as the page does.
  }
}
