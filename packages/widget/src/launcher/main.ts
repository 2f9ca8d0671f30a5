import { CountersignChatElement } from './countersign-chat.element.js';
import { takeOverQueue } from './page-queue.js';

// The only file with a side effect: it defines the tag and remembers where it came from.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src)
  CountersignChatElement.home = new URL(script.src).origin;
CountersignChatElement.define();
takeOverQueue();
