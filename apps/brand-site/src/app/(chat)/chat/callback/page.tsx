import { connection } from 'next/server';
import { PopupStep } from '../../../../chat/popup-step';

/** Where the provider sends the sign-in window back: checks it, hands the code over and closes. */
export default async function Callback() {
  await connection();
  return <PopupStep step="callback" />;
}
