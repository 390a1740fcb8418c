export { SafeMarkdown } from './SafeMarkdown';
export { safeLink } from './safeLink';
