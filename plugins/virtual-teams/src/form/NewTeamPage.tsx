import {
  useApi,
  useAppNavigate,
  useAppSearchParams,
} from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import {
  TeamDefinition,
  TeamProposal,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  LivePanel,
  PanelForbidden,
  useRequest,
  useStoredDraft,
} from '@synchrony/ui';
import { useMyTeams, useProposals, virtualTeamsApiRef } from '../api';
import { useTeamPaths } from '../directory/useTeamPaths';
import {
  EMPTY_DEFINITION,
  fromProposal,
  fromTemplate,
  Step,
  STEPS,
} from './teamDraft';
import { TeamForm } from './TeamForm';

function NewTeam(props: { me: string; proposal?: TeamProposal }) {
  const { me, proposal } = props;
  const api = useApi(virtualTeamsApiRef);
  const paths = useTeamPaths();
  const navigate = useAppNavigate();
  const { isBusy, problem, send } = useRequest();
  const empty: TeamDefinition = { ...EMPTY_DEFINITION, leadRef: me };
  const { clear, draft, set } = useStoredDraft<{
    step: Step;
    definition: TeamDefinition;
  }>(`synchrony.virtual-team.new ${proposal?.id ?? ''}`, {
    step: proposal ? 'outcome' : 'template',
    definition: proposal ? fromProposal(proposal, empty) : empty,
  });
  return (
    <TeamForm
      title="Propose a team"
      done="Propose the team"
      steps={STEPS}
      step={draft.step}
      definition={draft.definition}
      isBusy={isBusy}
      problem={problem}
      onStep={step => set({ step })}
      onChange={change =>
        set({ definition: { ...draft.definition, ...change } })
      }
      onTemplate={template =>
        set({
          step: 'outcome',
          definition: fromTemplate(template, draft.definition),
        })
      }
      onSubmit={() =>
        send(async () => {
          const team = await api.createTeam({
            ...draft.definition,
            ...(proposal && { proposalId: proposal.id }),
          });
          clear();
          navigate(paths.team(team.teamRef) ?? `${paths.directory}/mine`);
        })
      }
      onCancel={() => {
        clear();
        navigate(`${paths.directory}/directory`);
      }}
    />
  );
}

function FromProposal(props: { me: string; id: string }) {
  const live = useProposals();
  return (
    <LivePanel
      live={live}
      subject="Proposal"
      height={360}
      cards={1}
      forbidden={<PanelForbidden title="You can't see proposals." />}
    >
      {({ items }) => (
        <NewTeam
          me={props.me}
          proposal={items.find(({ id }) => id === props.id)}
        />
      )}
    </LivePanel>
  );
}

/** A team that is being written; a reload loses nothing of it. */
export function NewTeamPage() {
  const [params] = useAppSearchParams();
  const proposalId = params.get('proposal');
  const live = useMyTeams();
  return (
    <main>
      <Container>
        <LivePanel
          live={live}
          subject="Virtual teams"
          height={360}
          cards={1}
          forbidden={<PanelForbidden title="You can't propose a team." />}
        >
          {({ canCreate, userRef }) => {
            if (!canCreate) {
              return (
                <PanelForbidden title="You can't propose a team.">
                  You can still post a need in the directory.
                </PanelForbidden>
              );
            }
            return proposalId ? (
              <FromProposal me={userRef} id={proposalId} />
            ) : (
              <NewTeam me={userRef} />
            );
          }}
        </LivePanel>
      </Container>
    </main>
  );
}
