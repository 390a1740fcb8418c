// The blueprints that are still alpha in Backstage, in one place.
export {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
export { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
export {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
