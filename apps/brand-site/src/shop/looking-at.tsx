import { PageFacts } from '../chat/page-facts';
import { currentCart } from './cart';
import { planInWords } from './plans';

/** What the visitor looks at on this page, with what lies in their cart. */
export async function LookingAt({ what }: { what: string }) {
  const cart = await currentCart();
  return <PageFacts viewing={what} cart={cart ? planInWords(cart) : 'Empty'} />;
}
