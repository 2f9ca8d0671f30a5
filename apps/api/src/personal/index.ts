export { PersonalModule } from './personal.module.js';
export { type OwnKey, PersonalKeys } from './personal-keys.js';
export {
  blindOf,
  digestOf,
  factPlace,
  type NameRow,
  nameOf,
  namePlace,
  openValue,
  pageFactPlace,
  sealValue,
} from './profile.js';
