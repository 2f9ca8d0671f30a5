import { install } from './install.js';

declare const __LAUNCHER_FILE__: string;
declare const __LAUNCHER_INTEGRITY__: string;

// For pages that were written for LivePerson: in place of its script, and all else stays as it is.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && !document.querySelector('countersign-chat')) {
  const { brand = '', connection = '' } = script.dataset;
  const home = new URL(script.src).origin;
  const element = document.createElement('countersign-chat');
  element.setAttribute('brand', brand);
  element.setAttribute('connection', connection);
  window.lpTag ??= {};
  const { begin } = install(window.lpTag, {
    name: (subject) => element.setAttribute('signed-in-as', subject ?? ''),
    // The queue takes it also before the launcher has come.
    say: (pageFacts) => {
      window.countersign ??= [];
      window.countersign.push({ pageFacts });
    },
    onRefused: (listener) =>
      element.addEventListener('countersign:refused', (event) => listener((event as CustomEvent).detail)),
  });

  const launcher = document.createElement('script');
  launcher.src = `${home}${__LAUNCHER_FILE__}`;
  launcher.integrity = __LAUNCHER_INTEGRITY__;
  launcher.crossOrigin = 'anonymous';
  document.head.append(launcher);

  // A page that is still being read may bring its functions a little later.
  const enter = () => {
    begin();
    document.body.append(element);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', enter);
  else enter();
}
