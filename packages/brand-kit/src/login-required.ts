/** An attempt wants a more recent sign-in than the customer's, or one of another kind: the proof handlers answer 403 `login_required`. */
export class LoginRequired extends Error {
  override readonly name = 'LoginRequired';

  constructor() {
    super('The attempt wants the customer to sign in anew.');
  }
}
