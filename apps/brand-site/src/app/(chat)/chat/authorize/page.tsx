import { connection } from 'next/server';
import { PopupStep } from '../../../../chat/popup-step';

/** Begins the sign-in window: goes to the provider, silently first. */
export default async function Authorize() {
  await connection();
  return <PopupStep step="authorize" />;
}
