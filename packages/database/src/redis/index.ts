export { findRedis } from './find.js';
export { NO_REDIS, openRedis, type Redis, type RedisOptions, startRedis } from './start.js';
