import { WindowPage } from './window-page.js';

// The only side effect: the page has one place for the chat, and says which chat it is.
const place = document.getElementById('chat');
const { brand, connection } = place?.dataset ?? {};
if (place && brand && connection) new WindowPage(place, { brand, connection }).begin();
