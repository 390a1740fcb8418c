// The blueprints that are still alpha in Backstage, in one place.
export {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
