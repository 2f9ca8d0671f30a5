export { readCast } from './cast.js';
export {
  type Person,
  type PersonChange,
  type PersonInput,
  person,
  personChange,
  personId,
  personInput,
} from './person.js';
export { People, SubjectTaken } from './store.js';
