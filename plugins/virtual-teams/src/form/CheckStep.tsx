import { Button } from '@backstage/ui';
import { TeamDefinition } from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount } from '@synchrony/ui';
import { dayWords, KIND_WORDS } from '../words';
import { DraftFault, faultsOf, missingToStart, Step } from './teamDraft';
import styles from './form.module.css';

function Faults(props: {
  title: string;
  faults: DraftFault[];
  onGo: (step: Step) => void;
}) {
  return props.faults.length > 0 ? (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      <ul className={styles.list}>
        {props.faults.map(({ message, step }) => (
          <li key={message}>
            {message}{' '}
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Go there: ${message}`}
              onPress={() => props.onGo(step)}
            >
              Go there
            </Button>
          </li>
        ))}
      </ul>
    </section>
  ) : null;
}

/** The team as it would be proposed, and what it lacks. */
export function CheckStep(props: {
  definition: TeamDefinition;
  onGo: (step: Step) => void;
}) {
  const { definition, onGo } = props;
  const {
    charter,
    checkIds,
    endsAt,
    entityRefs,
    platformRefs,
    requiredExpertise,
  } = definition;
  return (
    <>
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd>{definition.title || '–'}</dd>
        <dt>Kind</dt>
        <dd>{KIND_WORDS[definition.kind]}</dd>
        <dt>Outcome</dt>
        <dd>{charter.outcome || '–'}</dd>
        <dt>Measures</dt>
        <dd>{formatCount(charter.measures.length, 'measure')}</dd>
        <dt>Checks to pass</dt>
        <dd>{formatCount(checkIds.length, 'check')}</dd>
        <dt>Platforms</dt>
        <dd>{formatCount(platformRefs.length, 'platform')}</dd>
        <dt>Works on</dt>
        <dd>{formatCount(entityRefs.length, 'entity', 'entities')}</dd>
        <dt>Skills</dt>
        <dd>{formatCount(requiredExpertise.length, 'skill')}</dd>
        <dt>Ends</dt>
        <dd>{endsAt ? dayWords(endsAt) : '–'}</dd>
      </dl>
      <Faults
        title="To put right first"
        faults={faultsOf(definition)}
        onGo={onGo}
      />
      <Faults
        title="Still missing before it can go active"
        faults={missingToStart(definition)}
        onGo={onGo}
      />
    </>
  );
}
