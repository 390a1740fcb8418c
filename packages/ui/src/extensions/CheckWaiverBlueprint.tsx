import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { ComponentType, lazy } from 'react';

/** @public */
export interface CheckWaiverProps {
  entityRef: string;
  checkId: string;
  /** Called once a waiver was asked for, with its id. */
  onRequested: (waiverId: string) => void;
  onClose: () => void;
}

/** @public */
export interface CheckWaiver {
  component: ComponentType<CheckWaiverProps>;
}

/**
 * What a plugin with waivers hands to scorecard reviews.
 *
 * @public
 */
export const checkWaiverDataRef = createExtensionDataRef<CheckWaiver>().with({
  id: 'synchrony.check-waiver',
});

/** @public */
export interface CheckWaiverParams {
  /** Loads the dialog that asks for a waiver of a check. */
  loader: () => Promise<ComponentType<CheckWaiverProps>>;
}

/**
 * Makes the dialog by which a scorecard review asks for a waiver of a check.
 * Without one, reviews record actions and notes only.
 *
 * @public
 */
export const CheckWaiverBlueprint = createExtensionBlueprint({
  kind: 'check-waiver',
  attachTo: { id: 'page:scorecards/reviews', input: 'waiver' },
  output: [checkWaiverDataRef],
  dataRefs: { waiver: checkWaiverDataRef },
  *factory(params: CheckWaiverParams, { node }) {
    const Dialog = lazy(async () => ({ default: await params.loader() }));
    yield checkWaiverDataRef({
      component: props => (
        <ExtensionBoundary node={node}>
          <Dialog {...props} />
        </ExtensionBoundary>
      ),
    });
  },
});
