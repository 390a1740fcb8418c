import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { MaturityActivity } from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, LivePanel } from '@synchrony/ui';
import { ReactNode, useState } from 'react';
import { useMaturity, useMaturityModels } from '../../api';
import cards from '../Portfolio/Portfolio.module.css';
import { useChosenScorecard } from '../ScorecardChoice';
import { ScorecardsForbidden } from '../ScorecardsForbidden';
import { ActivityEntities } from './ActivityEntities';
import { ActivityTable } from './ActivityTable';

const HEIGHT = 320;

/** What evidence supports of maturity models, once one asks for it. */
export function MaturityCard(props: { within?: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={cards.card} aria-labelledby="maturity-models">
      <h2 id="maturity-models">Maturity models</h2>
      <p className={cards.sub}>
        Which activities the evidence of checks supports. It is no assessment:
        nothing is said of what no check looks at.
      </p>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>Show the activities</summary>
        {isOpen && <Models within={props.within} />}
      </details>
    </section>
  );
}

function Models({ within }: { within?: string }) {
  const live = useMaturityModels();
  const [chosen, setChosen] = useState<string>();
  const models = live.value?.models ?? [];
  const model = models.find(({ id }) => id === chosen) ?? models.at(-1);
  return (
    <States live={live}>
      {model && (
        <>
          <div className={cards.tools}>
            <ToggleButtonGroup
              aria-label="Maturity model"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[model.id]}
              onSelectionChange={([key]) => setChosen(String(key))}
            >
              {models.map(({ id, title }) => (
                <ToggleButton key={id} id={id}>
                  {title}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <a href={model.url} target="_blank" rel="noreferrer">
              {model.title}, version {model.version}
            </a>
          </div>
          <Report key={model.id} model={model.id} within={within} />
        </>
      )}
    </States>
  );
}

function Report(props: { model: string; within?: string }) {
  const { model, within } = props;
  const live = useMaturity(model, {
    within,
    scorecard: useChosenScorecard(),
  });
  const [open, setOpen] = useState<MaturityActivity>();
  return (
    <States live={live}>
      {live.value && (
        <ActivityTable
          report={live.value}
          openId={open?.id}
          onOpen={activity =>
            setOpen(activity.id === open?.id ? undefined : activity)
          }
        >
          {open && (
            <ActivityEntities
              key={open.id}
              model={model}
              activity={open}
              within={within}
            />
          )}
        </ActivityTable>
      )}
    </States>
  );
}

function States(props: { live: LiveData<unknown>; children: ReactNode }) {
  return (
    <LivePanel
      live={props.live}
      subject="Maturity"
      height={HEIGHT}
      forbidden={<ScorecardsForbidden />}
    >
      {props.children}
    </LivePanel>
  );
}
