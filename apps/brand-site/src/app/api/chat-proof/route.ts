import { proofHandler } from '@countersign/brand-kit';
import { currentPlace } from '../../../brands/request';
import { currentConnection } from '../../../chat/connection';
import { proofFor } from '../../../chat/proof';
import type { Customer } from '../../../customers/customer';
import { settingsOf } from '../../../demo-file/read';
import { currentCustomer } from '../../../session/session';

/** Why goes to our own log. The page learns only that there is no proof. */
const note = (error: unknown) => console.error('no proof:', error instanceof Error ? error.message : '');

const handler = proofHandler<Customer>({
  customerOf: currentCustomer,
  async proofFor(customer, attempt) {
    const { brand } = await currentPlace();
    const settings = await settingsOf(brand);
    if (!settings) throw new Error('The shop is not set up yet.');
    return proofFor(settings, await currentConnection(brand, customer), customer, attempt);
  },
  onFailure: note,
});

/** The page's method asks here who its customer is. */
export async function POST(request: Request): Promise<Response> {
  return handler(request).catch((error: unknown) => {
    note(error);
    return Response.json({ error: 'no_proof' }, { status: 502, headers: { 'cache-control': 'no-store' } });
  });
}
