export * from './dayWords';
export * from './expertiseWords';
export * from './membershipWords';
export * from './teamWords';
