export { type ApiKey, ApiKeysRepository } from './api-keys.repository.js';
export type { AgentSignIn, Brand, BrandActions, NamedBrand } from './brand.js';
export { BrandsModule } from './brands.module.js';
export { BrandsRepository, type SealedActions } from './brands.repository.js';
export { BrandsService } from './brands.service.js';
