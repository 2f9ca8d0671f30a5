import {
  type ActionRequest,
  actionRequest,
  type BillCard,
  billCard,
  type OfferCard,
  offerCard,
} from '@countersign/claims';

type Common = Omit<ActionRequest, 'kind' | 'card' | 'choice' | 'provenAt'> & { readonly provenAt: Date };

/** What a consumer has accepted in the chat, and the brand is to carry out. */
export type Action =
  | (Common & { readonly kind: 'offer'; readonly card: OfferCard })
  /** `choice`: the id of the way to pay. */
  | (Common & { readonly kind: 'bill'; readonly card: BillCard; readonly choice: string });

/** Undefined: it is not of this form, or of a version that is not known here. */
export function readAction(text: string): Action | undefined {
  const parsed = actionRequest.safeParse(asJson(text));
  if (!parsed.success) return undefined;
  const { kind, card, choice, provenAt, ...rest } = parsed.data;
  const common = { ...rest, provenAt: new Date(provenAt) };
  if (kind === 'offer') {
    const body = offerCard.safeParse(card);
    return body.success ? { ...common, kind, card: body.data } : undefined;
  }
  const body = billCard.safeParse(card);
  const chosen = body.data?.ways.find(({ id }) => id === choice);
  return body.success && chosen ? { ...common, kind, card: body.data, choice: chosen.id } : undefined;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
