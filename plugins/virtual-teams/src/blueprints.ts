// The blueprints that are still alpha in Backstage, in one place.
export { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
export { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
