import type { BrandSlug } from '../brands/brand';
import type { Customer } from '../customers/customer';

export async function ChatTag(_props: { brand: BrandSlug; customer: Customer | undefined }) {
  return null;
}
