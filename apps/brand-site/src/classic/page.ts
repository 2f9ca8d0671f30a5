import type { Customer } from '../customers/customer';

/** What a page cannot close the script with. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * A page as it was written for LivePerson: its identity function, its engagement attributes, its method that answers a
 * token. Only the script with the address of the service is another.
 */
export const classicPage = (
  at: { api: string; issuer: string; nonce: string },
  customer: Customer | undefined,
) => `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Larkspur, as it was</title>
<h1>Larkspur Mobile</h1>
<p>${customer ? 'You are signed in.' : '<a href="/login">Sign in</a>'}</p>
<script nonce="${at.nonce}">
  var account = ${json(customer ? { id: customer.id } : null)};

  window.lpTag = window.lpTag || {};
  lpTag.section = ['support', 'billing'];
  lpTag.sdes = lpTag.sdes || [];
  lpTag.sdes.push({ type: 'ctmrinfo', info: { cstatus: 'says the page', balance: 28, currency: 'GBP' } });
  lpTag.sdes.push({ type: 'cart', total: 49, currency: 'GBP', numItems: 2 });

  lpTag.identities = [];
  if (account) lpTag.identities.push(function identityFn(callback) {
    callback({ iss: ${json(at.issuer)}, acr: 'loa1', sub: account.id });
  });

  window.lpGetAuthenticationToken = function (callback) {
    var request = new XMLHttpRequest();
    request.open('GET', '/classic/token');
    request.onload = function () {
      if (request.status === 200) callback(request.responseText);
      else callback(null, 'not logged in');
    };
    request.onerror = function () { callback(null, 'no answer'); };
    request.send();
  };
</script>
<script src="${at.api}/lptag.js" data-brand="larkspur" data-connection="liveperson" nonce="${at.nonce}" async></script>
`;
