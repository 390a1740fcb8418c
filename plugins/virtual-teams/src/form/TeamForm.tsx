import { BgProvider, Button } from '@backstage/ui';
import {
  TeamDefinition,
  TeamTemplate,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Problem } from '@synchrony/ui';
import { CheckStep } from './CheckStep';
import { DatesStep } from './DatesStep';
import { OutcomeStep } from './OutcomeStep';
import { PeopleStep } from './PeopleStep';
import { SkillsStep } from './SkillsStep';
import { faultsOf, Step } from './teamDraft';
import { TemplateStep } from './TemplateStep';
import styles from './form.module.css';

const STEP_WORDS: Record<Step, string> = {
  template: 'Kind',
  outcome: 'Outcome',
  people: 'Platforms and people',
  skills: 'Skills',
  dates: 'Dates and channels',
  check: 'Check',
};

interface TeamFormProps {
  title: string;
  /** What the last button says. */
  done: string;
  steps: readonly Step[];
  step: Step;
  definition: TeamDefinition;
  isBusy: boolean;
  problem?: Problem;
  onStep: (step: Step) => void;
  onChange: (change: Partial<TeamDefinition>) => void;
  onTemplate: (template: TeamTemplate) => void;
  onSubmit: () => void;
  onCancel: () => void;
}

function Fields(props: TeamFormProps) {
  const { definition, onChange } = props;
  const shared = { definition, onChange };
  switch (props.step) {
    case 'template':
      return <TemplateStep {...shared} onTemplate={props.onTemplate} />;
    case 'outcome':
      return <OutcomeStep {...shared} />;
    case 'people':
      return <PeopleStep {...shared} />;
    case 'skills':
      return <SkillsStep {...shared} />;
    case 'dates':
      return <DatesStep {...shared} />;
    default:
      return <CheckStep definition={definition} onGo={props.onStep} />;
  }
}

/** A team step by step, in any order. */
export function TeamForm(props: TeamFormProps) {
  const { definition, isBusy, onStep, problem, step, steps } = props;
  const at = steps.indexOf(step);
  const isLast = at === steps.length - 1;
  return (
    <div className={styles.page}>
      <h1>{props.title}</h1>
      <nav aria-label="Steps">
        <ol className={styles.steps}>
          {steps.map((each, index) => (
            <li key={each}>
              <Button
                size="small"
                variant={each === step ? 'secondary' : 'tertiary'}
                aria-current={each === step ? 'step' : undefined}
                onPress={() => onStep(each)}
              >
                {`${index + 1} ${STEP_WORDS[each]}`}
              </Button>
            </li>
          ))}
        </ol>
      </nav>
      <section className={styles.card} aria-labelledby="step">
        <h2 id="step">{STEP_WORDS[step]}</h2>
        <BgProvider bg="neutral-1">
          <Fields key={step} {...props} />
        </BgProvider>
      </section>
      {problem && (
        <p className={styles.problem} role="alert">
          Not saved{problem.field && ` (${problem.field})`}: {problem.message}
        </p>
      )}
      <div className={styles.row}>
        {at > 0 && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => onStep(steps[at - 1])}
          >
            Back
          </Button>
        )}
        <Button
          size="small"
          variant="primary"
          isDisabled={isLast && (isBusy || faultsOf(definition).length > 0)}
          onPress={() => (isLast ? props.onSubmit() : onStep(steps[at + 1]))}
        >
          {isLast ? props.done : 'Next'}
        </Button>
        <Button size="small" variant="tertiary" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
