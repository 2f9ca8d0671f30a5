import { BEGIN, type PageHandle, type PageHost } from '../handover.js';

declare const __WINDOW_FILE__: string;
declare const __WINDOW_INTEGRITY__: string;

type Policy = { createScriptURL(url: string): string };
type Policies = { createPolicy(name: string, rules: Policy): Policy };

let loading: Promise<void> | undefined;

/** Where a page demands trusted types: this file asks for one address, and that is this one. */
function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: Policies };
  return (
    trustedTypes?.createPolicy('countersign', { createScriptURL: (given) => given }).createScriptURL(url) ??
    url
  );
}

/** What the page's policy demands of scripts, as it let this one in. */
const nonce = document.currentScript?.nonce;

/** Loads the second file once per page: immutable, and checked by the browser against the digest made at build time. */
export function loadWindow(apiUrl: string): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(`${apiUrl}${__WINDOW_FILE__}`);
    script.integrity = __WINDOW_INTEGRITY__;
    script.crossOrigin = 'anonymous';
    if (nonce) script.nonce = nonce;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject();
    };
    document.head.append(script);
  }).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

export const beginChat = (host: PageHost): PageHandle | undefined => window[BEGIN]?.(host);
