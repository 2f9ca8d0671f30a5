import { MOUNT, type WindowHandle, type WindowHost } from '../handover.js';

declare const __WINDOW_FILE__: string;
declare const __WINDOW_INTEGRITY__: string;

let loading: Promise<void> | undefined;

/** Loads the second file once per page: immutable, and checked by the browser against the digest made at build time. */
export function loadWindow(apiUrl: string): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${apiUrl}${__WINDOW_FILE__}`;
    script.integrity = __WINDOW_INTEGRITY__;
    script.crossOrigin = 'anonymous';
    script.onload = () => resolve();
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject();
    };
    document.head.append(script);
  });
  return loading;
}

export const mountWindow = (host: WindowHost): WindowHandle | undefined => window[MOUNT]?.(host);
