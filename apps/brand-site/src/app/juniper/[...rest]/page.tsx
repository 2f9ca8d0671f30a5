import { notFound } from 'next/navigation';

/** Every address that is nobody's, so that the bank's own page answers it. */
export default function Nowhere(): never {
  notFound();
}
