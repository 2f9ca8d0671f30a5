import { z } from 'zod';
import * as signUp from '../http/sign-up.js';
import type { Route } from './route.js';

/** What whoever makes a brand may ask. */
export const signUpRoutes = {
  signUp: {
    method: 'GET',
    path: '/v1/sign-up',
    summary: 'Whether brands are made here',
    caller: 'anyone',
    answer: signUp.signUpView,
    status: 200,
  },
  signUpLeave: {
    method: 'GET',
    path: '/v1/sign-up/sign-in',
    summary: 'Send somebody to the service’s own sign-in',
    caller: 'anyone',
    query: z.object({ hint: z.string().max(254).optional() }),
    status: 302,
  },
  signUpArrive: {
    method: 'GET',
    path: '/v1/sign-up/callback',
    summary: 'Where the service’s own sign-in sends people back',
    caller: 'anyone',
    status: 302,
  },
  signUpMe: {
    method: 'GET',
    path: '/v1/sign-up/me',
    summary: 'Who signed in, and for which brands they answer',
    caller: 'person',
    answer: signUp.signUpMe,
    status: 200,
  },
  signUpSlug: {
    method: 'GET',
    path: '/v1/sign-up/slug',
    summary: 'Whether a brand could have a short name',
    caller: 'person',
    query: z.object({ slug: z.string().max(100) }),
    answer: signUp.slugView,
    status: 200,
  },
  createBrand: {
    method: 'POST',
    path: '/v1/sign-up/brands',
    summary: 'Make a brand and become its admin',
    caller: 'person',
    body: signUp.createBrand,
    answer: signUp.enteredBrand,
    status: 201,
  },
  enterBrand: {
    method: 'POST',
    path: '/v1/sign-up/enter',
    summary: 'Sign in to a brand one answers for',
    caller: 'person',
    body: signUp.enterBrand,
    answer: signUp.enteredBrand,
    status: 200,
  },
  signUpLeaveAll: {
    method: 'POST',
    path: '/v1/sign-up/sign-out',
    summary: 'Forget who signed in to make a brand',
    caller: 'person',
    status: 204,
  },
} as const satisfies Record<string, Route>;
