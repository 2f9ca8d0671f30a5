import type { Customer } from '../customers/customer';

export async function pushFactsAfterLogin(_row: Customer): Promise<void> {}
export async function pushFactsAfterChange(_row: Customer): Promise<void> {}
