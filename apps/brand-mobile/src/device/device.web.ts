export { webDevice as device } from '@countersign/chat-client';
