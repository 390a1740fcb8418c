/** Shapes that OpenAPI documents of the plugins are made of. */
export * as openApi from './shapes';
