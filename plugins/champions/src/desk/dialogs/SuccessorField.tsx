import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Radio, RadioGroup } from '@backstage/ui';
import { ChampionAssignment } from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PanelNotice, useLiveData } from '@synchrony/ui';
import { championsApiRef } from '../../api';
import { ROLE_WORDS, STATUS_WORDS } from '../../words';

/** Chooses among those who stand ready for the same scope. */
export function SuccessorField(props: {
  assignment: ChampionAssignment;
  value: string;
  onChange: (userRef: string) => void;
}) {
  const { assignment, onChange, value } = props;
  const { scopeRef, userRef } = assignment;
  const api = useApi(championsApiRef);
  const live = useLiveData({
    key: scopeRef,
    load: async () => {
      const { items } = await api.getAssignments({
        scopeRef,
        status: ['active'],
      });
      return items.filter(other => other.userRef !== userRef);
    },
  });
  return (
    <LivePanel
      live={live}
      subject="Possible successors"
      height={60}
      forbidden={
        <PanelNotice tone="forbidden">
          You can’t see who stands ready.
        </PanelNotice>
      }
    >
      {others =>
        others.length === 0 ? (
          <PanelNotice tone="info">
            Nobody else is active for it yet. Who has accepted can follow once
            their time is agreed and they are active; until then, step down with
            a day.
          </PanelNotice>
        ) : (
          <RadioGroup label="To whom?" value={value} onChange={onChange}>
            {others.map(other => (
              <Radio key={other.id} value={other.userRef}>
                <EntityDisplayName entityRef={other.userRef} hideIcon />
                {` · ${ROLE_WORDS[other.role]} · ${STATUS_WORDS[other.status]}`}
              </Radio>
            ))}
          </RadioGroup>
        )
      }
    </LivePanel>
  );
}
