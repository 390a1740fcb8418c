export { cardsAndLending } from './cardsAndLending';
export { cloudAndDeveloperPlatform } from './cloudAndDeveloperPlatform';
export { dataAndAnalytics } from './dataAndAnalytics';
export { digitalChannels } from './digitalChannels';
export { identityAndAccess } from './identityAndAccess';
export { retailPayments } from './retailPayments';
export * from './types';
