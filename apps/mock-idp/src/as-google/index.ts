import { asGooglePort } from '../config/env.js';
import { sendGoogleTo } from './send.js';

// node --import @countersign/mock-idp/as-google server.js
sendGoogleTo(asGooglePort());
