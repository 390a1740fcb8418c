export { entityRefSchema } from './entityRefSchema';
export { readCursor, writeCursor } from './keysetCursor';
export { parsed } from './parsed';
export { UnprocessableError } from './UnprocessableError';
