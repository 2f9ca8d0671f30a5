import { type CreateBrand, enteredBrand, signUpMe, signUpView, slugView } from '@countersign/contracts';
import { z } from 'zod';
import { call } from './call';

/** The routes by which people make brands. */
export function signUpClient(apiUrl: string) {
  const at = (path: string) => `${apiUrl}/v1/sign-up${path}`;
  return {
    view: () => call(at(''), signUpView),
    me: () => call(at('/me'), signUpMe),
    slug: (slug: string) => call(at(`/slug?slug=${encodeURIComponent(slug)}`), slugView),
    create: (brand: CreateBrand) => call(at('/brands'), enteredBrand, 'POST', brand),
    enter: (brand: string) => call(at('/enter'), enteredBrand, 'POST', { brand }),
    signOut: () => call(at('/sign-out'), z.null(), 'POST'),
    /** A navigation: the provider wants a page of its own. */
    leave: at('/sign-in'),
  };
}
