export { PeopleStore } from './PeopleStore';
