import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  QuarantinedEntity,
  RebindHint,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, RelativeTime } from '@synchrony/ui';
import panel from '../panel/panel.module.css';

const HINT_WORDS: Record<RebindHint, string> = {
  same_repository: 'Same repository as',
  similar_name: 'A name like that of',
};

type QuarantineTableProps = {
  entities: QuarantinedEntity[];
  /** Absent for those who may only look. */
  actions?: {
    onRebind(entity: QuarantinedEntity): void;
    onDiscard(entity: QuarantinedEntity): void;
  };
};

/** The name of a component that the catalog does not have. */
export function nameOf(entityRef: string): string {
  return humanizeEntityRef(parseEntityRef(entityRef), {
    defaultKind: 'component',
  });
}

export function QuarantineTable(props: QuarantineTableProps) {
  const { actions, entities } = props;
  return (
    <div className={panel.scroll}>
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">Named component</th>
            <th scope="col">Waiting</th>
            <th scope="col">Sent by</th>
            <th scope="col">Known of it</th>
            <th scope="col">Likely meant</th>
            {actions && <th scope="col">What to do</th>}
          </tr>
        </thead>
        <tbody>
          {entities.map(entity => {
            const name = nameOf(entity.entityRef);
            return (
              <tr key={entity.entityRef}>
                <td>
                  <strong>{name}</strong>
                  <span className={panel.quiet}>{entity.entityRef}</span>
                </td>
                <td>
                  {formatCount(entity.reports, 'report')}
                  <span className={panel.quiet}>
                    since <RelativeTime at={entity.since} />
                  </span>
                  {entity.rejectedAt && (
                    <span className={panel.quiet}>
                      given up <RelativeTime at={entity.rejectedAt} />
                    </span>
                  )}
                </td>
                <td>
                  {entity.tools.join(', ') || 'unknown tool'}
                  <span className={panel.quiet}>
                    {entity.submitters.join(', ')}
                  </span>
                </td>
                <td>
                  <Evidence entity={entity} />
                </td>
                <td>
                  {entity.suggestion ? (
                    <>
                      <span className={panel.quiet}>
                        {HINT_WORDS[entity.suggestion.hint]}
                      </span>
                      <EntityRefLink
                        entityRef={entity.suggestion.entityRef}
                        defaultKind="component"
                        hideIcon
                      />
                    </>
                  ) : (
                    '–'
                  )}
                </td>
                {actions && (
                  <td>
                    <div className={panel.buttons}>
                      <Button
                        size="small"
                        variant={entity.suggestion ? 'primary' : 'secondary'}
                        aria-label={`Re-bind ${name}`}
                        onPress={() => actions.onRebind(entity)}
                      >
                        Re-bind
                      </Button>
                      {entity.reports > 0 && (
                        <Button
                          size="small"
                          variant="tertiary"
                          aria-label={`Discard the reports of ${name}`}
                          onPress={() => actions.onDiscard(entity)}
                        >
                          Discard
                        </Button>
                      )}
                    </div>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Evidence({ entity }: { entity: QuarantinedEntity }) {
  const { evidence } = entity;
  return evidence ? (
    <>
      {evidence.findings === undefined
        ? 'findings not visible to you'
        : formatCount(evidence.findings, 'finding')}
      <span className={panel.quiet}>
        the catalog had it; last scan <RelativeTime at={evidence.lastScanAt} />
      </span>
    </>
  ) : (
    <>nothing</>
  );
}
