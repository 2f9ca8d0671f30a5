export { type ApiKey, ApiKeysRepository } from './api-keys.repository.js';
export type { AgentSignIn, Brand } from './brand.js';
export { BrandsModule } from './brands.module.js';
export { BrandsRepository } from './brands.repository.js';
export { BrandsService } from './brands.service.js';
