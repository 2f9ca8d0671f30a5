import { DomainError } from '../common/domain-error.js';
import { Store } from './store.js';

/** The operator has named no place for files: everything else goes on. */
export class NoStore extends Store {
  override async put(): Promise<never> {
    throw new DomainError('service_unavailable', { detail: 'Files cannot be sent here: no store is set.' });
  }

  override read(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  override remove(): Promise<void> {
    return Promise.resolve();
  }
}
