export { BriefCard } from './BriefCard';
export { BriefEditor } from './BriefEditor';
