import { config } from 'zod/v4/core';

// Next runs this before anything else in the browser. zod tries once whether it may make functions of strings; the page's
// policy says no, and each page would log a violation of it.
config({ jitless: true });
