import { actionHandler, memoryAnswers } from '@countersign/brand-kit';
import { acceptedBy } from '../../../actions/accepted-by';
import { carryOut } from '../../../actions/carry-out';
import { settingsOf } from '../../../demo-file/read';

/** One process serves the shop: what it has answered it remembers. */
const answers = memoryAnswers();

/** The chat asks here to have done what a customer accepted in it. Whoever cannot sign for it is turned away. */
export async function POST(request: Request): Promise<Response> {
  const settings = await settingsOf('larkspur');
  if (!settings?.actionsSecret) return Response.json({ error: 'not_ready' }, { status: 503 });
  const handler = actionHandler({
    secret: settings.actionsSecret,
    answers,
    async carryOut(action) {
      const customer = await acceptedBy(settings, action.consumer);
      if (!customer) return { outcome: 'refused', note: 'The shop does not know this customer.' };
      return carryOut(action, customer, new Date());
    },
    onFailure: (error) => console.error('not carried out:', error instanceof Error ? error.message : ''),
  });
  return handler(request);
}
