export { makeNamespace, type Namespace, type Seed } from './namespace.js';
export { Namespaces } from './namespaces.js';
