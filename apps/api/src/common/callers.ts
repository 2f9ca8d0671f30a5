import type { ApiKeyRight, Caller } from '@countersign/contracts';
import { SetMetadata } from '@nestjs/common';

/**
 * Every route is closed. One of these marks opens it to one kind of caller; a route without a mark stops the start.
 * A search for a mark lists all it opens.
 */
export const CALLER = Symbol('caller');
export type CallerMark = { readonly caller: Caller; readonly right?: ApiKeyRight };

const mark = (caller: CallerMark) => SetMetadata(CALLER, caller);

export const OpenToAnyone = () => mark({ caller: 'anyone' });
/** A page of a brand: origin tested by CORS and by the handler, which knows the connection. */
export const ForPage = () => mark({ caller: 'page' });
export const ForBrand = (right: ApiKeyRight) => mark({ caller: 'brand', right });
export const ForAgent = () => mark({ caller: 'agent' });
/** An agent who looks at customers and conversations that are not theirs: each look is written down. */
export const ForLead = () => mark({ caller: 'lead' });
/** An agent who may read connections and traces. */
export const ForDeveloper = () => mark({ caller: 'developer' });
/** An agent who may set the brand up. */
export const ForBuilder = () => mark({ caller: 'builder' });
/** An agent who may say who answers for the brand. */
export const ForAdmin = () => mark({ caller: 'admin' });
/** Somebody who signed in to make a brand. */
export const ForPerson = () => mark({ caller: 'person' });
export const ForOperator = () => mark({ caller: 'operator' });
