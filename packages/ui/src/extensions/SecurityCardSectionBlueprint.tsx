import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { ComponentType, lazy } from 'react';

/** @public */
export interface SecurityCardSectionProps {
  /** The entity on whose page the card stands. */
  entityRef: string;
}

/** @public */
export interface SecurityCardSection {
  component: ComponentType<SecurityCardSectionProps>;
}

/**
 * What a section hands to the Security card.
 *
 * @public
 */
export const securityCardSectionDataRef =
  createExtensionDataRef<SecurityCardSection>().with({
    id: 'synchrony.security-card.section',
  });

/** @public */
export interface SecurityCardSectionParams {
  /** Loads the component that draws the section. */
  loader: () => Promise<ComponentType<SecurityCardSectionProps>>;
}

/**
 * Makes a section of the Security card on the overview of an entity. Any
 * plugin may attach one; without the card it is simply not shown.
 *
 * @public
 */
export const SecurityCardSectionBlueprint = createExtensionBlueprint({
  kind: 'security-card-section',
  attachTo: { id: 'entity-card:scorecards/security', input: 'sections' },
  output: [securityCardSectionDataRef],
  dataRefs: { section: securityCardSectionDataRef },
  *factory(params: SecurityCardSectionParams, { node }) {
    const Section = lazy(async () => ({ default: await params.loader() }));
    yield securityCardSectionDataRef({
      component: props => (
        <ExtensionBoundary node={node}>
          <Section {...props} />
        </ExtensionBoundary>
      ),
    });
  },
});
