import {
  useApi,
  useAppNavigate,
  useRouteRefParams,
} from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Container } from '@backstage/ui';
import {
  Team,
  TeamDefinition,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  LivePanel,
  PanelForbidden,
  useRequest,
  useStoredDraft,
} from '@synchrony/ui';
import { useTeam, virtualTeamsApiRef } from '../api';
import { NoSuchTeam } from '../directory/NoSuchTeam';
import { useTeamPaths } from '../directory/useTeamPaths';
import { editTeamRouteRef } from '../routes';
import { definitionOf, fromTemplate, Step, STEPS } from './teamDraft';
import { TeamForm } from './TeamForm';

const EDIT_STEPS = STEPS.filter(step => step !== 'template');

function EditTeam({ team }: { team: Team }) {
  const api = useApi(virtualTeamsApiRef);
  const paths = useTeamPaths();
  const navigate = useAppNavigate();
  const { isBusy, problem, send } = useRequest();
  const { clear, draft, set } = useStoredDraft<{
    step: Step;
    version: number;
    definition: TeamDefinition;
  }>(`synchrony.virtual-team.edit ${team.teamRef}`, {
    step: 'outcome',
    version: team.version,
    definition: definitionOf(team),
  });
  const leave = () => {
    clear();
    navigate(paths.team(team.teamRef) ?? `${paths.directory}/mine`);
  };
  return (
    <TeamForm
      title={`Change ${team.title}`}
      done="Save"
      steps={EDIT_STEPS}
      step={draft.step}
      definition={draft.definition}
      isBusy={isBusy}
      problem={problem}
      onStep={step => set({ step })}
      onChange={change =>
        set({ definition: { ...draft.definition, ...change } })
      }
      onTemplate={template =>
        set({ definition: fromTemplate(template, draft.definition) })
      }
      onSubmit={() =>
        send(async () => {
          await api.updateTeam(team.teamRef, {
            version: draft.version,
            definition: draft.definition,
          });
          leave();
        })
      }
      onCancel={leave}
    />
  );
}

/** Changes what is written of a team, for those who lead it. */
export function EditTeamPage() {
  const { name, namespace } = useRouteRefParams(editTeamRouteRef);
  const live = useTeam(stringifyEntityRef({ kind: 'group', namespace, name }));
  return (
    <main>
      <Container>
        <LivePanel
          live={live}
          subject="Team"
          height={360}
          cards={1}
          forbidden={<PanelForbidden title="You can't see this team." />}
          notFound={<NoSuchTeam />}
        >
          {team => {
            if (team.managedBy === 'catalog') {
              return (
                <PanelForbidden title="This team is declared in the catalog.">
                  {team.declaredIn
                    ? `Change it in ${team.declaredIn}.`
                    : 'Change it in its file.'}
                </PanelForbidden>
              );
            }
            return team.isLead ? (
              <EditTeam key={team.teamRef} team={team} />
            ) : (
              <PanelForbidden
                title="You can't change this team."
                askRef={team.leadRef}
              >
                Its lead and deputies can.
              </PanelForbidden>
            );
          }}
        </LivePanel>
      </Container>
    </main>
  );
}
