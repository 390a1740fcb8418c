import { useEntityPath, SCORECARD_PATH } from '../../paths';
import { useEntityScorecards } from '../../api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  ChangeAnnouncement,
  SecurityCardSectionProps,
  TextLink,
} from '@synchrony/ui';
import { ComponentType } from 'react';
import { SecurityCardBody } from './SecurityCardBody';

/** How an entity stands in security, on its overview. */
export function SecurityCard(props: {
  sections: ComponentType<SecurityCardSectionProps>[];
}) {
  const { entityRef, live } = useEntityScorecards();
  const scorecardPath = useEntityPath()(entityRef, SCORECARD_PATH);
  return (
    <EntityInfoCard
      title="Security"
      headerActions={
        scorecardPath && (
          <TextLink href={scorecardPath} strong>
            Open scorecard
          </TextLink>
        )
      }
    >
      <SecurityCardBody
        entityRef={entityRef}
        live={live}
        sections={props.sections}
      />
      <ChangeAnnouncement changes={live.changes} message="Scorecard updated" />
    </EntityInfoCard>
  );
}
