import type { Card } from '@countersign/contracts';
import { type CardHost, type CardView, cardView } from './card-view.js';

export type DrawCard = (card: Card) => HTMLElement;

/** One view for each card there is, however often it is drawn. */
export function cardViews(host: CardHost): DrawCard {
  const views = new Map<string, CardView>();
  return (card) => {
    const view = views.get(card.id) ?? cardView(card, host);
    views.set(card.id, view);
    view.draw(card);
    return view.element;
  };
}
