export { ReviewsPage } from './ReviewsPage';
export { StartReviewLink } from './StartReviewLink';
