'use client';

import { useEffect } from 'react';

/** Somebody pressed "Sign in" in the chat and is nobody yet: the shop's own login comes first. */
export function SignInWish() {
  useEffect(() => {
    const toLogin = () => {
      const query = new URLSearchParams({ to: location.pathname });
      location.assign(`/login?${query}`);
    };
    document.addEventListener('countersign:sign-in', toLogin);
    return () => document.removeEventListener('countersign:sign-in', toLogin);
  }, []);
  return null;
}
