export { makeNamespace, type Namespace, type Seed } from './namespace.js';
export { type MakeNamespace, Namespaces, namespaceNames } from './namespaces.js';
